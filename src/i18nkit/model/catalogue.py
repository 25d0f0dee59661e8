"""All papers, lists and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from i18nkit.model.glossary import Conversion, Field, Linkage, Term
from i18nkit.model.locale import Locale
from i18nkit.model.paper import Paper
from i18nkit.model.reading_list import ReadingList
from i18nkit.model.unit import PAPERS, TITLE, Address, Unit


@dataclass(frozen=True)
class Catalogue:
    """One reading of the files. Locales stand in the configured order, papers and lists by id, fields in reading
    order. Only texts that are there have a unit; `loose` are stamps whose text is not there, as units with an
    empty text."""

    locales: Mapping[str, Locale]
    papers: Mapping[str, Paper] = field(default_factory=dict)
    lists: Mapping[str, ReadingList] = field(default_factory=dict)
    units: Mapping[Address, Unit] = field(default_factory=dict)
    loose: tuple[Unit, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    linkage: Linkage = field(default_factory=Linkage)
    conversion: Conversion = field(default_factory=Conversion)

    @cached_property
    def texts(self) -> Mapping[str, Mapping[str, Mapping[str, Unit]]]:
        """owner -> field -> locale -> unit."""
        texts: dict[str, dict[str, dict[str, Unit]]] = {}
        for address, unit in self.units.items():
            texts.setdefault(address.owner, {}).setdefault(address.field, {})[address.locale] = unit
        return texts

    @cached_property
    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """paper id -> ids of the lists that name it."""
        readers: dict[str, list[str]] = {}
        for id, reading_list in self.lists.items():
            for paper in dict.fromkeys(reading_list.papers()):
                readers.setdefault(paper, []).append(id)
        return {paper: tuple(lists) for paper, lists in readers.items()}

    def unit(self, locale: str, owner: str, field: str) -> Unit | None:
        return self.units.get(Address(locale, owner, field))

    def original(self, owner: str, field: str) -> Unit | None:
        """The text of this field that begins in its own locale: the stamped one first, in the order of locales."""
        there = self.texts.get(owner, {}).get(field, {})
        ordered = [there[tag] for tag in self.locales if tag in there]
        stamped = (unit for unit in ordered if unit.stamp and not unit.stamp.source)
        return next(stamped, next((unit for unit in ordered if not unit.stamp), None))

    def shown(self, locale: str, owner: str, field: str) -> Unit | None:
        """What a reader of `locale` sees: its own text, else the first along its fallback chain."""
        for tag in (locale, *self.locales[locale].fallback):
            if unit := self.unit(tag, owner, field):
                return unit
        return None

    def title(self, locale: str, paper: Paper) -> str:
        """What `locale` calls a paper, empty where that is the paper's own title. No locale borrows it from another: for
        its readers the original says more."""
        unit = self.unit(locale, PAPERS + paper.id, TITLE)
        return unit.text if unit and unit.text != paper.title else ""

    def titles(self, paper: Paper) -> tuple[str, ...]:
        """Its own title first, then what any locale calls it and what lists print."""
        there = self.texts.get(PAPERS + paper.id, {}).get(TITLE, {})
        return tuple(dict.fromkeys((paper.title, *(unit.text for unit in there.values()), *paper.aliases)))

    def names(self, locale: str, paper: Paper) -> tuple[str, ...]:
        """What a paper goes by among the readers of `locale`: its short name, their title, its own; never none."""
        short = paper.short if paper.short != paper.title else ""
        known = dict.fromkeys((short, self.title(locale, paper), paper.title))
        return tuple(filter(None, known)) or (paper.id,)

    def addresses(self) -> Iterator[Address]:
        """Every unit the catalogue should have: each field some locale has, in every locale; optional ones only
        where they are."""
        for owner, fields in self.texts.items():
            for name, there in fields.items():
                for tag in self.locales:
                    address = Address(tag, owner, name)
                    if tag in there or not address.is_optional:
                        yield address
