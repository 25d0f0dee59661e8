"""The numbers a text speaks of, in digits and in words, Chinese and English: 1750 亿 is 175 billion is 175B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from i18nkit.checks.data import words


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits, with the unit of ten it is counted in."""

    value: Decimal
    printed: str
    offset: int


@cache
def _han_digits() -> dict[str, int]:
    return dict(words("quantities", "han-digits"))


@cache
def _han_powers() -> dict[str, int]:
    return dict(words("quantities", "han-powers"))


_POWERS = "十百千万萬亿億"
_FIGURE = re.compile(
    rf"(?<![A-Za-z0-9_^.])(?<![A-Za-z]-)(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:(?P<mixed>[ ]?[兆](?=[^字位赫瓦]))|[ ]?(?P<han>[{_POWERS}]+)(?![米克瓦赫字位])"
    r"|[ -]?(?P<latin>(?i:thousand|million|billion|trillion|bn|mn)s?|[kKMBT])(?![A-Za-z]))?"
    r"(?P<tail>(?i:st|nd|rd|th|s|x)(?![A-Za-z0-9])|[A-Za-z_]|\.\d)?"
)
_LIST_MARK = re.compile(r"^[ >]*(?:[-*+][ ]+)?\d+[.)][ ]", re.MULTILINE)
_IDENTIFIER = re.compile(
    r"(?:arXiv:)?\b\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?\b|\b10\.\d{4,9}/\S+", re.IGNORECASE
)
_CENTURY = re.compile(r"(\d{2})[ ]?世[纪紀][ ]?(\d0)[ ]?年代")
_DECADE = re.compile(r"(?<!\d)(?P<short>\d0)[ ]?年代|(?<!\d)(?P<long>(?:18|19|20)\d0)(?:s\b|[ ]?年代)")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_HAN_RUN = re.compile(f"[零〇一二两兩三四五六七八九{_POWERS}]+")
_PARTS = re.compile(
    r"([零〇一二两兩三四五六七八九十百千\d.]+)[ ]?分之[ ]?([零〇一二两兩三四五六七八九十百千\d.]+)"
)
_TENTHS = re.compile(r"([一二三四五六七八九\d])[ ]?成")
_WORD = re.compile(r"[A-Za-z]+")
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0C: ",", 0xFF0E: "."}


@lru_cache(maxsize=4096)
def figures(prose: str) -> list[Figure]:
    """What is written in digits and counts something: no list marks, no identifiers, no digits inside names."""
    if not any(character.isdigit() for character in prose):
        return []
    return list(_figures(_blank(_LIST_MARK, _blank(_IDENTIFIER, prose))))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


def _figures(prose: str) -> Iterator[Figure]:
    for found in _CENTURY.finditer(prose):
        decade = (int(found[1]) - 1) * 100 + int(found[2])
        yield Figure(Decimal(decade), found[0], found.start())
    for found in _FIGURE.finditer(_blank(_CENTURY, prose)):
        tail = found["tail"] or ""
        if tail and (tail.startswith(".") or tail.casefold() not in {"st", "nd", "rd", "th", "s", "x"}):
            continue
        value = Decimal(found["digits"].replace(",", ""))
        value = value.scaleb(_power(found["han"], found["latin"]) + (12 if found["mixed"] else 0))
        yield Figure(value.normalize(), found[0].strip(), found.start())


def _power(han: str | None, latin: str | None) -> int:
    if han:
        return sum(_han_powers()[character] for character in han)
    if latin:
        return int(words("quantities", "latin-powers")[latin.casefold()])
    return 0


@lru_cache(maxsize=4096)
def mentioned(text: str) -> frozenset[Decimal]:
    """Every number that `text` could be said to name, in digits or words: a generous reading."""
    values = {figure.value for figure in figures(text)}
    values.update(Decimal(found[0].replace(",", "")).normalize() for found in _DIGITS.finditer(text))
    values.update(_decades(text))
    values.update(_in_chinese(text))
    values.update(_in_english(text))
    return frozenset(values)


def _decades(text: str) -> Iterator[Decimal]:
    """90 年代 may be the 1990s, and the other way round."""
    for found in _DECADE.finditer(text):
        if found["short"]:
            yield from (Decimal(century + int(found["short"])) for century in (1800, 1900, 2000))
        else:
            yield Decimal(found["long"][2:])


def _in_chinese(text: str) -> Iterator[Decimal]:
    for found in _HAN_RUN.finditer(text):
        yield _number(found[0])
        for character in found[0]:
            if character in _han_digits():
                yield Decimal(_han_digits()[character])
        if "十" in found[0]:
            yield Decimal(10)
    for found in _PARTS.finditer(text):
        whole, part = (_number(side) for side in found.groups())
        yield from (whole, part)
        if whole:
            yield (part / whole).normalize()
    for found in _TENTHS.finditer(text):
        yield _number(found[1]) * 10
    for word, values in words("quantities", "han-words").items():
        if word in text:
            yield from map(Decimal, values)


def _number(written: str) -> Decimal:
    """`三百二十` and `32` alike; digits in a row are read as places (`二〇一七`)."""
    if not any(character in _han_powers() for character in written):
        places = "".join(str(_han_digits().get(character, character)) for character in written)
        return Decimal(places.strip(".") if places.count(".") < 2 else "0").normalize()
    total = section = digit = 0
    for character in written:
        if character in _han_digits():
            digit = _han_digits()[character]
            continue
        power = _han_powers().get(character, 0)
        if power >= 4:
            section = (section + digit) or 1
            total = (total + section) * 10**power
            section = digit = 0
        else:
            section += (digit or 1) * 10**power
            digit = 0
    return Decimal(total + section + digit).normalize()


def _in_english(text: str) -> Iterator[Decimal]:
    known = words("quantities", "latin-words")
    run: list[Decimal] = []
    for found in _WORD.finditer(text):
        values = known.get(found[0].casefold())
        if values is None:
            if found[0].casefold() != "and":
                run = []
            continue
        yield from map(Decimal, values)
        if found[0].casefold() in {"a", "an"}:  # a hundred, half a million
            continue
        run.append(Decimal(values[0]))
        if len(run) > 1:
            yield from _combined(run)


def _combined(run: list[Decimal]) -> Iterator[Decimal]:
    """`twenty-one`, `two hundred`, `one hundred and five thousand`: each end of the run so far."""
    total = part = Decimal(0)
    for value in run:
        if value >= 1000:
            total += (part or Decimal(1)) * value
            part = Decimal(0)
        elif value == 100:
            part = (part or Decimal(1)) * 100
        else:
            part += value
    yield (total + part).normalize()
    before, last = run[-2:]
    yield (before * last if last >= 100 else before + last).normalize()


_HAN_SIZE = re.compile("[十百千]?[万萬]?[亿億]|[百千][万萬]")
_BEFORE_SIZE = re.compile(f"[零〇一二两兩三四五六七八九{_POWERS}\\d][ ]?$")
_LATIN_SIZE = re.compile(r"(?:m|b|tr)illions?\b", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(tens|hundreds|thousands|ten|hundred|thousand)(?: of |[ -])$|(\d)[ -]?$", re.IGNORECASE
)
_MANY = re.compile(r"\d[MBT](?![A-Za-z])|[\d,]{7}")
_COUNTS = {"ten": 1, "hundred": 2, "thousand": 3}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Orders of magnitude given in words (`百亿`, `tens of billions`): each as (least, greatest) power of ten."""

    said: tuple[tuple[int, int, str], ...]
    all: frozenset[tuple[int, int]]


_NONE = Sizes((), frozenset())


@lru_cache(maxsize=4096)
def sizes(prose: str) -> Sizes:
    if not any(mark in prose for mark in ("亿", "億", "万", "萬", "illion")) and not _MANY.search(prose):
        return _NONE
    said = [*_han_sizes(prose), *_latin_sizes(prose)]
    numbers = [figure.value for figure in figures(prose)]
    numbers += [_number(found[0]) for found in _HAN_RUN.finditer(prose) if len(found[0]) > 1]
    counted = {(value.adjusted(), value.adjusted()) for value in numbers if value >= 10**6}
    return Sizes(tuple(said), frozenset({(least, most) for least, most, _ in said} | counted))


def _han_sizes(prose: str) -> Iterator[tuple[int, int, str]]:
    for found in _HAN_SIZE.finditer(prose):
        size = found[0]
        counted = _BEFORE_SIZE.search(prose[max(0, found.start() - 2) : found.start()])
        if len(size) > 1 and not counted:
            power = sum(_han_powers()[character] for character in size)
            yield power, power, size


def _latin_sizes(prose: str) -> Iterator[tuple[int, int, str]]:
    for found in _LATIN_SIZE.finditer(prose):
        count = _COUNT.search(prose[max(0, found.start() - 14) : found.start()])
        if count and count[2]:
            continue
        power = int(words("quantities", "latin-powers")[found[0].casefold()])
        if count:
            power += _COUNTS[count[1].casefold().rstrip("s")]
            yield power, power, count[0].lstrip() + found[0]
        else:
            yield power, power + 2, found[0]


__all__ = ["Figure", "Sizes", "figures", "mentioned", "sizes"]
