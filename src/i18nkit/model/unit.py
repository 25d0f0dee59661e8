"""One text in one locale, and its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Self

from i18nkit.model.stamp import Stamp

PAPERS = "papers/"
LISTS = "lists/"
TITLE = "title"
NO_NOTES = (TITLE, "also", "stamps")  # what a paper's file of texts has besides notes


class Address(NamedTuple):
    """`zh-Hant/papers/bert#summary`.

    `owner` is what the text belongs to: `papers/<id>`, `lists/<id>`, or the path of a page without its suffix.
    `field` is dotted: `summary`, `also.picks.summary`, `foundation.goal` (a list's section), `body` (a page).
    """

    locale: str
    owner: str
    field: str

    @classmethod
    def parse(cls, printed: str) -> Self | None:
        """None where `printed` is no address."""
        path, hash_, field = printed.partition("#")
        locale, slash, owner = path.partition("/")
        return cls(locale, owner, field) if hash_ and slash and locale and owner and field else None

    def __str__(self) -> str:
        return f"{self.locale}/{self.owner}#{self.field}"

    def within(self, locale: str) -> Address:
        """The same field in another locale."""
        return Address(locale, self.owner, self.field)

    @property
    def is_also(self) -> bool:
        """Another list's words for a field whose first original came from elsewhere."""
        return self.field.startswith("also.")

    @property
    def is_paper_title(self) -> bool:
        """What a locale calls a paper whose own title is in another language."""
        return self.field == TITLE and self.paper is not None

    @property
    def is_optional(self) -> bool:
        """Never counted as missing."""
        return self.is_also or self.is_paper_title

    @property
    def kind(self) -> str:
        """The field's own name: `summary` for `also.picks.summary`, `goal` for `foundation.goal`."""
        return self.field.rpartition(".")[2]

    @property
    def paper(self) -> str | None:
        return self.owner.removeprefix(PAPERS) if self.owner.startswith(PAPERS) else None

    @property
    def reading_list(self) -> str | None:
        return self.owner.removeprefix(LISTS) if self.owner.startswith(LISTS) else None

    @property
    def is_page(self) -> bool:
        return not self.owner.startswith((PAPERS, LISTS))


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that is there. `file` is relative to the project's root, `line` counts from 1."""

    address: Address
    text: str
    stamp: Stamp | None
    file: str
    line: int
