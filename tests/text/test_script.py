from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.text.script import fold, has_han, script_of, simplified_only, tables, traditional_only

CASES = (Path(__file__).parent / "cases" / "script.tsv").read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", CASES)
def test_script_of(case: str) -> None:
    expected, text = case.split("\t")
    assert script_of(text) == expected


def test_the_offenders_are_named_in_order_and_code_is_none() -> None:
    assert simplified_only("這個数值与 `数值`") == "数与"
    assert traditional_only("这个數據與 `數據`") == "數據與"


def test_no_character_marks_both_scripts() -> None:
    assert not tables().simplified & tables().traditional


@given(st.text(st.sampled_from("注意力机制機制学習習后後台臺abc 。")))
def test_a_folded_text_holds_nothing_traditional(text: str) -> None:
    assert not traditional_only(fold(text))
    assert has_han(fold(text)) == has_han(text)


def test_fold_brings_both_scripts_together() -> None:
    assert fold("注意力機制") == fold("注意力机制") == "注意力机制"
