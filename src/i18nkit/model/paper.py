"""What is true of a paper in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


def is_id(word: str) -> bool:
    """Ids are short slugs: lower-case Latin letters and digits, joined by single hyphens or dots."""
    return len(word) <= 80 and _ID.fullmatch(word) is not None


@dataclass(frozen=True, slots=True)
class Paper:
    """Facts. `id` is minted once and never derived again.

    `title` is the original one; what a locale calls the paper is a text of that locale.
    `year` is that of the first public version; lists often print the venue's. `ids` has the keys `arxiv`
    (without version), `doi` and `acl`. `aliases` are other titles that lists print. `formulas` are LaTeX
    without dollar signs. `et_al`: more wrote it than `authors` names; without any, who wrote it is not established.
    """

    id: str
    title: str
    short: str = ""
    authors: tuple[str, ...] = ()
    et_al: bool = False
    year: int | None = None
    venue: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    aliases: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    file: str = ""
    line: int = 1

    @property
    def link(self) -> str:
        """Where to read it: what `url` says, else what the identifiers give, else empty."""
        if self.url:
            return self.url
        for key, prefix in _RESOLVERS:
            if key in self.ids:
                return prefix + self.ids[key]
        return ""


_RESOLVERS = (
    ("arxiv", "https://arxiv.org/abs/"),
    ("acl", "https://aclanthology.org/"),
    ("doi", "https://doi.org/"),
)
