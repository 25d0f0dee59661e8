"""Papers as they stand in a list of any kind."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from i18nkit.errors import say
from i18nkit.model import LISTS, PAPERS, Paper, Row
from i18nkit.site.markup import Piece, element, href, join
from i18nkit.site.reader import Reader


def paper_link(reader: Reader, paper: Paper, page: str, class_: str) -> Markup:
    goal = href(page, PAPERS + paper.id)
    name, lang = reader.names(paper)[0]
    return element("a", name, href=goal, lang=lang, class_=class_)


def paper_rows(reader: Reader, papers: Iterable[Paper], page: str) -> Markup:
    items = [_item(reader, (paper,), page, venue=True) for paper in papers]
    return element("ul", join(items, "\n"), class_="ik-rows")


def list_rows(reader: Reader, rows: Iterable[Row], page: str) -> Markup:
    """In the list's order, with the numbers it prints."""
    known = reader.catalogue.papers
    items = [
        _item(reader, tuple(known[id] for id in row.papers if id in known), page, numbers=row.no)
        for row in rows
    ]
    return element("ol", join(items, "\n"), class_="ik-rows ik-rows--list", role="list")


def _item(
    reader: Reader,
    papers: tuple[Paper, ...],
    page: str,
    *,
    numbers: tuple[int, ...] = (),
    venue: bool = False,
) -> Markup:
    number = "–".join(reader.words.number(no) for no in dict.fromkeys((*numbers[:1], *numbers[-1:])))
    return element(
        "li",
        element("span", number, class_="ik-row__no") if number else None,
        element("div", *(_paper(reader, paper, page, venue) for paper in papers), class_="ik-row__body"),
        class_="ik-row",
    )


def _paper(reader: Reader, paper: Paper, page: str, venue: bool) -> Markup:
    titles = [
        element("span", name, class_="ik-row__title", lang=lang) for name, lang in reader.names(paper)[1:]
    ]
    facts = join(
        [
            element("span", str(paper.year), class_="ik-row__year") if paper.year else None,
            element("span", paper.venue, class_="ik-row__venue") if venue and paper.venue else None,
        ],
        " ",
    )
    line, unit = reader.line(paper.id)
    said = element("span", line, lang=reader.lang(unit)) if unit else None
    badge = reader.badge(unit) if unit else None
    return element(
        "div",
        element(
            "p",
            join([paper_link(reader, paper, page, "ik-row__name"), *titles, facts], " "),
            class_="ik-row__head",
        ),
        element("p", join([said, badge], " "), class_="ik-row__line") if said else None,
        class_="ik-row__paper",
        data_borrowed=reader.lang(unit),
    )


def list_cards(reader: Reader, page: str) -> Markup:
    """Every list: its name, how long it is, what it is for."""
    return element("ul", *(_card(reader, id, page) for id in reader.catalogue.lists), class_="ik-cards")


def _card(reader: Reader, id: str, page: str) -> Markup:
    reading_list = reader.catalogue.lists[id]
    title, unit = reader.list_title(id)
    count = len(dict.fromkeys(reading_list.papers()))
    facts: list[Piece] = [
        element("span", reader.say(say("{count} papers", count=reader.words.number(count))))
    ]
    if weeks := total_weeks(section.weeks for section in reading_list.sections):
        facts.append(element("span", reader.words.weeks(*weeks)))
    intro = reader.text(LISTS + id, "intro")
    if borrowed := unit or intro:
        facts.append(reader.badge(borrowed))
    line = reader.plain(LISTS + id, "intro")
    return element(
        "li",
        element(
            "a",
            title,
            href=href(page, LISTS + id),
            lang=reader.lang(unit),
            class_="ik-card__name",
        ),
        element("p", join(facts, " "), class_="ik-card__facts"),
        element("p", line, class_="ik-card__line", lang=reader.lang(intro)) if line else None,
        class_="ik-card",
    )


def total_weeks(weeks: Iterable[tuple[int, int] | None]) -> tuple[int, int] | None:
    known = [span for span in weeks if span]
    return (sum(few for few, _ in known), sum(most for _, most in known)) if known else None
