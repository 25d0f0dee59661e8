"""Pages that people write: Markdown under a front matter in YAML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from i18nkit.errors import ContentError, say
from i18nkit.model import Address, Unit
from i18nkit.store.nodes import compose, line_of
from i18nkit.store.sheet import Sheet
from i18nkit.store.texts import stamps

_FRONT = re.compile(rb"\A---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class Parts(NamedTuple):
    """A page's bytes, taken apart: `before + yaml + between + body` is the page. `first` is the line on which
    the YAML begins, `body_line` that of the first line of text."""

    before: bytes
    yaml: bytes
    between: bytes
    body: bytes
    first: int
    body_line: int


def split(data: bytes) -> Parts:
    """A page without front matter has an empty one."""
    match = _FRONT.match(data)
    head = data[: match.end()] if match else b""
    rest = data[len(head) :]
    body = rest.lstrip(b"\r\n")
    gap = rest[: len(rest) - len(body)]
    line = (head + gap).count(b"\n") + 1
    if not match:
        return Parts(b"", b"", gap, body, 1, line)
    return Parts(
        data[: match.start("yaml")], match["yaml"], data[match.end("yaml") : match.end()] + gap, body, 2, line
    )


def page_texts(
    sheet: Sheet, locale: str, owner: str, data: bytes, locales: Collection[str]
) -> Iterator[Unit]:
    """The units `title` and `body`. Other keys of the front matter are MkDocs' and pass."""
    parts = split(data)
    try:
        body = parts.body.decode("utf-8").replace("\r\n", "\n").rstrip()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, len(data) - len(parts.body) + error.start) + 1
        raise ContentError(
            say("is not UTF-8"), file=sheet.file, line=line, remedy=say("save the file as UTF-8")
        ) from error
    if "\0" in body:
        raise ContentError(
            say("holds the control character {code}", code="U+0000"),
            file=sheet.file,
            line=parts.body_line + body.count("\n", 0, body.index("\0")),
            remedy=say("take it out; the file may be binary"),
        )
    # Blank lines in front give the nodes the line numbers of the page.
    node = compose(b"\n" * (parts.first - 1) + parts.yaml, sheet.file)
    front = {key: (key_node, value) for key, key_node, value in sheet.mapping(node)}
    typed = stamps(sheet, front["stamps"][1] if "stamps" in front else None, locales)
    title_line = line_of(front["title"][0]) if "title" in front else 1
    texts = {
        "title": (sheet.text(front["title"][1], "title") if "title" in front else "", title_line),
        "body": (body, parts.body_line),
    }
    for field, (text, line) in texts.items():
        stamp, stamp_line = typed.pop(field, (None, line))
        if text or stamp:
            yield Unit(Address(locale, owner, field), text, stamp, sheet.file, line if text else stamp_line)
    for field, (stamp, line) in typed.items():
        yield Unit(Address(locale, owner, field), "", stamp, sheet.file, line)
