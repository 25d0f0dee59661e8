"""Several files change together or not at all, wherever the process is killed.

New contents are first written whole into `.i18nkit/begun/`; then a plan that names them is put in place by one
rename: from that moment the change has happened. Moving the files where they belong is only tidying, which any
later writer can finish. Readers that find a plan read through it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from i18nkit.errors import Busy, I18nKitError, WriteRefused, say
from i18nkit.store.layout import WORKSHOP

PATIENCE = 5.0  # seconds the second of two writers waits for the first


Entry: TypeAlias = (
    "dict[str, Any]"  # path, new (name in begun/, or None), before and after (SHA-256, or None)
)


@dataclass(frozen=True, slots=True)
class Write:
    """One file of a transaction. `before` is what stood there, None where there was none; `after` None removes."""

    path: Path
    before: bytes | None
    after: bytes | None


@contextlib.contextmanager
def exclusive(content: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds the catalogue against other writers and finishes what a killed one left. Raises Busy."""
    from filelock import FileLock, Timeout

    workshop = content / WORKSHOP
    try:
        workshop.mkdir(exist_ok=True)
        ignore = workshop / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n")
    except OSError as error:
        raise _cannot_write(workshop, error) from error
    lock = FileLock(workshop / "lock", timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(
            say("another command is writing to {folder}", folder=str(content)),
            remedy=say("wait until it is done, then try again"),
        ) from None
    except OSError as error:
        raise _cannot_write(workshop, error) from error
    try:
        recover(content)
        yield
    finally:
        lock.release()


def commit(content: Path, writes: Sequence[Write]) -> None:
    """Needs `exclusive`. Raises I18nKitError, having written nothing, where a file cannot be written."""
    begun = content / WORKSHOP / "begun"
    try:
        for write in writes:
            _must_be_writable(write.path)
        begun.mkdir()
        plan = [_prepare(content, begun, n, write) for n, write in enumerate(writes)]
        _write_whole(begun / "plan.tmp", json.dumps(plan, indent=1).encode())
    except OSError as error:
        shutil.rmtree(begun, ignore_errors=True)
        raise _cannot_write(Path(error.filename or content), error) from error
    os.replace(begun / "plan.tmp", begun / "plan.json")
    _fsync_folder(begun)
    _touch_generation(content)
    _carry_out(content, plan)
    _touch_generation(content)


def recover(content: Path) -> None:
    """Finishes a transaction whose plan stands, undoes one that got no plan. Needs `exclusive`.

    Raises WriteRefused where somebody has edited a file since: that text is not overwritten.
    """
    begun = content / WORKSHOP / "begun"
    if not begun.exists():
        return
    plan = _plan(begun)
    if plan is None:
        shutil.rmtree(begun)
        return
    for entry in plan:
        now = _sha(_read(content / entry["path"]))
        if now not in (entry["before"], entry["after"]):
            raise WriteRefused(
                say("{file} was edited after a killed command had meant to change it", file=entry["path"]),
                remedy=say(
                    "your text is kept; delete {folder} to drop the unfinished change", folder=str(begun)
                ),
            )
    _carry_out(content, plan)
    _touch_generation(content)


def pending(content: Path) -> Mapping[str, str | None]:
    """path -> where its decided content lies while a plan stands; None for a file decided to go."""
    begun = content / WORKSHOP / "begun"
    plan = _plan(begun) if begun.is_dir() else None
    return {
        str(content / entry["path"]): str(begun / entry["new"]) if entry["new"] is not None else None
        for entry in plan or ()
    }


def generation(content: Path) -> int:
    """Changes whenever a transaction was decided or done: a reader that sees two values reads again."""
    try:
        return os.stat(content / WORKSHOP / "generation").st_mtime_ns
    except OSError:
        return 0


def _prepare(content: Path, begun: Path, number: int, write: Write) -> Entry:
    name = None
    if write.after is not None:
        name = str(number)
        write.path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(begun / name, write.after)
        if write.before is not None:
            shutil.copymode(write.path, begun / name)
    return {
        "path": write.path.relative_to(content).as_posix(),
        "new": name,
        "before": _sha(write.before),
        "after": _sha(write.after),
    }


def _carry_out(content: Path, plan: Sequence[Entry]) -> None:
    begun = content / WORKSHOP / "begun"
    folders = set()
    try:
        for entry in plan:
            path = content / entry["path"]
            folders.add(path.parent)
            if entry["new"] is None:
                path.unlink(missing_ok=True)
            elif (begun / entry["new"]).exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                os.replace(begun / entry["new"], path)
        for folder in folders:
            _fsync_folder(folder)
    except OSError as error:
        raise I18nKitError(
            say("the change is decided but not all in place: {why}", why=error.strerror or str(error)),
            remedy=say("nothing is lost: the next command that writes will finish it"),
        ) from error
    os.unlink(begun / "plan.json")
    shutil.rmtree(begun)


def _plan(begun: Path) -> list[Entry] | None:
    try:
        plan: list[Entry] = json.loads((begun / "plan.json").read_bytes())
    except FileNotFoundError:
        return None
    return plan


def _must_be_writable(path: Path) -> None:
    there = path if path.exists() else next(folder for folder in path.parents if folder.exists())
    if not os.access(there, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))


def _write_whole(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _fsync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every file system can
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _touch_generation(content: Path) -> None:
    with contextlib.suppress(OSError):
        (content / WORKSHOP / "generation").write_bytes(b"")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _sha(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _cannot_write(path: Path, error: OSError) -> I18nKitError:
    return I18nKitError(
        say("{file} cannot be written: {why}", file=str(path), why=error.strerror or str(error)),
        remedy=say("nothing was changed; make room or mend the permissions, then try again"),
    )
