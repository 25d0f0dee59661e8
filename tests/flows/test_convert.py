from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18nkit.errors import I18nKitError
from i18nkit.flows.convert import convert, explain
from i18nkit.flows.routes import converter
from i18nkit.store import read_glossary
from tests.conftest import Project

prose = st.text(st.sampled_from("神经网络軟體后後 \n\r\t`$。，“”abc1"))


@settings(deadline=None)
@given(prose, st.sampled_from(["zh-Hans", "zh-Hant"]))
def test_lines_stay_lines(text: str, to: str) -> None:
    converted = convert(text, to=to)
    assert [mark for mark in converted if mark in "\r\n"] == [mark for mark in text if mark in "\r\n"]


def test_without_a_catalogue_there_are_two_locales() -> None:
    assert convert("软件和网络", to="zh-Hant") == "軟體和網路"
    assert convert("軟體和網路", to="zh-Hans", source="zh-Hant") == "软件和网络"
    with pytest.raises(I18nKitError, match="nothing converts to en"):
        convert("", to="en")


def test_a_catalogue_has_routes_and_terms_of_its_own(project: Project) -> None:
    own = project({"glossary.yaml": "- {zh-Hans: 提示词, zh-Hant: 提示語}\n- keep: 网络\n"})
    assert convert("提示词和网络", to="zh-Hant", settings=own) == "提示語和网络"
    with pytest.raises(I18nKitError, match="nothing converts en to zh-Hant"):
        convert("", to="zh-Hant", source="en", settings=own)


def test_a_row_for_one_way_counts_there_alone_and_first(project: Project) -> None:
    rows = "- {zh-Hans: 产生, zh-Hant: 產生}\n"
    mark = "- {zh-Hant: 產生, zh-Hans: 生成, only: zh-Hans}\n"
    plain, marked = (
        read_glossary(project({"glossary.yaml": rows})),
        read_glossary(own := project({"glossary.yaml": rows + mark})),
    )
    assert convert("就能產生摘要", to="zh-Hans", settings=own) == "就能生成摘要"
    assert convert("产生与生成", to="zh-Hant", settings=own) == "產生與生成"
    there = own.locales["zh-Hant"]
    without, with_mark = (converter(terms, "zh-Hans", there).fingerprint for terms in (plain, marked))
    assert with_mark == without


def test_the_layers_follow_the_configuration(project: Project) -> None:
    own = project({})
    programmed = replace(
        own, locales={tag: replace(locale, layers=("programming",)) for tag, locale in own.locales.items()}
    )
    assert convert("函数与方差", to="zh-Hant", settings=own) == "函數與變異數"
    assert convert("函数与方差", to="zh-Hant", settings=programmed) == "函式與方差"


def test_an_explanation_names_the_layer_and_what_else_it_could_be() -> None:
    (step,) = explain("凸函数", to="zh-Hant")
    assert (step.source, step.result, step.layer) == ("凸函数", "凸函數", "mathematics")
    assert "凸函式" in step.alternatives
