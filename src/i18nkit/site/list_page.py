"""The page of one reading list, and the page of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from i18nkit.errors import say
from i18nkit.model import LISTS, ReadingList, Section, Unit
from i18nkit.site.markup import Piece, element, heading, join
from i18nkit.site.page import Kind, Page
from i18nkit.site.reader import Reader
from i18nkit.site.rows import list_cards, list_rows, total_weeks

_DEEPEST = 6


def list_page(reader: Reader, reading_list: ReadingList) -> Page:
    owner = LISTS + reading_list.id
    fields = reader.catalogue.texts.get(owner, {})
    texts = [unit for field in fields if (unit := reader.text(owner, field))]
    borrowed = reader.is_borrowed(texts)
    title_unit = reader.text(owner, "title")
    edit = reader.edit(title_unit) if title_unit else ""
    return Page(
        path=owner,
        kind=Kind.LIST,
        title=reader.list_title(reading_list.id)[0],
        blocks=tuple(_blocks(reader, reading_list, texts)),
        lang=texts[0].address.locale if borrowed else reader.locale,
        borrowed=borrowed,
        description=reader.plain(owner, "intro"),
        edit=edit,
    )


def _blocks(reader: Reader, reading_list: ReadingList, texts: list[Unit]) -> Iterator[str]:
    page = LISTS + reading_list.id
    title, unit = reader.list_title(reading_list.id)
    yield heading(1, title, "title", lang=reader.lang(unit), class_="ik-title")
    yield _facts(reader, reading_list)
    if notice := reader.notice(texts):
        yield notice
    if intro := reader.text(page, "intro"):
        yield _prose(reader, intro, page, "ik-intro")
    for section in reading_list.sections:
        yield from _section(reader, reading_list, section, page)
    if advice := reader.text(page, "advice"):
        yield heading(2, reader.say(say("Advice")), "advice")
        yield _prose(reader, advice, page, "ik-advice")


def _facts(reader: Reader, reading_list: ReadingList) -> Markup:
    source = reading_list.source
    count = reader.words.number(len(dict.fromkeys(reading_list.papers())))
    facts: list[tuple[str, Piece]] = [(reader.say(say("Papers")), count)]
    if weeks := total_weeks(section.weeks for section in reading_list.sections):
        facts.append((reader.say(say("Time")), reader.words.weeks(*weeks)))
    if source.author:
        author = element("span", source.author, lang=reader.title_lang(source.author))
        facts.append((reader.say(say("Compiled by")), author))
    if source.title or source.url:
        name = source.title or source.url
        lang = reader.title_lang(name)
        link = (
            element("a", name, href=source.url, lang=lang)
            if source.url.startswith(("https://", "http://"))
            else element("span", name, lang=lang)
        )
        facts.append((reader.say(say("Published as")), link))
    if source.licence:
        facts.append((reader.say(say("Licence")), source.licence))
    pairs = (element("div", element("dt", name), element("dd", value)) for name, value in facts)
    return element("dl", *pairs, class_="ik-facts")


def _section(reader: Reader, reading_list: ReadingList, section: Section, page: str) -> Iterator[str]:
    title = reader.text(page, f"{section.id}.title")
    name = reader.plain(page, f"{section.id}.title") or section.id
    level = min(1 + len(reading_list.path(section)), _DEEPEST)
    yield heading(level, name, section.id, lang=reader.lang(title), class_="ik-stage")
    if section.weeks:
        yield element("p", reader.words.weeks(*section.weeks), class_="ik-weeks")
    if goal := reader.text(page, f"{section.id}.goal"):
        yield _prose(reader, goal, page, "ik-goal", reader.say(say("Goal")))
    if section.rows:
        yield list_rows(reader, section.rows, page)
    if advice := reader.text(page, f"{section.id}.advice"):
        yield _prose(reader, advice, page, "ik-advice", reader.say(say("Advice")))


def _prose(reader: Reader, unit: Unit, page: str, class_: str, label: str = "") -> Markup:
    remarks = reader.remarks(unit)
    return element(
        "div",
        element("p", label, class_="ik-label") if label else None,
        element("div", reader.prose(unit, page), lang=reader.lang(unit)),
        element("p", join(remarks, " "), class_="ik-note__foot") if remarks else None,
        class_=f"ik-prose {class_}",
        data_state=str(reader.state(unit)),
        data_borrowed=reader.lang(unit),
    )


def lists_page(reader: Reader) -> Page:
    title = reader.say(say("Reading lists"))
    blocks = (heading(1, title, "title", class_="ik-title"), list_cards(reader, "lists/index"))
    return Page("lists/index", Kind.INDEX, title, blocks, reader.locale)
