"""Where a list's words go, and what happens to them when a newer version of the list says otherwise.

Three sides meet: the words as last imported (`seen`), as they stand in the catalogue, and as the list has them now.
Words still as imported follow the list. Words that a person changed since stay, and are told once. Words that a person
took out stay out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from i18nkit.errors import say
from i18nkit.model import (
    Address,
    Catalogue,
    Change,
    Finding,
    Mark,
    Severity,
    Stamp,
    Unit,
    set_stamp,
    set_text,
)


@dataclass(slots=True)
class Words:
    """Texts on their way into the catalogue. `keep` gives back the mark by which a later import knows them."""

    catalogue: Catalogue
    list_id: str
    file: str
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    written: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def keep(self, owner: str, name: str, text: str, locale: str, line: int, seen: Mark | None) -> Mark:
        now = Mark.of(locale, text)
        if seen is None:
            self._place(owner, name, text, locale)
        elif seen != now:
            self._update(owner, name, text, locale, line, seen)
        return now

    def _there(self, owner: str, name: str) -> Mapping[str, str]:
        """Texts of a field by locale, those of this import included."""
        units = ((locale, self.catalogue.unit(locale, owner, name)) for locale in self.catalogue.locales)
        texts = {locale: unit.text for locale, unit in units if unit and unit.text}
        return texts | self.written.get((owner, name), {})

    def _place(self, owner: str, name: str, text: str, locale: str) -> None:
        """A first original stands in its field, whatever its locale; what comes later stands beside it."""
        there = self._there(owner, name)
        if not there:
            self._write(Address(locale, owner, name), text)
        elif owner.startswith("papers/") and text not in there.values():
            beside = f"also.{self.list_id}.{name}"
            before = self._there(owner, beside).get(locale)
            if before is None:
                self._write(Address(locale, owner, beside), text)
            elif text not in before:
                self._write(Address(locale, owner, beside), f"{before}\n\n{text}", before)

    def _update(self, owner: str, name: str, text: str, locale: str, line: int, seen: Mark) -> None:
        unit = self._imported(owner, name, seen)
        if unit is None:
            return
        if seen.fits(unit.text):
            if unit.address.locale == locale:
                self._write(unit.address, text, unit.text, unit.stamp)
            else:
                self.changes += [set_text(unit.address, None, unit.text), set_stamp(unit.address, None)]
                self._write(
                    unit.address.within(locale), text, self._there(owner, unit.address.field).get(locale)
                )
        elif text != unit.text:
            self.findings.append(
                Finding(
                    "edited-since-import",
                    Severity.WARNING,
                    say("the list now says something else; your text is kept"),
                    unit.address,
                    self.file,
                    line,
                    say("compare the two, and edit {file} where the list is right", file=unit.file),
                )
            )

    def _imported(self, owner: str, name: str, seen: Mark) -> Unit | None:
        """The text that came from this list, wherever it was put."""
        for place in (f"also.{self.list_id}.{name}", name):
            unit = self.catalogue.unit(seen.owner, owner, place)
            if unit and unit.text and unit.stamp and unit.stamp.by.owner == self.list_id:
                return unit
        return None

    def _write(self, address: Address, text: str, old: str | None = None, stamp: Stamp | None = None) -> None:
        by = Mark.of(self.list_id, text)
        self.changes.append(set_text(address, text, old, say("from {list}", list=self.list_id)))
        self.changes.append(set_stamp(address, replace(stamp, by=by) if stamp else Stamp(by)))
        self.written.setdefault((address.owner, address.field), {})[address.locale] = text
