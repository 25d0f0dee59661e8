"""Latin names, addresses and formulas: what no translation changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from i18nkit.checks.case import Case, Pair
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity
from i18nkit.text.han import LATIN
from i18nkit.text.markdown import maths

_LETTERS = LATIN.replace("\u0370-\u03ff", "")
_NAME = re.compile(rf"(?<![{_LETTERS}\d_])[{_LETTERS}][{_LETTERS}\d]*(?:[-.+][{_LETTERS}\d]+)*")
_PIECE = re.compile(rf"[{_LETTERS}]+|\d+(?:\.\d+)*")
_INNER_CAPITAL = re.compile(r"[A-Za-z][A-Z]")
_LONGEST = 5  # pieces of one name: `text-davinci-003` has three


@rule(
    "names",
    Severity.WARNING,
    say("Latin names that the source has and the translation lacks, or the reverse"),
)
def names(case: Case) -> Iterator[Finding]:
    known = _known_names(case)
    for pair in case.pairs:
        if pair.target.text == pair.source.text:
            continue
        gone = list(_missing(case, pair, known))
        new = list(_missing(case, Pair(pair.source, pair.target), known)) if case.both_han(pair) else []
        if gone:
            yield names.at(pair.target, say("the source's {gone} is not here", gone=", ".join(gone)))
        if new:
            offset = pair.target.text.find(new[0])
            yield names.at(
                pair.target, say("{new} is not in the source", new=", ".join(new)), offset=max(0, offset)
            )


def _known_names(case: Case) -> frozenset[str]:
    """Names that stay Latin in every language: the glossary's, and those papers go by."""
    kept = {term.keep for term in case.catalogue.glossary if term.keep}
    short = {paper.short for paper in case.catalogue.papers.values() if len(paper.short) > 1}
    return frozenset(_squash(name) for name in kept | short)


def _missing(case: Case, pair: Pair, known: frozenset[str]) -> Iterator[str]:
    """Names of the source that the target has in no spelling."""
    strict = case.both_han(pair)
    here = dict.fromkeys(_NAME.findall(case.prose(pair.target.text).covered))
    for name in dict.fromkeys(_NAME.findall(case.prose(pair.source.text).covered)):
        if name in here or not _is_name(name, known, strict):
            continue
        if _squash(name) not in _spellings(pair.target.text) and not _has_term(case, pair, name):
            yield name


def _is_name(name: str, known: frozenset[str], strict: bool) -> bool:
    """Between Chinese scripts every capitalised word is a name; elsewhere only what cannot be an ordinary word
    or an abbreviation that the other language spells out."""
    if len(name) < 2:
        return False
    if not name.islower() and _squash(name) in known:
        return True
    capital = any(character.isupper() for character in name)
    if strict:
        return capital
    has_digit = any(character.isdigit() for character in name)
    mixed = len(name) >= 5 and any(c.islower() for c in name) and bool(_INNER_CAPITAL.search(name))
    plural = name.endswith("s") and name[:-1].isupper()
    return capital and (has_digit or (mixed and not plural))


def _squash(name: str) -> str:
    return "".join(_PIECE.findall(name)).casefold()


@lru_cache(maxsize=4096)
def _spellings(text: str) -> frozenset[str]:
    """Every run of pieces written as one: `Llama-2`, `Llama 2` and `Llama2` are alike, a plural too."""
    pieces = [piece.casefold() for piece in _PIECE.findall(text)]
    found = set()
    for start in range(len(pieces)):
        run = ""
        for piece in pieces[start : start + _LONGEST]:
            run += piece
            found.add(run)
            if run.endswith("s"):
                found.add(run[:-1])
    return frozenset(found | {run + "s" for run in pieces})


def _has_term(case: Case, pair: Pair, name: str) -> bool:
    """Whether the glossary says this word otherwise in the target's locale, and the target does."""
    source, target = pair.source.address.locale, pair.target.address.locale
    return any(
        term.texts.get(source, "").casefold() == name.casefold()
        and term.texts.get(target, "\0").casefold() in pair.target.text.casefold()
        for term in case.catalogue.glossary
    )


_ARXIV = re.compile(r"(?<![\d.])\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)")
_LANGUAGE = re.compile(r"^(?:zh|en)(?:[-_][a-z]+)*$", re.IGNORECASE)


@rule("urls", Severity.WARNING, say("addresses and arXiv ids that differ from the source"))
def urls(case: Case) -> Iterator[Finding]:
    for pair in case.pairs:
        here, there = _addresses(case, pair.target.text), _addresses(case, pair.source.text)
        gone = [printed for key, printed in there.items() if key not in here]
        new = [printed for key, printed in here.items() if key not in there]
        if gone:
            yield urls.at(pair.target, say("the source's {gone} is not here", gone=", ".join(gone)))
        if new:
            offset = max(0, pair.target.text.find(new[0]))
            yield urls.at(pair.target, say("{new} is not in the source", new=", ".join(new)), offset=offset)


def _addresses(case: Case, text: str) -> dict[str, str]:
    """What stands for an address -> as printed. All forms of one arXiv id count as the id."""
    found: dict[str, str] = {}
    if "." not in text:
        return found
    for id in _ARXIV.finditer(text):
        found.setdefault(id[0], id[0])
    if "//" in text or "www." in text or "@" in text:
        for link in case.prose(text).links:
            if link.kind != "image" and "//" in link.target and not _ARXIV.search(link.target):
                found.setdefault(_address_key(link.target), link.target)
    return found


def _address_key(address: str) -> str:
    """Without what differs between the language versions of one page."""
    try:
        parts = urlsplit(unquote(address))
    except ValueError:
        return address
    host = [
        label for label in parts.netloc.casefold().split(".") if label != "www" and not _LANGUAGE.match(label)
    ]
    path = [step for step in parts.path.split("/") if step and not _LANGUAGE.match(step)]
    return f"{'.'.join(host)}/{'/'.join(path)}?{parts.query}#{parts.fragment}"


_WORDS_IN_TEX = re.compile(r"\\(?:text\w*|mbox|operatorname\*?)\s*\{[^{}]*\}")


@rule("formulas", Severity.WARNING, say("LaTeX that differs from the source"))
def formulas(case: Case) -> Iterator[Finding]:
    for pair in case.pairs:
        if "$" not in pair.target.text and "$" not in pair.source.text:
            continue
        here, there = _formulas(pair.target.text), _formulas(pair.source.text)
        gone, new = there - here, here - there
        if gone:
            yield formulas.at(pair.target, say("the source's {gone} is not here", gone=", ".join(gone)))
        if new:
            yield formulas.at(pair.target, say("{new} is not in the source", new=", ".join(new)))


def _formulas(text: str) -> Counter[str]:
    """Spaces apart, and words inside a formula may be translated."""
    return Counter(re.sub(r"\s+", "", _WORDS_IN_TEX.sub(r"\\text{}", formula.tex)) for formula in maths(text))
