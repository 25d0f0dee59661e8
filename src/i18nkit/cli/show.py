"""`i18nkit show`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from i18nkit.cli.spoken import choice, command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say
from i18nkit.model.unit import TITLE

if TYPE_CHECKING:
    from i18nkit.cli.view import Cell
    from i18nkit.flows.show import Shown

SCHEMA = 1
PAGE = 120  # columns side by side, where no terminal says how many


@command(
    "show", say("One paper: its facts, the lists that name it, and its texts side by side in every locale.")
)
@click.argument("paper", metavar="PAPER")
@option("--format", "form", **choice("table", "json", default="table"), help=say("how it is shown"))
def show_command(terminal: Terminal, paper: str, form: str) -> None:
    from i18nkit.cli.view import put_json
    from i18nkit.flows.show import show

    shown = show(terminal.settings(), paper)
    if form == "json":
        put_json(terminal, _json(shown))
    else:
        _put_table(terminal, shown)


def _put_table(terminal: Terminal, shown: Shown) -> None:
    from i18nkit.cli.view import Column, put_heading, put_table

    put_heading(terminal, shown.paper.title)
    put_table(terminal, [Column(""), Column("")], _facts(terminal, shown))
    locales = shown.catalogue.locales
    if fields := shown.fields():
        terminal.put("")
        put_table(
            terminal,
            [Column(say("field")), *(Column(tag) for tag in locales)],
            [
                (_label(terminal, shown, field), *(_cell(shown, tag, field) for tag in locales))
                for field in fields
            ],
            width=PAGE,
        )


def _facts(terminal: Terminal, shown: Shown) -> Iterator[tuple[Cell, Cell]]:
    paper = shown.paper
    people = terminal.speak(say(", ")).join(paper.authors)
    facts = [
        (say("id"), paper.id),
        (say("short name"), paper.short),
        (
            say("authors"),
            terminal.speak(say("{people} and others", people=people)) if paper.et_al else people,
        ),
        (say("year"), str(paper.year or "")),
        (say("venue"), paper.venue),
        *paper.ids.items(),
        (say("link"), paper.link),
        *((say("also called"), alias) for alias in paper.aliases),
        *((say("formula"), formula) for formula in paper.formulas),
        *((say("list"), " > ".join((id, *path))) for id, path, _ in shown.places()),
        (say("place"), f"{paper.file}:{paper.line}"),
    ]
    return ((name, value) for name, value in facts if value)


def _label(terminal: Terminal, shown: Shown, field: str) -> str:
    if field == TITLE:
        return terminal.speak(say("title"))
    known = shown.catalogue.fields.get(field)
    return known.label.get(terminal.language, field) if known else field


def _cell(shown: Shown, locale: str, field: str) -> str:
    unit, state = shown.text(locale, field)
    if unit is None:
        return f"[{state}]" if state else ""
    return f"[{state}]\n{unit.text}"


def _json(shown: Shown) -> dict[str, Any]:
    paper = shown.paper
    return {
        "schema": SCHEMA,
        "paper": {
            "id": paper.id,
            "title": paper.title,
            "short": paper.short,
            "authors": list(paper.authors),
            "et_al": paper.et_al,
            "year": paper.year,
            "venue": paper.venue,
            "ids": dict(sorted(paper.ids.items())),
            "url": paper.link,
            "aliases": list(paper.aliases),
            "formulas": list(paper.formulas),
            "file": paper.file,
            "line": paper.line,
        },
        "lists": [{"id": id, "section": list(path), "no": list(row.no)} for id, path, row in shown.places()],
        "texts": {
            field: {tag: text for tag in shown.catalogue.locales if (text := _json_text(shown, tag, field))}
            for field in shown.fields()
        },
    }


def _json_text(shown: Shown, locale: str, field: str) -> dict[str, Any] | None:
    unit, state = shown.text(locale, field)
    if unit is None:
        return {"state": str(state)} if state else None
    return {"state": str(state), "text": unit.text, "file": unit.file, "line": unit.line}
