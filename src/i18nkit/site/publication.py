"""All pages in all locales, and what one page says about its fellows: translations, the language switcher, the head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from i18nkit.config import Settings
from i18nkit.errors import say
from i18nkit.messages import speaker
from i18nkit.model import Catalogue
from i18nkit.site.home_page import HOME
from i18nkit.site.markup import address
from i18nkit.site.page import Page
from i18nkit.site.render import hand_written, render
from i18nkit.site.terms import GLOSSARY
from i18nkit.store import read_catalogue
from i18nkit.translation import states


@dataclass(frozen=True, slots=True)
class Head:
    """What a page tells search engines. `alternates` are (hreflang, absolute address), x-default last; empty where
    the page has no translation, is none itself, or nobody knows where the site will stand."""

    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    robots: str = ""
    description: str = ""


@dataclass(frozen=True)
class Publication:
    """`pages` maps locale to path to page, all rendered at once: an error in any locale is found before the first
    file is written."""

    settings: Settings
    catalogue: Catalogue
    pages: Mapping[str, Mapping[str, Page]]

    @classmethod
    def load(cls, settings: Settings) -> Publication:
        """Raises Faults where the catalogue cannot be read, ContentError for a directive nobody knows."""
        catalogue = read_catalogue(settings)
        known = states(catalogue)
        pages = {tag: render(catalogue, known, tag, settings) for tag in settings.locales}
        return cls(settings, catalogue, pages)

    @cached_property
    def translations(self) -> Mapping[str, tuple[str, ...]]:
        """path -> the locales whose readers find the page in their own words."""
        found: dict[str, list[str]] = {}
        for tag, pages in self.pages.items():
            for path, page in pages.items():
                if not page.borrowed:
                    found.setdefault(path, []).append(tag)
        return {path: tuple(tags) for path, tags in found.items()}

    @cached_property
    def elsewhere(self) -> str:
        """The locale for readers who asked for none of ours: English where there is one, else the first."""
        tags = list(self.settings.locales)
        return next((tag for tag in tags if tag.split("-")[0] == "en"), tags[0])

    def head(self, locale: str, path: str, base: str) -> Head:
        """`base` is the address of the site's root, with a slash at its end, or empty."""
        page = self.pages[locale][path]
        robots = "noindex" if page.borrowed else ""
        if not base:
            return Head(robots=robots, description=page.description)
        canonical = base + place(locale, path)
        return Head(canonical, tuple(self.alternates(locale, path, base)), robots, page.description)

    def alternates(self, locale: str, path: str, base: str) -> Iterator[tuple[str, str]]:
        true = self.translations.get(path, ())
        if locale not in true or len(true) < 2:
            return
        for tag in true:
            yield tag, base + place(tag, path)
        # The root page chooses by the reader's browser: that is what x-default means for the home page.
        default = self.elsewhere if self.elsewhere in true else true[0]
        yield "x-default", base if path == HOME else base + place(default, path)

    def switcher(self, path: str) -> list[dict[str, str]]:
        """The same page in every locale; a locale that has no such page offers its home. Empty where there is no choice."""
        if len(self.pages) < 2:
            return []
        return [
            {"lang": tag, "name": locale.name, "link": place(tag, path if path in self.pages[tag] else HOME)}
            for tag, locale in self.settings.locales.items()
        ]

    def site_name(self, locale: str) -> str:
        """The title of the home page, empty where nobody wrote one."""
        unit = self.catalogue.shown(locale, HOME, "title")
        return unit.text.strip() if unit else ""

    def nav(self, locale: str) -> list[dict[str, str]]:
        speak = speaker(locale)
        pages = self.pages[locale]
        made = {
            HOME: speak(say("Home")),
            "lists/index": speak(say("Lists")),
            "papers/index": speak(say("Papers")),
            GLOSSARY: speak(say("Glossary")),
            "status": speak(say("Status")),
        }
        written = {path: pages[path].title for path in hand_written(self.catalogue) if path in pages}
        return [
            {title: f"{locale}/{path}.md"}
            for path, title in {**made, **(written | made)}.items()
            if path in pages
        ]


def place(locale: str, path: str) -> str:
    """Where a page stands below the root of the site."""
    return f"{locale}/{address(path)}"
