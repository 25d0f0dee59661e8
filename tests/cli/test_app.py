from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from i18nkit import __version__
from i18nkit.cli import app
from i18nkit.cli.terminal import Terminal
from i18nkit.config import Settings
from i18nkit.errors import ContentError, Faults, say
from tests.cli.conftest import Cli
from tests.conftest import Project

HEAVY = {"babel", "markdown_it", "mkdocs", "opencc", "rapidfuzz", "rich", "ruamel", "yaml"}


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "i18nkit", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LANGUAGE": "en", **environment},
    )


def test_help_loads_no_heavy_library() -> None:
    script = (
        "import sys; from i18nkit.cli.app import run; code = run(['--help']);"
        f"print(code, sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stderr == "0 []\n"
    assert all(f"\n  {name} " in done.stdout for name in app.COMMANDS)


@pytest.mark.parametrize("name", app.COMMANDS)
def test_every_command_has_help_in_every_language(cli: Cli, name: str) -> None:
    helps = {language: cli("--lang", language, name, "--help") for language in ("en", "zh-Hans", "zh-Hant")}
    assert {ran.code for ran in helps.values()} == {0}
    assert len({ran.out for ran in helps.values()}) == 3
    assert all("--project" in ran.out and "--lang" in ran.out for ran in helps.values())


def test_language_may_stand_before_or_after_the_command(cli: Cli) -> None:
    before, after = cli("--lang", "zh-Hans", "sync", "--help"), cli("sync", "--lang=zh-Hans", "--help")
    assert before.out == after.out != cli("sync", "--help").out


def test_language_comes_from_the_environment() -> None:
    assert (
        process("sync", "--help", LANGUAGE="zh_TW").stdout
        == process("sync", "--help", "--lang", "zh-Hant").stdout
    )


def test_version(cli: Cli) -> None:
    assert cli("--version") == (0, f"i18nkit {__version__}\n", "")


def test_project_may_stand_before_or_after_the_command(
    cli: Cli, bert: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert cli("-C", str(bert.root), "show", "bert").code == 0
    assert cli("show", "bert", "--project", str(bert.root)).code == 0


def test_project_is_found_upward(cli: Cli, bert: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bert.content / "papers")
    assert cli("show", "bert").code == 0


def test_project_must_be_one(cli: Cli, bert: Settings) -> None:
    assert "no catalogue in" in cli("-C", str(bert.content), "show", "bert").err
    assert "is no folder" in cli("-C", "nowhere", "show", "bert").err


def test_without_a_catalogue(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli("status")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: no catalogue in {tmp_path} or above it\n  run `i18nkit init` here")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["staus"], "no command is called staus\n  did you mean status?"),
        (["frobnicate"], "known commands: init, import"),
        (["sync", "--dry"], "--dry-run"),
        (["show"], "PAPER"),
        (["status", "--format", "xml"], "'table', 'plain', 'json', 'markdown'"),
        (["--lang", "fr", "status"], "zh-Hans"),
    ],
)
def test_usage_errors(cli: Cli, arguments: list[str], said: str) -> None:
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_every_fault_is_told_in_order(cli: Cli, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = project(
        {
            "papers/b.yaml": "title: B\nyear: soon\n",
            "papers/a.yaml": "title: A\nvenu: X\nyear: later\n",
        }
    )
    monkeypatch.chdir(settings.root)
    ran = cli("status")
    lines = [line for line in ran.err.splitlines() if not line.startswith(" ")]
    assert (ran.code, ran.out) == (2, "")
    assert [line.split(": ")[0] for line in lines] == [
        "content/papers/a.yaml:2",
        "content/papers/a.yaml:3",
        "content/papers/b.yaml:2",
        "error",
    ]
    assert lines[-1] == "error: faults: 3, in files: 2; nothing was done"


def test_faults_of_a_part_are_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    from i18nkit.cli.trouble import tell_faults

    fault = ContentError(say("must be a text"), file="x.yaml", line=4, field="title", remedy=say("quote it"))
    tell_faults(Terminal("en"), Faults([fault]))
    assert capsys.readouterr().err.startswith("x.yaml:4: title: must be a text\n  quote it\nerror: ")


def broken(terminal: Terminal) -> None:
    raise ZeroDivisionError("of our own making")


def test_a_bug_is_called_one(cli: Cli, bert: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Terminal, "settings", broken)
    ran = cli("status")
    assert (ran.code, ran.out) == (app.BUG, "")
    assert ran.err.startswith(
        "This is a bug in i18nkit, not in your files: ZeroDivisionError: of our own making"
    )
    assert "report it" in ran.err
    assert "Traceback" not in ran.err
    assert "Traceback" in cli("status", "--traceback").err
    monkeypatch.setenv("I18NKIT_TRACEBACK", "1")
    assert "Traceback" in cli("status").err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "content"), 2, "error: content: Permission denied\n"),
        (OSError(28, "No space left on device"), 2, "error: No space left on device\n"),
    ],
)
def test_what_the_system_refuses(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    def refuse(terminal: Terminal) -> None:
        raise error

    monkeypatch.setattr(Terminal, "settings", refuse)
    ran = cli("status")
    assert (ran.code, ran.out, ran.err.strip()) == (code, "", said.strip())


def test_a_closed_pipe_is_quiet(bert: Settings) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "i18nkit", "status"], stdout=write, stderr=subprocess.PIPE, cwd=bert.root
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (app.PIPE_CLOSED, b"")


def test_an_encoding_without_han_is_no_error(bert: Settings) -> None:
    done = process("show", "bert", "-C", str(bert.root), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "\\u53cc" in done.stdout


def test_an_argument_cannot_steer_the_terminal(cli: Cli, bert: Settings) -> None:
    assert cli("show", "\x1b[31mx").err == "error: no paper has the id \ufffd[31mx\n"


@pytest.mark.skipif(os.name == "nt", reason="no shell there")
@pytest.mark.parametrize(
    ("command", "code"),
    [("status >&-", 0), ("convert --to zh-Hant <&-", 0), ("status >/dev/full", 2), ("show x 2>&-", 2)],
)
def test_streams_closed_or_full(bert: Settings, command: str, code: int) -> None:
    shell = f"{sys.executable} -m i18nkit {command}"
    done = subprocess.run(shell, shell=True, capture_output=True, cwd=bert.root)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
