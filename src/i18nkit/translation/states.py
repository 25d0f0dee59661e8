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
            address: self.of(units[address]) if address in units else State.MISSING
            for address in self.catalogue.addresses()
        }

    def of(self, unit: Unit) -> State:
        state = self.known.get(unit.address)
        if state is None:
            state = self.known[unit.address] = self.worked_out(unit)
        return state

    def worked_out(self, unit: Unit) -> State:
        stamp = unit.stamp
        if stamp is None:
            return State.TRANSLATED if source_of_unstamped(self.catalogue, unit.address) else State.SOURCE
        if stamp.review:
            return State.NEEDS_REVIEW
        if stamp.source is None:
            return State.SOURCE
        source = self.source_of(unit)
        if source is None or self.runs_in_a_circle(unit, source):
            return State.NEEDS_REVIEW
        fresh = stamp.source.fits(source.text) and self.of(source) is not State.STALE
        return _CELLS[fresh, stamp.by.fits(unit.text)](stamp)

    def source_of(self, unit: Unit) -> Unit | None:
        if unit.stamp is None or unit.stamp.source is None:
            return None
        return self.catalogue.units.get(unit.address.within(unit.stamp.source.owner))

    def runs_in_a_circle(self, unit: Unit, source: Unit | None) -> bool:
        seen: set[Address] = set()
        while source is not None and source.address not in seen:
            if source.address == unit.address:
                return True
            seen.add(source.address)
            source = self.source_of(source)
        return False


def _as_made(stamp: Stamp) -> State:
    return State.CONVERTED if stamp.by_machine and not stamp.accepted else State.TRANSLATED


# (source as stamped, text as stamped) -> state
_CELLS: Mapping[tuple[bool, bool], Callable[[Stamp], State]] = {
    (True, True): _as_made,
    (True, False): lambda stamp: State.TRANSLATED,
    (False, True): lambda stamp: State.STALE,
    (False, False): lambda stamp: State.NEEDS_REVIEW,
}
