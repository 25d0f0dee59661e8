"""Make a new, empty catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18nkit.config import read_settings
from i18nkit.errors import I18nKitError, say

TEMPLATE = Path(__file__).with_name("template")
IGNORED = ".gitignore"


@dataclass(frozen=True, slots=True)
class Made:
    """`written` are paths relative to `root`. `left` were there already and are the user's business: what they
    lack is `missing_lines`."""

    root: Path
    written: Sequence[str]
    missing_lines: Sequence[str]


def init(folder: Path) -> Made:
    """Writes into `folder`, made where it is not there yet; other files in it are left alone.

    Raises I18nKitError, having written nothing, where a file of the new catalogue is there already.
    """
    root = folder.resolve()
    if root.exists() and not root.is_dir():
        raise I18nKitError(say("{folder} is no folder", folder=str(folder)))
    if settings := read_settings(root):
        raise I18nKitError(
            say("{file} configures a catalogue here already", file=settings.file),
            remedy=say("choose another folder"),
        )
    files = dict(_files())
    missing_lines = _lines_missing(root / IGNORED, files[IGNORED])
    if (root / IGNORED).exists():
        del files[IGNORED]
    for name in files:
        if (root / name).exists():
            raise I18nKitError(
                say("{file} is there already; nothing was written", file=name),
                remedy=say("move it away, or choose another folder"),
            )
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    return Made(root, tuple(files), missing_lines)


def _files() -> Iterator[tuple[str, bytes]]:
    """Packaging tools drop hidden files: ours gets its dot here."""
    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_file():
            name = path.relative_to(TEMPLATE).as_posix()
            yield IGNORED if name == "gitignore" else name, path.read_bytes()


def _lines_missing(theirs: Path, ours: bytes) -> tuple[str, ...]:
    if not theirs.is_file():
        return ()
    there = theirs.read_bytes().splitlines()
    return tuple(line.decode() for line in ours.splitlines() if line not in there)
