"""Tables, diffs and JSON on stdout. The only module that knows rich, and loads it late."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from i18nkit.cli.terminal import Terminal, clean, in_colour
from i18nkit.errors import Message
from i18nkit.model.stamp import State

if TYPE_CHECKING:
    from rich.text import Text

Cell = str | int

STYLES: Mapping[str, str] = {
    State.SOURCE: "green",
    State.TRANSLATED: "green",
    State.CONVERTED: "cyan",
    State.STALE: "yellow",
    State.NEEDS_REVIEW: "yellow",
    State.MISSING: "red",
    "error": "bold red",
    "warning": "yellow",
    "note": "cyan",
}
_UNBOUNDED = 100_000  # columns where no terminal says how many: nothing is ever cut or folded


class Column(NamedTuple):
    """`whole`: no Latin word in it is broken, as addresses are copied whole."""

    title: str
    right: bool = False
    whole: bool = False


def put_table(
    terminal: Terminal,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    width: int = _UNBOUNDED,
) -> None:
    """Han takes two columns. Where stdout is no terminal: no lines, no colour, folded only at `width`."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    cells = [[_cell(terminal, cell) for cell in row] for row in rows]
    has_head = any(column.title for column in columns)
    table = Table(
        box=SIMPLE_HEAD if sys.stdout.isatty() and has_head else None,
        show_header=has_head,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="bold",
    )
    for number, column in enumerate(columns):
        table.add_column(
            terminal.speak(column.title),
            justify="right" if column.right else "left",
            min_width=_longest_word(row[number] for row in cells) if column.whole else None,
            overflow="fold",
        )
    for row in cells:
        table.add_row(*row)
    _put(table, width)


def put_markdown(terminal: Terminal, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """A GitHub table."""
    head = [terminal.speak(column.title) for column in columns]
    terminal.put(_markdown_row(head))
    terminal.put("|" + "|".join("--:" if column.right else "---" for column in columns) + "|")
    for row in rows:
        terminal.put(_markdown_row(_said(terminal, cell) for cell in row))


def put_plain(terminal: Terminal, rows: Iterable[Sequence[Cell]]) -> None:
    """One row a line, tabs between: for grep, cut and awk."""
    for row in rows:
        terminal.put("\t".join(" ".join(_said(terminal, cell).split()) for cell in row))


def put_json(terminal: Terminal, data: Mapping[str, Any]) -> None:
    """One line for each item of a list: for people and grep. json's own indenting is written in Python, and takes as
    long as reading a catalogue of ten thousand texts."""
    one_line = json.JSONEncoder(ensure_ascii=False).encode
    parts = []
    for key, value in data.items():
        items = ",\n  ".join(map(one_line, value)) if isinstance(value, list) else ""
        parts.append(f" {one_line(key)}: " + (f"[\n  {items}\n ]" if items else one_line(value)))
    terminal.put("{\n" + ",\n".join(parts) + "\n}")


def put_diff(terminal: Terminal, diff: str) -> None:
    for line in diff.splitlines():
        terminal.put(_in_colour(line, _DIFF_STYLES.get(line[:1], "")) if in_colour(sys.stdout) else line)


def put_heading(terminal: Terminal, text: str) -> None:
    said = clean(terminal.speak(text))
    terminal.put(_in_colour(said, "1") if in_colour(sys.stdout) else said)


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """On a terminal a function that moves a bar on stderr: what is at hand, how much is done, of how much."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("")
        yield lambda name, done, total: progress.update(
            task, description=clean(name), completed=done, total=total
        )


_LATIN_WORD = re.compile("[!-~]+")
_DIFF_STYLES = {"+": "32", "-": "31", "@": "36"}


def _longest_word(cells: Iterable[Text]) -> int:
    return max((len(word) for cell in cells for word in _LATIN_WORD.findall(cell.plain)), default=0)


def _in_colour(text: str, codes: str) -> str:
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


def _put(renderable: Any, width: int) -> None:
    from rich.console import Console

    on_terminal = sys.stdout.isatty()
    drawn = io.StringIO()
    console = Console(
        file=sys.stdout if on_terminal else drawn,
        width=None if on_terminal else width,
        force_terminal=on_terminal,
        no_color=not in_colour(sys.stdout),
        highlight=False,
        markup=False,
        emoji=False,
    )
    if on_terminal:
        console.print(renderable, crop=False)  # what is wider than the terminal, the terminal folds
        return
    console.print(renderable)
    for line in drawn.getvalue().splitlines():
        print(line.rstrip())


def _cell(terminal: Terminal, cell: Cell) -> Text:
    from rich.text import Text

    return Text(clean(_said(terminal, cell)), STYLES.get(cell, "") if isinstance(cell, str) else "")


def _said(terminal: Terminal, cell: Cell) -> str:
    return terminal.speak(cell) if isinstance(cell, Message) else str(cell)


def _markdown_row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "<br>") for cell in cells) + " |"
