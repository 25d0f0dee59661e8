"""The state of every unit, from two digests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from i18nkit.model import Address, Catalogue, Stamp, State, Unit
from i18nkit.translation.stamping import source_of_unstamped


def states(catalogue: Catalogue) -> Mapping[Address, State]:
    """For every address the catalogue should have, missing ones included."""
    return _States(catalogue).all()


class _States:
    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.known: dict[Address, State] = {}

    def all(self) -> Mapping[Address, State]:
        units = self.catalogue.units
        return {
            address: self.of(units[address], frozenset()) if address in units else State.MISSING
            for address in self.catalogue.addresses()
        }

    def of(self, unit: Unit, above: frozenset[Address]) -> State:
        """`above` are the units on whose behalf this one is asked: one of them again is a circle."""
        address = unit.address
        if address not in self.known:
            if address in above:
                return State.NEEDS_REVIEW
            self.known[address] = self.worked_out(unit, above | {address})
        return self.known[address]

    def worked_out(self, unit: Unit, above: frozenset[Address]) -> State:
        stamp = unit.stamp
        if stamp is None:
            return State.TRANSLATED if source_of_unstamped(self.catalogue, unit.address) else State.SOURCE
        if stamp.review:
            return State.NEEDS_REVIEW
        if stamp.source is None:
            return State.SOURCE
        source = self.catalogue.units.get(unit.address.within(stamp.source.owner))
        if source is None or source.address in above:
            return State.NEEDS_REVIEW
        fresh = stamp.source.fits(source.text) and self.of(source, above) is not State.STALE
        return _CELLS[fresh, stamp.by.fits(unit.text)](stamp)


def _as_made(stamp: Stamp) -> State:
    return State.CONVERTED if stamp.by_machine and not stamp.accepted else State.TRANSLATED


# (source as stamped, text as stamped) -> state
_CELLS: Mapping[tuple[bool, bool], Callable[[Stamp], State]] = {
    (True, True): _as_made,
    (True, False): lambda stamp: State.TRANSLATED,
    (False, True): lambda stamp: State.STALE,
    (False, False): lambda stamp: State.NEEDS_REVIEW,
}
