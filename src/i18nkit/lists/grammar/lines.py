"""Lines as every layout hands them on: headings, items, texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

_MARKER = re.compile(
    r"(?P<indent>\s*)(?:(?P<bullet>[-*+–—○□◇](?=\s|$)|[•·‧・‣⁃▪●◦■◆►▸➤➢✦※])"
    r"|(?P<from>\d{1,3})(?:\s*[-–—~～]\s*(?P<to>\d{1,3}))?(?:[.)．](?=\s|$|[A-Z《“\"\[*🔥])|、)"
    r"|[(（](?P<in>\d{1,3})[)）](?=\s|$|[A-Z《“\"\[*])|\[(?P<box>\d{1,3})\](?=\s+\S))\s*(?P<text>.*)"
)
_CHECKBOX = re.compile(r"\[[ xX✓]\]\s+")
_NUMBER = r"(?P<from>\d{1,3})(?:\s*[-–—~～]\s*(?P<to>\d{1,3}))?[.)．、]"
_NUMBERED = re.compile(rf"{_NUMBER}\s+(?=[A-Z《“\"\[*])")
_GLUED = re.compile(rf"(?:(?<=[。！？；…])\s*|(?<=[.!?])\s+){_NUMBER}\s*(?=[A-Z《“\"\[*])")

# The level of a plain heading that is part of the section before it (advice, goal), below every real one.
INSIDE = 90


class Kind(Enum):
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """`level`: of a heading its rank from 1, of the rest the column it begins in. `no` are its printed numbers.
    `gap`: an empty line stands before it. `role`: what a heading says of the text below it, where its words do not
    tell (see `headings.role`)."""

    kind: Kind
    text: str
    line: int
    level: int = 0
    no: tuple[int, ...] = ()
    gap: bool = False
    role: str = ""


def read_item(printed: str, line: int, *, gap: bool) -> Line | None:
    """The item that `printed` is, None where it begins with no marker. Its text is empty for a marker alone."""
    match = _MARKER.match(printed.expandtabs(4))
    if not match:
        return None
    level = len(match["indent"])
    first = match["from"] or match["in"] or match["box"]
    text = _CHECKBOX.sub("", match["text"].strip(), count=1)
    no = numbers(first, match["to"])
    if not no and (numbered := _NUMBERED.match(text)):
        no, text = numbers(numbered["from"], numbered["to"]), text[numbered.end() :]
    return Line(Kind.ITEM, text, line, level, no, gap)


def numbers(first: str | None, last: str | None = None) -> tuple[int, ...]:
    """`18-19` are two numbers; a range that runs backwards or too far is none."""
    if not first:
        return ()
    start, stop = int(first), int(last or first)
    return tuple(range(start, stop + 1)) if start <= stop < start + 20 else (start,)


def unglued(lines: Iterable[Line]) -> Iterator[Line]:
    """Split items that lost the line break before the next one: `… 循环。 18-19. Context Engineering …`.

    Behind a half-width full stop a number could be anything: it must be a range, or the one that comes next.
    """
    for line in lines:
        if line.kind is not Kind.ITEM:
            yield line
            continue
        start, no = 0, line.no
        for glued in _GLUED.finditer(line.text):
            chinese = line.text[glued.start() - 1] in "。！？；…"
            if not chinese and not glued["to"] and (not no or int(glued["from"]) != no[-1] + 1):
                continue
            yield replace(line, text=line.text[start : glued.start()].strip(), no=no)
            start, no = glued.end(), numbers(glued["from"], glued["to"])
        yield replace(line, text=line.text[start:].strip(), no=no)
