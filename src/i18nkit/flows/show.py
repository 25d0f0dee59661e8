"""One paper: its facts, where lists name it, and its texts in every locale."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.errors import I18nKitError, Message, say
from i18nkit.model import PAPERS, TITLE, Address, Catalogue, Paper, Row, State, Unit
from i18nkit.translation import states


@dataclass(frozen=True, slots=True)
class Shown:
    paper: Paper
    catalogue: Catalogue
    states: Mapping[Address, State]

    def fields(self) -> list[str]:
        """In reading order; what other lists say of a field comes last."""
        there = self.catalogue.texts.get(PAPERS + self.paper.id, {})
        order = {field: number for number, field in enumerate((TITLE, *self.catalogue.fields))}
        return sorted(
            there, key=lambda field: (field.startswith("also."), order.get(field, len(order)), field)
        )

    def text(self, locale: str, field: str) -> tuple[Unit | None, State | None]:
        """No state: this locale need not have the text."""
        address = Address(locale, PAPERS + self.paper.id, field)
        return self.catalogue.units.get(address), self.states.get(address)

    def places(self) -> Iterator[tuple[str, tuple[str, ...], Row]]:
        """The lists that name the paper, with the ids of the sections from the outermost in."""
        for id, reading_list in self.catalogue.lists.items():
            for section, row in reading_list.rows():
                if self.paper.id in row.papers:
                    yield id, tuple(outer.id for outer in reading_list.path(section)), row


def show(settings: Settings, id: str) -> Shown:
    """Raises I18nKitError where no paper has this id."""
    catalogue = store.read_catalogue(settings)
    if id not in catalogue.papers:
        raise I18nKitError(say("no paper has the id {id}", id=id), remedy=_meant(catalogue, id))
    return Shown(catalogue.papers[id], catalogue, states(catalogue))


def _meant(catalogue: Catalogue, word: str) -> Message | None:
    """By id, short name, title or identifier."""
    named: dict[str, str] = {}
    for id, paper in catalogue.papers.items():
        for name in (id, paper.short, *catalogue.titles(paper), *paper.ids.values()):
            named.setdefault(name.casefold(), id)
    asked = word.casefold()
    close = [name for name in named if asked in name] or difflib.get_close_matches(asked, named, 3, 0.5)
    ids = list(dict.fromkeys(named[name] for name in close))[:3]
    return say("did you mean {word}?", word=", ".join(ids)) if ids else None
