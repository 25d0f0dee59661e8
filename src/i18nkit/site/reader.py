"""The catalogue as a reader of one locale meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath

from markupsafe import Markup

from i18nkit.config import Settings
from i18nkit.errors import say
from i18nkit.messages import speaker
from i18nkit.model import LISTS, PAPERS, TITLE, Address, Catalogue, Paper, State, Unit
from i18nkit.site.markup import element, href
from i18nkit.site.math import mathml
from i18nkit.site.place import Place, places
from i18nkit.site.words import Words
from i18nkit.text.html import to_html
from i18nkit.text.markdown import plain
from i18nkit.text.script import script_of

_SENTENCE = re.compile(r".+?(?:[。！？]|[.!?](?=\s|$))", re.S)
_LINE = 140  # Latin letters; a Han character takes the room of two
# What a title in this script is taken to be written in: papers print no language.
_TITLES = {"Latn": "en", "Hans": "zh-Hans", "Hant": "zh-Hant", "Jpan": "ja"}


@dataclass(frozen=True)
class Reader:
    catalogue: Catalogue
    states: Mapping[Address, State]
    locale: str
    settings: Settings

    @cached_property
    def words(self) -> Words:
        return Words.of(self.locale)

    @cached_property
    def places(self) -> Mapping[str, Mapping[str, Place]]:
        """list id -> paper id -> where it stands."""
        return {id: places(reading_list) for id, reading_list in self.catalogue.lists.items()}

    def say(self, message: str) -> str:
        return speaker(self.locale)(message)

    def text(self, owner: str, field: str) -> Unit | None:
        return self.catalogue.shown(self.locale, owner, field)

    def plain(self, owner: str, field: str) -> str:
        unit = self.text(owner, field)
        return " ".join(plain(unit.text).split()) if unit else ""

    def lang(self, unit: Unit | None) -> str | None:
        """The `lang` an element needs for this text: None where it is the reader's own."""
        return unit.address.locale if unit and unit.address.locale != self.locale else None

    def title_lang(self, title: str) -> str | None:
        lang = _TITLES.get(script_of(title))
        return lang if lang != self.locale else None

    def names(self, paper: Paper) -> list[tuple[str, str | None]]:
        """What readers know a paper by, the name it goes by first, each with the `lang` it needs."""
        own = self.catalogue.title(self.locale, paper)
        names = self.catalogue.names(self.locale, paper)
        return [(name, self.title_lang(name) if name != own else None) for name in names]

    def state(self, unit: Unit) -> State:
        return self.states.get(unit.address, State.SOURCE)

    def fields(self, paper: str) -> list[str]:
        """The note fields that some text of this paper fills, in reading order."""
        there = self.catalogue.texts.get(PAPERS + paper, {})
        known = [field for field in self.catalogue.fields if field in there]
        return known + sorted(
            field for field in there if field not in (*known, TITLE) and not field.startswith("also.")
        )

    def label(self, field: str) -> str:
        """What this locale calls a field; along the fallback chain, else its id."""
        known = self.catalogue.fields.get(field)
        labels = known.label if known else {}
        chain = (self.locale, *self.catalogue.locales[self.locale].fallback)
        return next((labels[tag] for tag in chain if tag in labels), field)

    def label_lang(self, field: str) -> str | None:
        known = self.catalogue.fields.get(field)
        if known and self.locale in known.label:
            return None
        chain = self.catalogue.locales[self.locale].fallback
        return next((tag for tag in chain if known and tag in known.label), None)

    def line(self, paper: str) -> tuple[str, Unit | None]:
        """What a row says of a paper: the first sentence of its first note."""
        unit = next(filter(None, (self.text(PAPERS + paper, field) for field in self.fields(paper))), None)
        return (first_sentence(plain(unit.text)), unit) if unit else ("", None)

    def list_title(self, id: str) -> tuple[str, Unit | None]:
        unit = self.text(LISTS + id, "title")
        if unit:
            return self.plain(LISTS + id, "title"), unit
        return self.catalogue.lists[id].source.title or id, None

    def prose(self, unit: Unit, page: str) -> Markup:
        """A text as HTML for `page`; addresses of other pages in it are written as from its own file."""
        folder = dirname(unit.address.owner)

        def target(address: str) -> str:
            path, hash_, anchor = address.partition("#")
            if not path.endswith(".md"):
                return address
            return href(page, normpath(join(folder, path)).removesuffix(".md"), anchor if hash_ else "")

        return Markup(to_html(unit.text, mathml, target))

    def is_borrowed(self, units: Sequence[Unit]) -> bool:
        """Whether most of these texts, the main text of a page, stand in another locale's words."""
        return sum(unit.address.locale != self.locale for unit in units) * 2 > len(units)

    def notice(self, units: Sequence[Unit]) -> Markup | None:
        """What stands above a borrowed page."""
        if not self.is_borrowed(units):
            return None
        tags = dict.fromkeys(unit.address.locale for unit in units if self.lang(unit))
        message = say(
            "This page has not been translated into {language} yet. Its text is shown in {source}.",
            language=self.words.language(self.locale),
            source=self.say(_LIST_SEPARATOR).join(self.words.language(tag) for tag in tags),
        )
        return element("p", self.say(message), class_="ik-notice ik-notice--borrowed", role="note")

    def badge(self, unit: Unit) -> Markup | None:
        """A borrowed text's language, said beside it."""
        if not self.lang(unit):
            return None
        return element("span", self.words.language(unit.address.locale), class_="ik-badge", lang=self.locale)

    def remarks(self, unit: Unit) -> list[Markup]:
        """What to know about a text: whose words it borrows, else what keeps it from being a finished translation."""
        if badge := self.badge(unit):
            return [badge]
        state = self.state(unit)
        if state not in _STATES:
            return []
        return [element("span", self.say(_STATES[state]), class_=f"ik-state ik-state--{state}")]

    def edit(self, unit: Unit) -> str:
        """Where this text can be edited; empty where the settings name no repository."""
        if not self.settings.repo_url:
            return ""
        return f"{self.settings.repo_url}/{self.settings.edit_uri}{unit.file}"

    def papers(self) -> Iterator[Paper]:
        """Newest first; within a year by arXiv's number, which counts from month to month."""
        yield from sorted(
            self.catalogue.papers.values(),
            key=lambda paper: (paper.year or 0, paper.ids.get("arxiv", ""), paper.id),
            reverse=True,
        )


_LIST_SEPARATOR = say(", ")
_STATES = {
    State.CONVERTED: say("Converted by machine, not yet checked by a person"),
    State.STALE: say("The text it was made from has changed since"),
    State.NEEDS_REVIEW: say("Awaits review"),
}


def first_sentence(text: str) -> str:
    """The first sentence of plain text, cut where it would not fit on two lines."""
    text = " ".join(text.split())
    found = _SENTENCE.match(text)
    sentence = found[0] if found else text
    room = 0
    for place, character in enumerate(sentence):
        room += 1 if character < "\u2e80" else 2
        if room > _LINE:
            cut = sentence[:place]
            return (cut.rpartition(" ")[0] if " " in cut[-20:] else cut).rstrip(" ,;，；、") + "…"
    return sentence
