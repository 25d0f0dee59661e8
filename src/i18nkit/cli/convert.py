"""`i18nkit convert`."""

from __future__ import annotations

import sys

from i18nkit.cli.spoken import command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import ContentError, say

BOM = b"\xef\xbb\xbf"


@command(
    "convert",
    say(
        "Convert the text on stdin to the other script, on stdout. Inside a catalogue its glossary counts; "
        "code, formulas and addresses, paragraphs and line ends stay as they are."
    ),
)
@option("--to", metavar="LOCALE", required=True, help=say("what it becomes, such as zh-Hant"))
@option("--from", "source", metavar="LOCALE", help=say("what it is, where more than one route leads there"))
def convert_command(terminal: Terminal, to: str, source: str | None) -> None:
    from i18nkit.flows.convert import convert

    settings = terminal.settings_if_any()
    data = sys.stdin.buffer.read()
    bom = BOM if data.startswith(BOM) else b""
    converted = convert(_decoded(data[len(bom) :]), to=to, source=source, settings=settings)
    sys.stdout.flush()
    sys.stdout.buffer.write(bom + converted.encode())


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
