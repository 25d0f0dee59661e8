"""Look terms up, add them, and find those that no text needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.conversion.terms import FIELDS, REPAIRS, read_layer
from i18nkit.conversion.terms import GLOSSARY as OWN
from i18nkit.errors import ContentError, I18nKitError, Message, say
from i18nkit.flows.routes import Route, Routes
from i18nkit.model import Catalogue, Change, Locale, Term, Value
from i18nkit.store.layout import GLOSSARY
from i18nkit.text.script import fold, simplified_only, traditional_only

EXAMPLE = "zh-Hans=数据集 zh-Hant=資料集 en=dataset"
SHIPPED = ("zh-Hans", "zh-Hant", "zh-Hant-HK", "en")
_ONLY = {"<": "zh-Hans", ">": "zh-Hant"}  # by the way of a layer's row


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the catalogue's glossary (`layer` is `glossary`) or of a layer that the program ships."""

    layer: str
    term: Term


def find(settings: Settings, word: str) -> list[Found]:
    """Rows with the word in any language, written in either script; whole terms first, the catalogue's before others."""
    wanted = _folded(word)
    rows = [Found(OWN, term) for term in store.read_glossary(settings)]
    rows += [Found(layer, term) for layer in (*FIELDS, *REPAIRS) for term in _shipped(layer)]
    there = [row for row in rows if any(wanted in _folded(said) for said in _said(row.term))]
    return sorted(there, key=lambda row: wanted not in map(_folded, _said(row.term)))


def _shipped(layer: str) -> Iterator[Term]:
    for row in read_layer(layer):
        words = (row.simplified, row.taiwan, row.hong_kong, row.english)
        texts = {tag: said for tag, said in zip(SHIPPED, words, strict=True) if said}
        yield Term(texts, only=_ONLY.get(row.way, ""), remark=row.remark)


def _said(term: Term) -> Iterable[str]:
    return (*term.texts.values(), term.keep) if term.keep else term.texts.values()


def _folded(text: str) -> str:
    return fold(text).casefold()


def add(
    settings: Settings, texts: Mapping[str, str], *, keep: str = "", only: str = "", remark: str = ""
) -> Sequence[store.Rewrite]:
    """Raises I18nKitError for a row that says nothing or is in the wrong script, ContentError where a row says the word
    already."""
    glossary = store.read_glossary(settings)
    texts = {tag: " ".join(said.split()) for tag, said in texts.items()}
    _must_be_a_row(settings, texts, keep, only)
    _must_be_new(settings, glossary, texts, keep, only)
    row: dict[str, Value] = {tag: texts[tag] for tag in settings.locales if tag in texts}
    row |= {"keep": keep} if keep else {}
    row |= {"only": only} if only else {}
    row |= {"remark": remark} if remark else {}
    return store.apply(settings, [Change(None, GLOSSARY, (len(glossary),), row, None, say("a new term"))])


def _must_be_a_row(settings: Settings, texts: Mapping[str, str], keep: str, only: str) -> None:
    if bool(texts) == bool(keep):
        raise I18nKitError(say("a row has either terms by locale or a word to keep"), remedy=_how())
    if len(texts) == 1:
        raise I18nKitError(say("a row says its term in two locales at least"), remedy=_how())
    for tag, said in texts.items():
        locale = settings.locales.get(tag)
        if locale is None:
            raise I18nKitError(
                say("{tag} is no locale of this catalogue", tag=tag),
                remedy=say("known locales: {names}", names=", ".join(settings.locales)),
            )
        if not said:
            raise I18nKitError(say("{tag}: the term is empty", tag=tag), remedy=_how())
        if wrong := _of_the_other_script(locale, said):
            raise I18nKitError(
                say("{word} is not written in the script of {tag}: {wrong}", word=said, tag=tag, wrong=wrong)
            )
    if only and only not in texts:
        raise I18nKitError(say("the row has no term for {tag}", tag=only), remedy=_how())


def _how() -> Message:
    return say("write it as in: i18nkit glossary add {example}", example=EXAMPLE)


def _of_the_other_script(locale: Locale, said: str) -> str:
    match locale.script:
        case "Hans":
            return traditional_only(said)
        case "Hant":
            return simplified_only(said)
    return ""


def _must_be_new(
    settings: Settings, glossary: Sequence[Term], texts: Mapping[str, str], keep: str, only: str
) -> None:
    """Of two rows for one word and the same ways the converter would never look at the second. Other languages may say
    two things alike."""
    for term in glossary:
        same = [
            tag
            for tag, said in texts.items()
            if settings.locales[tag].writes_han and term.texts.get(tag) == said and term.only == only != tag
        ]
        if same or (keep and keep == term.keep):
            raise ContentError(
                say("the glossary has {word} already", word=texts[same[0]] if same else keep),
                file=store.file_of(settings, None, GLOSSARY),
                line=term.line,
                remedy=say("change that row"),
            )


def idle(settings: Settings) -> list[Term]:
    """The rows of the catalogue's glossary that take part in no conversion of its texts; those no converter asks for
    (`keep`, or languages without a route between them) where no text has the word."""
    catalogue = store.read_catalogue(settings)
    fired = _fired(catalogue)
    return [term for term in catalogue.glossary if not _is_needed(catalogue, term, fired)]


def _fired(catalogue: Catalogue) -> Mapping[Route, set[tuple[str, str]]]:
    """Route -> the rows, source and target, that its conversions need."""
    routes = Routes(catalogue)
    fired: dict[Route, set[tuple[str, str]]] = {}
    for unit in catalogue.units.values():
        made_from = unit.stamp.source.owner if unit.stamp and unit.stamp.source else ""
        for target in catalogue.locales.values():
            route = Route(unit.address.locale, target.tag)
            if routes.leads(route) and made_from != target.tag:
                entries = routes.converter(route).fired(unit.text)
                fired.setdefault(route, set()).update(
                    (entry.source, entry.target) for entry in entries if entry.layer == OWN
                )
    return fired


def _is_needed(catalogue: Catalogue, term: Term, fired: Mapping[Route, set[tuple[str, str]]]) -> bool:
    ways = [
        Route(source, target.tag)
        for target in catalogue.locales.values()
        for source in target.converts_from
        if term.leads(source, target.tag)
    ]
    if ways or term.only:
        return any((term.texts[way.source], term.texts[way.target]) in fired.get(way, ()) for way in ways)
    words = {term.keep: None} if term.keep else dict.fromkeys(term.texts.values())
    return any(word.casefold() in unit.text.casefold() for unit in catalogue.units.values() for word in words)
