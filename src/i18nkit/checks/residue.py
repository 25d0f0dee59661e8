"""What stayed in a text that is no text: citation marks of another page, halves of a merge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18nkit.checks.case import Case
from i18nkit.checks.data import words
from i18nkit.checks.prose import Prose
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity
from i18nkit.text.han import HAN

# Digits glued to the last word of a sentence; and the marks that chat programs leave for their sources.
_GLUED = re.compile(rf"(?P<before>[{HAN}])(?P<residue>(?!(?:19|20)\d\d(?!\d))[1-9]\d{{2,4}})(?=[。；])")
_CHAT = re.compile(
    r"[ ]?(?P<residue>【\d+(?::\d+)?†[^】\n]*】|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[cite(?:_start|:[ \d,]*)\]"
    r"|\ue200?\ue202?(?:cite)?turn\d+(?:search|view|news|fetch)\d+\ue201?)"
)


def without_residue(text: str, script: str) -> str:
    for start, end in reversed(_residue(Prose(text))):
        text = text[:start] + text[end:]
    return text


@rule(
    "residue",
    Severity.WARNING,
    say("citation marks left over from where a text was copied"),
    tidy=without_residue,
)
def residue(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.units.values():
        if places := _residue(case.prose(unit.text)):
            found = ", ".join(dict.fromkeys(unit.text[start:end].strip() for start, end in places))
            yield residue.at(unit, say("leftover of a citation: {found}", found=found), offset=places[0][0])


def _residue(prose: Prose) -> list[tuple[int, int]]:
    text = prose.text
    places = []
    if any(character.isdigit() for character in text):
        for found in _GLUED.finditer(prose.covered):
            if found["before"] not in words("residue", "before-numbers"):
                places.append(found.span("residue"))
        places += [found.span() for found in _CHAT.finditer(prose.covered)]
    return sorted(places)


_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?$", re.MULTILINE)


@rule("merge", Severity.ERROR, say("marks of a merge that was never finished"))
def merge(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.units.values():
        if found := _CONFLICT.search(unit.text):
            yield merge.at(
                unit,
                say("marks of a merge: {found}", found=found[0][:40]),
                offset=found.start(),
                remedy=say("keep the one side that is right"),
            )
