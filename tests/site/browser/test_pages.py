"""The site as it comes out of the build, opened in a browser: both catalogues, every kind of page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.browser.conftest import Visit, visiting

LOCALES = ["zh-Hans", "zh-Hant", "en"]
KINDS = ["", "papers/lora/", "papers/", "lists/roadmap/", "lists/", "glossary/", "status/", "about/"]
EVERY = [f"{locale}/{kind}" for locale in LOCALES for kind in KINDS] + ["404.html"]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"region": {"enabled": False}},
}


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


@dataclass
class Walk:
    """Every page opened once, one after the other."""

    visit: Visit
    lang: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def walk(browser: Browser, shipped: str) -> Iterator[Walk]:
    context = browser.new_context(reduced_motion="reduce")
    made = Walk(visiting(context, shipped))
    for path in EVERY:
        page = made.visit.open(path)
        made.lang[path] = page.locator("html").get_attribute("lang") or ""
        made.anchors[path] = page.locator("article :is(h1, h2, h3)[id]").evaluate_all(
            "all => all.map(one => one.id)"
        )
        made.links[path] = page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
    yield made
    context.close()


# ---- nothing from elsewhere, nothing broken


def test_no_page_asks_another_host_or_complains(walk: Walk) -> None:
    assert walk.visit.foreign == []
    assert walk.visit.complaints == []


def test_every_link_inside_the_site_leads_somewhere(walk: Walk) -> None:
    known: dict[str, set[str]] = {}
    for path, links in walk.links.items():
        for link in links:
            url, _, anchor = link.partition("#")
            if not url.startswith(walk.visit.base):
                continue
            if url not in known:
                with urlopen(url) as answer:  # our own server, on this machine
                    known[url] = set(re.findall(r'\bid="([^"]+)"', answer.read().decode("utf-8")))
            assert not anchor or anchor in known[url], f"{path} -> {link}"
    assert len(known) > len(EVERY)


# ---- languages


@pytest.mark.parametrize("kind", KINDS)
def test_anchors_are_the_same_in_every_language(walk: Walk, kind: str) -> None:
    first, *others = (walk.anchors[f"{locale}/{kind}"] for locale in LOCALES)
    assert all(other == first for other in others)
    assert len(first) == len(set(first)) > 0


def test_every_page_says_its_language(walk: Walk) -> None:
    assert all(walk.lang[path] == path.split("/")[0] for path in EVERY[:-1])


def test_borrowed_text_is_marked_with_its_own_language(context: BrowserContext, toy_url: str) -> None:
    page = visiting(context, toy_url).open("en/lists/roadmap/")
    borrowed = page.locator("article [lang=zh-Hans], article [lang=zh-Hant]")
    assert borrowed.count()
    assert page.locator("article .ik-badge, article .ik-notice").count()


# ---- harm


def test_words_that_mean_harm_do_none(context: BrowserContext, toy_url: str, small: str) -> None:
    for base, paths in ((toy_url, ["en/papers/gpt-3/", "en/"]), (small, ["en/papers/gpt-3/"])):
        visit = visiting(context, base)
        visit.page.on("dialog", lambda dialog: pytest.fail(f"a note ran: {dialog.message}"))
        for path in paths:
            page = visit.open(path)
            for link in page.locator("article a").all():
                assert not (link.get_attribute("href") or "").lower().startswith(("javascript:", "data:"))
            assert page.evaluate("window.harmed") is None
            assert page.locator("article script, article [onerror], article [onclick]").count() == 0
        assert visit.foreign == []
        assert visit.complaints == []


# ---- for every reader


def spread() -> list[str]:
    """Every kind of page once, and every language."""
    return [f"{LOCALES[number % len(LOCALES)]}/{kind}" for number, kind in enumerate(KINDS)] + ["404.html"]


def test_on_a_phone_nothing_scrolls_sideways_and_axe_is_content(browser: Browser, shipped: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", has_touch=True
    )
    visit = visiting(context, shipped)
    for path in EVERY:
        page = visit.open(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        if path in spread():
            assert faults(page) == [], path
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_is_content(browser: Browser, shipped: str, colours: Literal["light", "dark"]) -> None:
    context = browser.new_context(color_scheme=colours, reduced_motion="reduce")
    visit = visiting(context, shipped)
    for path in spread():
        assert faults(visit.open(path)) == [], path
    page = visit.open("zh-Hans/")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("注意力")
    expect(page.get_by_role("option").first).to_be_visible()
    assert faults(page) == [], "search"
    context.close()


def test_the_skip_link_comes_first_and_shows(visit: Visit) -> None:
    page = visit.open("en/papers/lora/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()


def test_focus_is_seen(visit: Visit) -> None:
    page = visit.open("en/")
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)] }"
        )
        assert style[0] != "none", page.evaluate("document.activeElement.outerHTML")
        assert style[1] >= 2


def test_colours_can_be_changed_and_stay(visit: Visit) -> None:
    page = visit.open("en/")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator("[data-ik-colours]").click()
    dark = page.evaluate(paper)
    assert dark != light
    visit.open("zh-Hant/status/")
    assert page.evaluate(paper) == dark


def test_bibtex_is_copied(context: BrowserContext, shipped: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visiting(context, shipped).open("en/papers/lora/")
    page.locator(".ik-copy").click()
    expect(page.locator(".ik-copy")).not_to_have_text("Copy")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@")
    assert "2106.09685" in copied


def test_formulas_are_set_in_the_mathematical_face(visit: Visit) -> None:
    page = visit.open("en/papers/lora/")
    assert page.locator("article math").count() > 0
    page.wait_for_function("document.fonts.check('16px \"STIX Two Math\"')")


def test_a_page_without_formulas_loads_no_face(visit: Visit) -> None:
    page = visit.open("zh-Hans/papers/bert/")
    page.wait_for_load_state("networkidle")
    assert [url for url in visit.asked if url.endswith((".woff2", "sitemap.xml"))] == []


def test_the_navigation_tells_where_a_page_belongs(visit: Visit) -> None:
    for path, section, means in (
        ("en/papers/", "Papers", "page"),
        ("en/papers/lora/", "Papers", "true"),
        ("en/lists/roadmap/", "Lists", "true"),
    ):
        marked = visit.open(path).locator(".ik-nav [aria-current]")
        expect(marked).to_have_text(section)
        expect(marked).to_have_attribute("aria-current", means)
