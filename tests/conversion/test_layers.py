from __future__ import annotations

import pytest

from i18nkit.conversion.glossary import front, read_layer
from i18nkit.text.script import simplified_only, traditional_only

ROWS = [row for name in ("boundaries", "learning") for row in read_layer(name)]


@pytest.mark.parametrize("ways", ["=>", "=<"])
def test_no_term_stands_twice(ways: str) -> None:
    column = 0 if ">" in ways else 1
    terms = [row[column] for row in ROWS if row[2] in ways]
    assert sorted(terms) == sorted(set(terms))


def test_every_term_is_in_its_own_script() -> None:
    for simplified, traditional, way in ROWS:
        assert way in "=><"
        assert not traditional_only(simplified), simplified
        assert not simplified_only(traditional), traditional


def test_row_and_column_are_never_mapped() -> None:
    for simplified, traditional, _ in ROWS:
        for character in "行列":
            assert simplified.count(character) >= 0
            if simplified == character or traditional == character:
                pytest.fail(f"{simplified} means the reverse in Taiwan")


def test_a_layer_without_shipped_rows_holds_the_catalogue_s_terms() -> None:
    assert front("s2hk", [("数据", "數據")]) == {"数据": "數據"}
    assert front("s2hk", []) == {}
