"""The search index: one per locale, and 注意力機制 finds what 注意力机制 finds.

Pagefind reads stub pages made from the catalogue, not the site's own. In them every text is folded to Simplified
character by character and a space stands around each Han character; `assets/search.js` does the same to what is
typed and asks for a run of Han characters as a phrase. Both sides use one table, written beside the index.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from i18nkit.errors import I18nKitError, say
from i18nkit.model.catalogue import Catalogue
from i18nkit.model.glossary import Term
from i18nkit.model.paper import Paper
from i18nkit.model.reading_list import ReadingList
from i18nkit.model.unit import LISTS, PAPERS, Unit
from i18nkit.site.terms import GLOSSARY, Published, published
from i18nkit.text.han import HAN
from i18nkit.text.markdown import plain
from i18nkit.text.script import fold, tables

FOLDER = "search"
EXCERPT = 160
HOME = "index"

_HAN = re.compile(f"([{HAN}])")
_DIRECTIVE = re.compile(r"^\s*(?:\{\{.*?\}\}|:::.*|<!--.*?-->)\s*$", re.M)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page, or a term of the glossary, as the search knows it. `page` is its file below the site's folder.

    `title`, `subtitle` and `excerpt` are shown as they are; `excerpt_locale` is the excerpt's own. `names` weigh
    most: short name, identifiers. `elsewhere` is what the same page says in the other script, where that differs by
    more than script. `anchor` is where on the page it stands.
    """

    locale: str
    page: str
    kind: str
    title: str
    subtitle: str = ""
    excerpt: str = ""
    excerpt_locale: str = ""
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    anchor: str = ""


def index_site(site_dir: Path, catalogue: Catalogue) -> int:
    """Writes `site_dir/search` for the pages that lie in `site_dir`; how many pages it holds.

    Raises I18nKitError where Pagefind is missing or refuses.
    """
    found = [entry for entry in entries(catalogue) if (site_dir / entry.page).is_file()]
    output = site_dir / FOLDER
    shutil.rmtree(output, ignore_errors=True)
    if not found:
        return 0
    words = synonyms(catalogue.glossary)
    with tempfile.TemporaryDirectory(prefix="i18nkit-search-") as folder:
        for number, entry in enumerate(found):
            Path(folder, f"{number}.html").write_text(_stub(entry, words), "utf-8")
        _run_pagefind(Path(folder), output)
    (output / "fold.json").write_text(_fold_table(), "utf-8")
    return len(found)


@lru_cache(maxsize=1024)
def searchable(text: str) -> str:
    """`text` as it lies in the index: compatibility forms and script folded, Han characters apart."""
    folded = fold(unicodedata.normalize("NFKC", text))
    return " ".join(" ".join(_HAN.split(folded)).split())


def entries(catalogue: Catalogue) -> Iterator[Entry]:
    """All locales of a page one after the other: they share most of the work."""
    for paper in catalogue.papers.values():
        for locale in catalogue.locales:
            yield _paper(catalogue, locale, paper)
    for reading_list in catalogue.lists.values():
        for locale in catalogue.locales:
            yield _list(catalogue, locale, reading_list)
    for owner in catalogue.texts:
        if not owner.startswith((PAPERS, LISTS)):
            for locale in catalogue.locales:
                yield _page(catalogue, locale, owner)
    if GLOSSARY not in catalogue.texts:
        for term in published(catalogue):
            for locale in catalogue.locales:
                yield _term(catalogue, locale, term)


def synonyms(glossary: Sequence[Term]) -> tuple[frozenset[str], ...]:
    """What Chinese readers call one thing, folded; only terms whose names differ by more than script. A row for one way
    of the conversion says less."""
    groups = (
        frozenset(searchable(text) for tag, text in term.texts.items() if tag.startswith("zh"))
        for term in glossary
        if not term.only
    )
    return tuple(group for group in groups if len(group) > 1)


def _paper(catalogue: Catalogue, locale: str, paper: Paper) -> Entry:
    owner = PAPERS + paper.id
    notes = (unit for unit in _shown(catalogue, locale, owner) if not unit.address.is_paper_title)
    excerpt = catalogue.shown(locale, owner, "summary") or next(notes, None)
    name, *titles = catalogue.names(locale, paper)
    return Entry(
        locale,
        _file(locale, owner),
        "paper",
        title=name,
        subtitle=" · ".join(titles),
        excerpt=_excerpt(excerpt),
        excerpt_locale=excerpt.address.locale if excerpt else locale,
        names=(paper.short, *catalogue.titles(paper), *paper.ids.values()),
        texts=(*paper.authors, paper.venue, str(paper.year or ""), *_texts(catalogue, locale, owner)),
        elsewhere=_elsewhere(catalogue, locale, owner),
    )


def _list(catalogue: Catalogue, locale: str, reading_list: ReadingList) -> Entry:
    owner = LISTS + reading_list.id
    title = catalogue.shown(locale, owner, "title")
    name = plain(title.text) if title else reading_list.source.title or reading_list.id
    intro = catalogue.shown(locale, owner, "intro")
    return Entry(
        locale,
        _file(locale, owner),
        "list",
        title=name,
        excerpt=_excerpt(intro),
        excerpt_locale=intro.address.locale if intro else locale,
        names=(name, reading_list.source.title, reading_list.id),
        texts=(reading_list.source.author, *_texts(catalogue, locale, owner)),
        elsewhere=_elsewhere(catalogue, locale, owner),
    )


def _page(catalogue: Catalogue, locale: str, owner: str) -> Entry:
    title, body = catalogue.shown(locale, owner, "title"), catalogue.shown(locale, owner, "body")
    name = plain(title.text) if title else owner
    return Entry(
        locale,
        _file(locale, owner),
        "page",
        title=name,
        excerpt=_excerpt(body),
        excerpt_locale=body.address.locale if body else locale,
        names=(name,),
        texts=_texts(catalogue, locale, owner),
        elsewhere=_elsewhere(catalogue, locale, owner),
    )


def _term(catalogue: Catalogue, locale: str, term: Published) -> Entry:
    """A concept is found by its name in any language, and leads to its place in the glossary."""
    tag, definition = term.definition((locale, *catalogue.locales[locale].fallback))
    sorted_by = next(iter(term.names.values()))
    name = term.names.get(locale, sorted_by)
    return Entry(
        locale,
        _file(locale, GLOSSARY),
        "term",
        title=name,
        subtitle=sorted_by if sorted_by != name else "",
        excerpt=definition,
        excerpt_locale=tag or locale,
        names=(name,),
        texts=(*term.names.values(), definition),
        anchor=term.anchor,
    )


def _file(locale: str, owner: str) -> str:
    folder = owner.removesuffix(HOME) if owner.rpartition("/")[2] == HOME else owner + "/"
    return f"{locale}/{folder}index.html"


def _shown(catalogue: Catalogue, locale: str, owner: str) -> Iterator[Unit]:
    for field in catalogue.texts.get(owner, {}):
        if unit := catalogue.shown(locale, owner, field):
            yield unit


def _texts(catalogue: Catalogue, locale: str, owner: str) -> tuple[str, ...]:
    return tuple(_prose(unit.text) for unit in _shown(catalogue, locale, owner))


def _elsewhere(catalogue: Catalogue, locale: str, owner: str) -> tuple[str, ...]:
    if not catalogue.locales[locale].writes_han:
        return ()
    here = {searchable(text) for text in _texts(catalogue, locale, owner)}
    there = (
        _prose(unit.text)
        for units in catalogue.texts.get(owner, {}).values()
        for tag, unit in units.items()
        if tag != locale and catalogue.locales[tag].writes_han
    )
    return tuple(dict.fromkeys(text for text in there if searchable(text) not in here))


@lru_cache(maxsize=1024)
def _prose(markdown: str) -> str:
    return plain(_DIRECTIVE.sub("", markdown))


def _excerpt(unit: Unit | None) -> str:
    """The beginning, cut at a word's or a clause's end."""
    if unit is None:
        return ""
    text = " ".join(_prose(unit.text).split())
    if len(text) <= EXCERPT:
        return text
    cut = max(text.rfind(mark, EXCERPT // 2, EXCERPT) for mark in " ，。；、,;")
    return text[: cut if cut > 0 else EXCERPT].rstrip(" ，；、,;") + "…"


def _stub(entry: Entry, synonyms: Sequence[frozenset[str]]) -> str:
    shown = {
        "page": entry.page.removesuffix("index.html") + (f"#{entry.anchor}" if entry.anchor else ""),
        "title": entry.title,
        "subtitle": entry.subtitle,
        "excerpt": entry.excerpt,
        "lang": entry.excerpt_locale,
        "kind": entry.kind,
    }
    names = searchable(" · ".join(filter(None, entry.names)))
    texts = searchable("\n".join(filter(None, entry.texts)))
    also = [searchable(text) for text in entry.elsewhere]
    if _HAN.search(texts):
        also += _other_names(f"{names} {texts}", synonyms)
    # Pagefind's own case of a locale tag is lower; what is ignored is still kept to be shown.
    return "".join(
        [
            f'<!doctype html><html lang="{entry.locale.lower()}"><body data-pagefind-body>',
            *(
                f'<p data-pagefind-meta="{key}" data-pagefind-ignore>{escape(value)}</p>'
                for key, value in shown.items()
                if value
            ),
            f'<p data-pagefind-weight="8">{escape(names)}</p>',
            f"<p>{escape(texts)}</p>",
            f'<p data-pagefind-weight="0.4">{escape(" · ".join(also))}</p>' if also else "",
            "</body></html>",
        ]
    )


def _other_names(text: str, synonyms: Sequence[frozenset[str]]) -> list[str]:
    """Of each thing that `text` names, the names it does not use."""
    return sorted(
        name
        for group in synonyms
        if any(known in text for known in group)
        for name in group
        if name not in text
    )


def _run_pagefind(stubs: Path, output: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(stubs),
        "--output-path",
        str(output),
        "--silent",
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        why = (done.stderr or done.stdout).strip().splitlines()
        raise I18nKitError(
            say(
                "the search index could not be built: {why}",
                why=why[-1] if why else f"exit {done.returncode}",
            ),
            remedy=say("install Pagefind with `pip install pagefind`"),
        )
    for unused in output.glob("pagefind-*ui.*"):
        unused.unlink()
    (output / "pagefind-highlight.js").unlink(missing_ok=True)


def _fold_table() -> str:
    table = tables().fold
    pairs = {"han": HAN, "from": "".join(map(chr, table)), "to": "".join(table.values())}
    return json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))
