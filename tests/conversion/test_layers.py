from __future__ import annotations

from collections.abc import Iterator

import pytest

from i18nkit.conversion.terms import EVERYDAY, FIELDS, REPAIRS, Row, choices, front, read_layer, rows_beside
from i18nkit.text.script import simplified_only, traditional_only

LAYERS = (*REPAIRS, *FIELDS, EVERYDAY)


def rows() -> Iterator[Row]:
    return (row for layer in LAYERS for row in read_layer(layer))


@pytest.mark.parametrize("layer", LAYERS)
def test_no_term_stands_twice_in_a_layer(layer: str) -> None:
    there = [row.simplified for row in read_layer(layer) if row.way != "<" and row.taiwan]
    back = [row.taiwan for row in read_layer(layer) if row.way != ">" and row.taiwan]
    assert sorted(there) == sorted(set(there))
    assert sorted(back) == sorted(set(back))


def test_every_term_is_in_its_own_script() -> None:
    for row in rows():
        assert not traditional_only(row.simplified), row
        assert not simplified_only(row.taiwan), row
        assert not simplified_only(row.hong_kong), row


def test_no_term_holds_a_blank_at_its_ends() -> None:
    for row in rows():
        for term in (row.simplified, row.taiwan, row.hong_kong):
            assert term == term.strip()


def test_row_and_column_are_never_mapped() -> None:
    assert not {"行", "列"} & {term for row in rows() for term in (row.simplified, row.taiwan)}


def test_a_layer_without_shipped_rows_holds_the_catalogue_s_terms() -> None:
    assert {key: entry.target for key, entry in front("s2t", FIELDS, [("数据", "數據")]).items()} == {
        "数据": "數據"
    }
    assert front("s2t", FIELDS, []) == {}


def test_of_two_layers_the_first_counts() -> None:
    assert front("s2twp", ("mathematics", "programming"), ())["函数"].target == "函數"
    assert front("s2twp", ("programming", "mathematics"), ())["函数"].target == "函式"
    assert "函数" in choices("s2twp", FIELDS)
    assert "函数" not in choices("s2twp", ("learning", "mathematics"))


def test_every_cue_speaks_for_a_field_or_for_none() -> None:
    assert {layer for *_, layer in rows_beside("cues")} == {*FIELDS, "-"}


@pytest.mark.parametrize("profile", ["s2twp", "tw2sp", "s2hkp", "hk2sp"])
def test_there_is_a_private_character_for_every_word_with_several_senses(profile: str) -> None:
    assert len(choices(profile, FIELDS)) <= 0xF8FF - 0xF600 + 1
