from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.lists.cleaning import without_residue

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "residue.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_residue(case: dict[str, list[str]]) -> None:
    assert without_residue(case["notes"]) == case["expected"]


@given(st.lists(st.text(st.sampled_from("注意力模型升达0123456789 。，B-"), max_size=20), max_size=6))
def test_cleaning_takes_digits_and_marks_alone_and_nothing_twice(notes: list[str]) -> None:
    once = without_residue(notes)
    for before, after in zip(notes, once, strict=True):
        assert [c for c in before.strip() if not c.isdigit()] == [c for c in after if not c.isdigit()]
    if once == without_residue(notes):
        assert len(once) == len(notes)
