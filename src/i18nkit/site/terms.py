"""The terms that readers get: those with a definition, in the order of their English names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from i18nkit.model import Catalogue, Term

GLOSSARY = "glossary"
_GAP = re.compile(r"[^a-z0-9]+")
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Published:
    """`names` has one for every locale that has a name for it. `anchor` is the same on the page of every locale."""

    term: Term
    names: dict[str, str]
    anchor: str

    @property
    def letter(self) -> str:
        """What it stands under: its first letter, empty for one outside the Latin alphabet."""
        first = _key(next(iter(self.names.values())))[:1]
        return first.upper() if first.isascii() and first.isalpha() else ""

    def definition(self, locales: Sequence[str]) -> tuple[str, str]:
        """The first of `locales` that has one, and its text. Both empty where none has."""
        defined = self.term.definition
        return next(((tag, defined[tag]) for tag in locales if tag in defined), ("", ""))


def columns(catalogue: Catalogue) -> list[str]:
    """The locales in the order their names stand in: English first, everything is sorted by it."""
    return sorted(catalogue.locales, key=lambda tag: tag.split("-")[0] != "en")


def published(catalogue: Catalogue) -> list[Published]:
    tags = columns(catalogue)
    named = [(term, _names(term, tags)) for term in catalogue.glossary if term.definition]
    named.sort(key=lambda pair: _order(next(iter(pair[1].values()), "")))
    taken = {_TITLE}
    found = []
    for term, names in named:
        if names:
            anchor = _anchor(next(iter(names.values())), taken)
            taken.add(anchor)
            found.append(Published(term, names, anchor))
    return found


def _names(term: Term, tags: Sequence[str]) -> dict[str, str]:
    if term.keep:
        return dict.fromkeys(tags, term.keep)
    return {tag: term.texts[tag] for tag in tags if tag in term.texts}


def _key(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold()


def _order(name: str) -> tuple[bool, str]:
    """Letters first; hyphens count as spaces."""
    key = _key(name)
    return not (key[:1].isascii() and key[:1].isalpha()), key.replace("-", " ")


def _anchor(name: str, taken: Collection[str]) -> str:
    plain = _GAP.sub("-", _key(name)).strip("-") or "term"
    anchor, number = plain, 1
    while anchor in taken:
        number += 1
        anchor = f"{plain}-{number}"
    return anchor
