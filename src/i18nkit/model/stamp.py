"""What a text was made from, and by whose hand."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

HAND = "hand"
OPENCC = "opencc"
MEMORY = "memory"
MACHINES = frozenset({OPENCC, MEMORY})
RESERVED = frozenset({HAND, OPENCC, MEMORY})  # words a stamp's `by` may say that are no list's id

_MARK = re.compile(r"(?P<owner>[A-Za-z0-9][A-Za-z0-9._-]*)@(?P<hex>[0-9a-f]{8})")


def digest(text: str) -> str:
    """First 8 hex digits of SHA-256 over the NFC text, line ends LF, outer space trimmed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


class Mark(NamedTuple):
    """`owner@digest`: a text of `owner`'s, known by its digest. Written so because a bare digest is a YAML trap."""

    owner: str
    digest: str

    @classmethod
    def of(cls, owner: str, text: str) -> Self:
        return cls(owner, digest(text))

    @classmethod
    def parse(cls, printed: str) -> Self | None:
        """None where `printed` is no mark."""
        match = _MARK.fullmatch(printed)
        return cls(match["owner"], match["hex"]) if match else None

    def __str__(self) -> str:
        return f"{self.owner}@{self.digest}"

    def fits(self, text: str) -> bool:
        return self.digest == digest(text)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The foot note of a unit.

    `source` (written `from:`) is the locale and text this was made from; None where the text begins here.
    `by` is the text as it was stamped and whose hand: `hand`, `opencc`, `memory` or a list's id.
    `over` is the machine's text that a person took over. `accepted`: a person found the machine's text right.
    `review`: somebody asks for a look. `waived` names the rules of `check` that do not hold for this text, each
    with its reason.
    """

    by: Mark
    source: Mark | None = None
    over: Mark | None = None
    accepted: bool = False
    review: bool = False
    waived: tuple[tuple[str, str], ...] = ()

    @property
    def by_machine(self) -> bool:
        return self.by.owner in MACHINES


class State(StrEnum):
    """How a unit stands to its source: computed from two digests, never stored."""

    SOURCE = "source"
    TRANSLATED = "translated"
    CONVERTED = "converted"
    STALE = "stale"
    NEEDS_REVIEW = "needs-review"
    MISSING = "missing"
