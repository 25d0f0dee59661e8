"""Facts that a list prints behind a label of their own: `链接：…`, `Year: 2017`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from i18nkit.lists.drafts import RecordDraft
from i18nkit.lists.grammar.labels import Label
from i18nkit.lists.grammar.links import find_links, identifier_alone
from i18nkit.lists.grammar.marks import bare
from i18nkit.lists.grammar.names import YEAR, year_of
from i18nkit.lists.terms import terms

# Labels that can only stand beside a paper.
ABOUT_PAPERS = frozenset({"link", "year", "short", "authors", "venue"})

_COUNT = re.compile(r"\s*[\d一二三四五六七八九十]+$")


def fact_of(label: Label) -> str:
    """The fact a label gives, empty for none; `论文一` and `Paper 2` are labels like `论文`."""
    known = terms().facts
    return known.get(label.key) or known.get(_COUNT.sub("", label.key), "")


def tell(drafts: Sequence[RecordDraft], fact: str, value: str) -> bool:
    """Take a fact for these papers. False where the value is none: then the line is something else."""
    urls = tuple(link.url for link in find_links(value))
    ids = identifier_alone(value)
    year = YEAR.search(value)
    match fact:
        case "link" if urls or ids:
            for draft in drafts:
                draft.add_links(urls, ids)
        case "year" | "venue" if year:
            for draft in drafts:
                draft.year = draft.year or year_of(year[0])
        case "short":
            for draft in drafts:
                draft.short = draft.short or bare(value)
        case "link" | "year":
            return False
        case "extra":
            return bool(urls)
    return True
