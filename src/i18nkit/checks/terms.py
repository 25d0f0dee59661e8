"""The glossary's terms: said as it says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity, Term
from i18nkit.text.han import HAN, LATIN

_HAN = re.compile(f"[{HAN}]")
_PIECE = re.compile(rf"[{LATIN}]+|\d+")


@rule("terms", Severity.WARNING, say("terms that are not said as the glossary says them"))
def terms(case: Case) -> Iterator[Finding]:
    """A row with `only` tells the converter what is mostly right, so it demands nothing; but what it says is right."""
    glossary: dict[tuple[str, str], list[_Entry]] = {}
    for pair in case.pairs:
        target, source = (unit.address.locale for unit in pair)
        if (source, target) not in glossary:
            glossary[source, target] = _entries(case.catalogue.glossary, source, target)
        if pair.target.text == pair.source.text:
            continue
        text = case.prose(pair.target.text).covered
        for entry in _found(case.prose(pair.source.text).covered, glossary[source, target]):
            wanted = dict.fromkeys(term.texts.get(target, "") for term in entry.meanings)
            demanded = not all(term.only for term in entry.meanings)
            if demanded and all(wanted) and not any(says(text, term) for term in wanted):
                yield terms.at(
                    pair.target,
                    say("{word} is {term} in the glossary", word=entry.words, term=" / ".join(wanted)),
                    remedy=say("use the glossary's term, or waive the rule here with a reason"),
                )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One term in one locale. `latin` finds it as a whole word, with its plural; None for Han."""

    words: str
    head: str
    latin: re.Pattern[str] | None
    meanings: tuple[Term, ...]

    def places(self, prose: str) -> Iterator[tuple[int, int]]:
        if self.latin:
            yield from (found.span() for found in self.latin.finditer(prose))
            return
        start = prose.find(self.words)
        while start >= 0:
            yield start, start + len(self.words)
            start = prose.find(self.words, start + 1)


def _entries(glossary: tuple[Term, ...], locale: str, target: str) -> list[_Entry]:
    """Those of `locale` that say something about `target`, longest first. One word may have several meanings."""
    meanings: dict[str, tuple[Term, ...]] = {}
    for term in glossary:
        words = term.texts.get(locale, "").casefold() if term.only in ("", target) else ""
        if words:
            meanings[words] = (*meanings.get(words, ()), term)
    entries = []
    for words in sorted(meanings, key=len, reverse=True):
        parts = re.split(r"[\s-]+", words)
        loose = r"[\s-]?".join(map(re.escape, parts))
        latin = (
            None if _HAN.search(words) else re.compile(rf"(?<![{LATIN}\d-]){loose}(?:e?s)?(?![{LATIN}\d-])")
        )
        entries.append(_Entry(words, words if latin is None else parts[0], latin, meanings[words]))
    return entries


def _found(prose: str, entries: list[_Entry]) -> Iterator[_Entry]:
    """Each term once. 自注意力 is not read as 注意力 too: what a longer term covers is taken."""
    prose = prose.casefold()
    taken: list[tuple[int, int]] = []
    for entry in entries:
        if entry.head not in prose:
            continue
        free = [
            (start, end)
            for start, end in entry.places(prose)
            if not any(start < last and first < end for first, last in taken)
        ]
        if free:
            taken += free
            yield entry


def says(text: str, term: str) -> bool:
    """Whether `text` has `term`: Han as written, Latin in any inflection and spelling of compounds."""
    if _HAN.search(term):
        return re.sub(r"\s", "", term).casefold() in re.sub(r"\s", "", text).casefold()
    wanted = _pieces(term)
    there = _pieces(text)
    if all(any(_same_word(piece, other) for other in there) for piece in wanted):
        return True
    joined, loose = "".join(wanted), len(wanted[-1]) if wanted else 0
    return any(
        _same_word(joined, "".join(there[start : start + length]), fixed=len(joined) - loose)
        for start in range(len(there))
        for length in range(1, len(wanted) + 2)
        if there[start][0] == joined[0]
    )


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(text.casefold().replace("z", "s")))


def _same_word(wanted: str, other: str, fixed: int = 0) -> bool:
    """One stem: `quantization` and `quantised`, `distillation` and `distil`. The first `fixed` letters must agree, and
    three fifths of the rest."""
    needed = fixed + min(max(3, (len(wanted) - fixed) * 3 // 5), len(wanted) - fixed)
    if wanted[:needed] != other[:needed]:
        return False
    while other[: needed + 1] == wanted[: needed + 1] and needed < len(wanted):
        needed += 1
    return len(other) - needed <= 4
