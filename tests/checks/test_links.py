from __future__ import annotations

import pytest

from i18nkit.checks import chosen, findings
from i18nkit.model import ReadingList, Term, Unit
from tests.checks.catalogues import case, original

START = '# Where to start { #start }\n\n## First steps\n\n## 阅读顺序\n\n<a id="tail"></a>'


def messages(unit: Unit) -> list[str]:
    units = [unit, original("en/guide/start#body", START), original("zh-Hans/index#body", "首页")]
    looked_at = case(units, lists={"picks": ReadingList("picks")})
    return [str(found.message) for found in findings(looked_at, chosen(["broken-links"]))]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("en/index#body", "papers/bert.md"),
        ("en/index#body", "papers/bert.md#summary"),
        ("en/index#body", "papers/index.md"),
        ("en/index#body", "lists/picks.md"),
        ("en/index#body", "lists/index.md"),
        ("en/index#body", "status.md"),
        ("en/index#body", "guide/start.md"),
        ("en/index#body", "guide/start.md#start"),
        ("en/index#body", "guide/start.md#first-steps"),
        ("en/index#body", "guide/start.md#_1"),
        ("en/index#body", "guide/start.md#tail"),
        ("en/index#body", "../zh-Hans/index.md"),
        ("en/index#body", "../zh-Hant/index.md"),
        ("zh-Hant/index#body", "guide/start.md#start"),
        ("en/papers/bert#summary", "bert.md"),
        ("en/papers/bert#summary", "../lists/picks.md"),
        ("en/lists/picks#intro", "../guide/start.md"),
        ("en/guide/more#body", "start.md#start"),
        ("en/index#body", "https://example.org/nothing.md"),
        ("en/index#body", "mailto:somebody@example.org"),
        ("en/index#body", "images/overview.svg"),
    ],
)
def test_a_link_that_leads_somewhere(address: str, target: str) -> None:
    assert messages(original(address, f"See [this]({target}).")) == []


@pytest.mark.parametrize(
    ("address", "target", "said"),
    [
        ("en/index#body", "papers/brt.md", "no page lies at papers/brt.md"),
        ("en/index#body", "paper/bert.md", "no page lies at paper/bert.md"),
        ("en/index#body", "../papers/bert.md", "no page lies at ../papers/bert.md"),
        ("en/index#body", "../../outside.md", "no page lies at ../../outside.md"),
        ("en/papers/bert#summary", "papers/bert.md", "no page lies at papers/bert.md"),
        ("en/index#body", "guide/start.md#begin", "guide/start.md has no anchor #begin"),
        ("zh-Hans/more#body", "guide/start.md#begin", "guide/start.md has no anchor #begin"),
    ],
)
def test_a_link_that_leads_nowhere(address: str, target: str, said: str) -> None:
    assert messages(original(address, f"See [this]({target}).")) == [said]


def test_the_line_of_a_link_in_a_page() -> None:
    page = original("en/index#body", "One.\n\nTwo.\n\n[three](nowhere.md)")
    found = findings(case([page]), chosen(["broken-links"]))
    assert [finding.line for finding in found] == [5]


@pytest.mark.parametrize(
    ("definition", "said"), [({}, ["no page lies at glossary.md"]), ({"en": "A set."}, [])]
)
def test_the_glossary_has_a_page_where_a_term_is_defined(definition: dict[str, str], said: list[str]) -> None:
    page = original("en/index#body", "See the [glossary](glossary.md).")
    looked_at = case([page], glossary=(Term({"en": "dataset"}, definition=definition),))
    assert [str(found.message) for found in findings(looked_at, chosen(["broken-links"]))] == said
