"""How far the translation has come: counts, shares and a chart drawn here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup

from i18nkit.errors import say
from i18nkit.model import State
from i18nkit.site.markup import element, heading, join
from i18nkit.site.page import Kind, Page
from i18nkit.site.reader import Reader

_WIDTH = 1000
_NAMES = {
    State.SOURCE: say("written here"),
    State.TRANSLATED: say("translated"),
    State.CONVERTED: say("converted"),
    State.STALE: say("stale"),
    State.NEEDS_REVIEW: say("needs review"),
    State.MISSING: say("missing"),
}
_MEANINGS = {
    State.SOURCE: say("The text begins in this language."),
    State.TRANSLATED: say("A person translated it, or found the machine's text right."),
    State.CONVERTED: say("A machine converted it from the other script; no person has checked it yet."),
    State.STALE: say("The text it was made from has changed since."),
    State.NEEDS_REVIEW: say("Somebody should look at it."),
    State.MISSING: say("Nothing yet: readers are shown another language."),
}


def status_page(reader: Reader) -> Page:
    title = reader.say(say("Translation status"))
    blocks = (
        heading(1, title, "title", class_="ik-title"),
        *status_blocks(reader),
        heading(2, reader.say(say("What the words mean")), "meanings"),
        _meanings(reader),
    )
    return Page("status", Kind.STATUS, title, blocks, reader.locale)


def status_blocks(reader: Reader) -> list[Markup]:
    """The chart, and the same figures as a table."""
    counts = _counts(reader)
    return [_chart(reader, counts), _table(reader, counts)]


def _counts(reader: Reader) -> Mapping[str, Counter[State]]:
    counts: dict[str, Counter[State]] = {tag: Counter() for tag in reader.catalogue.locales}
    for (locale, _, _), state in reader.states.items():
        counts[locale][state] += 1
    return counts


def _chart(reader: Reader, counts: Mapping[str, Counter[State]]) -> Markup:
    legend = element(
        "ul",
        *(
            element("li", reader.say(name), class_=f"ik-legend__item ik-legend__item--{state}")
            for state, name in _NAMES.items()
        ),
        class_="ik-legend",
    )
    return element("figure", *(_bar(reader, tag, counts[tag]) for tag in counts), legend, class_="ik-chart")


def _bar(reader: Reader, tag: str, counts: Counter[State]) -> Markup:
    """One locale's states side by side; the drawing is stretched to the width of the page, so it holds no letters."""
    total = counts.total()
    language = reader.catalogue.locales[tag].name
    pieces, start = [], 0
    for state, name in _NAMES.items():
        count = counts[state]
        if not count:
            continue
        end = start + count
        left, right = _WIDTH * start // total, _WIDTH * end // total
        words = say("{state}: {count}", state=reader.say(name), count=reader.words.number(count))
        pieces.append(
            element(
                "rect",
                element("title", reader.say(words)),
                x=str(left),
                y="0",
                width=str(right - left),
                height="20",
                class_=f"ik-bar__piece ik-bar__piece--{state}",
            )
        )
        start = end
    drawing = element(
        "svg",
        element("title", _summary(reader, language, counts)),
        *pieces,
        viewBox=f"0 0 {_WIDTH} 20",
        preserveAspectRatio="none",
        role="img",
        aria_label=_summary(reader, language, counts),
        class_="ik-bar__drawing",
    )
    done = total - counts[State.MISSING] - counts[State.STALE] - counts[State.NEEDS_REVIEW]
    share = reader.words.share(done, total) if total else "–"
    return element(
        "div",
        element("span", language, lang=tag, class_="ik-bar__locale"),
        drawing,
        element("span", share, class_="ik-bar__share"),
        class_="ik-bar",
    )


def _summary(reader: Reader, language: str, counts: Counter[State]) -> str:
    parts = [
        reader.say(say("{state}: {count}", state=reader.say(name), count=reader.words.number(counts[state])))
        for state, name in _NAMES.items()
        if counts[state]
    ]
    return reader.say(
        say("{language}: {states}", language=language, states=reader.say(say(", ")).join(parts))
    )


def _table(reader: Reader, counts: Mapping[str, Counter[State]]) -> Markup:
    corner = element("th", reader.say(say("Language")), scope="col")
    head = [element("th", reader.say(name), scope="col") for name in _NAMES.values()]
    total = element("th", reader.say(say("all")), scope="col")
    rows = []
    for tag, states in counts.items():
        cells = [_cell(reader, states[state], states.total()) for state in _NAMES]
        name = element("th", reader.catalogue.locales[tag].name, scope="row", lang=tag)
        rows.append(element("tr", name, *cells, element("td", reader.words.number(states.total()))))
    caption = element("caption", reader.say(say("Texts by language and state")))
    table = element(
        "table", caption, element("thead", element("tr", corner, *head, total)), element("tbody", *rows)
    )
    return element(
        "div",
        table,
        class_="ik-status",
        tabindex="0",
        role="region",
        aria_label=reader.say(say("Texts by language and state")),
    )


def _cell(reader: Reader, count: int, total: int) -> Markup:
    share = element("span", reader.words.share(count, total), class_="ik-status__share") if count else None
    return element(
        "td", join([reader.words.number(count), share], " "), class_=None if count else "ik-status__none"
    )


def _meanings(reader: Reader) -> Markup:
    pairs = (
        element("div", element("dt", reader.say(_NAMES[state])), element("dd", reader.say(meaning)))
        for state, meaning in _MEANINGS.items()
    )
    return element("dl", *pairs, class_="ik-meanings")
