"""What a person's correction of a converted text says about its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import OPENCC, Finding, Severity, Unit
from i18nkit.text.han import LATIN

# Numbers, names and identifiers: the converter carries them over as they are.
_CARRIED = re.compile(rf"[{LATIN}0-9]+(?:[.,:/@_+-][{LATIN}0-9]+)*%?")
_SPELLING = re.compile(r"[\s,_-]")


class _Word(NamedTuple):
    printed: str
    offset: int


@rule(
    "flow-back",
    Severity.WARNING,
    say("numbers and names that a person corrected in a conversion, not in its source"),
)
def flow_back(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.units.values():
        source = _corrected_from(case, unit)
        if source is None:
            continue
        here, there = _carried(unit.text), _carried(source.text)
        for is_number in (True, False):
            gone, new = _more(there, here, is_number), _more(here, there, is_number)
            if gone and new:
                yield flow_back.at(
                    source,
                    say(
                        "{gone} here, {new} in {address} ({place}), which a person corrected",
                        gone=_list(gone),
                        new=_list(new),
                        address=str(unit.address),
                        place=f"{unit.file}:{unit.line}",
                    ),
                    offset=gone[0].offset,
                    remedy=say("correct the one that is wrong, or waive the rule here with a reason"),
                )


def _corrected_from(case: Case, unit: Unit) -> Unit | None:
    """The source as it was when a person corrected its conversion; None where that is not what happened."""
    stamp = unit.stamp
    if stamp is None or stamp.source is None:
        return None
    machine = stamp.by if stamp.by.owner == OPENCC else stamp.over
    if machine is None or machine.owner != OPENCC or machine.fits(unit.text):
        return None
    source = case.source_of(unit)
    return source if source and stamp.source.fits(source.text) else None


def _carried(text: str) -> list[_Word]:
    return [_Word(found[0], found.start()) for found in _CARRIED.finditer(text)]


def _more(these: list[_Word], than: list[_Word], is_number: bool) -> list[_Word]:
    """Numbers (or what has a letter) that these have and the others lack; GPT3 and GPT-3 are one."""
    left = Counter(_squash(word) for word in than)
    more = []
    for word in these:
        if left[_squash(word)]:
            left[_squash(word)] -= 1
        elif is_number is not any(character.isalpha() for character in word.printed):
            more.append(word)
    return more


def _squash(word: _Word) -> str:
    return _SPELLING.sub("", word.printed).casefold()


def _list(words: list[_Word]) -> str:
    return ", ".join(dict.fromkeys(word.printed for word in words))
