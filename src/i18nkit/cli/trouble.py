"""Errors as the user meets them, on stderr: what is wrong, where, and what to do."""

from __future__ import annotations

import sys
import traceback

from i18nkit.cli.terminal import Terminal, in_colour
from i18nkit.errors import Faults, I18nKitError, PlacedError, say


def tell_error(terminal: Terminal, error: I18nKitError) -> None:
    _mark_error(terminal)
    _tell(terminal, error)


def tell_faults(terminal: Terminal, faults: Faults) -> None:
    """Every one of them: they come in the order of files and lines."""
    placed = [fault for fault in faults.exceptions if isinstance(fault, PlacedError)]
    for fault in placed:
        _tell(terminal, fault)
    files = len({fault.file for fault in placed})
    _mark_error(terminal)
    terminal.tell(say("faults: {count}, in files: {files}; nothing was done", count=len(placed), files=files))


def tell_refusal(terminal: Terminal, error: OSError) -> None:
    """The system would not let us."""
    _mark_error(terminal)
    terminal.tell(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or "")


def tell_bug(terminal: Terminal, error: Exception) -> None:
    if terminal.traceback:
        traceback.print_exception(error)
    what = "".join(traceback.format_exception_only(error)).strip()
    where = traceback.extract_tb(error.__traceback__)[-1]
    terminal.tell(
        say(
            "This is a bug in i18nkit, not in your files: {what} ({file}:{line}).",
            what=what,
            file=where.filename.rpartition("i18nkit/")[2],
            line=where.lineno,
        )
    )
    terminal.tell(
        say("Please report it in the project's issue tracker, with what --traceback shows and the command.")
    )


def _tell(terminal: Terminal, error: I18nKitError) -> None:
    place = ""
    if isinstance(error, PlacedError):
        place = f"{error.file}:{error.line}: " if error.line else f"{error.file}: "
        place += f"{error.field}: " if error.field else ""
    terminal.tell(place + terminal.speak(error.message))
    if error.remedy:
        terminal.tell("  " + terminal.speak(error.remedy))


def _mark_error(terminal: Terminal) -> None:
    mark = terminal.speak(say("error: "))
    print(f"\x1b[1;31m{mark}\x1b[0m" if in_colour(sys.stderr) else mark, end="", file=sys.stderr)
