from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from i18nkit.config import Settings
from tests.cli.conftest import Cli
from tests.cli.test_view import on_a_terminal

LIST = """\
# 我的列表

## 一、预训练

* [BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding](https://arxiv.org/abs/1810.04805v2)（2018）
  * **简介**：只看编码器，双向。
* [XLNet: Generalized Autoregressive Pretraining](https://arxiv.org/abs/1906.08237)（2019）
  * **简介**：排列語言模型，兼顧雙向與自迴歸。
"""


@pytest.fixture
def file(bert: Settings) -> Path:
    path = bert.root / "mine.md"
    path.write_text(LIST, "utf-8")
    return path


def test_json(cli: Cli, file: Path) -> None:
    ran = cli("import", "mine.md", "--format", "json")
    data = json.loads(ran.out)
    assert (ran.code, ran.err, data["schema"]) == (0, "", 1)
    known, new = data["records"]
    assert set(known) == {
        *("title", "short", "year", "ids", "url", "section", "notes"),
        *("file", "line", "decision", "paper", "why"),
    }
    assert (known["decision"], known["paper"], known["ids"]) == ("same", "bert", {"arxiv": "1810.04805"})
    assert known["why"].startswith("same as bert: ")
    assert (new["decision"], new["year"], new["section"]) == ("new", 2019, ["一、预训练"])
    assert new["notes"] == [
        {"label": "简介", "field": "summary", "text": "排列語言模型，兼顧雙向與自迴歸。", "script": "Hant"}
    ]
    assert (new["file"], new["line"]) == ("mine.md", 7)


def test_the_table_counts_and_a_second_import_changes_nothing(cli: Cli, file: Path) -> None:
    ran = cli("import", "mine.md", "--list", "my-list")
    head, row = (line.split() for line in ran.out.splitlines()[-2:])
    assert head[:6] == ["list", "records", "new", "same", "unsure", "refused"]
    assert row[:6] == ["my-list", "2", "1", "1", "0", "0"]
    assert cli("import", "mine.md").err == "files changed: 0\n"


def test_dry_run_writes_nothing(cli: Cli, bert: Settings, file: Path) -> None:
    before = sorted(path for path in bert.root.rglob("*") if path.is_file())
    ran = cli("import", "mine.md", "--dry-run")
    assert "files that would change: " in ran.err
    assert "files that would change: 0" not in ran.err
    assert sorted(path for path in bert.root.rglob("*") if path.is_file()) == before


def test_what_is_unsure_is_told(cli: Cli, bert: Settings, file: Path) -> None:
    file.write_text(LIST.replace("1810.04805v2", "1907.11692"), "utf-8")
    ran = cli("import", "mine.md")
    assert ran.code == 0
    assert "mine.md:5" in ran.out
    assert "unsure" in ran.out
    assert "answer in linkage.yaml" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.md"], "nowhere.md: cannot be read: No such file or directory"),
        (["mine.md", "empty.md", "--list", "x"], "--list names the list of one file, and 2 were given"),
        (["mine.md", "--list", "Über"], "Über cannot be a list's id"),
        (["mine.md", "--list", "opencc"], "opencc cannot be a list's id"),
        (["mine.md", "empty.md"], "empty.md: the file is empty"),
        ([], "FILE…"),
    ],
)
def test_what_cannot_be(cli: Cli, file: Path, arguments: list[str], said: str) -> None:
    Path("empty.md").touch()
    ran = cli("import", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not Path("content/lists/mine.yaml").exists()


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
def test_a_bar_on_a_terminal(file: Path, bert: Settings) -> None:
    said = on_a_terminal(bert, 80, "import", "mine.md")
    assert "mine" in said
    assert "files changed: " in said
