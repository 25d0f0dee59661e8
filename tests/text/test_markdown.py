from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from i18nkit.text.markdown import (
    Span,
    _read_spans,
    _simple_spans,
    links,
    maths,
    plain,
    spans,
    structure,
    without_spans,
)

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


SHORT = [
    "`",
    "`",
    "$",
    "$",
    " ",
    "数据",
    "a",
    "5",
    "，",
    "_",
    "[",
    "]",
    "](",
    "](a.md)",
    "[论文](https://a.b/c)",
    ")",
]
TRICKY = [
    "`x`", "$x$", "$x_i$", "$价=1$", "[a `b`](c)", "[x $y$](z)", "https://a.b/[x](y)", "@a.b", "\\", "\\$", "<", "<b>", "&#36;",
    "\n", "\n\n", "1.", "- ", "#", "~", "!", "\x00", "\u3000", "\x0b", "\x1c", "\u2028", "    ", "\t", "|", "[^1]", "^", "{",
]  # fmt: skip
SIMPLE = st.lists(st.sampled_from(SHORT) | st.sampled_from(TRICKY), max_size=14).map("".join)


@settings(max_examples=500)
@given(SIMPLE)
def test_a_simple_reading_finds_what_markdown_it_finds(text: str) -> None:
    simple = _simple_spans(text)
    assert simple is None or simple == _read_spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "损失 `loss` 与 $p(y \\mid x)$，见[论文](https://a.b/c?d=1&e#f)。",
        "甲 [TASK] 标记 `[TASK]`",
        "第一段 `a`。\n\n\n第二段 $x$。\n",
        "要价 $5，不是 $6。",
    ],
)
def test_most_notes_are_simple(text: str) -> None:
    assert _simple_spans(text) == _read_spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "`a",
        "``a`b``",
        "$$x$$",
        "a\n`b`",
        "# `a`",
        "1. `a`",
        "\\`a`",
        "[a](b c) `d`",
        "[[a](b)](c)",
        "![a](b)",
    ],
)
def test_what_is_not_simple_is_left_to_markdown_it(text: str) -> None:
    assert _simple_spans(text) is None
