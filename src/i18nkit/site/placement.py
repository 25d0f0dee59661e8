"""Which lists name a paper, at which stage, and what comes before and after."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from i18nkit.errors import Message, say
from i18nkit.model import LISTS, Paper
from i18nkit.site.markup import element, href, join
from i18nkit.site.place import Place
from i18nkit.site.reader import Reader
from i18nkit.site.rows import paper_link


def placements(reader: Reader, paper: Paper, page: str) -> Iterator[Markup]:
    for id in reader.catalogue.readers.get(paper.id, ()):
        place = reader.places[id][paper.id]
        title, unit = reader.list_title(id)
        yield element(
            "li",
            element(
                "a", title, href=href(page, LISTS + id), lang=reader.lang(unit), class_="ik-placement__list"
            ),
            _stage(reader, id, place, page),
            element(
                "p",
                _neighbour(reader, place.before, page, say("Before it"), "previous"),
                _neighbour(reader, place.after, page, say("After it"), "next"),
                class_="ik-placement__neighbours",
            ),
            class_="ik-placement",
        )


def _stage(reader: Reader, id: str, place: Place, page: str) -> Markup:
    owner = LISTS + id
    steps = []
    for section in reader.catalogue.lists[id].path(place.section):
        if unit := reader.text(owner, f"{section.id}.title"):
            name = reader.plain(owner, f"{section.id}.title")
            steps.append(element("a", name, href=href(page, owner, section.id), lang=reader.lang(unit)))
    numbers = (say("No. {number}", number=reader.words.number(number)) for number in place.row.no)
    printed = (element("span", reader.say(number), class_="ik-placement__no") for number in numbers)
    between = element("span", " › ", aria_hidden="true")
    return element("p", join([join(steps, between), *printed], " "), class_="ik-placement__stage")


def _neighbour(reader: Reader, id: str, page: str, word: Message, side: str) -> Markup | None:
    paper = reader.catalogue.papers.get(id)
    if not paper:
        return None
    said = element("span", reader.say(word), class_="ik-placement__word")
    link = paper_link(reader, paper, page, "ik-placement__paper")
    return element("span", said, " ", link, class_=f"ik-placement__{side}")
