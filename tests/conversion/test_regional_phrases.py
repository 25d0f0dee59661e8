"""OpenCC's regional phrases are not loaded: whatever a new version of it brings has to be decided in the layers."""

from __future__ import annotations

import subprocess
from pathlib import Path

import opencc
import pytest

from i18nkit.conversion.terms import EVERYDAY, FIELDS, REPAIRS, Row, read_layer
from i18nkit.text.script import fold

CLIB = Path(opencc.__file__).parent / "clib"
ROWS = [row for layer in (*FIELDS, *REPAIRS, EVERYDAY) for row in read_layer(layer)]


def phrases(dictionary: str, folder: Path) -> list[str]:
    text = folder / "phrases.txt"
    source = CLIB / "share" / "opencc" / f"{dictionary}.ocd2"
    command = [CLIB / "bin" / "opencc_dict", "-i", source, "-f", "ocd2", "-o", text, "-t", "text"]
    subprocess.run(command, check=True)
    return [line.split("\t")[0] for line in text.read_text("utf-8").splitlines()]


def to_simplified(rows: list[Row], column: str) -> set[str]:
    return {getattr(row, column) for row in rows if row.way != ">"}


@pytest.mark.parametrize("dictionary", ["TWPhrases", "HKPhrases"])
def test_every_phrase_into_traditional_has_a_decision(dictionary: str, tmp_path: Path) -> None:
    decided = {row.simplified for row in ROWS if row.way != "<"}
    found = phrases(dictionary, tmp_path)
    assert len(found) > 50
    assert [phrase for phrase in found if fold(phrase) not in decided] == []


@pytest.mark.parametrize(("dictionary", "column"), [("TWPhrasesRev", "taiwan"), ("HKPhrasesRev", "hong_kong")])
def test_every_phrase_into_simplified_has_a_decision(dictionary: str, column: str, tmp_path: Path) -> None:
    decided = to_simplified(ROWS, column) | {fold(row.simplified) for row in ROWS}
    found = phrases(dictionary, tmp_path)
    assert len(found) > 50
    assert [phrase for phrase in found if phrase not in decided and fold(phrase) not in decided] == []
