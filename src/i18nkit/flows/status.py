"""What is missing, stale or only machine-converted, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.errors import I18nKitError, Message, say
from i18nkit.flows.routes import Route, Routes, changed_routes
from i18nkit.model import Address, Catalogue, State, Unit
from i18nkit.store.history import NoHistory, text_with_digest
from i18nkit.text.spacing import effort
from i18nkit.translation import machines_text, marked, states
from i18nkit.translation.stamping import source_of_unstamped

WORK = (State.MISSING, State.STALE, State.NEEDS_REVIEW, State.CONVERTED)

Effort: TypeAlias = tuple[int, int]  # Han characters, words
NO_EFFORT: Effort = (0, 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """One locale's counts. Effort is that of what waits for a person: the sources of missing and stale texts, the
    texts themselves where they are to be read."""

    states: Mapping[State, int]
    effort: Effort

    @property
    def total(self) -> int:
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Row:
    """One unit. `line` is 0 where the text is not there yet. `diff` shows what changed in the source."""

    address: Address
    state: State
    file: str
    line: int
    advice: Message | None
    effort: Effort
    diff: Message | str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """`rows` are all units asked for, the most read first. `moved` are the routes whose converter is not the one that is
    recorded, with the parts of its fingerprint that differ."""

    papers: int
    locales: Mapping[str, Tally]
    rows: Sequence[Row]
    moved: Mapping[Route, Sequence[str]] = field(default_factory=dict)

    def work(self) -> list[Row]:
        return [row for row in self.rows if row.state in WORK]


def status(
    settings: Settings,
    *,
    locales: Collection[str] = (),
    list_id: str | None = None,
    only: Collection[State] = (),
    limit: int | None = None,
    diff: bool = False,
) -> Report:
    """Raises I18nKitError for an unknown locale or list, or a catalogue without any unit."""
    catalogue = store.read_catalogue(settings)
    _must_be_known(catalogue, locales, list_id)
    known = states(catalogue)
    if not known:
        raise I18nKitError(
            say("the catalogue has no text at all"),
            remedy=say("import a list, or write a page in {folder}", folder=settings.shown(settings.content)),
        )
    rank = _Rank(catalogue, list_id)
    chosen = sorted(
        (
            address
            for address in known
            if (not locales or address.locale in locales) and (list_id is None or rank.is_of_list(address))
        ),
        key=rank.of,
    )
    efforts = {
        address: effort(_text_to_work_from(catalogue, address, known[address]))
        for address in chosen
        if known[address] in WORK
    }
    tallies = {
        tag: _tally(known, efforts, [address for address in chosen if address.locale == tag])
        for tag in catalogue.locales
        if not locales or tag in locales
    }
    wanted = [address for address in chosen if not only or known[address] in only][:limit]
    rows = [
        _row(settings, catalogue, address, known[address], efforts.get(address, NO_EFFORT), diff)
        for address in wanted
    ]
    moved = {route: parts for route, parts in changed_routes(catalogue, Routes(catalogue)).items() if parts}
    return Report(len(catalogue.papers), tallies, rows, moved)


def _must_be_known(catalogue: Catalogue, locales: Collection[str], list_id: str | None) -> None:
    for tag in locales:
        if tag not in catalogue.locales:
            raise I18nKitError(
                say("{tag} is no locale of this catalogue", tag=tag),
                remedy=say("known locales: {names}", names=", ".join(catalogue.locales)),
            )
    if list_id is not None and list_id not in catalogue.lists:
        raise I18nKitError(
            say("the catalogue has no list {id}", id=list_id),
            remedy=say("known lists: {names}", names=", ".join(catalogue.lists) or "-"),
        )


class _Rank:
    """The most read first: pages, lists, then papers in most lists, earliest in their lists."""

    def __init__(self, catalogue: Catalogue, list_id: str | None) -> None:
        self.list_id = list_id
        self.locales = {tag: n for n, tag in enumerate(catalogue.locales)}
        self.fields = {field: n for n, field in enumerate(catalogue.fields)}
        self.readers = catalogue.readers
        self.place: dict[str, int] = {}
        for reading_list in catalogue.lists.values():
            for n, paper in enumerate(reading_list.papers()):
                self.place[paper] = min(n, self.place.get(paper, n))

    def of(self, address: Address) -> tuple[object, ...]:
        paper = address.paper
        if paper is None:
            first = (0 if address.is_page else 1, 0, 0)
        else:
            first = (2, -len(self.readers.get(paper, ())), self.place.get(paper, len(self.place)))
        return (
            *first,
            address.owner,
            self.fields.get(address.kind, -1),
            address.field,
            self.locales[address.locale],
        )

    def is_of_list(self, address: Address) -> bool:
        if address.paper is not None:
            return self.list_id in self.readers.get(address.paper, ())
        return address.reading_list == self.list_id


def _tally(
    known: Mapping[Address, State], efforts: Mapping[Address, Effort], addresses: Sequence[Address]
) -> Tally:
    counted = Counter(known[address] for address in addresses)
    each = [efforts[address] for address in addresses if address in efforts]
    total = sum(characters for characters, _ in each), sum(words for _, words in each)
    return Tally({state: counted[state] for state in State}, total)


def _text_to_work_from(catalogue: Catalogue, address: Address, state: State) -> str:
    unit = catalogue.units.get(address)
    if unit and state in {State.CONVERTED, State.NEEDS_REVIEW}:
        return unit.text
    source = _source(catalogue, address, unit)
    return source.text if source else ""


def _source(catalogue: Catalogue, address: Address, unit: Unit | None) -> Unit | None:
    if unit and unit.stamp and unit.stamp.source:
        return catalogue.units.get(address.within(unit.stamp.source.owner))
    if unit:
        return source_of_unstamped(catalogue, address) if unit.stamp is None else None
    return catalogue.original(address.owner, address.field) or catalogue.shown(*address)


def _row(
    settings: Settings, catalogue: Catalogue, address: Address, state: State, effort: Effort, diff: bool
) -> Row:
    unit = catalogue.units.get(address)
    return Row(
        address,
        state,
        unit.file if unit else store.file_of(settings, address.locale, address.owner),
        unit.line if unit else 0,
        _advice(catalogue, address, unit, state) if state in WORK else None,
        effort,
        _what_changed(settings, catalogue, unit) if diff and unit else None,
    )


def _advice(catalogue: Catalogue, address: Address, unit: Unit | None, state: State) -> Message | None:
    source = _source(catalogue, address, unit)
    name = str(source.address) if source else ""
    match state:
        case State.MISSING if _route_leads_to(catalogue, address):
            return say("`i18nkit sync` converts it")
        case State.MISSING:
            return say("translate {source}", source=name)
        case State.STALE if unit and unit.stamp and unit.stamp.by_machine and unit.stamp.by.fits(unit.text):
            return say("`i18nkit sync` converts it again")
        case State.STALE | State.NEEDS_REVIEW if (
            source and unit and _has_correction_to_bring_over(unit, source)
        ):
            return say(
                "`i18nkit sync --rebase --dry-run` proposes how to bring it up to date with {source}",
                source=name,
            )
        case State.STALE:
            return say(
                "bring it up to date with {source}, then delete its stamp, or accept it as it is", source=name
            )
        case State.NEEDS_REVIEW if not source:
            return say("its source is gone: accept it as an original, or delete the stamp")
        case State.NEEDS_REVIEW:
            return say("compare it with {source}; accept it, or delete the stamp", source=name)
        case State.CONVERTED:
            return say("read it; accept it, or correct it")
    return None


def _has_correction_to_bring_over(unit: Unit, source: Unit) -> bool:
    stamp = unit.stamp
    moved = stamp is not None and stamp.source is not None and not stamp.source.fits(source.text)
    return moved and machines_text(unit) is not None


def _route_leads_to(catalogue: Catalogue, address: Address) -> bool:
    there = catalogue.texts[address.owner][address.field]
    return any(tag in there for tag in catalogue.locales[address.locale].converts_from)


def _what_changed(settings: Settings, catalogue: Catalogue, unit: Unit) -> Message | str | None:
    stamp = unit.stamp
    source = catalogue.units.get(unit.address.within(stamp.source.owner)) if stamp and stamp.source else None
    if stamp is None or stamp.source is None or source is None or stamp.source.fits(source.text):
        return None
    try:
        old = text_with_digest(settings, stamp.source, unit.address)
    except NoHistory:
        return say("no git history here to find the former source in")
    if old is None:
        return say("no commit holds the former source {mark}", mark=str(stamp.source))
    return marked(old, source.text)
