"""What a rule is: a name, a severity, a line about it, and a generator of findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from i18nkit.checks.case import Case
from i18nkit.errors import Message
from i18nkit.model import Finding, Paper, ReadingList, Severity, Unit

Find = Callable[[Case], Iterator[Finding]]
Tidy = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """`tidy(text, script)` gives the text as this rule wants it, where one answer is certainly right; twice is
    once."""

    name: str
    severity: Severity
    about: Message
    find: Find
    tidy: Tidy | None = None

    def __call__(self, case: Case) -> Iterator[Finding]:
        return self.find(case)

    def at(self, unit: Unit, message: Message, *, offset: int = 0, remedy: Message | None = None) -> Finding:
        """A finding about one text, `offset` characters into it."""
        return Finding(
            self.name, self.severity, message, unit.address, unit.file, line_at(unit, offset), remedy
        )

    def on(
        self, owner: Paper | ReadingList, message: Message, *, line: int = 0, remedy: Message | None = None
    ) -> Finding:
        """A finding about the facts of a paper or a list."""
        return Finding(self.name, self.severity, message, None, owner.file, line or owner.line, remedy)


def rule(
    name: str, severity: Severity, about: Message, *, tidy: Tidy | None = None
) -> Callable[[Find], Rule]:
    return lambda find: Rule(name, severity, about, find, tidy)


def line_at(unit: Unit, offset: int) -> int:
    """A page's body begins on its own line; a YAML text of several lines begins on the one after its key."""
    breaks = unit.text.count("\n", 0, offset)
    block = "\n" in unit.text and not unit.address.is_page
    return unit.line + breaks + block
