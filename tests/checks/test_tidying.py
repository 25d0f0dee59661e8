"""What `check --fix` may do to any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from i18nkit.checks import RULES, tidied
from i18nkit.text.markdown import spans
from tests.checks.catalogues import original

PIECES = [
    "模型", "资料", "注意力", "BERT", "GPT-3", "610", "17", "3.5", "1,000", "。", ".", "，", ",", ", ", ":", "：", "!", "?", "？", ";",
    " ", "\n", "\n\n", "(", ")", "（", "）", '"', "“", "”", "「", "」", "『", "』", "‘", "’", "...", "--", "`code`", "$x$", "**",
    "[模型](bert.md)", "https://example.org/a", "<br>", "【3†source】", "- ", "# ", "| ", "{ #id }", "《", "》", "%", "２",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
LOCALES = st.sampled_from(["zh-Hans", "zh-Hant", "en"])


@settings(deadline=None)
@given(TEXTS, LOCALES)
def test_twice_is_once(text: str, locale: str) -> None:
    once = tidied(original(f"{locale}/index#body", text), RULES)
    assert tidied(original(f"{locale}/index#body", once), RULES) == once


@settings(deadline=None)
@given(TEXTS, LOCALES)
def test_code_formulas_and_addresses_stay(text: str, locale: str) -> None:
    def kept(text: str) -> list[str]:
        return [text[span.start : span.end] for span in spans(text) if span.kind in {"code", "math"}]

    tidy = tidied(original(f"{locale}/index#body", text), RULES)
    assert kept(tidy) == kept(text)


@settings(deadline=None)
@given(TEXTS)
def test_words_stay(text: str) -> None:
    tidy = tidied(original("zh-Hans/index#body", text), RULES)
    for word in ("模型", "资料", "注意力", "BERT", "GPT", "code", "17"):
        assert tidy.count(word) == text.count(word)
