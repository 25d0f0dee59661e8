"""Headings: what they are called, how they are numbered, how many weeks they ask for."""

from __future__ import annotations

import re
from functools import cache

from i18nkit.lists.grammar.marks import bare
from i18nkit.lists.terms import folded, terms
from i18nkit.text.script import fold

_NUMBERS = (
    ("han", re.compile(r"[一二三四五六七八九十百]+\s*[、.．:：]\s*")),
    ("(han)", re.compile(r"[(（][一二三四五六七八九十]+[)）]\s*")),
    ("1.1.1", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}[.、]?\s+")),
    ("1.1", re.compile(r"\d{1,2}\.\d{1,2}[.、]?\s+")),
    ("1", re.compile(r"\d{1,3}\s*(?:[.)、．:：]\s*|\s)(?=\S)")),
    ("(1)", re.compile(r"[(（]\d{1,3}[)）]\s*")),
    ("roman", re.compile(r"[IVX]{1,5}\s*[.、)]\s*")),
    ("letter", re.compile(r"[A-H]\s*[.、)]\s+")),
)
BARE = "bare"


@cache
def _stage() -> re.Pattern[str]:
    han = "|".join(word for word in terms().stages if not word.isascii())
    latin = "|".join(word for word in terms().stages if word.isascii())
    number = r"(?:\d{1,2}|[零一二三四五六七八九十]{1,3})"
    words = "|".join(word for word in terms().numbers if word.isascii() and len(word) > 1)
    return re.compile(
        rf"第\s*{number}\s*个?\s*(?P<a>{han})|(?P<b>{han})\s*{number}(?![\d一二三四五六七八九十])"
        rf"|(?P<c>{latin})\s*(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h]|{words})\b",
        re.IGNORECASE,
    )


def stage(heading: str) -> str:
    """The word by which a heading counts itself, empty where it does not: `阶段` in `阶段一:基础概念`."""
    match = _stage().match(fold(bare(heading)))
    return (match["a"] or match["b"] or match["c"]).casefold() if match else ""


def style(heading: str) -> str:
    """How a heading is numbered. Headings of one style stand at one level."""
    if word := stage(heading):
        return word
    plain = bare(heading)
    return next((name for name, pattern in _NUMBERS if pattern.match(plain)), BARE)


def unnumbered(heading: str) -> str:
    """`heading` without its number."""
    plain = bare(heading)
    for _, pattern in _NUMBERS:
        if (match := pattern.match(plain)) and match.end() < len(plain):
            return plain[match.end() :]
    return plain


def split_number(heading: str) -> tuple[tuple[int, ...], str]:
    """The number in front of a heading and the rest of it, its links and marks kept."""
    text = heading.lstrip("*_ ")
    for name, pattern in _NUMBERS:
        if (match := pattern.match(text)) and match.end() < len(text):
            digits = re.findall(r"\d+", match[0]) if name in ("1", "(1)") else []
            return tuple(map(int, digits)), text[match.end() :]
    return (), heading


def role(heading: str) -> str:
    """What the text below a heading is: papers, goal, weeks, advice, closing, intro, skipped; empty for none."""
    roles = terms().roles
    return roles.get(folded(bare(heading))) or roles.get(folded(unnumbered(heading))) or ""


@cache
def _span() -> re.Pattern[str]:
    known = terms()
    number = (
        "(?:" + "|".join([r"\d{1,3}", "十[一二三]?", *sorted(known.numbers, key=len, reverse=True)]) + ")"
    )
    units = "|".join(sorted(known.week_units, key=len, reverse=True))
    days = "|".join(sorted(known.day_units, key=len, reverse=True))
    months = "|".join(sorted(known.month_units, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?<!第)(?<!第 )(?P<fewest>{number})\s*个?\s*(?:(?:{units})\s*)?"
        rf"(?:(?:-|–|—|~|～|〜|至|到|或|to|or)\s*(?P<most>{number})\s*个?\s*)?"
        rf"(?:(?P<months>{months})|(?P<weeks>{units})|(?P<days>{days}))(?![a-z])",
        re.IGNORECASE,
    )


def weeks(words: str) -> tuple[int, int] | None:
    """(fewest, most) where `words` name a span of time: `1 至 2 周`, `兩週`, `about 3-4 weeks`; days and months are
    told in the whole weeks around them."""
    plain = fold(bare(words)).casefold().replace("约", " ")
    if not (match := _span().search(plain)):
        return None
    fewest = _number(match["fewest"])
    most = _number(match["most"]) if match["most"] else fewest
    if match["days"]:
        fewest, most = max(1, fewest // 7), -(-most // 7)
    if match["months"]:
        fewest, most = fewest * 4, round(most * 365 / 12 / 7)
    return (fewest, most) if 0 < fewest <= most < 200 else None


def _number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    if printed.startswith("十") and len(printed) > 1:
        return 10 + terms().numbers[printed[1]]
    return terms().numbers[printed]
