"""Tell what is imperfect, and mend what can only be mended one way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from i18nkit import checks, store, translation
from i18nkit.config import Settings
from i18nkit.errors import say
from i18nkit.model import Address, Catalogue, Change, Finding, Mark, Severity, Unit, set_stamp, set_text
from i18nkit.translation.stamping import source_of_unstamped


@dataclass(frozen=True, slots=True)
class Checked:
    """`findings` in the order of files and lines."""

    findings: tuple[Finding, ...]
    catalogue: Catalogue

    @property
    def failed(self) -> bool:
        """A note never fails a run."""
        return any(finding.severity is not Severity.NOTE for finding in self.findings)


def check(settings: Settings, *, rules: Sequence[str] = (), skip: Sequence[str] = ()) -> Checked:
    """Raises I18nKitError on the name of a rule that nobody knows."""
    wanted = checks.chosen(rules, skip)
    catalogue = store.read_catalogue(settings)
    case = checks.Case(
        catalogue, translation.states(catalogue), partial(store.file_of, settings), source_of_unstamped
    )
    return Checked(tuple(checks.findings(case, wanted)), catalogue)


def fixes(checked: Checked) -> list[Change]:
    """What the findings would have changed, each text once however many rules want it otherwise.

    Spacing and punctuation say nothing new: what people made from a text so mended stays as fresh as it was, so its
    stamp is set against the mended source. A conversion that nobody accepted is left for `sync` to make again.
    """
    changes: list[Change] = []
    wanting: dict[Address, set[str]] = {}
    for finding in checked.findings:
        if finding.fix and finding.address and finding.address in checked.catalogue.units:
            wanting.setdefault(finding.address, set()).add(finding.rule)
        else:
            changes += finding.fix
    for address, names in wanting.items():
        unit = checked.catalogue.units[address]
        text = checks.tidied(unit, [rule for rule in checks.RULES if rule.name in names])
        changes.append(
            set_text(address, text, unit.text, say("mended by {rules}", rules=", ".join(sorted(names))))
        )
        changes += _kept_fresh(checked.catalogue, unit, text)
    return changes


def _kept_fresh(catalogue: Catalogue, source: Unit, text: str) -> Iterator[Change]:
    here = source.address.locale
    for unit in catalogue.texts[source.address.owner][source.address.field].values():
        stamp = unit.stamp
        if not stamp or not stamp.source or stamp.source.owner != here or not stamp.source.fits(source.text):
            continue
        if not checks.is_copy(unit):
            mended = replace(stamp, source=Mark.of(here, text))
            yield set_stamp(unit.address, mended, say("its source changed only in marks and spaces"))
