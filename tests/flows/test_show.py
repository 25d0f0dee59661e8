from __future__ import annotations

import pytest

from i18nkit.errors import I18nKitError
from i18nkit.flows.show import show
from i18nkit.model import State
from tests.conftest import BERT, Project

FILES = {
    "papers/bert.yaml": BERT,
    "papers/t5.yaml": "title: T5\n",
    "lists/roadmap.yaml": (
        "sections:\n- id: era\n- id: deep\n  under: era\n  rows:\n  - papers: [bert, t5]\n    no: [6, 7]\n"
    ),
    "lists/picks.yaml": "sections:\n- id: s1\n  rows:\n  - papers: [t5]\n",
    "en/papers/bert.yaml": "reading-focus: The masking\nsummary: An encoder\nalso:\n  picks:\n    summary: Another\n",
}


def test_fields_stand_in_reading_order(project: Project) -> None:
    shown = show(project(FILES), "bert")
    assert shown.fields() == ["summary", "reading-focus", "also.picks.summary"]


def test_a_title_comes_first_and_leads_to_its_paper(project: Project) -> None:
    settings = project({**FILES, "zh-Hans/papers/bert.yaml": "title: 双向编码器\n"})
    assert show(settings, "bert").fields()[:2] == ["title", "summary"]
    assert show(settings, "bert").text("en", "title") == (None, None)
    with pytest.raises(I18nKitError) as caught:
        show(settings, "双向编码器")
    assert str(caught.value.remedy) == "did you mean bert?"


def test_texts_and_states(project: Project) -> None:
    shown = show(project(FILES), "bert")
    unit, state = shown.text("en", "summary")
    assert (unit and unit.text, state) == ("An encoder", State.SOURCE)
    assert shown.text("zh-Hans", "summary") == (None, State.MISSING)
    assert shown.text("zh-Hans", "also.picks.summary") == (None, None)


def test_places(project: Project) -> None:
    ((id, path, row),) = show(project(FILES), "bert").places()
    assert (id, path, row.no) == ("roadmap", ("era", "deep"), (6, 7))


def test_nothing_close(project: Project) -> None:
    with pytest.raises(I18nKitError) as caught:
        show(project(FILES), "zzzz")
    assert caught.value.remedy is None
