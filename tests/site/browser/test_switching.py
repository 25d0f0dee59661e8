"""Languages in a real browser: the root page's choice, the switcher, and what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect


@contextmanager
def opened(browser: Browser, locale: str = "en-US", *, script: bool = True) -> Iterator[Page]:
    context = browser.new_context(locale=locale, java_script_enabled=script)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("zh-CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("en-GB", "en"),
        ("fr-FR", "en"),
    ],
)
def test_the_root_page_goes_by_the_browsers_language(
    browser: Browser, toy_url: str, asked: str, given: str
) -> None:
    with opened(browser, asked) as page:
        page.goto(f"{toy_url}?q=1#s1")
        page.wait_for_url(f"{toy_url}{given}/?q=1#s1")


def test_the_root_page_offers_links_without_script(browser: Browser, toy_url: str) -> None:
    with opened(browser, script=False) as page:
        page.goto(toy_url)
        page.get_by_role("link", name="繁體中文").click()
        assert page.url == f"{toy_url}zh-Hant/"


def test_switching_keeps_page_query_and_anchor_and_is_remembered(browser: Browser, toy_url: str) -> None:
    with opened(browser, "zh-CN") as page:
        page.goto(f"{toy_url}zh-Hans/papers/bert/?from=mail#contribution")
        page.locator("a[data-ik-locale=en]").click()
        page.wait_for_url(f"{toy_url}en/papers/bert/?from=mail#contribution")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        # A later anchor, not the first one, goes along.
        page.goto(f"{toy_url}en/papers/bert/#bibtex")
        page.locator("a[data-ik-locale=zh-Hant]").click()
        page.wait_for_url(f"{toy_url}zh-Hant/papers/bert/#bibtex")
        page.goto(toy_url)
        page.wait_for_url(f"{toy_url}zh-Hant/")
