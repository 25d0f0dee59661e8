"""What a hand-written page may ask for: `<!-- i18nkit: lists -->` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from markupsafe import Markup

from i18nkit.errors import ContentError, say
from i18nkit.model import Unit
from i18nkit.site.markup import element, join
from i18nkit.site.paper_page import papers_by_year
from i18nkit.site.reader import Reader
from i18nkit.site.rows import list_cards, paper_rows
from i18nkit.site.status_page import status_blocks
from i18nkit.text.markdown import spans

_DIRECTIVE = re.compile(r"^[ \t]*<!--\s*i18nkit:\s*(?P<name>.*?)\s*-->[ \t]*$", re.M)
_RECENT = 8

Blocks = Sequence[str | Markup]


def directives(reader: Reader, body: Unit) -> Iterator[tuple[int, int, Blocks]]:
    """For each directive in a page's body: where it stands, and the blocks that go there.

    Raises ContentError for one that nobody knows.
    """
    code = [(span.start, span.end) for span in spans(body.text) if span.kind == "code"]
    for found in _DIRECTIVE.finditer(body.text):
        if any(start <= found.start() < end for start, end in code):
            continue
        build = _DIRECTIVES.get(found["name"])
        if build is None:
            raise ContentError(
                say("no directive is called {name}", name=repr(found["name"])),
                file=body.file,
                line=body.line + body.text.count("\n", 0, found.start()),
                remedy=say("known directives: {names}", names=", ".join(_DIRECTIVES)),
            )
        yield found.start(), found.end(), build(reader, body.address.owner)


def figures(reader: Reader, page: str) -> Blocks:
    catalogue = reader.catalogue
    counted = [
        (len(catalogue.papers), say("papers")),
        (len(catalogue.lists), say("reading lists")),
        (len(catalogue.locales), say("languages")),
        (
            sum(address.paper is not None and not address.is_paper_title for address in catalogue.units),
            say("notes"),
        ),
    ]
    pairs = (
        element("div", element("dt", reader.say(name)), element("dd", reader.words.number(count)))
        for count, name in counted
    )
    return [element("dl", *pairs, class_="ik-figures", lang=reader.locale)]


def recent(reader: Reader, page: str) -> Blocks:
    return _own(reader, paper_rows(reader, islice(reader.papers(), _RECENT), page))


def lists(reader: Reader, page: str) -> Blocks:
    return _own(reader, list_cards(reader, page))


def papers(reader: Reader, page: str) -> Blocks:
    return papers_by_year(reader, page, 3)


def status(reader: Reader, page: str) -> Blocks:
    return _own(reader, join(status_blocks(reader), "\n"))


def _own(reader: Reader, block: Markup) -> Blocks:
    """Inside a borrowed page, what the catalogue says is in the reader's language all the same."""
    return [element("div", block, lang=reader.locale)]


_DIRECTIVES: dict[str, Callable[[Reader, str], Blocks]] = {
    "figures": figures,
    "lists": lists,
    "recent": recent,
    "papers": papers,
    "status": status,
}
