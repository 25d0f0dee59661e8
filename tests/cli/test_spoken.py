from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from i18nkit.cli.spoken import wrapped

_BREAK = re.compile(r" +(?![ ，。）”…])")

words = st.text(st.sampled_from("汉字，。（）“”… ab-1"), max_size=60)


def test_lines_break_between_han_and_never_before_a_mark() -> None:
    assert wrapped("简体和繁体，都在 stale（过期）里。", 11) == [
        "简体和繁",
        "体，都在",
        "stale（过",
        "期）里。",
    ]


def test_a_space_begins_no_line() -> None:
    assert wrapped("11111）） ", 8) == ["11111））"]
    assert wrapped("繁體 轉換", 4) == ["繁體", "轉換"]


@given(words, st.integers(8, 40))
def test_nothing_is_lost_and_lines_fit(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        # A space before a closing mark is no place to break either.
        longest_word = max((len(word) for word in _BREAK.split(line)), default=0)
        assert cell_len(line) <= max(room, 2 * longest_word)
    assert not any(line[:1] in "，。）”" for line in lines[1:])
