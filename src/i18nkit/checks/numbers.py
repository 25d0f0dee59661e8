"""Numbers that differ from the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from i18nkit.checks.case import Case, Pair
from i18nkit.checks.quantities import Figure, figures, mentioned, sizes
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity


@rule("numbers", Severity.WARNING, say("numbers that differ from the source"))
def numbers(case: Case) -> Iterator[Finding]:
    for pair in case.pairs:
        if pair.target.text == pair.source.text:
            continue
        differing = _differing(case, pair)
        if differing:
            gone, new = differing
            offset = new[0].offset if new else 0
            if gone and new:
                message = say("the source says {gone}, this text {new}", gone=_list(gone), new=_list(new))
            elif gone:
                message = say("the source's {gone} is not here", gone=_list(gone))
            else:
                message = say("{new} is not in the source", new=_list(new))
            yield numbers.at(pair.target, message, offset=offset)
        else:
            yield from _other_size(case, pair)


def _differing(case: Case, pair: Pair) -> tuple[list[Figure], list[Figure]] | None:
    here, there = (case.prose(unit.text).covered for unit in pair)
    ours, theirs = figures(here), figures(there)
    if not ours and not theirs:
        return None
    if case.both_han(pair):
        gone, new = _more(theirs, ours), _more(ours, theirs)
    else:
        if {figure.value for figure in ours} == {figure.value for figure in theirs}:
            return None
        said_here, said_there = mentioned(pair.target.text), mentioned(pair.source.text)
        gone = [figure for figure in theirs if figure.value not in said_here]
        new = [figure for figure in ours if figure.value not in said_there]
    return (gone, new) if gone or new else None


def _more(these: list[Figure], than: list[Figure]) -> list[Figure]:
    left: Counter[Decimal] = Counter(figure.value for figure in than)
    more = []
    for figure in these:
        if left[figure.value]:
            left[figure.value] -= 1
        else:
            more.append(figure)
    return more


def _list(some: list[Figure]) -> str:
    return ", ".join(dict.fromkeys(figure.printed for figure in some))


def _other_size(case: Case, pair: Pair) -> Iterator[Finding]:
    """百亿 is tens of billions, not hundreds. Only where both texts name a size: one may well leave it out."""
    here, there = (sizes(case.prose(unit.text).covered) for unit in pair)
    if not here.all or not there.all:
        return
    for mine, yours in ((here, there), (there, here)):
        for least, most, words in mine.said:
            if not any(low <= most and least <= high for low, high in yours.all):
                if mine is here:
                    message = say("{new} is not in the source", new=words)
                else:
                    message = say("the source's {gone} is not here", gone=words)
                yield numbers.at(pair.target, message)
                return
