"""`i18nkit glossary`: its subcommands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import click

from i18nkit.cli.spoken import Group, choice, command, option, shared_options
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import I18nKitError, Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from i18nkit.cli.view import Cell
    from i18nkit.config import Settings
    from i18nkit.model.glossary import Term

SCHEMA = 1
EXAMPLE = "zh-Hans=数据集 zh-Hant=資料集 en=dataset"

_FORM = option("--format", "form", **choice("table", "json", default="table"), help=say("how it is shown"))


@command("list", say("All rows of the glossary."))
@_FORM
def list_command(terminal: Terminal, form: str) -> None:
    from i18nkit.store import read_glossary

    settings = terminal.settings()
    terms = read_glossary(settings)
    _put_terms(terminal, settings, terms, form)
    if form == "table":
        terminal.tell(say("terms: {count}", count=len(terms)))


@command(
    "find",
    say(
        "Rows with a word, in either script or in English: of the glossary, and of the layers shipped with the program."
    ),
)
@click.argument("word", metavar="WORD")
@_FORM
def find_command(terminal: Terminal, word: str, form: str) -> None:
    from i18nkit.cli.view import Column, put_json, put_table
    from i18nkit.flows.glossary import SHIPPED, find
    from i18nkit.store import file_of

    settings = terminal.settings()
    file = file_of(settings, None, "glossary")
    found = find(settings, word)
    if form == "json":
        rows = [
            {"layer": row.layer, **_json_term(row.term, file if row.layer == "glossary" else "")}
            for row in found
        ]
        put_json(terminal, {"schema": SCHEMA, "rows": rows})
        return
    if not found:
        terminal.tell(say("Nothing found."))
        return
    tags = [
        tag
        for tag in dict.fromkeys((*settings.locales, *SHIPPED))
        if any(tag in row.term.texts or row.term.keep for row in found)
    ]
    put_table(
        terminal,
        [Column(say("layer")), *map(Column, tags), Column(say("only")), Column(say("remark"))],
        [(row.layer, *_cells(row.term, tags)) for row in found],
    )


@command(
    "add",
    say("Add a row, such as {example}, or with --keep a word that no converter touches.", example=EXAMPLE),
)
@click.argument("terms", metavar="[LOCALE=TERM…]", nargs=-1)
@option("--keep", metavar="WORD", default="", help=say("a word that no converter touches"))
@option(
    "--only", metavar="LOCALE", default="", help=say("use the row only for the conversion into this locale")
)
@option("--remark", metavar="TEXT", default="", help=say("what there is to say about it"))
def add_command(terminal: Terminal, terms: tuple[str, ...], keep: str, only: str, remark: str) -> None:
    from i18nkit.flows.glossary import add

    texts = dict(_parted(term) for term in terms)
    for rewrite in add(terminal.settings(), texts, keep=keep, only=only, remark=remark):
        terminal.tell(say("added to {file}", file=rewrite.file))
    terminal.tell(say("`i18nkit sync --dry-run` shows which texts would come out differently"))


def _parted(term: str) -> tuple[str, str]:
    tag, equals, said = term.partition("=")
    if not equals:
        raise I18nKitError(
            say("{term} names no locale", term=term),
            remedy=say("write it as in: i18nkit glossary add {example}", example=EXAMPLE),
        )
    return tag, said


@command("idle", say("The rows that no text of the catalogue needs."))
@_FORM
def idle_command(terminal: Terminal, form: str) -> None:
    from i18nkit.flows.glossary import idle

    settings = terminal.settings()
    terms = idle(settings)
    _put_terms(terminal, settings, terms, form)
    if form == "table":
        terminal.tell(say("terms that no text needs: {count}", count=len(terms)))


def _put_terms(terminal: Terminal, settings: Settings, terms: Iterable[Term], form: str) -> None:
    from i18nkit.cli.view import Column, put_json, put_table
    from i18nkit.store import file_of

    file = file_of(settings, None, "glossary")
    if form == "json":
        put_json(terminal, {"schema": SCHEMA, "terms": [_json_term(term, file) for term in terms]})
    elif terms := list(terms):
        columns = [*map(Column, settings.locales), Column(say("only")), Column(say("remark"))]
        put_table(terminal, columns, [_cells(term, settings.locales) for term in terms])


def _cells(term: Term, tags: Iterable[str]) -> list[Cell]:
    remark = say("never converted") if term.keep and not term.remark else term.remark
    return [*(term.texts.get(tag, term.keep) for tag in tags), term.only, remark]


def _json_term(term: Term, file: str) -> dict[str, Any]:
    place = {"file": file, "line": term.line} if file else {}
    return {"texts": dict(term.texts), "keep": term.keep, "only": term.only, "remark": term.remark, **place}


_SUBCOMMANDS = {
    "list": (list_command, say("all rows")),
    "find": (find_command, say("rows with a word")),
    "add": (add_command, say("add a row")),
    "idle": (idle_command, say("rows that no text needs")),
}
_ABOUT = say("The glossary of the catalogue. Without a subcommand: all its rows.")


class _Glossary(Group):
    about = _ABOUT
    commands_about: ClassVar[Mapping[str, Message]] = {
        name: about for name, (_, about) in _SUBCOMMANDS.items()
    }

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise I18nKitError(
                say("glossary has no subcommand {name}", name=args[0]),
                remedy=say("known commands: {names}", names=", ".join(self.commands)),
            )
        return super().resolve_command(ctx, args)


@click.pass_context
def _list_unless_asked(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command, form="table")


glossary_command = _Glossary(
    "glossary",
    commands={name: made for name, (made, _) in _SUBCOMMANDS.items()},
    invoke_without_command=True,
    callback=_list_unless_asked,
    params=shared_options(),
)
