from __future__ import annotations

import pytest

from i18nkit.site.words import Words


@pytest.mark.parametrize(
    ("tag", "one", "two", "range_"),
    [
        ("zh-Hans", "1 周", "2 周", "1–2 周"),
        ("zh-Hant", "1 週", "2 週", "1–2 週"),
        ("en", "1 week", "2 weeks", "1–2 weeks"),
        ("fr", "1\u00a0semaine", "2\u00a0semaines", "1–2\u00a0semaines"),
        ("ja", "1 週間", "2 週間", "1–2 週間"),
    ],
)
def test_weeks(tag: str, one: str, two: str, range_: str) -> None:
    words = Words.of(tag)
    assert [words.weeks(1, 1), words.weeks(2, 2), words.weeks(1, 2)] == [one, two, range_]


@pytest.mark.parametrize(
    ("tag", "other", "name"),
    [
        ("zh-Hans", "zh-Hant", "繁体中文"),
        ("zh-Hant", "zh-Hans", "簡體中文"),
        ("en", "zh-Hant", "Traditional Chinese"),
        ("zh-Hans", "en", "英语"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("en", "zh-Hant-HK", "Chinese (Traditional, Hong Kong SAR China)"),
        ("en", "xx-x-own", "xx-x-own"),
        ("xx-x-own", "fr", "French"),
    ],
)
def test_a_language_is_named_in_the_readers(tag: str, other: str, name: str) -> None:
    assert Words.of(tag).language(other) == name


def test_numbers_are_grouped_as_the_locale_does() -> None:
    assert Words.of("en").number(12345) == "12,345"
    assert Words.of("fr").number(12345) == "12\u202f345"
    assert Words.of("fr").share(1, 2) == "50\u00a0%"
    shares = [Words.of("en").share(part, 1000) for part in (0, 1, 9, 991, 999, 1000)]
    assert shares == ["0%", "<1%", "1%", "99%", ">99%", "100%"]
    assert Words.of("fr").share(1, 1000) == "<1\u00a0%"
