from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from i18nkit.config import Settings
from i18nkit.errors import Busy, I18nKitError, WriteRefused
from i18nkit.model import Address, set_text
from i18nkit.store import apply, journal, read_catalogue
from tests.conftest import BERT, Project

SUMMARY = [Address(locale, "papers/bert", "summary") for locale in ("zh-Hans", "zh-Hant", "en")]
FILES = {
    "papers/bert.yaml": BERT,
    "zh-Hans/papers/bert.yaml": "summary: 旧\n",
    "zh-Hant/papers/bert.yaml": "summary: 舊\n",
}
OLD = ("旧", "舊", None)
NEW = ("新", None, "new")


class Killed(BaseException):
    """What no handler catches: the process is gone."""


def killing_at(line: int) -> Callable[[FrameType, str, Any], Any]:
    """A trace function that kills at the n-th line of journal.py."""
    left = line

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename != journal.__file__:
            return None
        if event == "line":
            left -= 1
            if left == 0:
                raise Killed
        return trace

    return trace


def change(settings: Settings) -> None:
    apply(settings, [set_text(a, new, old) for a, new, old in zip(SUMMARY, NEW, OLD, strict=True)])


def summaries(settings: Settings) -> tuple[str | None, ...]:
    units = read_catalogue(settings).units
    return tuple(units[address].text if address in units else None for address in SUMMARY)


def test_killed_at_any_line_all_files_change_or_none(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The process is killed here, not the machine.
    monkeypatch.setattr(journal.os, "fsync", lambda handle: None)
    outcomes = set()
    for line in range(1, 1000):
        shutil.rmtree(tmp_path / "content", ignore_errors=True)
        settings = project(FILES)
        previous = sys.gettrace()
        sys.settrace(killing_at(line))
        try:
            change(settings)
        except Killed:
            pass
        else:
            break
        finally:
            sys.settrace(previous)
        seen = summaries(settings)
        assert seen in (OLD, NEW), f"half of a change is visible after line {line}"
        outcomes.add(seen)
        apply(settings, [set_text(Address("en", "papers/bert", "contribution"), "more", None)])
        assert summaries(settings) == seen
        assert not (settings.content / ".i18nkit" / "begun").exists()
    assert outcomes == {OLD, NEW}
    assert summaries(settings) == NEW


def test_the_second_writer_waits_then_refuses(project: Project) -> None:
    settings = project(FILES)
    hold = (
        "import sys, pathlib\n"
        "from i18nkit.store import journal\n"
        "with journal.exclusive(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(settings.content)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == b"held\n"
        with (
            pytest.raises(Busy, match="another command is writing"),
            journal.exclusive(settings.content, 0.2),
        ):
            pass
        other.stdin.close()
        other.wait()
    change(settings)
    assert summaries(settings) == NEW


def left_over(settings: Settings) -> Path:
    """A transaction decided but not carried out."""
    begun = settings.content / ".i18nkit" / "begun"
    path = settings.content / "zh-Hans/papers/bert.yaml"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "_carry_out", lambda content, plan: None)
        with journal.exclusive(settings.content):
            journal.commit(
                settings.content, [journal.Write(path, path.read_bytes(), "summary: 新\n".encode())]
            )
    assert json.loads((begun / "plan.json").read_text())
    return begun


def test_readers_read_through_what_a_killed_writer_decided(project: Project) -> None:
    settings = project(FILES)
    left_over(settings)
    assert summaries(settings) == ("新", "舊", None)
    assert (settings.content / "zh-Hans/papers/bert.yaml").read_text("utf-8") == "summary: 旧\n"


def test_a_person_s_edit_since_then_is_not_overwritten(project: Project) -> None:
    settings = project(FILES)
    begun = left_over(settings)
    mine = settings.content / "zh-Hans/papers/bert.yaml"
    mine.write_text("summary: 我写的\n", "utf-8")
    with pytest.raises(WriteRefused, match="was edited") as refused:
        change(settings)
    assert "begun" in str(refused.value.remedy)
    assert mine.read_text("utf-8") == "summary: 我写的\n"
    shutil.rmtree(begun)
    apply(settings, [set_text(SUMMARY[2], "new", None)])
    assert summaries(settings) == ("我写的", "舊", "new")


@pytest.mark.parametrize(("number", "why"), [(28, "No space left on device"), (30, "Read-only file system")])
def test_a_disk_that_is_full_or_read_only_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    settings = project(FILES)
    whole, count = journal._write_whole, iter(range(9))

    def failing(path: Path, data: bytes) -> None:
        if next(count) == 1:
            raise OSError(number, why, str(path))
        whole(path, data)

    monkeypatch.setattr(journal, "_write_whole", failing)
    with pytest.raises(I18nKitError, match=why):
        change(settings)
    assert summaries(settings) == OLD
    assert not (settings.content / ".i18nkit" / "begun").exists()
