"""The pure function from catalogue and locale to pages: no MkDocs here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from i18nkit.config import Settings
from i18nkit.errors import ContentError
from i18nkit.model import Catalogue, Locale, Paper, ReadingList, Row, Section, State, Unit
from i18nkit.model.unit import Address
from i18nkit.site.page import Page
from i18nkit.site.reader import first_sentence
from i18nkit.site.render import render
from i18nkit.translation import states

LOCALES = {
    "zh-Hans": Locale("zh-Hans", "简体中文", fallback=("zh-Hant", "en")),
    "zh-Hant": Locale("zh-Hant", "繁體中文", fallback=("zh-Hans", "en")),
    "en": Locale("en", "English", fallback=("zh-Hans",)),
}


def settings(repo_url: str = "") -> Settings:
    return Settings(Path("/nowhere"), "i18nkit.toml", LOCALES, Path("/nowhere/content"), repo_url)


def catalogue(texts: dict[str, str], *papers: Paper, lists: tuple[ReadingList, ...] = ()) -> Catalogue:
    units = {}
    for printed, text in texts.items():
        address = Address.parse(printed)
        assert address
        suffix = "md" if address.is_page else "yaml"
        units[address] = Unit(address, text, None, f"content/{address.locale}/{address.owner}.{suffix}", 4)
    return Catalogue(
        LOCALES, {paper.id: paper for paper in papers}, {found.id: found for found in lists}, units
    )


def pages(found: Catalogue, locale: str, repo_url: str = "") -> dict[str, Page]:
    return render(found, states(found), locale, settings(repo_url))


BERT, GPT = Paper("bert", "BERT", year=2018), Paper("gpt", "GPT", year=2018, ids={"arxiv": "1801.00001"})


def test_every_locale_has_the_same_pages_and_headings() -> None:
    stages = (Section("one", rows=(Row(("bert",)),)), Section("two", under="one", rows=(Row(("gpt",)),)))
    found = catalogue(
        {"zh-Hans/papers/bert#summary": "一。", "en/index#body": "# Hi", "zh-Hans/lists/l#one.title": "甲"},
        BERT,
        GPT,
        lists=(ReadingList("l", sections=stages),),
    )
    seen = [
        {
            path: [block.rpartition("{ #")[2].split()[0] for block in page.blocks if block.startswith("#")]
            for path, page in pages(found, locale).items()
        }
        for locale in LOCALES
    ]
    assert seen[0] == seen[1] == seen[2]
    assert seen[0]["lists/l"] == ["title", "one", "two"]
    assert set(seen[0]) == {
        "papers/bert",
        "papers/gpt",
        "papers/index",
        "lists/l",
        "lists/index",
        "status",
        "index",
    }


def test_a_borrowed_text_is_marked_and_its_page_is_no_translation() -> None:
    found = catalogue({"zh-Hant/papers/bert#summary": "雙向。"}, BERT)
    own, borrowed = pages(found, "zh-Hant")["papers/bert"], pages(found, "zh-Hans")["papers/bert"]
    assert (own.borrowed, own.lang) == (False, "zh-Hant")
    assert "lang=" not in own.markdown.partition("bibtex")[0].replace("lang=en", "")
    assert (borrowed.borrowed, borrowed.lang) == (True, "zh-Hant")
    assert '<div class="ik-note__text" lang="zh-Hant"><p>雙向。</p>' in borrowed.markdown
    assert "ik-notice--borrowed" in borrowed.markdown
    assert "繁体中文" in borrowed.markdown
    # English may not borrow from zh-Hant here: its chain does not name it.
    assert "雙向" not in pages(found, "en")["papers/bert"].markdown


def test_a_page_is_borrowed_when_most_of_its_texts_are() -> None:
    texts = {f"zh-Hans/papers/bert#{field}": "字。" for field in ("a", "b", "c")}
    one, two = {"en/papers/bert#a": "A."}, {"en/papers/bert#a": "A.", "en/papers/bert#b": "B."}
    assert pages(catalogue(texts | one, BERT), "en")["papers/bert"].borrowed
    page = pages(catalogue(texts | two, BERT), "en")["papers/bert"]
    assert not page.borrowed
    assert page.markdown.count('data-borrowed="zh-Hans"') == 1


def test_what_keeps_a_text_from_being_finished_is_said_beside_it() -> None:
    found = catalogue({"zh-Hans/papers/bert#a": "甲。", "zh-Hant/papers/bert#a": "甲。"}, BERT)
    address = Address("zh-Hant", "papers/bert", "a")
    remarks = {}
    for state in State:
        page = render(found, {address: state}, "zh-Hant", settings())["papers/bert"]
        remarks[state] = re.findall(r"ik-state--([a-z-]+)", page.markdown)
    unfinished = (State.CONVERTED, State.STALE, State.NEEDS_REVIEW)
    assert remarks == {state: [state] if state in unfinished else [] for state in State}
    # Of a borrowed text, readers learn whose it is.
    page = render(
        catalogue({"zh-Hant/papers/bert#a": "甲。"}, BERT), {address: State.STALE}, "en", settings()
    )
    assert "ik-state" not in page["papers/bert"].markdown


def test_facts_alone_are_in_nobodys_language() -> None:
    assert not pages(catalogue({}, BERT), "en")["papers/bert"].borrowed


def test_the_neighbours_in_a_list() -> None:
    rows = (Row(("bert", "gpt"), no=(1, 2)), Row(("t5",)), Row(("bert",)))
    found = catalogue(
        {}, BERT, GPT, Paper("t5", "T5"), lists=(ReadingList("l", sections=(Section("one", rows=rows),)),)
    )
    markdown = pages(found, "en")["papers/gpt"].markdown
    before, after = markdown.split("ik-placement__next")
    assert 'href="../../papers/bert/"' in before
    assert 'href="../../papers/t5/"' in after
    assert "No. 1" in markdown
    assert "ik-placement__next" not in pages(found, "en")["papers/t5"].markdown


def test_edit_links_need_a_repository() -> None:
    found = catalogue({"en/papers/bert#summary": "A.", "en/about#body": "A."}, BERT)
    linked = pages(found, "en", "https://forge.example/us/papers")
    address = "https://forge.example/us/papers/edit/main/content/en/papers/bert.yaml"
    assert f'href="{address}"' in linked["papers/bert"].markdown
    assert linked["about"].edit == "https://forge.example/us/papers/edit/main/content/en/about.md"
    assert "rel=" not in pages(found, "en")["papers/bert"].markdown


LESSON = Paper("lesson", "The Bitter Lesson", "The Bitter Lesson", year=2019)
REPORT = Paper("report", "GPT-4 Technical Report", "GPT-4", year=2023)
TITLES = {"zh-Hans/papers/lesson#title": "苦涩的教训", "zh-Hans/papers/report#title": "GPT-4 技术报告"}


@pytest.mark.parametrize(
    ("locale", "paper", "name", "head"),
    [
        (
            "zh-Hans",
            LESSON,
            "苦涩的教训",
            "# 苦涩的教训 { #title .ik-title }\n\n"
            '<p class="ik-original" lang="en">The Bitter Lesson</p>\n\n<dl',
        ),
        ("en", LESSON, "The Bitter Lesson", "# The Bitter Lesson { #title .ik-title }\n\n<dl"),
        ("zh-Hant", LESSON, "The Bitter Lesson", "# The Bitter Lesson { #title .ik-title lang=en }\n\n<dl"),
        (
            "zh-Hans",
            REPORT,
            "GPT-4",
            '<p class="ik-short" lang="en">GPT-4</p>\n\n# GPT-4 技术报告 { #title .ik-title }\n\n'
            '<p class="ik-original" lang="en">GPT-4 Technical Report</p>\n\n<dl',
        ),
    ],
)
def test_a_title_of_the_locales_own_stands_over_the_original(
    locale: str, paper: Paper, name: str, head: str
) -> None:
    page = pages(catalogue(TITLES, LESSON, REPORT), locale)[f"papers/{paper.id}"]
    assert page.title == name
    assert page.markdown.startswith(head)
    assert f"title = {{{{{paper.title}}}}}" in page.markdown
    assert not page.borrowed


@pytest.mark.parametrize(
    ("locale", "rows"),
    [
        (
            "zh-Hans",
            ["GPT-4 GPT-4 技术报告 GPT-4 Technical Report 2023", "苦涩的教训 The Bitter Lesson 2019"],
        ),
        ("en", ["GPT-4 GPT-4 Technical Report 2023", "The Bitter Lesson 2019"]),
    ],
)
def test_rows_say_each_name_of_a_paper_once(locale: str, rows: list[str]) -> None:
    markdown = pages(catalogue(TITLES, LESSON, REPORT), locale)["papers/index"].markdown
    heads = re.findall(r'<p class="ik-row__head">(.*?)</p>', markdown)
    assert [re.sub(r"<[^>]+>", "", head) for head in heads] == rows


def test_a_title_is_no_note() -> None:
    found = catalogue({**TITLES, "zh-Hans/index#body": "<!-- i18nkit: figures -->"}, LESSON, REPORT)
    assert 'id="title"' not in pages(found, "zh-Hans")["papers/lesson"].markdown
    assert "ik-note" not in pages(found, "zh-Hans")["papers/lesson"].markdown
    assert "<dt>笔记</dt><dd>0</dd>" in pages(found, "zh-Hans")["index"].markdown


def test_papers_stand_by_year_and_within_it_by_arxiv_number() -> None:
    old, unknown = Paper("old", "Old", year=1997), Paper("unknown", "Unknown")
    order = pages(catalogue({}, unknown, old, BERT, GPT), "en")["papers/index"].markdown
    places = [
        order.index(f"papers/{id}/".removeprefix("papers/")) for id in ("gpt", "bert", "old", "unknown")
    ]
    assert places == sorted(places)


def test_a_directive_nobody_knows_is_told_with_its_line() -> None:
    found = catalogue({"en/index#body": "Hello.\n\n<!-- i18nkit: figure -->"})
    with pytest.raises(ContentError) as caught:
        pages(found, "en")
    assert (caught.value.file, caught.value.line) == ("content/en/index.md", 6)
    assert "figures" in str(caught.value.remedy)


def test_a_directive_in_code_is_code() -> None:
    found = catalogue({"en/index#body": "```\n<!-- i18nkit: nonsense -->\n```"})
    assert "nonsense" in pages(found, "en")["index"].markdown


def test_hand_written_headings_get_the_same_anchor_everywhere() -> None:
    found = catalogue(
        {
            "zh-Hans/about#body": "## 一\n\n### 二 { #two }\n\n## 三 {.wide}\n\n```\n## 四\n```",
            "en/about#body": "## One\n\n### Two { #two }\n\n## Three {.wide}",
        }
    )
    for locale in ("zh-Hans", "en"):
        markdown = pages(found, locale)["about"].markdown
        assert [line.partition("{ ")[2] for line in markdown.splitlines() if "{" in line] == [
            "#title }",
            "#s1 }",
            "#two }",
            "#s3 .wide}",
        ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("一句。两句。", "一句。"),
        ("See v1.5 of it. Then more.", "See v1.5 of it."),
        ("没有句号", "没有句号"),
        ("字" * 100, "字" * 70 + "…"),
        ("word " * 40, "word " * 27 + "word…"),
        ("", ""),
    ],
)
def test_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


@pytest.mark.parametrize(
    ("locale", "said"), [("zh-Hans", "</span> 等</dd>"), ("en", "</span> and others</dd>")]
)
def test_others_close_the_names_without_another_comma(locale: str, said: str) -> None:
    paper = Paper("r1", "R1", authors=("DeepSeek-AI", "Daya Guo"), et_al=True)
    assert said in "".join(pages(catalogue({}, paper), locale)["papers/r1"].blocks)
