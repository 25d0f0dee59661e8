from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.translation import Conflict, merge
from i18nkit.translation.merging import tokens

ROWS = yaml.load((Path(__file__).parent / "cases/merge.yaml").read_text("utf-8"), yaml.BaseLoader)
TEXTS = st.text(st.sampled_from("甲乙丙的，。 ab1`$"), max_size=12)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_case(row: dict[str, Any]) -> None:
    merged = merge(row["base"], row["ours"], row["theirs"])
    if isinstance(row["expected"], str):
        assert merged.text == row["expected"]
    else:
        assert merged.text is None
        assert merged.conflicts == tuple(Conflict(*conflict) for conflict in row["expected"])


@given(TEXTS, TEXTS)
def test_who_changed_nothing_does_not_count(base: str, changed: str) -> None:
    assert merge(base, base, changed).text == changed
    assert merge(base, changed, base).text == changed
    assert merge(base, changed, changed).text == changed


@given(TEXTS, TEXTS, TEXTS)
def test_either_side_may_be_ours(base: str, one: str, other: str) -> None:
    here, there = merge(base, one, other), merge(base, other, one)
    assert here.text == there.text
    assert [conflict.ours for conflict in here.conflicts] == [conflict.theirs for conflict in there.conflicts]


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_is_lost(base: str, one: str, other: str) -> None:
    """With one side chosen in every conflict, and nothing but conflicts, that side's words are all there."""
    pieces = merge(base, one, other).pieces
    merged = "".join(piece.ours if isinstance(piece, Conflict) else piece for piece in pieces)
    for token in set(tokens(one)) - set(tokens(base)):
        assert merged.count(token) >= tokens(one).count(token)


@given(TEXTS)
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text
