"""OpenCC's regional phrases are not loaded: whatever a new version of it brings has to be decided in the layers."""

from __future__ import annotations

import subprocess
from pathlib import Path

import opencc
import pytest

from i18nkit.conversion.terms import EVERYDAY, FIELDS, REPAIRS, read_layer
from i18nkit.text.script import fold

CLIB = Path(opencc.__file__).parent / "clib"
MISPRINTS = {"類别範本"}  # half in Simplified
ROWS = [row for layer in (*FIELDS, *REPAIRS, EVERYDAY) for row in read_layer(layer)]


def phrases(dictionary: str, folder: Path) -> list[str]:
    text = folder / "phrases.txt"
    source = CLIB / "share" / "opencc" / f"{dictionary}.ocd2"
    command = [CLIB / "bin" / "opencc_dict", "-i", source, "-f", "ocd2", "-o", text, "-t", "text"]
    subprocess.run(command, check=True)
    return [line.split("\t")[0] for line in text.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("dictionary", "column"),
    [
        ("TWPhrases", "simplified"),
        ("HKPhrases", "simplified"),
        ("TWPhrasesRev", "taiwan"),
        ("HKPhrasesRev", "hong_kong"),
    ],
)
def test_every_phrase_has_a_decision(dictionary: str, column: str, tmp_path: Path) -> None:
    decided = {getattr(row, column) for row in ROWS}
    found = phrases(dictionary, tmp_path)
    words = {fold(phrase) if column == "simplified" else phrase for phrase in found} - MISPRINTS
    assert len(words) > 50
    assert sorted(words - decided) == []
