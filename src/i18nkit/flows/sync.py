"""Stamp what awaits a stamp, convert what is missing or stale, and tell what a changed converter would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.errors import Message, say
from i18nkit.flows.routes import Route, Routes, changed_routes, route_of
from i18nkit.model import OPENCC, Address, Catalogue, Change, Locale, State, Unit, set_stamp, set_text
from i18nkit.store.layout import CONVERSION
from i18nkit.translation import awaited_stamps, converted_stamp, reconverted_stamp, states

Units = Mapping[Address, Unit]


@dataclass(frozen=True, slots=True)
class Moved:
    """A route whose converter is not the one that is recorded. `parts` are those of its fingerprint that differ; none
    where nothing is recorded. `affected` counts the texts that would come out differently."""

    route: Route
    parts: Sequence[str]
    affected: int


@dataclass(frozen=True, slots=True)
class Anew:
    """A text, still as the converter left it, that would come out differently today."""

    unit: Unit
    text: str


@dataclass(frozen=True, slots=True)
class Synced:
    """What was, or with `dry_run` would be, written. Counts are by locale. `impact` are the texts that `reconvert`
    would convert anew; it has done so where it was asked for."""

    rewrites: Sequence[store.Rewrite]
    stamped: Mapping[str, int]
    converted: Mapping[str, int]
    moved: Sequence[Moved]
    impact: Sequence[Anew]


def sync(settings: Settings, *, dry_run: bool = False, reconvert: bool = False) -> Synced:
    """Touches no text whose digest is not its stamp's. Twice equals once."""
    catalogue = store.read_catalogue(settings)
    routes = Routes(catalogue)
    stamps = list(awaited_stamps(catalogue))
    fresh = _settled(catalogue, routes, _due)
    catalogue_then = _with_units(catalogue, fresh)
    changed = changed_routes(catalogue_then, routes)
    anew = _settled(catalogue_then, routes, _outdated) if changed or reconvert else {}
    affected = Counter(map(route_of, anew.values()))
    records = [
        change
        for route in changed
        if reconvert or not affected[route]
        for change in _record(catalogue, routes, route)
    ]
    made = {**fresh, **anew} if reconvert else fresh
    conversions = [change for unit in made.values() for change in _changes(catalogue, unit)]
    write = store.preview if dry_run else store.apply
    rewrites = write(settings, [*stamps, *conversions, *records])
    return Synced(
        rewrites,
        Counter(str(change.locale) for change in stamps),
        Counter(address.locale for address in made),
        [
            Moved(route, parts, affected[route])
            for route, parts in changed.items()
            if parts or affected[route]
        ],
        [Anew(catalogue_then.units[address], unit.text) for address, unit in anew.items()],
    )


def _with_units(catalogue: Catalogue, units: Units) -> Catalogue:
    return replace(catalogue, units={**catalogue.units, **units}) if units else catalogue


def _settled(
    catalogue: Catalogue, routes: Routes, wanting: Callable[[Catalogue, Routes], Iterator[Unit]]
) -> Units:
    """Every unit that is made, in its last form: a text may be the source of another that a route leads to."""
    made: dict[Address, Unit] = {}
    for _ in catalogue.locales:
        found = {unit.address: unit for unit in wanting(catalogue, routes)}
        if not found:
            break
        made.update(found)
        catalogue = _with_units(catalogue, found)
    return made


def _due(catalogue: Catalogue, routes: Routes) -> Iterator[Unit]:
    """Every unit the scripts' routes lead to that is missing, or stale and taken over by no person."""
    known = states(catalogue)
    for owner, fields in catalogue.texts.items():
        for field, there in fields.items():
            for locale in catalogue.locales.values():
                address = Address(locale.tag, owner, field)
                old = there.get(locale.tag)
                if old is not None and not _is_machines_to_redo(old, known[address]):
                    continue
                if source := _source(locale, there, old):
                    text = routes.convert(Route(source.address.locale, locale.tag), source.text)
                    stamp = converted_stamp(source, text, old.stamp if old else None)
                    if old is None:
                        yield Unit(address, text, stamp, "", 0)
                    elif (old.text, old.stamp) != (text, stamp):
                        yield replace(old, text=text, stamp=stamp)


def _outdated(catalogue: Catalogue, routes: Routes) -> Iterator[Unit]:
    """What another converter made, and what was made from that."""
    yield from _differing(catalogue, routes)
    yield from _due(catalogue, routes)


def _differing(catalogue: Catalogue, routes: Routes) -> Iterator[Unit]:
    for unit in catalogue.units.values():
        stamp = unit.stamp
        if stamp is None or stamp.by.owner != OPENCC or stamp.source is None or not stamp.by.fits(unit.text):
            continue
        source = catalogue.units.get(unit.address.within(stamp.source.owner))
        if source is None or not stamp.source.fits(source.text) or not routes.leads(route_of(unit)):
            continue
        text = routes.convert(route_of(unit), source.text)
        if not stamp.by.fits(text):
            yield replace(unit, text=text, stamp=reconverted_stamp(stamp, text))


def _changes(catalogue: Catalogue, unit: Unit) -> Iterator[Change]:
    old = catalogue.units.get(unit.address)
    yield set_text(unit.address, unit.text, old.text if old else None, _why(unit, old))
    assert unit.stamp
    yield set_stamp(unit.address, unit.stamp)


def _why(unit: Unit, old: Unit | None) -> Message:
    source = route_of(unit).source
    if old and old.stamp and unit.stamp and old.stamp.source == unit.stamp.source:
        return say("converted anew from {locale}", locale=source)
    return say("converted from {locale}", locale=source)


def _record(catalogue: Catalogue, routes: Routes, route: Route) -> Iterator[Change]:
    """Part by part, each a line of its own: two branches that change two of them meet in no conflict."""
    was, now = catalogue.conversion.routes.get(route, {}), routes.fingerprint(route)
    why = say("the converter as it is now")
    for part in dict.fromkeys((*now, *was)):
        if was.get(part) != now.get(part):
            keys = ("routes", route.target, route.source, part)
            yield Change(None, CONVERSION, keys, now.get(part), was.get(part), why)


def _is_machines_to_redo(unit: Unit, state: State) -> bool:
    stamp = unit.stamp
    return state is State.STALE and stamp is not None and stamp.by_machine and stamp.by.fits(unit.text)


def _source(locale: Locale, there: Mapping[str, Unit], old: Unit | None) -> Unit | None:
    """Where the last conversion came from; else the original; else a text that is itself no conversion of ours."""
    routes = [there[tag] for tag in locale.converts_from if tag in there]
    if old and old.stamp and old.stamp.source:
        return next((unit for unit in routes if unit.address.locale == old.stamp.source.owner), None)
    originals = (unit for unit in routes if unit.stamp is None or unit.stamp.source is None)
    others = (
        unit for unit in routes if unit.stamp and unit.stamp.source and unit.stamp.source.owner != locale.tag
    )
    return next(originals, next(others, None))
