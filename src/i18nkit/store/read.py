"""Files -> Catalogue. Every fault of the run is raised at once."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import Node

from i18nkit.config import Settings
from i18nkit.errors import ContentError, Faults, PlacedError, say
from i18nkit.model import (
    LISTS,
    PAPERS,
    Address,
    Catalogue,
    Conversion,
    Field,
    Linkage,
    Paper,
    ReadingList,
    Term,
    Unit,
)
from i18nkit.store import journal, layout, schema, texts
from i18nkit.store.layout import Found, found_at, scan
from i18nkit.store.nodes import compose
from i18nkit.store.pages import page_texts
from i18nkit.store.sheet import Sheet

MOST_TRIES = 3  # readings, while another writer's change arrives in the middle of one


def read_catalogue(settings: Settings) -> Catalogue:
    """Raises Faults. What another writer is just about to put in place is read as if it were there."""
    for _ in range(MOST_TRIES):
        generation = journal.generation(settings.content)
        reading = _Reading(settings)
        with _collector_at_rest():
            for found in reading.files():
                reading.take(found)
        if journal.generation(settings.content) == generation:
            break
    if reading.faults:
        raise Faults(reading.faults)
    return reading.catalogue()


def read_glossary(settings: Settings) -> tuple[Term, ...]:
    """The terms alone, whatever state the other files are in. Raises Faults."""
    reading = _Reading(settings)
    path = layout.path_of(settings, None, layout.GLOSSARY)
    if path.is_file():
        reading.take(found_at(settings, path))
    if reading.faults:
        raise Faults(reading.faults)
    return reading.glossary


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nearly all that is made while reading is kept: looking for garbage in it, again and again, finds none and
    takes a quarter of the time. What was read is left out of later looks, too."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_at_work:
            gc.enable()


class _Reading:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.faults: list[PlacedError] = []
        self.pending = journal.pending(settings.content)
        self.papers: dict[str, Paper] = {}
        self.lists: dict[str, ReadingList] = {}
        self.units: dict[Address, Unit] = {}
        self.loose: list[Unit] = []
        self.fields: dict[str, Field] = {}
        self.glossary: tuple[Term, ...] = ()
        self.linkage = Linkage()
        self.conversion = Conversion()

    def files(self) -> list[Found]:
        """Facts first: the fields must be known before the texts are typed."""
        there = {found.path: found for found in scan(self.settings, self.faults)}
        for path, new in self.pending.items():
            if new is None:
                there.pop(path, None)
            elif path not in there:
                there[path] = found_at(self.settings, Path(path))
        return sorted(
            there.values(), key=lambda found: (found.locale is not None, found.owner != layout.FIELDS)
        )

    def take(self, found: Found) -> None:
        sheet = Sheet(found.file, self.faults)
        try:
            data = self.bytes_of(found)
            if found.is_page:
                self.keep(sheet, found, data=data)
            else:
                node = compose(data, found.file)
                self.facts(sheet, found, node) if found.locale is None else self.keep(sheet, found, node)
        except ContentError as fault:
            self.faults.append(fault)

    def bytes_of(self, found: Found) -> bytes:
        if decided := self.pending.get(found.path):
            with contextlib.suppress(FileNotFoundError):  # else it is in its place by now
                return Path(decided).read_bytes()
        try:
            with open(found.path, "rb", buffering=0) as file:
                return file.read()
        except OSError as error:
            raise ContentError(
                say("cannot be read: {why}", why=error.strerror or str(error)), file=found.file
            ) from error

    def facts(self, sheet: Sheet, found: Found, node: Node | None) -> None:
        match found.owner:
            case layout.FIELDS:
                self.fields = schema.fields(sheet, node)
            case layout.GLOSSARY:
                self.glossary = schema.glossary(sheet, node, self.settings.locales)
            case layout.LINKAGE:
                self.linkage = schema.linkage(sheet, node)
            case layout.CONVERSION:
                self.conversion = schema.conversion(sheet, node, self.settings.locales)
            case owner if owner.startswith(PAPERS):
                id = owner.removeprefix(PAPERS)
                self.papers[id] = schema.paper(sheet, id, node)
            case owner:
                id = owner.removeprefix(LISTS)
                self.lists[id] = schema.reading_list(sheet, id, node)

    def keep(self, sheet: Sheet, found: Found, node: Node | None = None, data: bytes = b"") -> None:
        locale, owner, locales = found.locale or "", found.owner, self.settings.locales
        if owner.startswith(PAPERS):
            self.must_be_known(found, owner.removeprefix(PAPERS) in self.papers)
            units = texts.paper_texts(sheet, locale, owner, node, self.fields, locales)
        elif owner.startswith(LISTS):
            self.must_be_known(found, owner.removeprefix(LISTS) in self.lists)
            units = texts.list_texts(sheet, locale, owner, node, locales)
        else:
            units = page_texts(sheet, locale, owner, data, locales)
        for unit in units:
            if unit.text:
                self.units[unit.address] = unit
            else:
                self.loose.append(unit)

    def must_be_known(self, found: Found, known: bool) -> None:
        if not known:
            raise ContentError(
                say("the catalogue has no {owner}", owner=found.owner),
                file=found.file,
                remedy=say("write its facts, or rename this file to the id it belongs to"),
            )

    def catalogue(self) -> Catalogue:
        return Catalogue(
            locales=self.settings.locales,
            papers=self.papers,
            lists=self.lists,
            units=self.units,
            loose=tuple(self.loose),
            fields=self.fields,
            glossary=self.glossary,
            linkage=self.linkage,
            conversion=self.conversion,
        )
