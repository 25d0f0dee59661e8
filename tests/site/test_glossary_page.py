"""The glossary as readers of each locale get it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from i18nkit.config import Settings
from i18nkit.model import Catalogue, Locale, Paper, Term
from i18nkit.site.page import Page
from i18nkit.site.publication import Publication
from i18nkit.site.render import render
from i18nkit.site.terms import published
from tests.site.test_render import LOCALES, settings

TOKEN = Term(
    {"zh-Hans": "词元", "zh-Hant": "詞元", "en": "token"},
    definition={"zh-Hans": "文本的单位。", "zh-Hant": "文本的單位。", "en": "A unit of <text>."},
    papers=("bert", "nobody"),
)
ATTENTION = Term(
    {"zh-Hans": "注意力", "zh-Hant": "注意力", "en": "Attention"}, definition={"zh-Hans": "加权求和。"}
)
SOFTMAX = Term(keep="softmax", definition={"en": "Numbers to probabilities."})
STEERING = Term({"zh-Hans": "通过", "zh-Hant": "透過"})


def catalogue(*terms: Term, locales: dict[str, Locale] = LOCALES) -> Catalogue:
    return Catalogue(locales, {"bert": Paper("bert", "BERT", year=2018)}, glossary=terms)


def glossary(locale: str, *terms: Term) -> Page | None:
    return render(catalogue(*terms), {}, locale, settings()).get("glossary")


def html(locale: str, *terms: Term) -> str:
    page = glossary(locale, *terms)
    assert page
    return "\n".join(page.blocks)


def names(html: str) -> list[str]:
    return re.findall(r"<dt[^>]*>(.*?)</dt>", html)


def test_without_definitions_there_is_no_page() -> None:
    assert all(glossary(locale, STEERING, Term(keep="MLM")) is None for locale in LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_terms_stand_by_their_english_names_in_every_locale(locale: str) -> None:
    said = html(locale, TOKEN, STEERING, SOFTMAX, ATTENTION)
    assert names(said) == ["Attention", "注意力", "注意力", *["softmax"] * 3, "token", "词元", "詞元"]
    assert re.findall(r'id="([^"]+)" class="ik-term"', said) == ["attention", "softmax", "token"]
    assert re.findall(r"^## (.+) \{", said, re.M) == ["A", "S", "T"]


def test_a_definition_is_in_the_readers_language_or_says_which() -> None:
    assert '<dd class="ik-term__meaning">文本的單位。</dd>' in html("zh-Hant", TOKEN)
    assert '<dd lang="zh-Hans" class="ik-term__meaning">加权求和。</dd>' in html("en", ATTENTION)
    assert "A unit of &lt;text&gt;." in html("en", TOKEN)


def test_a_page_without_any_definition_of_its_own_is_borrowed() -> None:
    pages = {locale: glossary(locale, ATTENTION) for locale in LOCALES}
    assert {locale: page.borrowed for locale, page in pages.items() if page} == {
        "zh-Hans": False,
        "zh-Hant": True,
        "en": True,
    }


def test_a_term_links_to_the_papers_that_the_catalogue_has() -> None:
    said = html("en", TOKEN, ATTENTION)
    assert re.findall(r'<a href="([^"]+)"[^>]*ik-term__paper', said) == ["../papers/bert/"]
    assert "nobody" not in said
    assert said.count("ik-term__papers") == 1


def test_two_terms_of_one_name_have_an_anchor_each() -> None:
    homonyms = [
        Term({"en": name}, definition={"en": "…"}) for name in ("Key", "key!", "title", "Letter_A", "Élan")
    ]
    there = {term.names["en"]: term.anchor for term in published(catalogue(*homonyms))}
    assert there["Key"] != there["key!"]
    assert there["title"] != "title"
    assert there["Élan"].startswith("e")
    ids = re.findall(r'(?: id="|\{ #)([^" ]+)', html("en", *homonyms))
    assert len(ids) == len(set(ids)) > len(homonyms)


def test_names_outside_the_latin_alphabet_come_last() -> None:
    terms = published(catalogue(Term({"zh-Hans": "门"}, definition={"en": "…"}), SOFTMAX))
    assert [(term.letter, term.anchor) for term in terms] == [("S", "softmax"), ("", "term")]


def test_the_glossary_stands_in_the_navigation() -> None:
    full = catalogue(TOKEN)
    for terms, there in ((full, True), (catalogue(), False)):
        pages = {locale: render(terms, {}, locale, settings()) for locale in LOCALES}
        nav = Publication(Settings(Path("/"), "", LOCALES, Path("/")), terms, pages).nav("en")
        assert ({"Glossary": "en/glossary.md"} in nav) is there
