"""Catalogue and locale -> pages. Knows nothing of MkDocs: what comes out is Markdown with its facts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from i18nkit.config import Settings
from i18nkit.model import Address, Catalogue, State
from i18nkit.site.glossary_page import glossary_page
from i18nkit.site.hand_page import hand_page
from i18nkit.site.home_page import HOME, home_page
from i18nkit.site.list_page import list_page, lists_page
from i18nkit.site.page import Page
from i18nkit.site.paper_page import paper_page, papers_page
from i18nkit.site.reader import Reader
from i18nkit.site.status_page import status_page


def render(
    catalogue: Catalogue, states: Mapping[Address, State], locale: str, settings: Settings
) -> dict[str, Page]:
    """Every page that readers of `locale` get, by its path. Raises ContentError for a directive nobody knows."""
    reader = Reader(catalogue, states, locale, settings)
    return {page.path: page for page in _pages(reader)}


def _pages(reader: Reader) -> Iterator[Page]:
    """A page that people wrote takes the place of one made here."""
    yield home_page(reader)
    yield lists_page(reader)
    yield papers_page(reader)
    if page := glossary_page(reader):
        yield page
    yield status_page(reader)
    for reading_list in reader.catalogue.lists.values():
        yield list_page(reader, reading_list)
    for paper in reader.catalogue.papers.values():
        yield paper_page(reader, paper)
    for owner in hand_written(reader.catalogue):
        if page := hand_page(reader, owner):
            yield page


def hand_written(catalogue: Catalogue) -> list[str]:
    pages = dict.fromkeys(address.owner for address in catalogue.units if address.is_page)
    return sorted(pages, key=lambda owner: (owner != HOME, owner))
