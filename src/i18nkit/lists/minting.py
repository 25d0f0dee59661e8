"""Ids: minted once, from what is printed, and never derived again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from i18nkit.lists.grammar import headings
from i18nkit.lists.grammar.brackets import groups
from i18nkit.lists.record import Record
from i18nkit.model import digest
from i18nkit.text.script import has_han

_LONGEST = 48
_MOST_WORDS = 7
_WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)*")
_STAGED = re.compile(r"^[^:：—–-]{1,24}[:：—–-]\s*")


def slug(words: str, *, dots: bool = True) -> str:
    """Latin letters and digits joined by hyphens; empty where there are none."""
    plain = (
        unicodedata.normalize("NFKD", words.replace("'", "").replace("’", "")).lower().replace("+", " plus ")
    )
    found = _WORD.findall(plain if dots else plain.replace(".", " "))[:_MOST_WORDS]
    while len("-".join(found)) > _LONGEST and len(found) > 1:
        found.pop()
    return "-".join(found)[:_LONGEST].strip("-.")


def paper_id(record: Record, short: str, taken: Container[str]) -> str:
    """`gpt-3`, `attention-is-all-you-need`; the year or a number sets apart what would be called the same."""
    name, title = slug(short), slug(record.title)
    wished = [
        name,
        f"{name}-{record.year}" if name and record.year else "",
        title,
        f"paper-{digest(record.title)[:6]}",
    ]
    ids = [id for id in wished if id]
    free = next((id for id in ids if id not in taken), None)
    return free or _numbered(ids[0], taken)


def section_id(heading: str, number: int, taken: Container[str]) -> str:
    """The Latin of a heading, that in brackets first: `阶段一:基础概念(Foundation)` is `foundation`; else `s3`."""
    bare = headings.unnumbered(heading)
    if headings.stage(bare):
        bare = _STAGED.sub("", bare, count=1) or bare
    inside = next((group.inside for group in groups(bare) if not has_han(group.inside)), "")
    wished = slug(inside if inside and has_han(bare) else bare, dots=False)
    wished = re.sub(r"^(?:the|an?)-(?=.)", "", wished)
    if not wished or wished in ("also", "stamps") or wished.isdigit():
        wished = f"s{number}"
    return wished if wished not in taken else _numbered(wished, taken)


def _numbered(id: str, taken: Container[str]) -> str:
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"
