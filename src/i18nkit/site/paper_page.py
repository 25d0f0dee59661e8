"""The page of one paper, and the page of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from i18nkit.errors import say
from i18nkit.model import PAPERS, Paper, Unit
from i18nkit.site.bibtex import bibtex
from i18nkit.site.markup import element, heading, join
from i18nkit.site.math import mathml
from i18nkit.site.page import Kind, Page
from i18nkit.site.placement import placements
from i18nkit.site.reader import Reader
from i18nkit.site.rows import paper_rows

_PLACES = {"arxiv": "https://arxiv.org/abs/", "doi": "https://doi.org/", "acl": "https://aclanthology.org/"}
_NAMES = {"arxiv": "arXiv", "doi": "DOI", "acl": "ACL Anthology"}


def paper_page(reader: Reader, paper: Paper) -> Page:
    owner = PAPERS + paper.id
    notes = [unit for field in reader.fields(paper.id) if (unit := reader.text(owner, field))]
    borrowed = reader.is_borrowed(notes)
    line, _ = reader.line(paper.id)
    return Page(
        path=owner,
        kind=Kind.PAPER,
        title=reader.names(paper)[0][0],
        blocks=tuple(_blocks(reader, paper, notes)),
        lang=notes[0].address.locale if borrowed else reader.locale,
        borrowed=borrowed,
        description=line,
    )


def _blocks(reader: Reader, paper: Paper, notes: list[Unit]) -> Iterator[str]:
    page = PAPERS + paper.id
    yield from _names(reader, paper)
    yield _facts(reader, paper)
    if notice := reader.notice(notes):
        yield notice
    for unit in notes:
        field = unit.address.field
        yield heading(2, reader.label(field), field, lang=reader.label_lang(field))
        yield _note(reader, unit, page)
    if paper.formulas:
        yield heading(2, reader.say(say("Formulas")), "formulas")
        yield element("div", *(_formula(tex) for tex in paper.formulas), class_="ik-formulas")
    yield from _also(reader, page)
    if paper.id in reader.catalogue.readers:
        yield heading(2, reader.say(say("In reading lists")), "lists")
        yield element("ul", *placements(reader, paper, page), class_="ik-placements")
    yield heading(2, "BibTeX", "bibtex")
    yield element("div", element("pre", element("code", bibtex(paper))), class_="ik-bibtex")


def _names(reader: Reader, paper: Paper) -> Iterator[str]:
    """The title as readers know it, the short name above and the original title below, each where it is another."""
    names = reader.names(paper)
    title = reader.catalogue.title(reader.locale, paper) or paper.title or names[0][0]
    class_ = "ik-short"
    for name, lang in names:
        if name == title:
            yield heading(1, name, "title", lang=lang, class_="ik-title")
            class_ = "ik-original"
        else:
            yield element("p", name, class_=class_, lang=lang)


def _facts(reader: Reader, paper: Paper) -> Markup:
    facts: list[tuple[str, Markup | str]] = []
    if paper.authors:
        names = [element("span", name, class_="ik-author") for name in paper.authors]
        people = join(names, reader.say(say(", ")))
        if paper.et_al:
            people = Markup(reader.say(say("{people} and others", people=people)))
        facts.append((reader.say(say("Authors")), people))
    if paper.year:
        facts.append((reader.say(say("Year")), str(paper.year)))
    if paper.venue:
        facts.append(
            (reader.say(say("Venue")), element("span", paper.venue, lang=reader.title_lang(paper.venue)))
        )
    for key, id in paper.ids.items():
        number: Markup | str = element("a", id, href=_PLACES[key] + id) if key in _PLACES else id
        facts.append((_NAMES.get(key, key), number))
    if paper.url and not any(paper.url == _PLACES.get(key, "") + id for key, id in paper.ids.items()):
        facts.append((reader.say(say("Link")), _outside(paper.url)))
    pairs = (element("div", element("dt", name), element("dd", value)) for name, value in facts)
    return element("dl", *pairs, class_="ik-facts")


def _outside(url: str) -> Markup | str:
    if not url.startswith(("https://", "http://")):
        return url
    steps = url.split("://", 1)[1].rstrip("/").split("/")
    return element("a", join(steps, Markup("/<wbr>")), href=url)


def _formula(tex: str) -> Markup:
    return element("div", Markup(mathml(tex, True)), class_="ik-formula")


def _note(reader: Reader, unit: Unit, page: str) -> Markup:
    """One text, and below it, discreetly, what a reader should know about it."""
    remarks = reader.remarks(unit)
    if edit := reader.edit(unit):
        remarks.append(
            element("a", reader.say(say("Edit this text")), href=edit, class_="ik-edit", rel="edit")
        )
    return element(
        "div",
        element("div", reader.prose(unit, page), class_="ik-note__text", lang=reader.lang(unit)),
        element("p", join(remarks, " "), class_="ik-note__foot") if remarks else None,
        class_="ik-note",
        data_state=str(reader.state(unit)),
        data_borrowed=reader.lang(unit),
    )


def _also(reader: Reader, owner: str) -> Iterator[str]:
    """What lists say that came after the first: under their names."""
    texts = [field for field in reader.catalogue.texts.get(owner, {}) if field.startswith("also.")]
    if not texts:
        return
    yield heading(2, reader.say(say("In other words")), "also")
    for field in texts:
        _, list_id, kind = field.split(".", 2)
        unit = reader.text(owner, field)
        if not unit:
            continue
        title = reader.list_title(list_id)[0] if list_id in reader.catalogue.lists else list_id
        named = say("{list}: {field}", list=title, field=reader.label(kind))
        yield heading(3, reader.say(named), f"also-{list_id}-{kind}")
        yield _note(reader, unit, owner)


def papers_page(reader: Reader) -> Page:
    """All papers by year, newest first."""
    title = reader.say(say("All papers"))
    blocks: list[str] = [heading(1, title, "title", class_="ik-title")]
    count = reader.words.number(len(reader.catalogue.papers))
    blocks.append(element("p", reader.say(say("{count} papers", count=count)), class_="ik-lead"))
    blocks += papers_by_year(reader, "papers/index", 2)
    return Page("papers/index", Kind.INDEX, title, tuple(blocks), reader.locale)


def papers_by_year(reader: Reader, page: str, level: int) -> list[str]:
    blocks: list[str] = []
    for year, papers in groupby(reader.papers(), key=lambda paper: paper.year):
        name = str(year) if year else reader.say(say("Year unknown"))
        blocks.append(heading(level, name, f"y{year or 0}", class_="ik-year"))
        blocks.append(paper_rows(reader, papers, page))
    return blocks
