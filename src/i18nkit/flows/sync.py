"""Stamp what awaits a stamp, convert what is missing or stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.conversion import Converter
from i18nkit.errors import say
from i18nkit.model import Address, Catalogue, Change, Locale, State, Term, Unit, set_stamp, set_text
from i18nkit.translation import awaited_stamps, converted_stamp, states

Convert = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Synced:
    """What was, or with `dry_run` would be, written. Counts are by locale."""

    rewrites: Sequence[store.Rewrite]
    stamped: Mapping[str, int]
    converted: Mapping[str, int]


def sync(settings: Settings, *, dry_run: bool = False) -> Synced:
    """Touches no text whose digest is not its stamp's. Twice equals once."""
    catalogue = store.read_catalogue(settings)
    stamps = list(awaited_stamps(catalogue))
    conversions = list(_conversions(catalogue))
    write = store.preview if dry_run else store.apply
    rewrites = write(settings, [*stamps, *(change for pair in conversions for change in pair)])
    return Synced(
        rewrites,
        Counter(str(change.locale) for change in stamps),
        Counter(str(text.locale) for text, _ in conversions),
    )


def _conversions(catalogue: Catalogue) -> Iterator[tuple[Change, Change]]:
    """A text and its stamp, for every unit the scripts' routes lead to and no person has taken over."""
    known = states(catalogue)
    routes: dict[tuple[str, str], Convert] = {}
    for owner, fields in catalogue.texts.items():
        for field, there in fields.items():
            for locale in catalogue.locales.values():
                address = Address(locale.tag, owner, field)
                old = there.get(locale.tag)
                if old is not None and not _is_machines_to_redo(old, known[address]):
                    continue
                if source := _source(locale, there, old):
                    route = source.address.locale, locale.tag
                    if route not in routes:
                        routes[route] = converter(catalogue.glossary, route[0], locale)
                    text = routes[route](source.text)
                    stamp = converted_stamp(source, text, old.stamp if old else None)
                    if old is None or (old.text, old.stamp) != (text, stamp):
                        why = say("converted from {locale}", locale=source.address.locale)
                        yield (
                            set_text(address, text, old.text if old else None, why),
                            set_stamp(address, stamp),
                        )


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


def converter(glossary: Sequence[Term], source: str, target: Locale) -> Convert:
    """The conversion into `target` with the catalogue's glossary in front. `target` must have a route from `source`."""
    terms = [
        (term.texts[source], term.texts[target.tag])
        for term in glossary
        if source in term.texts and target.tag in term.texts
    ]
    keep = [term.keep for term in glossary if term.keep]
    return Converter(target.converts_from[source], terms, keep).convert
