"""Which stamp a text gets."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from i18nkit.errors import say
from i18nkit.model import HAND, OPENCC, Address, Catalogue, Change, Mark, Stamp, Unit, set_stamp


def source_of_unstamped(catalogue: Catalogue, address: Address) -> Unit | None:
    """What a text without a stamp is a translation of: the first original in its fallback order. None: it begins
    here. Where no text of a field is stamped as an original, the first without a stamp, in the catalogue's order of
    locales, is the original."""
    there = catalogue.texts[address.owner][address.field]
    originals = {tag for tag, unit in there.items() if unit.stamp and not unit.stamp.source}
    if not originals:
        originals = {next(tag for tag in catalogue.locales if tag in there and not there[tag].stamp)}
    if address.locale in originals:
        return None
    return next(there[tag] for tag in _fallback(catalogue, address.locale) if tag in originals)


def _fallback(catalogue: Catalogue, locale: str) -> tuple[str, ...]:
    chain = catalogue.locales[locale].fallback
    return (*chain, *(tag for tag in catalogue.locales if tag != locale and tag not in chain))


def awaited_stamps(catalogue: Catalogue) -> Iterator[Change]:
    """For texts without a stamp, and for a person's edits of texts whose source still stands as stamped."""
    for unit in catalogue.units.values():
        if unit.stamp is None:
            source = source_of_unstamped(catalogue, unit.address)
            mark = Mark.of(source.address.locale, source.text) if source else None
            why = (
                say("translated from {locale}", locale=source.address.locale)
                if source
                else say("begins here")
            )
            yield set_stamp(unit.address, Stamp(Mark.of(HAND, unit.text), mark), why)
        elif edited := _after_edit(catalogue, unit, unit.stamp):
            yield set_stamp(unit.address, edited, say("edited by hand"))


def _after_edit(catalogue: Catalogue, unit: Unit, stamp: Stamp) -> Stamp | None:
    """None where nothing is to be stamped: text as stamped, an original, or a source that moved as well."""
    if stamp.source is None or stamp.by.fits(unit.text):
        return None
    source = catalogue.units.get(unit.address.within(stamp.source.owner))
    if source is None or not stamp.source.fits(source.text):
        return None
    over = stamp.by if stamp.by_machine else stamp.over
    return dataclasses.replace(stamp, by=Mark.of(HAND, unit.text), over=over, accepted=False)


def converted_stamp(source: Unit, text: str, old: Stamp | None) -> Stamp:
    """For a text just converted. Waivers outlive a conversion; acceptance does not."""
    waived = old.waived if old else ()
    return Stamp(Mark.of(OPENCC, text), Mark.of(source.address.locale, source.text), waived=waived)


def reconverted_stamp(old: Stamp, text: str) -> Stamp:
    """For a text that another converter made from the same source."""
    return dataclasses.replace(old, by=Mark.of(OPENCC, text), accepted=False)


def machines_text(unit: Unit) -> Mark | None:
    """The converter's text that a person has corrected into this one; None where nobody has."""
    stamp = unit.stamp
    if stamp is None or stamp.source is None:
        return None
    if stamp.by.owner == OPENCC:
        return None if stamp.by.fits(unit.text) else stamp.by
    return stamp.over if stamp.over and stamp.over.owner == OPENCC else None


def accepted(catalogue: Catalogue, unit: Unit) -> Stamp | None:
    """ "Right as it stands", against the present source. None where the stamp says so already.

    A machine's text stays the machine's; a text whose source is gone begins here from now on.
    """
    stamp = unit.stamp
    named = stamp.source.owner if stamp and stamp.source else None
    source = catalogue.units.get(unit.address.within(named)) if named else None
    if stamp is None:
        source = source_of_unstamped(catalogue, unit.address)
    mark = Mark.of(source.address.locale, source.text) if source else None
    if stamp and stamp.by_machine and stamp.by.fits(unit.text):
        new = dataclasses.replace(stamp, source=mark, accepted=True, review=False)
    elif stamp and stamp.source is None:  # an original, perhaps a list's: its hand is not ours to change
        new = dataclasses.replace(stamp, review=False)
    else:
        over = (stamp.by if stamp.by_machine else stamp.over) if stamp else None
        new = Stamp(Mark.of(HAND, unit.text), mark, over, waived=stamp.waived if stamp else ())
    return None if new == stamp else new
