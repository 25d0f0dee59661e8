"""`i18nkit convert`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from i18nkit.cli.spoken import choice, command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import ContentError, I18nKitError, say

if TYPE_CHECKING:
    from i18nkit.conversion import Step

BOM = b"\xef\xbb\xbf"
SCHEMA = 1
PAGE = 120  # columns of the table, where no terminal says how many


@command(
    "convert",
    say(
        "Convert the text on stdin to the other script, on stdout. Inside a catalogue its glossary counts; "
        "code, formulas and addresses, paragraphs and line ends stay as they are."
    ),
)
@option("--to", metavar="LOCALE", required=True, help=say("what it becomes, such as zh-Hant"))
@option("--from", "source", metavar="LOCALE", help=say("what it is, where more than one route leads there"))
@option(
    "--explain",
    "explains",
    is_flag=True,
    help=say("instead of the text, show what changes, by which layer and entry, and what else it could be"),
)
@option("--format", "form", **choice("table", "json"), help=say("how an explanation is shown"))
def convert_command(
    terminal: Terminal, to: str, source: str | None, explains: bool, form: str | None
) -> None:
    from i18nkit.flows.convert import convert, explain

    if form and not explains:
        raise I18nKitError(say("--format goes with --explain"))
    settings = terminal.settings_if_any()
    data = sys.stdin.buffer.read()
    bom = BOM if data.startswith(BOM) else b""
    text = _decoded(data[len(bom) :])
    if explains:
        _put_steps(terminal, text, explain(text, to=to, source=source, settings=settings), form or "table")
        return
    converted = convert(text, to=to, source=source, settings=settings)
    sys.stdout.flush()
    sys.stdout.buffer.write(bom + converted.encode())


def _put_steps(terminal: Terminal, text: str, steps: Sequence[Step], form: str) -> None:
    from i18nkit.cli.view import Column, put_json, put_table

    if form == "json":
        put_json(terminal, {"schema": SCHEMA, "steps": [_json(step) for step in steps]})
        return
    lines = [text.count("\n", 0, step.start) + 1 for step in steps]
    put_table(
        terminal,
        [
            Column(say("line"), right=True),
            Column(say("source")),
            Column(say("result")),
            Column(say("layer")),
            Column(say("entry")),
            Column(say("or else")),
        ],
        [
            (
                line,
                step.source,
                step.result,
                step.layer,
                step.entry,
                terminal.speak(say(", ")).join(step.alternatives),
            )
            for line, step in zip(lines, steps, strict=True)
        ],
        width=PAGE,
    )


def _json(step: Step) -> dict[str, Any]:
    return {
        "source": {"start": step.start, "end": step.end, "text": step.source},
        "result": {"start": step.result_start, "end": step.result_end, "text": step.result},
        "layer": step.layer,
        "entry": step.entry,
        "alternatives": list(step.alternatives),
    }


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ContentError(
            say("byte {number} is not UTF-8", number=error.start + 1),
            file="stdin",
            line=data.count(b"\n", 0, error.start) + 1,
            remedy=say("convert its encoding first, with `iconv -f gb18030 -t utf-8` for instance"),
        ) from error
