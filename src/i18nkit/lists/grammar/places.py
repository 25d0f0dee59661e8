"""Stand-ins for links while a line is taken apart: a private character each, and a pair around a link's words."""

from __future__ import annotations

import re

from i18nkit.lists.grammar.links import Link

FIRST = 0xE100
OPEN, CLOSE = "\ue000", "\ue001"
PLACE = re.compile("[\ue100-\uf8ff]")
WORDS = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")

_HOLLOW = re.compile(r"[\[(（【][\s|/,，、·;；]*[\])）】]")


def with_places(line: str, links: list[Link]) -> str:
    """`line` with a stand-in for each link; the words of a link stay where they are no mere anchor."""
    for index in range(len(links) - 1, -1, -1):
        link = links[index]
        place = chr(FIRST + index)
        words = place if link.is_anchor else f"{OPEN}{link.text}{CLOSE}{place}"
        line = line[: link.start] + words + line[link.end :]
    return line


def links_in(part: str, links: list[Link]) -> tuple[str, ...]:
    """The addresses of the links that stand in `part`."""
    return tuple(links[ord(place) - FIRST].url for place in PLACE.findall(part))


def without_places(text: str) -> str:
    """Words only: stand-ins gone, and brackets that held nothing else."""
    return _HOLLOW.sub(" ", PLACE.sub(" ", text.replace(OPEN, "").replace(CLOSE, "")))
