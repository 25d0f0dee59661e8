"""`i18nkit status`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from i18nkit.cli.spoken import choice, command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import I18nKitError, Message, say
from i18nkit.model.stamp import State

if TYPE_CHECKING:
    from i18nkit.cli.view import Cell, Column
    from i18nkit.flows.status import Report, Row

SCHEMA = 1
MOST_ROWS = 30  # of the table, where --limit does not say otherwise


@command(
    "status",
    say(
        "What each locale has and lacks, and what to do about it, the most read texts first. "
        "States: source, translated, converted, stale, needs-review, missing."
    ),
)
@click.argument("locales", metavar="[LOCALE…]", nargs=-1)
@option("--list", "list_id", metavar="ID", help=say("only this list and the papers in it"))
@option(
    "--state",
    "only",
    metavar="STATE,…",
    multiple=True,
    help=say("only texts in these states; may be repeated"),
)
@option("--limit", metavar="N", type=click.IntRange(min=0), help=say("list no more texts than this"))
@option("--diff", is_flag=True, help=say("show what changed in the source since the stamp"))
@option(
    "--fail-on",
    metavar="STATE,…",
    multiple=True,
    help=say("exit with 1 where a text is in one of these states"),
)
@option(
    "--format",
    "form",
    **choice("table", "plain", "json", "markdown", default="table"),
    help=say("how it is shown"),
)
def status_command(
    terminal: Terminal,
    locales: tuple[str, ...],
    list_id: str | None,
    only: tuple[str, ...],
    limit: int | None,
    diff: bool,
    fail_on: tuple[str, ...],
    form: str,
) -> int:
    from i18nkit.flows.status import WORK, status

    asked, failing = _states(only), _states(fail_on)
    listed = asked if form == "json" else asked or WORK
    if form == "table" and limit is None:
        limit = MOST_ROWS
    report = status(
        terminal.settings(), locales=locales, list_id=list_id, only=listed, limit=limit, diff=diff
    )
    _FORMS[form](terminal, report)
    for route, parts in report.moved.items():
        terminal.tell(
            say("{route}: the converter has changed ({parts})", route=str(route), parts=", ".join(parts))
        )
        terminal.tell(
            say("`i18nkit sync --reconvert --dry-run` shows which texts would come out differently")
        )
    left = sum(tally.states[state] for tally in report.locales.values() for state in listed) - len(
        report.rows
    )
    if form != "json" and left > 0:
        terminal.tell(say("{count} more: --limit shows them", count=left))
    found = {state for tally in report.locales.values() for state, count in tally.states.items() if count}
    return 1 if found & set(failing) else 0


def _states(asked: Sequence[str]) -> tuple[State, ...]:
    words = [word.strip() for some in asked for word in some.split(",") if word.strip()]
    for word in words:
        if word not in set(State):
            raise I18nKitError(
                say("no state is called {word}", word=word),
                remedy=say("known states: {names}", names=", ".join(State)),
            )
    return tuple(map(State, words))


def _put_table(terminal: Terminal, report: Report) -> None:
    from i18nkit.cli.view import Column, put_table

    put_table(terminal, _tally_columns(report), _tally_rows(report))
    if not report.rows:
        return
    terminal.put("")
    if sys.stdout.isatty():  # narrow: one thing below the other
        columns = [Column(say("state")), Column(say("effort"), right=True), Column(say("to do"), whole=True)]
        put_table(terminal, columns, [_stacked_row(terminal, row) for row in report.rows])
    else:
        put_table(terminal, _unit_columns(), [_unit_row(terminal, row) for row in report.rows])


def _put_markdown(terminal: Terminal, report: Report) -> None:
    from i18nkit.cli.view import put_markdown

    put_markdown(terminal, _tally_columns(report), _tally_rows(report))
    if report.rows:
        terminal.put("")
        put_markdown(terminal, _unit_columns(), [_unit_row(terminal, row) for row in report.rows])


def _put_plain(terminal: Terminal, report: Report) -> None:
    """State, address, place, Han characters, words, what to do. Counts are one `cut -f1 | sort | uniq -c` away."""
    from i18nkit.cli.view import put_plain

    put_plain(
        terminal,
        [
            (row.state, str(row.address), _place(row), *row.effort, _to_do(terminal, row))
            for row in report.rows
        ],
    )


def _put_json(terminal: Terminal, report: Report) -> None:
    from i18nkit.cli.view import put_json

    put_json(
        terminal,
        {
            "schema": SCHEMA,
            "papers": report.papers,
            "locales": {
                tag: {**{str(state): count for state, count in tally.states.items()}, "total": tally.total}
                for tag, tally in report.locales.items()
            },
            "units": [_json_unit(terminal, row) for row in report.rows],
        },
    )


_FORMS = {"table": _put_table, "plain": _put_plain, "json": _put_json, "markdown": _put_markdown}


def _json_unit(terminal: Terminal, row: Row) -> dict[str, Any]:
    unit: dict[str, Any] = {
        "address": str(row.address),
        "state": str(row.state),
        "file": row.file,
        "line": row.line,
    }
    if row.diff is not None:
        unit["diff"] = terminal.speak(row.diff)
    return unit


def _tally_columns(report: Report) -> list[Column]:
    from i18nkit.cli.view import Column

    return [Column(say("state")), *(Column(tag, right=True) for tag in report.locales)]


def _tally_rows(report: Report) -> Iterator[Sequence[Cell]]:
    tallies = report.locales.values()
    for state in State:
        yield state, *(_with_share(tally.states[state], tally.total) for tally in tallies)
    yield say("total"), *(tally.total for tally in tallies)
    yield say("Han characters to do"), *(f"{tally.effort[0]:,}" for tally in tallies)
    yield say("words to do"), *(f"{tally.effort[1]:,}" for tally in tallies)


def _with_share(count: int, total: int) -> str:
    """Rounded, but never to all or nothing where some are left."""
    if not count:
        return "–"
    percent = round(100 * count / total)
    share = "<1" if percent < 1 else ">99" if percent > 99 and count < total else str(percent)
    return f"{count} ({share}%)"


def _effort(effort: tuple[int, int]) -> Message | str:
    characters, words = effort
    match bool(characters), bool(words):
        case True, True:
            return say("{characters} Han + {words} words", characters=f"{characters:,}", words=f"{words:,}")
        case True, False:
            return say("{characters} Han", characters=f"{characters:,}")
        case False, True:
            return say("{words} words", words=f"{words:,}")
    return "–"


def _unit_columns() -> list[Column]:
    from i18nkit.cli.view import Column

    return [
        Column(say("state")),
        Column(say("address")),
        Column(say("place")),
        Column(say("effort"), right=True),
        Column(say("to do")),
    ]


def _unit_row(terminal: Terminal, row: Row) -> Sequence[Cell]:
    return row.state, str(row.address), _place(row), _effort(row.effort), _to_do(terminal, row)


def _stacked_row(terminal: Terminal, row: Row) -> Sequence[Cell]:
    lines = (str(row.address), _place(row), _to_do(terminal, row))
    return row.state, _effort(row.effort), "\n".join(filter(None, lines))


def _place(row: Row) -> str:
    return f"{row.file}:{row.line}" if row.line else row.file


def _to_do(terminal: Terminal, row: Row) -> str:
    advice = terminal.speak(row.advice or "")
    return f"{advice}\n{terminal.speak(row.diff)}" if row.diff else advice
