"""The glossary: every published term with its name in each language, what it means, and where it comes from."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from i18nkit.errors import say
from i18nkit.site.markup import Piece, element, heading
from i18nkit.site.page import Kind, Page
from i18nkit.site.reader import Reader
from i18nkit.site.rows import paper_link
from i18nkit.site.terms import GLOSSARY, Published, columns, published


def glossary_page(reader: Reader) -> Page | None:
    """None where no term has a definition."""
    terms = published(reader.catalogue)
    if not terms:
        return None
    title = reader.say(say("Glossary"))
    about = reader.say(
        say(
            "{count} concepts, each with its name in every language of this catalogue, and the papers here that "
            "introduced it.",
            count=reader.words.number(len(terms)),
        )
    )
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: term.letter)]
    blocks: list[str | Markup] = [
        heading(1, title, "title", class_="ik-title"),
        element("p", about, class_="ik-lead"),
        _letters(reader, [letter for letter, _ in letters]),
        _head(reader),
    ]
    for letter, group in letters:
        blocks.append(heading(2, letter or "#", _id(letter), class_="ik-letter"))
        blocks.append(element("dl", *(_term(reader, term) for term in group), class_="ik-terms"))
    own = any(reader.locale in term.term.definition for term in terms)
    return Page(
        GLOSSARY, Kind.GLOSSARY, title, tuple(blocks), reader.locale, borrowed=not own, description=about
    )


def _letters(reader: Reader, letters: list[str]) -> Markup:
    links = (element("li", element("a", letter or "#", href=f"#{_id(letter)}")) for letter in letters)
    listed = element("ul", *links, class_="ik-letters")
    return element("nav", listed, aria_label=reader.say(say("Terms by letter")))


def _id(letter: str) -> str:
    """With a mark that no term's anchor has."""
    return f"letter_{letter.lower() or 'other'}"


def _head(reader: Reader) -> Markup:
    """Above the columns, for the eye: every name tells its language itself."""
    locales = reader.catalogue.locales
    names = [element("span", locales[tag].name, lang=tag) for tag in columns(reader.catalogue)]
    return element("div", *names, class_="ik-terms__head", aria_hidden="true")


def _term(reader: Reader, term: Published) -> Markup:
    own = "ik-term__name ik-term__name--own"
    names: list[Piece] = [
        element("dt", name, lang=tag, class_=own if tag == reader.locale else "ik-term__name")
        for tag, name in term.names.items()
    ]
    chain = (reader.locale, *reader.catalogue.locales[reader.locale].fallback)
    tag, words = term.definition(chain)
    lang = tag if tag != reader.locale else None
    meaning = element("dd", words, lang=lang, class_="ik-term__meaning") if words else None
    known = reader.catalogue.papers
    papers = [
        element("li", paper_link(reader, known[id], GLOSSARY, "ik-term__paper"))
        for id in term.term.papers
        if id in known
    ]
    origin = (
        element("dd", element("ul", *papers, class_="ik-term__papers"), class_="ik-term__origin")
        if papers
        else None
    )
    return element("div", *names, meaning, origin, id=term.anchor, class_="ik-term")
