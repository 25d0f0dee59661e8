from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.text.markdown import Span, links, maths, plain, spans, structure, without_spans

CASES = Path(__file__).parent / "cases"

MARKS = [
    "数据 ",
    " 模型 ",
    "a",
    "`",
    "``",
    "$",
    "$$",
    "*",
    "**",
    "[",
    "]",
    "](",
    ")",
    "<",
    ">",
    "<b>",
    "</b>",
    "> ",
    "- ",
    "    ",
    "# ",
    "https://a.b/c",
    "me@a.b",
    "，",
    "\\",
    "]: ",
    "```",
]
MARKED = st.lists(
    st.sampled_from([*MARKS, "\n", "\n\n", "\r\n", "\r", "\x00", "|", "\t", "\u3000", "\x0b", "1. "]),
    max_size=25,
).map("".join)


def cases(name: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / name).read_text("utf-8"))
    assert isinstance(loaded, list)
    return [pytest.param(case, id=repr(case["input"])[:40]) for case in loaded]


@pytest.mark.parametrize("case", cases("spans.yaml"))
def test_spans(case: dict[str, Any]) -> None:
    text = case["input"]
    assert [[span.kind, text[span.start : span.end]] for span in spans(text)] == case["spans"]


@pytest.mark.parametrize("case", cases("links.yaml"))
def test_links(case: dict[str, Any]) -> None:
    assert [[link.kind, link.text, link.target] for link in links(case["input"])] == case["links"]


@pytest.mark.parametrize("case", cases("plain.yaml"))
def test_plain(case: dict[str, Any]) -> None:
    assert plain(case["input"]) == case["plain"]


def test_formulas_know_their_place_and_their_tex() -> None:
    text = "损失 $L_i$\r\n\r\n$$\r\nx^2\r\n$$\r\n"
    found = [(text[one.start : one.end], one.tex, one.display) for one in maths(text)]
    assert found == [("$L_i$", "L_i", False), ("$$\r\nx^2\r\n$$", "x^2", True)]


@given(MARKED)
def test_spans_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for span in spans(text):
        assert last <= span.start < span.end <= len(text)
        last = span.end


@given(MARKED)
def test_line_ends_move_no_span(text: str) -> None:
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    dos = unix.replace("\n", "\r\n")
    assert [dos[span.start : span.end].replace("\r\n", "\n") for span in spans(dos)] == [
        unix[span.start : span.end] for span in spans(unix)
    ]


@given(MARKED)
def test_other_words_have_the_same_structure(text: str) -> None:
    other, last = [], 0
    for span in [*spans(text), Span(len(text), len(text) + 1, "code")]:
        other += (
            text[last : span.start].replace("数据", "資料").replace("模型", "模組"),
            text[span.start : span.end],
        )
        last = span.end
    assert structure("".join(other)) == structure(text)


def test_a_changed_address_is_another_structure() -> None:
    assert structure("[甲](a)") != structure("[甲](b)")
    assert structure("甲 `a`") != structure("甲 `b`")
    assert structure("**甲**") != structure("甲")
    assert structure("<div>\n甲\n</div>") == structure("<div>\n乙\n</div>") != structure("<p>\n甲\n</p>")
    assert structure("见 https://a.b/c") != structure("见 https://a.b/d")


def test_a_text_without_markup_is_its_own_prose() -> None:
    assert without_spans("一句话") == "一句话"
    assert without_spans("甲 `乙` 丙") == "甲   丙"
