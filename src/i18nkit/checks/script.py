"""Characters of the other Chinese script, and texts in another language altogether."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18nkit.checks.case import Case
from i18nkit.checks.data import words
from i18nkit.checks.prose import COVER, cover
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity, Unit
from i18nkit.text.han import HAN, KANA, PUNCTUATION
from i18nkit.text.script import has_han, tables

_RUN = re.compile(f"[{HAN}{KANA}]+")
_KANA = re.compile(f"[{KANA}]")
_TITLE = re.compile(r"《[^《》\n]*》|〈[^〈〉\n]*〉")
_LINK_LABEL = re.compile(rf"(?<!!)\[([^\[\]\n]+)\](?={COVER})")
_QUOTED = re.compile(
    r"《[^《》\n]*》|「[^「」\n]*」|『[^『』\n]*』|“[^“”\n]*”|‘[^‘’\n]*’|\"[^\"\n]*\"|\([^()\n]*\)|（[^（）\n]*）"
    r"|(?<![*\w])\*{1,3}[^*\n]+\*{1,3}|(?<![_\w])_{1,2}[^_\n]+_{1,2}|\[[^\[\]\n]+\]"
)
_WORDS = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:,?[ ]+[A-Za-z][A-Za-z'’-]*)*")


@rule(
    "wrong-script",
    Severity.ERROR,
    say("Simplified characters in Traditional Chinese, and the reverse"),
)
def wrong_script(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.units.values():
        locale = case.locale(unit)
        if not locale.writes_han or not has_han(unit.text):
            continue
        alien = tables().simplified if locale.script == "Hant" else tables().traditional
        prose = _own_words(case, unit)
        if alien.isdisjoint(prose):
            continue
        found = "".join(dict.fromkeys(character for character in prose if character in alien))
        offset = prose.index(found[0])
        if locale.script == "Hant":
            message = say("Simplified characters: {characters}", characters=found)
        else:
            message = say("Traditional characters: {characters}", characters=found)
        yield wrong_script.at(
            unit,
            message,
            offset=offset,
            remedy=say("write them in this locale's script, or mark a quotation with `lang`"),
        )


def _own_words(case: Case, unit: Unit) -> str:
    """Without titles quoted as they stand, labels that name another locale's page, and Japanese."""
    text = case.prose(unit.text).covered
    places = [found.span() for found in _TITLE.finditer(text)]
    places += [found.span(1) for found in _LINK_LABEL.finditer(text) if found[1] in _names(case)]
    if _KANA.search(text):
        places += [found.span() for found in _RUN.finditer(text) if _KANA.search(found[0])]
    return cover(text, places) if places else text


def _names(case: Case) -> set[str]:
    return {locale.name for locale in case.catalogue.locales.values()}


@rule("untranslated", Severity.WARNING, say("texts still in another language"))
def untranslated(case: Case) -> Iterator[Finding]:
    titles = _titles(case)
    for unit in case.catalogue.units.values():
        text = case.prose(unit.text).covered
        if case.locale(unit).writes_han:
            if english := _english(text, titles):
                yield untranslated.at(
                    unit,
                    say("still in English: {words}", words=english),
                    offset=max(0, unit.text.find(english)),
                )
        elif has_han(text) and (han := _han(_unquoted(text))):
            yield untranslated.at(unit, say("still in Chinese: {words}", words=han[0]), offset=han.start())


def _titles(case: Case) -> set[str]:
    """Titles keep their language: those of papers, and of lists as published."""
    titles = set()
    for paper in case.catalogue.papers.values():
        titles.update({paper.title, paper.short, *paper.aliases})
    for reading_list in case.catalogue.lists.values():
        titles.add(reading_list.source.title)
    return {_key(title) for title in titles if title}


def _key(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", words.casefold()))


def _english(text: str, titles: set[str]) -> str:
    """An English sentence outside quotations: long enough, and held together by small words."""
    alone = not has_han(text)
    if alone and (_key(text) in titles or len(_key(text).split()) < words("english", "alone")):
        return ""
    for found in _WORDS.finditer(_unquoted(text)):
        run = found[0]
        count = len(run.split())
        if count < (words("english", "alone") if alone else words("english", "among-han")):
            continue
        if _is_sentence(run.split(), 1 if alone else 2) and not any(_key(run) in title for title in titles):
            return run if len(run) <= 60 else run[:59] + "…"
    return ""


def _is_sentence(run: list[str], least: int) -> bool:
    """Small words hold a sentence together; where every other word has a capital, it is a title."""
    small = [word for word in run if word.strip(",") in words("english", "small")]
    lower = [word for word in run if word[0].islower()]
    return len(small) >= least and 2 * (len(lower) - len(small)) > len(run) - len(small)


def _unquoted(text: str) -> str:
    for _ in range(2):  # a quotation inside a quotation
        text = cover(text, [found.span() for found in _QUOTED.finditer(text)])
    return text


def _han(text: str) -> re.Match[str] | None:
    return re.search(f"[{HAN}](?:[{HAN}{PUNCTUATION}]*[{HAN}])?", text.replace(COVER, " "))
