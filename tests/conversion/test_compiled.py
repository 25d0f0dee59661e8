from __future__ import annotations

import os
from pathlib import Path

import pytest

from i18nkit.conversion import compiled as module
from i18nkit.conversion.senses import Senses
from i18nkit.conversion.terms import FIELDS, Terms

TERMS = (("循环", "循環"), ("算法", "演算法"))
WORDS = "调用函数的循环里，损失函数的参数支持算法。菜单上的文件和程序，她的对象签名了。"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "_FOLDER", tmp_path / "__pycache__")
    return tmp_path / "__pycache__"


def files(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder.iterdir()}


@pytest.mark.parametrize("profile", ["s2twp", "s2hkp", "t2s"])
@pytest.mark.parametrize("terms", [(), TERMS])
def test_a_second_run_loads_what_the_first_has_made(folder: Path, profile: str, terms: Terms) -> None:
    first = Senses(profile, FIELDS, terms)
    written = files(folder)
    assert sorted(Path(name).suffix for name in written) == [".choices", ".json"]
    second = Senses(profile, FIELDS, terms)
    assert second.convert(WORDS) == first.convert(WORDS)
    assert second.told(WORDS) == first.told(WORDS)
    assert files(folder) == written


@pytest.mark.parametrize("suffix", [".json", ".choices"])
def test_a_damaged_file_is_made_again(folder: Path, suffix: str) -> None:
    made = Senses("s2hkp", FIELDS, ()).convert(WORDS)
    (file,) = folder.glob(f"*{suffix}")
    whole = file.read_bytes()
    for damaged in (b"", b"{", b"[]", whole[:-9]):
        file.write_bytes(damaged)
        assert Senses("s2hkp", FIELDS, ()).convert(WORDS) == made
        assert file.read_bytes() == whole


def test_a_touched_layer_is_compiled_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = tmp_path / "layers" / "words.tsv"
    layer.parent.mkdir()
    layer.write_text("", "utf-8")
    monkeypatch.setattr(module, "LAYERS", layer.parent)
    Senses("t2s", FIELDS, ())
    os.utime(layer, ns=(1, 1))
    Senses("t2s", FIELDS, ())
    assert len(files(folder)) == 4


def test_only_the_last_used_are_kept(folder: Path) -> None:
    for number in range(30):
        Senses("t2s", FIELDS, ((f"词{number}", "詞"),))
    assert len(files(folder)) == 48


def test_where_nothing_can_be_written_it_is_put_together_every_time(folder: Path) -> None:
    folder.write_text("in the way", "utf-8")
    assert Senses("t2s", FIELDS, TERMS).convert("循环") == "循環"
