"""What readers type, and what they find."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.browser.conftest import Visit, visiting


@pytest.fixture
def here(context: BrowserContext, small: str) -> Visit:
    return visiting(context, small)


def find(page: Page, words: str) -> list[str]:
    """Addresses below the locale, best first."""
    if not page.locator("#ik-search").get_attribute("open"):
        page.keyboard.press("/")
    page.locator("#ik-search input").fill(words)
    page.wait_for_function(
        "words => document.querySelector('#ik-search').dataset.answered === words", arg=words, timeout=10_000
    )
    links = page.locator("#ik-hits [role=option]").evaluate_all("all => all.map(one => one.pathname)")
    return [link.split("/", 2)[2] for link in links]


# What is typed, and the papers that every one of these words must find on both Chinese sites.
FINDS = [
    (["注意力機制", "注意力机制", "注意力 机制"], {"transformer", "bert"}),
    (["多頭", "多头"], {"transformer"}),
    (["微調", "微调"], {"lora", "bert"}),
    (["記憶體", "内存", "內存"], {"lora"}),
    (["LoRA", "lora", "ＬｏＲＡ", "2106.09685", "Edward Hu", "low-rank"], {"lora"}),
    (["GPT-3", "gpt3", "few-shot", "Few Shot"], {"gpt-3"}),
    (["1706.03762", "vaswani", "Attention is all you need"], {"transformer"}),
    (["Transformer 架構", "transformer架构"], {"transformer", "bert"}),
]


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant"])
def test_both_scripts_find_the_same(here: Visit, locale: str) -> None:
    page = here.open(f"{locale}/")
    for words, papers in FINDS:
        for typed in words:
            found = {path.split("/")[1] for path in find(page, typed) if path.startswith("papers/")}
            assert found == papers, typed


def test_the_page_that_bears_the_name_comes_first(here: Visit) -> None:
    page = here.open("zh-Hant/")
    assert find(page, "transformer")[0] == "papers/transformer/"
    assert find(page, "学习路线")[0] == "lists/roadmap/"


def test_each_locale_has_its_own_index(here: Visit) -> None:
    page = here.open("en/")
    assert find(page, "mechanism") == ["papers/transformer/"]
    assert page.locator("#ik-hits a").get_attribute("href").endswith("/en/papers/transformer/")  # type: ignore[union-attr]


def test_a_result_shows_the_summary_in_the_readers_script_and_marks_what_was_sought(here: Visit) -> None:
    page = here.open("zh-Hant/")
    find(page, "微调")
    hit = page.locator("#ik-hits a", has_text="LoRA")
    expect(hit.locator(".ik-hit__excerpt")).to_have_text("凍結權重，以低秩矩陣微調，節省記憶體。")
    expect(hit.locator(".ik-hit__excerpt mark")).to_have_text("微調")
    expect(hit.locator(".ik-hit__borrowed")).to_have_count(0)


def test_a_borrowed_result_says_so_in_its_own_lang(here: Visit) -> None:
    page = here.open("zh-Hans/")
    find(page, "BERT")
    hit = page.locator("#ik-hits a", has_text="BERT").first
    expect(hit.locator(".ik-hit__excerpt")).to_have_attribute("lang", "zh-Hant")
    expect(hit.locator(".ik-hit__borrowed")).to_contain_text("繁體中文")


def test_nothing_found_is_said(here: Visit) -> None:
    page = here.open("zh-Hans/")
    for words in ("qqqq", "量子引力", "，。", "transformer 量子"):
        assert find(page, words) == []
        expect(page.get_by_role("status")).to_contain_text(words)


def test_nothing_is_fetched_before_the_search_is_opened(here: Visit) -> None:
    page = here.open("zh-Hans/papers/lora/")
    assert not [url for url in here.asked if "/search/" in url]
    with page.expect_request("**/search/pagefind.js"):
        page.get_by_role("button", name="Search").or_(page.locator("[data-ik-search-open]")).first.click()


def test_the_keyboard_does_it_all(here: Visit) -> None:
    page = here.open("zh-Hans/")
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    find(page, "注意力机制")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option")
    first, second = options.nth(0), options.nth(1)
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(second).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", second.get_attribute("id") or "")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    address = second.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_escape_closes_and_gives_the_focus_back(here: Visit) -> None:
    page = here.open("en/")
    button = page.locator("[data-ik-search-open]")
    button.press("Enter")
    expect(page.locator("#ik-search")).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(page.locator("#ik-search")).not_to_have_attribute("open", "")
    expect(button).to_be_focused()


def test_a_slash_in_the_field_is_a_slash(here: Visit) -> None:
    page = here.open("en/")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(page.get_by_role("combobox")).to_have_value("a/b")


def test_an_index_that_cannot_be_loaded_is_said_and_tried_again(here: Visit) -> None:
    page = here.open("zh-Hans/")
    page.route("**/search/fold.json", lambda route: route.abort())
    page.keyboard.press("/")
    retry = page.locator(".ik-search__retry")
    expect(retry).to_be_visible()
    expect(page.get_by_role("status")).not_to_be_empty()
    page.unroute("**/search/fold.json")
    page.locator("#ik-search input").fill("LoRA")
    expect(page.get_by_role("option").first).to_contain_text("LoRA")
    expect(retry).to_be_hidden()


def test_words_that_mean_harm_are_only_words(context: BrowserContext, small: str) -> None:
    here = visiting(context, small)
    page = here.open("en/")
    find(page, "<img src=x onerror=alert(1)>")
    assert not page.locator("#ik-search img").count()
    find(page, "few-shot")
    assert not page.locator("#ik-hits script, #ik-hits img").count()
    assert not here.complaints


def test_results_lead_below_the_path_that_the_site_stands_at(context: BrowserContext, toy_url: str) -> None:
    page = visiting(context, toy_url).open("zh-Hans/papers/bert/")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("學習路線")
    expect(page.get_by_role("option").first).to_have_attribute("href", f"{toy_url}zh-Hans/lists/roadmap/")
