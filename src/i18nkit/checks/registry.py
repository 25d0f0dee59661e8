"""All rules. A new one is a function in a module of its subject, and one line here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from i18nkit.checks.case import Case, is_copy
from i18nkit.checks.facts import arxiv_year, facts_missing, malformed_ids
from i18nkit.checks.flow_back import flow_back
from i18nkit.checks.linkage import duplicates, unknown_papers
from i18nkit.checks.links import broken_links
from i18nkit.checks.names import formulas, names, urls
from i18nkit.checks.numbers import numbers
from i18nkit.checks.punctuation import punctuation, spacing
from i18nkit.checks.residue import merge, residue
from i18nkit.checks.rule import Rule
from i18nkit.checks.safety import unsafe
from i18nkit.checks.script import untranslated, wrong_script
from i18nkit.checks.stamps import stamps, unknown_fields
from i18nkit.checks.terms import terms
from i18nkit.checks.waivers import idle, waived, waivers
from i18nkit.errors import I18nKitError, say
from i18nkit.model import Address, Finding, Locale, State, Unit, set_text
from i18nkit.text.markdown import structure

# Tidying goes in this order: what is no text falls away before what is left gets its marks and spaces.
RULES: tuple[Rule, ...] = (
    unsafe,
    merge,
    wrong_script,
    untranslated,
    numbers,
    names,
    urls,
    formulas,
    flow_back,
    terms,
    residue,
    punctuation,
    spacing,
    broken_links,
    duplicates,
    unknown_papers,
    facts_missing,
    malformed_ids,
    arxiv_year,
    stamps,
    unknown_fields,
    waivers,
)


def chosen(rules: Sequence[str] = (), skip: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules named (all, when none is) less those skipped. Raises I18nKitError on a name nobody knows."""
    known = {rule.name for rule in RULES}
    for name in (*rules, *skip):
        if name not in known:
            raise I18nKitError(
                say("{name} is no rule", name=name),
                remedy=say("known rules: {names}", names=", ".join(rule.name for rule in RULES)),
            )
    return tuple(rule for rule in RULES if (not rules or rule.name in rules) and rule.name not in skip)


def findings(case: Case, rules: Sequence[Rule] = RULES) -> list[Finding]:
    """What the rules find and nobody has waived, in the order of files and lines."""
    found = [finding for rule in rules for finding in _found(case, rule)]
    kept = [finding for finding in found if not waived(case, finding)]
    if waivers in rules:
        kept += idle(case, found, {rule.name for rule in rules}, {rule.name for rule in RULES})
    return sorted(kept, key=lambda finding: (finding.file, finding.line))


def _found(case: Case, rule: Rule) -> Iterator[Finding]:
    found = list(rule(case))
    if rule.tidy is None:
        yield from found
        return
    faulty = {finding.address for finding in found}
    for finding in found:
        unit = case.catalogue.units[finding.address] if finding.address else None
        if unit is None:
            yield finding
        elif not is_copy(unit):
            yield _with_fix(finding, unit, rule)
        elif not _is_mended_by_sync(case, unit, faulty):
            yield finding


def _is_mended_by_sync(case: Case, copy: Unit, faulty: Collection[Address | None]) -> bool:
    """Whether the fault is the source's, or was: then the copy is made again once the source is mended."""
    source = case.source_of(copy)
    return case.states.get(copy.address) is State.STALE or (source is not None and source.address in faulty)


def _with_fix(finding: Finding, unit: Unit, rule: Rule) -> Finding:
    after = tidied(unit, [rule])
    if after == unit.text:
        return finding
    return replace(finding, fix=(set_text(unit.address, after, unit.text, finding.message),))


def tidied(unit: Unit, rules: Sequence[Rule]) -> str:
    """The text as these rules want it, each in its turn until none has anything left to do. What would change more
    than words (Markdown, code, an address) is not done."""
    script = Locale(unit.address.locale, "").script
    text, before = unit.text, ""
    while text != before:
        before = text
        for rule in rules:
            after = rule.tidy(text, script) if rule.tidy else text
            if after != text and structure(after) == structure(text):
                text = after
    return text
