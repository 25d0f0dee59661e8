""" "Right as it stands"."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.errors import I18nKitError, say
from i18nkit.model import Address, Catalogue, Unit, set_stamp
from i18nkit.translation import accepted


@dataclass(frozen=True, slots=True)
class Accepted:
    """`unchanged` were right as they stood already."""

    accepted: Sequence[Address]
    unchanged: Sequence[Address]
    rewrites: Sequence[store.Rewrite]


def accept(settings: Settings, patterns: Sequence[str]) -> Accepted:
    """Patterns are addresses with shell wildcards; one without `#` means every field of the file.

    Raises I18nKitError for a pattern that names no text, having accepted nothing.
    """
    catalogue = store.read_catalogue(settings)
    chosen = {unit.address: unit for pattern in patterns for unit in _named(catalogue, pattern)}
    stamps = {address: accepted(catalogue, unit) for address, unit in chosen.items()}
    rewrites = store.apply(
        settings, [set_stamp(address, stamp) for address, stamp in stamps.items() if stamp]
    )
    return Accepted(
        [address for address, stamp in stamps.items() if stamp],
        [address for address, stamp in stamps.items() if not stamp],
        rewrites,
    )


def _named(catalogue: Catalogue, pattern: str) -> list[Unit]:
    if "#" not in pattern:
        pattern = f"{pattern}#*"
    units = [unit for address, unit in catalogue.units.items() if fnmatchcase(str(address), pattern)]
    if not units:
        close = difflib.get_close_matches(pattern, map(str, catalogue.units), 1, 0.5)
        raise I18nKitError(
            say("no text has the address {pattern}", pattern=pattern),
            remedy=say("did you mean {word}?", word=close[0])
            if close
            else say("an address reads zh-Hant/papers/bert#summary; * stands for anything"),
        )
    return units
