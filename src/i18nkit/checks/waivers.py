"""Rules that a person has waived for one text, each with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity


@rule("waivers", Severity.WARNING, say("waivers without a reason, or that waive nothing"))
def waivers(case: Case) -> Iterator[Finding]:
    """That a waiver waives nothing shows only when the other rules have run: see `idle`."""
    for unit in case.catalogue.units.values():
        for name, reason in unit.stamp.waived if unit.stamp else ():
            if not reason.strip():
                yield waivers.at(unit, say("{rule} is waived without a reason", rule=name))


def waived(case: Case, finding: Finding) -> bool:
    unit = case.catalogue.units.get(finding.address) if finding.address else None
    if unit is None or unit.stamp is None or finding.rule == waivers.name:
        return False
    return any(name == finding.rule and reason.strip() for name, reason in unit.stamp.waived)


def idle(
    case: Case, found: Sequence[Finding], ran: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """Waivers of the rules that `ran` under which nothing was found, and of rules nobody knows."""
    used = {(finding.address, finding.rule) for finding in found}
    for unit in case.catalogue.units.values():
        for name, reason in unit.stamp.waived if unit.stamp else ():
            if name not in known or name == waivers.name:
                yield waivers.at(unit, say("{rule} is no rule that can be waived", rule=name))
            elif reason.strip() and name in ran and (unit.address, name) not in used:
                yield waivers.at(
                    unit,
                    say("the waiver of {rule} waives nothing", rule=name),
                    remedy=say("take it out of the stamp"),
                )
