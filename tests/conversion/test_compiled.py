from __future__ import annotations

import os
from pathlib import Path

import pytest

from i18nkit.conversion import compiled as module
from i18nkit.conversion.compiled import Compiled
from i18nkit.conversion.terms import FIELDS, Terms, choices, cues, front

TERMS = (("循环", "循環"), ("算法", "演算法"))
compiled = module.compiled.__wrapped__


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "_FOLDER", tmp_path / "__pycache__")
    return tmp_path / "__pycache__"


def put_together(profile: str, terms: Terms) -> Compiled:
    return Compiled(front(profile, FIELDS, terms), choices(profile, FIELDS), cues(profile, FIELDS))


@pytest.mark.parametrize("profile", ["s2twp", "tw2sp", "s2hkp", "t2s"])
@pytest.mark.parametrize("terms", [(), TERMS])
def test_what_is_read_is_what_was_put_together(folder: Path, profile: str, terms: Terms) -> None:
    made = compiled(profile, FIELDS, terms)
    (file,) = folder.iterdir()
    written = file.stat().st_mtime_ns
    assert compiled(profile, FIELDS, terms) == made == put_together(profile, terms)
    assert file.stat().st_mtime_ns == written


def test_a_damaged_file_is_made_again(folder: Path) -> None:
    made = compiled("hk2sp", FIELDS, ())
    (file,) = folder.iterdir()
    for text in ("", "{", "[]", '{"front": [["a"], [], []], "choices": {}, "cues": {}}'):
        file.write_text(text, "utf-8")
        assert compiled("hk2sp", FIELDS, ()) == made


def test_a_touched_layer_is_compiled_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = tmp_path / "layers" / "words.tsv"
    layer.parent.mkdir()
    layer.write_text("", "utf-8")
    monkeypatch.setattr(module, "LAYERS", layer.parent)
    compiled("t2s", FIELDS, ())
    os.utime(layer, ns=(1, 1))
    compiled("t2s", FIELDS, ())
    assert len(list(folder.iterdir())) == 2


def test_no_more_than_a_dozen_are_kept(folder: Path) -> None:
    for number in range(15):
        compiled("t2s", FIELDS, ((f"词{number}", "詞"),))
    assert len(list(folder.iterdir())) == 12


def test_where_nothing_can_be_written_it_is_put_together_every_time(folder: Path) -> None:
    folder.write_text("in the way", "utf-8")
    assert compiled("t2s", FIELDS, TERMS) == put_together("t2s", TERMS)
