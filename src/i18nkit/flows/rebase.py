"""Bring a person's correction of a converted text over to the conversion of a source that has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.errors import Message, say
from i18nkit.flows.routes import Routes, route_of
from i18nkit.model import HAND, OPENCC, Catalogue, Change, Mark, Stamp, Unit, set_stamp, set_text
from i18nkit.store.history import NoHistory, text_with_digest
from i18nkit.text.markdown import structure
from i18nkit.translation import Merge, machines_text, merge


@dataclass(frozen=True, slots=True)
class Rebase:
    """`unit` is the person's text, `source` what it was made from as it is now, `conversion` what the converter makes of
    that. `merge` is None where `problem` says why there is none."""

    unit: Unit
    source: Unit
    conversion: str
    merge: Merge | None = None
    problem: Message | None = None

    @property
    def text(self) -> str | None:
        """The proposal; None where a person has to choose."""
        return self.merge.text if self.merge and not self.problem else None


def rebases(settings: Settings) -> list[Rebase]:
    """For every converted text that a person corrected and whose source has changed since."""
    catalogue = store.read_catalogue(settings)
    routes = Routes(catalogue)
    return [_rebase(settings, routes, unit, source) for unit, source in _left_behind(catalogue, routes)]


def apply(settings: Settings, chosen: Sequence[Rebase]) -> list[store.Rewrite]:
    """Writes those that have a text, each to be looked at once more."""
    return store.apply(settings, [change for rebase in chosen for change in _changes(rebase)])


def _left_behind(catalogue: Catalogue, routes: Routes) -> Iterator[tuple[Unit, Unit]]:
    for unit in catalogue.units.values():
        stamp = unit.stamp
        if stamp and stamp.source and machines_text(unit) and routes.leads(route_of(unit)):
            source = catalogue.units.get(unit.address.within(stamp.source.owner))
            if source and not stamp.source.fits(source.text):
                yield unit, source


def _rebase(settings: Settings, routes: Routes, unit: Unit, source: Unit) -> Rebase:
    route, was = route_of(unit), machines_text(unit)
    assert unit.stamp
    assert unit.stamp.source
    assert was
    conversion = routes.convert(route, source.text)
    try:
        old = text_with_digest(settings, unit.stamp.source, unit.address)
        if old is None:
            problem = say("no commit holds the former source {mark}", mark=str(unit.stamp.source))
            return Rebase(unit, source, conversion, problem=problem)
        base = routes.convert(route, old)
        if not was.fits(
            base
        ):  # made by another converter: what it made is the better base, where it is to be found
            base = text_with_digest(settings, Mark(route.target, was.digest), unit.address) or base
    except NoHistory:
        problem = say("no git history here to find the former source in")
        return Rebase(unit, source, conversion, problem=problem)
    merged = merge(base, unit.text, conversion)
    if merged.text and structure(merged.text) not in (structure(unit.text), structure(conversion)):
        return Rebase(unit, source, conversion, merged, say("both sides changed the Markdown"))
    return Rebase(unit, source, conversion, merged)


def _changes(rebase: Rebase) -> Iterator[Change]:
    unit, text = rebase.unit, rebase.text
    if text is None:
        return
    stamp = Stamp(
        by=Mark.of(HAND, text),
        source=Mark.of(rebase.source.address.locale, rebase.source.text),
        over=Mark.of(OPENCC, rebase.conversion),
        review=True,
        waived=unit.stamp.waived if unit.stamp else (),
    )
    why = say("a correction brought over to the new conversion")
    yield set_text(unit.address, text, unit.text, why)
    yield set_stamp(unit.address, stamp)
