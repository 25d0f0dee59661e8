"""`sync` with its questions: what a changed converter would change, and corrections to bring over."""

from __future__ import annotations

import io
import sys

import pytest

from i18nkit.cli.rebase import bring_over
from i18nkit.cli.terminal import Terminal
from i18nkit.config import Settings
from tests.cli.conftest import Cli
from tests.flows.test_status import commit
from tests.flows.test_sync import edit

HANS, HANT = "zh-Hans/papers/bert.yaml", "zh-Hant/papers/bert.yaml"


def write_glossary(settings: Settings) -> None:
    (settings.content / "glossary.yaml").write_text("- {zh-Hans: 词元, zh-Hant: 字符塊}\n", "utf-8")


def test_the_impact_stands_apart_from_what_would_be_written(cli: Cli, bert: Settings) -> None:
    cli("sync")
    cli("accept", "zh-Hant/*")
    write_glossary(bert)
    ran = cli("sync", "--dry-run")
    assert ran.code == 0
    assert ran.out == (
        "# zh-Hant/papers/bert#summary (content/zh-Hant/papers/bert.yaml:1), accepted\n"
        "#   雙向預訓練的編碼器，用了 15% 的[-詞元-]{+字符塊+}。\n"
    )
    assert "zh-Hans -> zh-Hant: the converter has changed (glossary)" in ran.err
    assert "that come out differently: 1\n" in ran.err
    assert "Nothing to do" in ran.err
    assert "has changed (glossary)" in cli("status").err

    ran = cli("sync", "--dry-run", "--reconvert")
    assert "+summary: 雙向預訓練的編碼器，用了 15% 的字符塊。\n" in ran.out
    assert "+++ b/content/conversion.yaml" in ran.out
    assert "files that would change: 2\n" in ran.err
    ran = cli("sync", "--reconvert")
    assert "zh-Hant: stamped 0, converted 1\n" in ran.err
    assert cli("sync", "--reconvert").err.startswith("Nothing to do")
    assert "has changed" not in cli("status").err


def test_rebase_shows_and_writes(cli: Cli, bert: Settings) -> None:
    cli("sync")
    edit(bert, HANT, "雙向預訓練的", "雙向且預訓練的")
    cli("sync")
    edit(bert, HANS, "15%", "12%")
    assert "no git history" in cli("sync", "--rebase").out
    edit(bert, HANS, "12%", "15%")
    commit(bert)
    edit(bert, HANS, "15%", "12%")
    ran = cli("sync", "--rebase", "--dry-run")
    assert ran.out == (
        "# zh-Hant/papers/bert#summary (content/zh-Hant/papers/bert.yaml:1)\n"
        "#   雙向且預訓練的編碼器，用了 [-15-]{+12+}% 的詞元。\n"
    )
    assert "corrections to bring over: 1; for a person to decide: 0\n" in ran.err
    assert "12%" not in (bert.content / HANT).read_text("utf-8")
    assert "corrections brought over: 1" in cli("sync", "--rebase").err
    assert "雙向且預訓練的編碼器，用了 12% 的詞元。" in (bert.content / HANT).read_text("utf-8")
    assert "review: needed" in (bert.content / HANT).read_text("utf-8")
    assert cli("sync", "--rebase").out == ""


def test_conflicts_are_told_with_both_sides(cli: Cli, bert: Settings) -> None:
    cli("sync")
    edit(bert, HANT, "編碼器", "編碼網路")
    cli("sync")
    commit(bert)
    edit(bert, HANS, "编码器", "编码模块")
    out = cli("sync", "--rebase").out
    assert "it was: 器" in out
    assert "a person wrote: 網路" in out
    assert "the converter now says: 模組" in out


def test_asked_of_each(
    cli: Cli, bert: Settings, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    cli("sync")
    edit(bert, HANT, "雙向預訓練的", "雙向且預訓練的")
    cli("sync")
    commit(bert)
    edit(bert, HANS, "15%", "12%")
    for reply, written in (("n\n", False), ("y\n", True)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(reply))
        assert bring_over(Terminal("en"), bert, dry_run=False, ask=True) is written
        assert ("12%" in (bert.content / HANT).read_text("utf-8")) is written
    assert b"Bring it over?" in capfdbinary.readouterr().err


def test_asking_needs_a_terminal(cli: Cli, bert: Settings) -> None:
    ran = cli("sync", "--ask")
    assert (ran.code, ran.out) == (2, "")
    assert "--ask needs a terminal" in ran.err
    assert not (bert.content / "zh-Hant").exists()
