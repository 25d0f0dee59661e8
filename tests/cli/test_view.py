from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import pytest
from rich.cells import cell_len

from i18nkit.cli.terminal import Terminal, clean
from i18nkit.cli.view import Column, put_markdown, put_plain, put_table
from i18nkit.config import Settings
from i18nkit.errors import say

COLUMNS = [Column("name", whole=True), Column("count", right=True), Column("note")]
ROWS = [("双向预训练", 7, "甲"), ("latin", 1234, "[red]no markup[/red] :smile:")]


def test_han_takes_two_columns(capsys: pytest.CaptureFixture[str]) -> None:
    put_table(Terminal("en"), COLUMNS, ROWS)
    head, first, second = capsys.readouterr().out.splitlines()
    assert {
        cell_len(line[: line.index(word)])
        for line, word in ((head, "note"), (first, "甲"), (second, "[red]"))
    } == {19}
    assert second.endswith("[red]no markup[/red] :smile:")
    assert "─" not in head + first


def test_a_text_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert clean("a\x1b[31mb\x07\nc\x9b") == "a\ufffd[31mb\ufffd\nc\ufffd"
    put_table(Terminal("en"), COLUMNS, [("\x1b[2Jx", 1, "\x1b]0;title\x07")])
    assert "\x1b" not in capsys.readouterr().out


def test_markdown_keeps_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    put_markdown(Terminal("en"), COLUMNS, [("a|b", 1, "two\nlines")])
    assert capsys.readouterr().out.splitlines() == [
        "| name | count | note |",
        "|---|--:|---|",
        "| a\\|b | 1 | two<br>lines |",
    ]


def test_plain_keeps_its_fields(capsys: pytest.CaptureFixture[str]) -> None:
    put_plain(Terminal("en"), [("a\tb\nc", 1, say("files changed: {count}", count=2))])
    assert capsys.readouterr().out == "a b c\t1\tfiles changed: 2\n"


def on_a_terminal(settings: Settings, columns: int, *arguments: str, **environment: str) -> str:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "i18nkit", *arguments],
        stdout=theirs,
        stderr=theirs,
        stdin=theirs,
        cwd=settings.root,
        env={**os.environ, "LANGUAGE": "en", "TERM": "xterm", "COLUMNS": str(columns), **environment},
    )
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    assert child.wait() == 0
    return said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_on_a_terminal(bert: Settings) -> None:
    colourful = on_a_terminal(bert, 80, "status")
    assert "\x1b[31mmissing" in colourful
    assert "─" in colourful
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert not re.search(r"\x1b\[[0-9;]*3\dm", on_a_terminal(bert, 80, "status", **environment))
    narrow = on_a_terminal(bert, 30, "status", NO_COLOR="1")
    assert "zh-Hant/papers/bert#summary" in narrow
    assert "content/zh-Hant/papers/bert.yaml" in narrow
