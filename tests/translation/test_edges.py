from __future__ import annotations

import pytest

from i18nkit.translation import begins_inside, ends_inside, is_grammar

TEXT = "最後替自己手邊的算力算一次，自己動手。自己的電腦。"


@pytest.mark.parametrize(
    ("word", "begins", "ends"),
    [
        ("手邊", False, False),
        ("邊的", False, True),
        ("替自", True, True),
        ("自己手邊", False, False),
        ("己手邊", True, False),
        ("電腦", False, False),
    ],
)
def test_where_a_word_is_cut(word: str, begins: bool, ends: bool) -> None:
    start = TEXT.index(word)
    assert begins_inside(TEXT, start, TEXT) is begins
    assert ends_inside(TEXT, start + len(word), TEXT) is ends


def test_words_of_grammar_in_either_script() -> None:
    assert is_grammar("這")
    assert is_grammar("为了")
    assert not is_grammar("這種")
