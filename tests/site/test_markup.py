from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from i18nkit.site.markup import element, heading, href, join


class Text(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


# Python-Markdown keeps STX and ETX for itself; a reader sees neither these nor other controls.
PRINTABLE = st.text(st.characters(blacklist_categories=("C", "Zl", "Zp")), min_size=1)


@given(PRINTABLE.filter(str.strip))
def test_markdown_finds_nothing_to_do_in_a_heading(text: str) -> None:
    html = markdown.markdown(
        heading(2, text, "here", lang="en"), extensions=["attr_list", "toc", "md_in_html"]
    )
    seen = Text(html)
    assert seen.tags == [("h2", {"id": "here", "lang": "en"})]
    assert seen.words.split() == text.split()


@given(PRINTABLE, PRINTABLE)
def test_what_is_text_stays_text(text: str, value: str) -> None:
    seen = Text(element("p", text, title=value))
    assert seen.tags == [("p", {"title": value})]
    assert seen.words == text


def test_what_is_none_is_left_out() -> None:
    assert (
        element("p", None, "a", lang=None, class_="x", data_state="y") == '<p class="x" data-state="y">a</p>'
    )
    assert join(["<", Markup("<b>")], Markup("<i>")) == "&lt;<i><b>"


@pytest.mark.parametrize(
    ("page", "goal", "expected"),
    [
        ("papers/bert", "papers/gpt-3", "../../papers/gpt-3/"),
        ("papers/bert", "papers/index", "../../papers/"),
        ("papers/index", "papers/bert", "../papers/bert/"),
        ("papers/bert", "index", "../../"),
        ("index", "lists/index", "lists/"),
        ("index", "index", "./"),
        ("status", "index", "../"),
    ],
)
def test_links_between_pages(page: str, goal: str, expected: str) -> None:
    assert href(page, goal) == expected
    assert href(page, goal, "here") == f"{expected}#here"
