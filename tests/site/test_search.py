"""What goes into the index. How it answers is asked in a browser: `tests/site/browser/test_search.py`."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.errors import I18nKitError
from i18nkit.messages import LANGUAGES, speaker
from i18nkit.model.catalogue import Catalogue
from i18nkit.model.glossary import Term
from i18nkit.model.locale import Locale
from i18nkit.model.paper import Paper
from i18nkit.model.reading_list import ReadingList
from i18nkit.model.unit import Address, Unit
from i18nkit.site import search
from i18nkit.site.chrome import words
from i18nkit.text.script import fold

LOCALES = {
    "zh-Hans": Locale("zh-Hans", "简体中文", fallback=("zh-Hant", "en")),
    "zh-Hant": Locale("zh-Hant", "繁體中文", fallback=("zh-Hans", "en")),
    "en": Locale("en", "English", fallback=("zh-Hans", "zh-Hant")),
}
LORA = Paper(
    "lora", "LoRA: Low-Rank Adaptation", "LoRA", ("Edward Hu",), year=2021, ids={"arxiv": "2106.09685"}
)
MEMORY = Term(texts={"zh-Hans": "内存", "zh-Hant": "記憶體", "en": "memory"})


def catalogue(*texts: tuple[str, str, str, str]) -> Catalogue:
    units = {}
    for locale, owner, field, text in texts:
        address = Address(locale, owner, field)
        units[address] = Unit(address, text, None, "content/x.yaml", 1)
    return Catalogue(
        LOCALES, papers={"lora": LORA}, lists={"road": ReadingList("road")}, units=units, glossary=(MEMORY,)
    )


def entry(of: Catalogue, locale: str, page: str = "papers/lora") -> search.Entry:
    return next(entry for entry in search.entries(of) if entry.page == f"{locale}/{page}/index.html")


def test_both_scripts_lie_alike_in_the_index() -> None:
    assert search.searchable("多頭注意力機制（LoRA）") == search.searchable("多头注意力机制（LoRA）")
    assert search.searchable("用ＬｏＲＡ微調") == "用 LoRA 微 调"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_what_is_folded_stays_folded(text: str) -> None:
    once = search.searchable(text)
    assert search.searchable(once) == once


def test_the_table_for_the_browser_says_what_the_index_was_folded_with() -> None:
    table = json.loads(search._fold_table())
    assert len(table["from"]) == len(table["to"])
    assert fold(table["from"]) == table["to"]
    assert dict(zip(table["from"], table["to"], strict=True))["機"] == "机"


def test_an_entry_shows_the_readers_own_summary() -> None:
    made = entry(
        catalogue(
            ("zh-Hans", "papers/lora", "summary", "冻结权重"), ("en", "papers/lora", "summary", "Freeze *it*")
        ),
        "en",
    )
    assert (made.title, made.subtitle) == ("LoRA", "LoRA: Low-Rank Adaptation")
    assert (made.excerpt, made.excerpt_locale) == ("Freeze it", "en")
    assert {"LoRA", "2106.09685"} <= set(made.names)
    assert "Edward Hu" in made.texts


def test_every_title_leads_to_the_paper_from_every_locale() -> None:
    of = catalogue(
        ("zh-Hans", "papers/lora", "title", "低秩适配"), ("en", "papers/lora", "summary", "It saves.")
    )
    own, english = entry(of, "zh-Hans"), entry(of, "en")
    assert (own.title, own.subtitle) == ("LoRA", "低秩适配 · LoRA: Low-Rank Adaptation")
    assert (english.title, english.subtitle) == ("LoRA", "LoRA: Low-Rank Adaptation")
    assert {"低秩适配", "LoRA: Low-Rank Adaptation"} <= set(own.names) & set(english.names)
    untold = catalogue(("zh-Hans", "papers/lora", "title", "低秩适配"))
    assert entry(untold, "zh-Hans").excerpt == ""


def test_a_borrowed_summary_keeps_its_own_locale() -> None:
    made = entry(catalogue(("zh-Hant", "papers/lora", "summary", "凍結權重")), "zh-Hans")
    assert (made.excerpt, made.excerpt_locale) == ("凍結權重", "zh-Hant")


def test_the_other_scripts_text_counts_only_where_its_words_differ() -> None:
    same = entry(
        catalogue(
            ("zh-Hans", "papers/lora", "summary", "冻结权重"),
            ("zh-Hant", "papers/lora", "summary", "凍結權重"),
        ),
        "zh-Hans",
    )
    assert same.elsewhere == ()
    other = entry(
        catalogue(
            ("zh-Hans", "papers/lora", "summary", "省内存"), ("zh-Hant", "papers/lora", "summary", "省記憶體")
        ),
        "zh-Hans",
    )
    assert other.elsewhere == ("省記憶體",)
    english = entry(
        catalogue(
            ("en", "papers/lora", "summary", "It saves."), ("zh-Hant", "papers/lora", "summary", "省記憶體")
        ),
        "en",
    )
    assert english.elsewhere == ()


def test_synonyms_are_terms_that_differ_by_more_than_script() -> None:
    weights = Term(texts={"zh-Hans": "权重", "zh-Hant": "權重"})
    one_way = Term(texts={"zh-Hans": "生成", "zh-Hant": "產生"}, only="zh-Hans")
    assert search.synonyms([MEMORY, weights, one_way, Term(keep="LoRA")]) == (
        frozenset({"内 存", "记 忆 体"}),
    )


def test_a_page_is_found_by_the_word_of_the_other_side() -> None:
    names = search.synonyms([MEMORY])
    made = entry(catalogue(("zh-Hans", "papers/lora", "summary", "少用内存")), "zh-Hans")
    assert "记 忆 体" in search._stub(made, names)
    assert "记 忆 体" not in search._stub(
        entry(catalogue(("zh-Hans", "papers/lora", "summary", "少用显存")), "zh-Hans"), names
    )


def test_a_defined_term_leads_to_its_place_in_the_glossary() -> None:
    cache = Term(
        {"zh-Hans": "键值缓存", "zh-Hant": "鍵值快取", "en": "key-value cache"},
        definition={"zh-Hans": "留着不再算。"},
    )
    of = Catalogue(LOCALES, glossary=(MEMORY, cache))
    found = {entry.locale: entry for entry in search.entries(of)}
    assert {made.page for made in found.values()} == {f"{tag}/glossary/index.html" for tag in LOCALES}
    assert [(made.title, made.subtitle) for made in found.values()] == [
        ("键值缓存", "key-value cache"),
        ("鍵值快取", "key-value cache"),
        ("key-value cache", ""),
    ]
    assert (found["en"].excerpt, found["en"].excerpt_locale) == ("留着不再算。", "zh-Hans")
    assert ">en/glossary/#key-value-cache<" in search._stub(found["en"], ())


def test_a_glossary_that_people_wrote_is_one_page_to_the_search() -> None:
    term = Term({"en": "token"}, definition={"en": "A piece of text."})
    address = Address("en", "glossary", "title")
    units = {address: Unit(address, "Words", None, "content/en/glossary.md", 1)}
    kinds = {entry.kind for entry in search.entries(Catalogue(LOCALES, units=units, glossary=(term,)))}
    assert kinds == {"page"}


def test_a_stub_is_inert() -> None:
    made = entry(catalogue(("en", "papers/lora", "summary", "a <script>alert(1)</script> b & c")), "en")
    assert "<script" not in search._stub(made, ())


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("短文。", "短文。"),
        ("模型" * 79 + "，而后" + "继续" * 20, "模型…"),
        ("word " * 60, "word…"),
        ("字" * 300, "字…"),
    ],
)
def test_an_excerpt_ends_at_a_clause(text: str, ending: str) -> None:
    made = entry(catalogue(("en", "papers/lora", "summary", text)), "en")
    assert made.excerpt.endswith(ending)
    assert len(made.excerpt) <= search.EXCERPT + 1


def test_only_pages_on_disk_are_indexed_each_in_its_locale(tmp_path: Path) -> None:
    there = [
        "zh-Hans/index.html",
        "zh-Hant/papers/lora/index.html",
        "en/papers/lora/index.html",
        "en/lists/road/index.html",
    ]
    for page in there:
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("<p>page</p>", "utf-8")
    of = catalogue(("zh-Hans", "index", "title", "首页"), ("zh-Hans", "papers/lora", "summary", "冻结权重"))
    assert search.index_site(tmp_path, of) == 4
    fragments = [
        json.loads(gzip.decompress(file.read_bytes()).decode().removeprefix("pagefind_dcd"))
        for file in (tmp_path / "search" / "fragment").iterdir()
    ]
    assert {fragment["meta"]["page"] for fragment in fragments} == {
        page.removesuffix("index.html") for page in there
    }
    languages = json.loads((tmp_path / "search" / "pagefind-entry.json").read_text("utf-8"))["languages"]
    assert {tag: row["page_count"] for tag, row in languages.items()} == {"zh-hans": 1, "zh-hant": 1, "en": 2}
    assert search.index_site(tmp_path, of) == 4


def test_a_site_without_pages_has_no_index(tmp_path: Path) -> None:
    assert search.index_site(tmp_path, catalogue()) == 0
    assert not (tmp_path / "search").exists()


def test_pagefinds_refusal_is_our_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search.sys, "executable", "/bin/false")
    (tmp_path / "en/papers/lora").mkdir(parents=True)
    (tmp_path / "en/papers/lora/index.html").write_text("", "utf-8")
    with pytest.raises(I18nKitError, match="search index"):
        search.index_site(tmp_path, catalogue())


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_the_scripts_keep_their_places_open(language: str) -> None:
    english, said = words(str), words(speaker(language))
    for name, text in english.items():
        assert set(re.findall(r"{\w+}", said[name])) == set(re.findall(r"{\w+}", text)), name
    assert "{query}" in english["search_none"]
