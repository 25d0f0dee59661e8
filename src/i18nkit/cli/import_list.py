"""`i18nkit import`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from i18nkit.cli.findings import json_finding, put_findings
from i18nkit.cli.spoken import choice, command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say

if TYPE_CHECKING:
    from i18nkit.cli.view import Cell
    from i18nkit.config import Settings
    from i18nkit.flows.import_list import Imported
    from i18nkit.lists.deciding import Decision

SCHEMA = 1
KINDS = {"new": say("new"), "same": say("same"), "unsure": say("unsure"), "refused": say("refused")}


@command(
    "import",
    say(
        "Take reading lists into the catalogue: their papers, their order, their notes. What is known already is "
        "linked, what is unsure is told and left for content/linkage.yaml. A second import changes nothing."
    ),
)
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@option("--list", "list_id", metavar="ID", help=say("the id of the list, for a single FILE"))
@option("--dry-run", is_flag=True, help=say("tell what would be taken in and write nothing"))
@option("--format", "form", **choice("table", "json", default="table"), help=say("how it is shown"))
def import_command(
    terminal: Terminal, files: tuple[str, ...], list_id: str | None, dry_run: bool, form: str
) -> None:
    from pathlib import Path

    from i18nkit.cli.view import progress_bar, put_json
    from i18nkit.flows.import_list import import_lists

    settings = terminal.settings()
    with progress_bar() as progress:
        imported = import_lists(
            settings, [Path(file) for file in files], list_id=list_id, dry_run=dry_run, progress=progress
        )
    if form == "json":
        put_json(terminal, _json(terminal, imported))
        return
    put_findings(terminal, [finding for one in imported for finding in one.linked.findings])
    _put_summary(terminal, settings, imported)
    count = len({rewrite.file for one in imported for rewrite in one.rewrites})
    terminal.tell(
        say("files that would change: {count}", count=count)
        if dry_run
        else say("files changed: {count}", count=count)
    )


def _put_summary(terminal: Terminal, settings: Settings, imported: Sequence[Imported]) -> None:
    from i18nkit.cli.view import Column, put_table

    columns = [
        Column(say("list")),
        Column(say("records"), right=True),
        *(Column(name, right=True) for name in KINDS.values()),
        *(Column(say("texts {locale}", locale=tag), right=True) for tag in settings.locales),
    ]
    put_table(terminal, columns, _summary(settings, imported))


def _summary(settings: Settings, imported: Sequence[Imported]) -> Iterator[Sequence[Cell]]:
    """Papers by decision; texts that are new or differ, by locale."""
    for one in imported:
        kinds = Counter(decision.kind for decision in one.linked.decisions)
        texts = Counter(
            change.locale for change in one.linked.changes if change.keys[:1] != ("stamps",) and change.locale
        )
        yield (
            one.list_id,
            len(one.linked.decisions),
            *(kinds[kind] for kind in KINDS),
            *(texts[tag] for tag in settings.locales),
        )


def _json(terminal: Terminal, imported: Sequence[Imported]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "records": [
            _json_record(terminal, one.read.file, decision)
            for one in imported
            for decision in one.linked.decisions
        ],
        "findings": [
            json_finding(finding, terminal.speak) for one in imported for finding in one.linked.findings
        ],
    }


def _json_record(terminal: Terminal, file: str, decision: Decision) -> dict[str, Any]:
    record = decision.record
    return {
        "title": record.title,
        "short": record.short,
        "year": record.year,
        "ids": dict(sorted(record.ids.items())),
        "url": record.url,
        "section": list(record.section),
        "notes": [
            {"label": note.label, "field": note.field, "text": note.text, "script": note.script}
            for note in record.notes
        ],
        "file": file,
        "line": record.line,
        "decision": decision.kind,
        "paper": decision.paper,
        "why": terminal.speak(decision.why),
    }
