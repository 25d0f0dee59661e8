"""The glossary's terms: said as it says them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity, Term
from i18nkit.text.han import HAN, LATIN

_HAN = re.compile(f"[{HAN}]")
_PIECE = re.compile(rf"[{LATIN}]+|\d+")


@rule("terms", Severity.WARNING, say("terms that are not said as the glossary says them"))
def terms(case: Case) -> Iterator[Finding]:
    glossary = {tag: _Glossary.of(case.catalogue.glossary, tag) for tag in case.catalogue.locales}
    for pair in case.pairs:
        target, source = (unit.address.locale for unit in pair)
        if pair.target.text == pair.source.text:
            continue
        text = case.prose(pair.target.text).covered
        for word, meanings in glossary[source].found(case.prose(pair.source.text).covered):
            wanted = dict.fromkeys(term.texts[target] for term in meanings if target in term.texts)
            if (
                wanted
                and len(wanted) == len({id(term) for term in meanings})
                and not any(says(text, term) for term in wanted)
            ):
                yield terms.at(
                    pair.target,
                    say("{word} is {term} in the glossary", word=word, term=" / ".join(wanted)),
                    remedy=say("use the glossary's term, or waive the rule here with a reason"),
                )


@dataclass(frozen=True)
class _Glossary:
    """The terms of one locale, by their words there. One word may have several meanings."""

    terms: Mapping[str, tuple[Term, ...]]

    @classmethod
    def of(cls, glossary: tuple[Term, ...], locale: str) -> _Glossary:
        by_words: dict[str, tuple[Term, ...]] = {}
        for term in glossary:
            if words := term.texts.get(locale, "").casefold():
                by_words[words] = (*by_words.get(words, ()), term)
        return cls(by_words)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Longest first, so that 自注意力 is not read as 注意力 too; Latin words whole, with their plural."""
        alternatives = []
        for words in sorted(self.terms, key=len, reverse=True):
            if _HAN.search(words):
                alternatives.append(re.escape(words))
            else:
                loose = r"[\s-]?".join(map(re.escape, re.split(r"[\s-]+", words)))
                alternatives.append(rf"(?<![{LATIN}\d-]){loose}(?:e?s)?(?![{LATIN}\d-])")
        return (
            re.compile("|".join(f"({words})" for words in alternatives), re.IGNORECASE)
            if alternatives
            else None
        )

    def found(self, prose: str) -> Iterator[tuple[str, tuple[Term, ...]]]:
        """Each term once, as printed."""
        if self.pattern is None:
            return
        ordered = sorted(self.terms, key=len, reverse=True)
        seen = set()
        for found in self.pattern.finditer(prose):
            words = ordered[(found.lastindex or 1) - 1]
            if words not in seen:
                seen.add(words)
                yield found[0], self.terms[words]


def says(text: str, term: str) -> bool:
    """Whether `text` has `term`: Han as written, Latin in any inflection and spelling of compounds."""
    if _HAN.search(term):
        return re.sub(r"\s", "", term).casefold() in re.sub(r"\s", "", text).casefold()
    wanted = _pieces(term)
    there = _pieces(text)
    if all(any(_same_word(piece, other) for other in there) for piece in wanted):
        return True
    joined = "".join(wanted)
    return any(
        _same_word(joined, "".join(there[start : start + length]))
        for start in range(len(there))
        for length in range(1, len(wanted) + 2)
    )


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(text.casefold().replace("z", "s")))


def _same_word(wanted: str, other: str) -> bool:
    """One stem: `quantization` and `quantised`, `distillation` and `distil`. Short words only with an ending."""
    if wanted == other:
        return True
    shared = 0
    for a, b in zip(wanted, other, strict=False):
        if a != b:
            break
        shared += 1
    needed = max(3, len(wanted) * 3 // 5)
    return shared >= min(needed, len(wanted)) and len(other) <= len(wanted) + 5 and len(other) - shared <= 4
