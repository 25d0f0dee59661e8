"""What all rules look at, prepared once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from i18nkit.checks.prose import Prose
from i18nkit.model import OPENCC, Address, Catalogue, Locale, State, Unit


class Pair(NamedTuple):
    target: Unit
    source: Unit


@dataclass(frozen=True)
class Case:
    """`place` says in which file a locale's (None: the facts') texts of an owner lie, there or not;
    `unstamped_source` what a text without a stamp was made from."""

    catalogue: Catalogue
    states: Mapping[Address, State]
    place: Callable[[str | None, str], str]
    unstamped_source: Callable[[Catalogue, Address], Unit | None]
    _prose: dict[str, Prose] = field(default_factory=dict, repr=False, compare=False)

    def prose(self, text: str) -> Prose:
        prose = self._prose.get(text)
        if prose is None:
            prose = self._prose[text] = Prose(text)
        return prose

    def locale(self, unit: Unit) -> Locale:
        return self.catalogue.locales[unit.address.locale]

    def source_of(self, unit: Unit) -> Unit | None:
        """The text this one was made from. None: it begins here, or what its stamp names is not there."""
        if unit.stamp is None:
            return self.unstamped_source(self.catalogue, unit.address)
        source = unit.stamp.source
        if source is None or source.owner == unit.address.locale:
            return None
        return self.catalogue.units.get(unit.address.within(source.owner))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every text beside its source. Stale ones are left out: they differ, and `status` says so."""
        return tuple(
            Pair(unit, source)
            for unit in self.catalogue.units.values()
            if self.states.get(unit.address) is not State.STALE and (source := self.source_of(unit))
        )

    def both_han(self, pair: Pair) -> bool:
        return self.locale(pair.target).writes_han and self.locale(pair.source).writes_han


def is_copy(unit: Unit) -> bool:
    """Whether this is a conversion as the converter left it, accepted by nobody: mended at its source, not here."""
    stamp = unit.stamp
    return bool(
        stamp
        and stamp.source
        and stamp.by.owner == OPENCC
        and not stamp.accepted
        and stamp.by.fits(unit.text)
    )
