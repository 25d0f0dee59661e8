"""`check` over files, and what mending them does to the stamps of what was made from them."""

from __future__ import annotations

import pytest

from i18nkit import store
from i18nkit.errors import I18nKitError
from i18nkit.flows.check import check, fixes
from i18nkit.model import Address, Mark, State
from i18nkit.translation import states
from tests.conftest import BERT, Project

HANS = "双向预训练,参数量为1.1亿。"
HANT = "雙向預訓練,參數量為1.1億。"
EN = "Bidirectional pre-training, with 110M parameters."
MENDED = "双向预训练，参数量为 1.1 亿。"


def files(hant_stamp: str = "") -> dict[str, str]:
    source = Mark.of("zh-Hans", HANS)
    return {
        "papers/bert.yaml": BERT,
        "zh-Hans/papers/bert.yaml": f"summary: {HANS}\n\nstamps:\n  summary: {{by: {Mark.of('hand', HANS)}}}\n",
        "zh-Hant/papers/bert.yaml": f"summary: {HANT}\n\nstamps:\n"
        f"  summary: {{from: {source}, by: {Mark.of('opencc', HANT)}{hant_stamp}}}\n",
        "en/papers/bert.yaml": f"summary: {EN}\n\nstamps:\n  summary: {{from: {source}, by: {Mark.of('hand', EN)}}}\n",
    }


def test_findings_come_with_their_place(project: Project) -> None:
    found = check(project(files())).findings
    assert [(one.rule, one.file, one.line) for one in found] == [
        ("punctuation", "content/zh-Hans/papers/bert.yaml", 1),
        ("spacing", "content/zh-Hans/papers/bert.yaml", 1),
    ]


def test_only_what_is_asked_for(project: Project) -> None:
    settings = project(files())
    assert [one.rule for one in check(settings, rules=["spacing"]).findings] == ["spacing"]
    assert [one.rule for one in check(settings, skip=["spacing"]).findings] == ["punctuation"]


def test_a_note_does_not_fail(project: Project) -> None:
    settings = project(files())
    assert check(settings).failed
    assert not check(settings, rules=["spacing"]).failed


@pytest.mark.parametrize("asked", [{"rules": ["spaceing"]}, {"skip": ["spaceing"]}])
def test_a_rule_nobody_knows(project: Project, asked: dict[str, list[str]]) -> None:
    with pytest.raises(I18nKitError) as caught:
        check(project(files()), **asked)
    assert "spaceing" in caught.value.message
    assert caught.value.remedy
    assert "spacing" in caught.value.remedy


def test_mending_loses_no_translation(project: Project) -> None:
    settings = project(files())
    store.apply(settings, fixes(check(settings)))
    catalogue = store.read_catalogue(settings)
    bert = Address("zh-Hans", "papers/bert", "summary")
    assert catalogue.units[bert].text == MENDED
    known = states(catalogue)
    assert known[bert.within("en")] is State.TRANSLATED
    assert known[bert.within("zh-Hant")] is State.STALE  # for `sync` to convert again
    assert check(settings).findings == ()


def test_mending_loses_no_accept(project: Project) -> None:
    settings = project(files(", accepted: yes"))
    store.apply(settings, fixes(check(settings)))
    catalogue = store.read_catalogue(settings)
    hant = Address("zh-Hant", "papers/bert", "summary")
    assert catalogue.units[hant].text == "雙向預訓練，參數量為 1.1 億。"
    assert states(catalogue)[hant] is State.TRANSLATED


def test_mending_twice_is_mending_once(project: Project) -> None:
    settings = project(files(", accepted: yes"))
    store.apply(settings, fixes(check(settings)))
    assert fixes(check(settings)) == []


def test_a_dead_stamp_goes(project: Project) -> None:
    settings = project(
        {**files(), "en/papers/bert.yaml": f"summary: {EN}\nstamps:\n  contribution: {{by: hand@00000000}}\n"}
    )
    store.apply(settings, fixes(check(settings, rules=["stamps"])))
    assert not store.read_catalogue(settings).loose
