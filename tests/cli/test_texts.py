"""sync, accept, show and convert."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from i18nkit.config import Settings
from tests.cli.conftest import Cli


def test_sync_tells_what_it_did_and_twice_is_once(cli: Cli, bert: Settings) -> None:
    ran = cli("sync")
    assert (ran.code, ran.out) == (0, "")
    assert "zh-Hant: stamped 0, converted 1\n" in ran.err
    assert "files changed: 4\n" in ran.err
    assert cli("sync").err.startswith("Nothing to do")


def test_dry_run_shows_the_diff_and_writes_nothing(cli: Cli, bert: Settings) -> None:
    ran = cli("sync", "--dry-run")
    assert "+++ b/content/zh-Hant/papers/bert.yaml" in ran.out
    assert "+summary: 雙向預訓練" in ran.out
    assert "files that would change: 4\n" in ran.err
    assert not (bert.content / "zh-Hant").exists()


def test_accept(cli: Cli, bert: Settings) -> None:
    cli("sync")
    ran = cli("accept", "zh-Hant/papers/*")
    assert ran == (0, "zh-Hant/papers/bert#summary\n", "accepted: 1; right already: 0\n")
    assert cli("accept", "zh-Hant/papers/*").err == "accepted: 0; right already: 1\n"
    wrong = cli("accept", "zh-Hant/papers/bart#summary")
    assert wrong.code == 2
    assert "did you mean zh-Hant/papers/bert#summary?" in wrong.err


def test_show_sets_texts_side_by_side(cli: Cli, bert: Settings) -> None:
    out = cli("show", "bert").out
    head = next(line for line in out.splitlines() if line.startswith("field"))
    assert head.split() == ["field", "zh-Hans", "zh-Hant", "en"]
    assert "arxiv       1810.04805" in out
    assert "[source]" in out
    assert "[missing]" in out
    assert "摘要" in cli("show", "bert", "--lang", "zh-Hant").out


def test_show_json(cli: Cli, bert: Settings) -> None:
    data = json.loads(cli("show", "bert", "--format", "json").out)
    assert data["schema"] == 1
    assert data["paper"]["ids"] == {"arxiv": "1810.04805"}
    assert data["lists"] == [{"id": "roadmap", "section": ["s1"], "no": [6]}]
    assert data["texts"]["summary"]["zh-Hant"] == {"state": "missing"}
    assert data["texts"]["summary"]["en"]["file"] == "content/en/papers/bert.yaml"


@pytest.mark.parametrize("wrong", ["berd", "BERT", "transformers", "1810.04806"])
def test_a_wrong_id_gets_a_suggestion(cli: Cli, bert: Settings, wrong: str) -> None:
    ran = cli("show", wrong)
    assert ran.code == 2
    assert "did you mean bert?" in ran.err


TEXT = "机器学习的神经网络。\r\n\r\n`软件` 与 [软件](软件.md)\r\n末行，没有换行"


def test_convert_keeps_line_ends_and_what_is_no_prose(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli("convert", "--to", "zh-Hant", stdin=TEXT.encode())
    assert ran.out == "機器學習的神經網路。\r\n\r\n`软件` 與 [軟體](软件.md)\r\n末行，沒有換行"
    assert (ran.code, ran.err) == (0, "")


def test_convert_keeps_a_byte_order_mark(cli: Cli) -> None:
    assert cli("convert", "--to", "zh-Hans", stdin="\ufeff網路\n".encode()).out == "\ufeff网络\n"


def test_convert_follows_the_glossary_of_the_catalogue(cli: Cli, bert: Settings) -> None:
    assert cli("convert", "--to", "zh-Hant", stdin="数据集\n".encode()).out == "資料集\n"
    (bert.content / "glossary.yaml").write_text("- {zh-Hans: 数据集, zh-Hant: 資料庫群}\n", "utf-8")
    (bert.content / "papers/bert.yaml").write_text("broken: [\n", "utf-8")  # not the converter's business
    assert cli("convert", "--to", "zh-Hant", stdin="数据集\n".encode()).out == "資料庫群\n"


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (
            ["--to", "en"],
            b"",
            "nothing converts to en\n  known routes: zh-Hans -> zh-Hant, zh-Hant -> zh-Hans",
        ),
        (["--to", "zh-Hant", "--from", "en"], b"", "nothing converts en to zh-Hant"),
        (["--to", "zh-Hant"], b"one\ntwo \xb2\xe2\xca\xd4", "stdin:2: byte 9 is not UTF-8"),
        ([], b"", "--to"),
    ],
)
def test_convert_says_what_is_wrong(
    cli: Cli,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    stdin: bytes,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli("convert", *arguments, stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
