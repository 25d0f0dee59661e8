"""Whether two descriptions mean one paper, and why.

`compare` is symmetric and never reads a clock, a file or an order. Evidence, strongest first: identifiers, titles (as
printed, behind a dropped name, cut short, with a slip of the pen), short names, years. A year alone decides nothing:
lists print venue years. Titles that differ in a number or in one word of meaning are two papers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from i18nkit.errors import Message, say
from i18nkit.lists.terms import terms
from i18nkit.text.script import fold, has_han

_WORD = re.compile(r"[^\W_]+(?:\.\d+)*\+*")
_PLAIN = {code: None if chr(code) == "'" else " " for code in range(128) if not chr(code).isalnum()}
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_NAME = re.compile(r"(?P<name>[^:：]{1,40}?)\s*[:：]\s*(?P<rest>\S.*)")
ARTICLES = frozenset({"a", "an", "the"})
_SMALL = ARTICLES | {"of", "in", "on", "for", "with", "via", "to", "by", "and", "from", "using"}

# From this score two descriptions are one paper; from the other, a person should look.
SAME, LIKELY = 0.9, 0.75
_DIFFERENT = (0.0, say("the titles differ"))
_CUT = 0.85  # cut short anywhere
_AT_COLON = 0.89  # cut short where a subtitle begins


class Verdict(Enum):
    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


class Description(NamedTuple):
    """What is said of a paper, by a list or by the catalogue. `titles` are the title and its aliases, never
    empty; `names` the short names; `ids` as in `Record`."""

    titles: tuple[str, ...]
    names: tuple[str, ...] = ()
    year: int | None = None
    ids: Mapping[str, str] = MappingProxyType({})
    url: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score` is that of the titles, 0 to 1; `why` says in words how the verdict came about; `shared` is the
    identifier that both have."""

    verdict: Verdict
    score: float
    why: Message
    shared: str = ""

    @property
    def contested(self) -> bool:
        """One identifier under two titles: no other match can be trusted either."""
        return bool(self.shared) and self.verdict is Verdict.UNSURE


class Title(NamedTuple):
    """A title ready to be compared. `label` is what stands before its first colon where that may be a short name,
    `name` its words, `rest` the words behind it."""

    printed: str
    words: tuple[str, ...]
    label: str = ""
    name: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def read_title(printed: str) -> Title:
    words = words_of(printed)
    if ":" in printed or "：" in printed:
        match = _NAME.match(printed)
        if match and len(match["name"].split()) <= 3:
            name = words_of(match["name"])
            return Title(printed, words, match["name"], name, words[len(name) :])
    return Title(printed, words)


def words_of(printed: str) -> tuple[str, ...]:
    """Words in lower case without marks; versions such as 2.0 stay whole."""
    if printed.isascii() and "." not in printed and "+" not in printed:
        return tuple(printed.lower().translate(_PLAIN).split())
    if not printed.isascii():
        printed = unicodedata.normalize("NFKD", fold(printed).replace("’", "'"))
        printed = "".join(character for character in printed if not unicodedata.combining(character))
    return tuple(_WORD.findall(printed.lower().replace("'", "")))


def compact(printed: str) -> str:
    """The letters and digits of `printed`, as `words_of` reads them, written together."""
    if printed.isascii():
        return printed.encode().lower().translate(None, _NO_LETTERS).decode()
    return "".join(words_of(printed)).replace(".", "").replace("+", "")


def compare(one: Description, other: Description) -> Comparison:
    """How surely two descriptions mean the same paper. `compare(a, b)` and `compare(b, a)` agree in everything."""
    score, how = _titles(one, other)
    shared = next(
        (
            kind
            for kind in ("arxiv", "doi", "acl")
            if kind in one.ids and one.ids[kind] == other.ids.get(kind)
        ),
        "",
    )
    if shared:
        identifier = f"{shared}:{one.ids[shared]}"
        if score >= LIKELY or _cannot_differ(one, other):
            return Comparison(
                Verdict.SAME, score, say("both are {identifier}", identifier=identifier), identifier
            )
        return Comparison(
            Verdict.UNSURE,
            score,
            say("both are {identifier}, but the titles differ", identifier=identifier),
            identifier,
        )
    if score < LIKELY:
        return Comparison(Verdict.DIFFERENT, score, how)
    if "arxiv" in one.ids and "arxiv" in other.ids:
        ids = sorted((one.ids["arxiv"], other.ids["arxiv"]))
        return Comparison(
            Verdict.UNSURE,
            score,
            say(
                "{how}, but one is arXiv {first} and the other {second}", how=how, first=ids[0], second=ids[1]
            ),
        )
    if score >= SAME:
        return Comparison(Verdict.SAME, score, how)
    return _weighed(one, other, score, how)


def _cannot_differ(one: Description, other: Description) -> bool:
    """Whether titles under one identifier are near enough, or in two languages so that they say nothing."""
    sides = [all(map(has_han, side.titles)) for side in (one, other)]
    if sides[0] != sides[1]:
        return True
    pairs = (
        (" ".join(words_of(first)), " ".join(words_of(second)))
        for first in one.titles
        for second in other.titles
    )
    return any(fuzz.token_set_ratio(first, second) >= 85 for first, second in pairs)


def _weighed(one: Description, other: Description, score: float, how: Message) -> Comparison:
    """Titles that nearly agree: a short name, a link or the year tips the scale."""
    years = first_year(one), first_year(other)
    near = None not in years and abs(years[0] - years[1]) <= 1  # type: ignore[operator]
    if address(one.url) and address(one.url) == address(other.url):
        return Comparison(Verdict.SAME, score, say("{how}; the link is the same", how=how))
    if _named(one, other) and (near or not _title_is_name(one, other)):
        return Comparison(Verdict.SAME, score, say("{how}; the short name is the same", how=how))
    if near and score >= _CUT and not _is_survey(one):
        return Comparison(Verdict.SAME, score, say("{how}; the years agree", how=how))
    if None in years and score >= _AT_COLON:
        return Comparison(Verdict.SAME, score, say("{how}, at a colon", how=how))
    return Comparison(Verdict.UNSURE, score, how)


def _is_survey(description: Description) -> bool:
    """Surveys of one year often begin alike: one of X, another of X in Y."""
    return any(word in terms().surveys for title in description.titles for word in words_of(title))


def first_year(description: Description) -> int | None:
    """The year said, else the one its arXiv identifier tells."""
    return description.year or arxiv_year(description.ids.get("arxiv", ""))


def arxiv_year(identifier: str) -> int | None:
    """`1706.03762` came in 2017, `hep-th/9901001` in 1999."""
    digits = identifier.rpartition("/")[2][:2]
    if not digits.isdigit():
        return None
    return 1900 + int(digits) if int(digits) > 90 else 2000 + int(digits)


def _named(one: Description, other: Description) -> bool:
    """Whether both go by one short name, one of them perhaps as its whole title."""
    names = _names(one), _names(other)
    return not names[0].isdisjoint(names[1])


def _names(description: Description) -> set[str]:
    names = {"".join(words_of(part)) for name in description.names for part in (name, *name.split("/"))}
    for printed in description.titles:
        title = read_title(printed)
        if title.name:
            names.add("".join(title.name))
        elif len(title.words) <= 2:
            names.add("".join(title.words))
    return names - {""}


def address(url: str) -> str:
    """What two printings of a link have in common."""
    return re.sub(r"^https?://(?:www\.)?|\.pdf$|/$", "", url.strip())


# Titles


def _titles(one: Description, other: Description) -> tuple[float, Message]:
    """The best agreement between any two titles, told with the words that were left out."""
    pairs = (sorted((first, second)) for first in one.titles for second in other.titles)
    best = max(_pair(read_title(first), read_title(second)) for first, second in pairs)
    if best[0] < LIKELY and (name := _title_is_name(one, other)):
        return 0.8, say('"{name}" is its short name', name=name)
    return best


def _title_is_name(one: Description, other: Description) -> str:
    """A title that is nothing but the other's short name: a list that prints `BERT (2018)`."""
    found = []
    for bare, full in ((one, other), (other, one)):
        brief = [title for title in bare.titles if title.count(" ") < 3]
        if brief:
            known = {"".join(words_of(name)) for name in full.names}
            known |= {"".join(read_title(title).name) for title in full.titles}
            found += [title for title in brief if "".join(words_of(title)) in known - {""}]
    return min(found, default="")


def _pair(first: Title, second: Title) -> tuple[float, Message]:
    if not first.words or not second.words:
        return _DIFFERENT
    if "".join(first.words) == "".join(second.words):
        return 1.0, say("the title is the same")
    for whole, behind in ((first, second), (second, first)):
        if behind.rest and len(behind.rest) > 2 and "".join(behind.rest) == "".join(whole.words):
            return 0.97, say('title .97 after dropping "{name}:"', name=behind.label)
    if len(first.rest) > 2 and first.rest == second.rest and _numbers(first.name) == _numbers(second.name):
        return 0.8, say(
            'the titles differ only in "{one}:" and "{other}:"',
            one=first.label,
            other=second.label,
        )
    best = _cut_short(first, second)
    slip = _slip(first.words, second.words)
    return max(best, slip, key=lambda found: found[0])


def _numbers(words: tuple[str, ...]) -> list[str]:
    return re.findall(r"\d+", " ".join(words))


def _cut_short(first: Title, second: Title) -> tuple[float, Message]:
    """One title is the beginning of the other, whole words long, perhaps behind a dropped name."""
    for short, long in ((first, second), (second, first)):
        for begun, words in ((short.words, long.words), (short.words, long.rest), (short.rest, long.words)):
            if _begins(begun, words):
                missing = " ".join(words[len(begun) :])
                enough = len(begun) >= 4 or len(begun) * 2 > len(words)
                at_colon = len(words) - len(begun) > 3 and _colon_after(long, begun)
                if enough or short.name or at_colon:
                    score = _AT_COLON if at_colon else _CUT
                    return score, say('one title is cut short before "{missing}"', missing=missing)
                return 0.7, say('only "{words}" is common to the titles', words=" ".join(begun))
    return _DIFFERENT


def _colon_after(title: Title, begun: tuple[str, ...]) -> bool:
    """Whether a colon of `title` stands right behind the words `begun`. `X: A Survey` is no subtitle of X."""
    heads = title.printed.replace("：", ":").split(":")[:-1]
    return any(words_of(":".join(heads[: count + 1]))[-len(begun) :] == begun for count in range(len(heads)))


def _begins(begun: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether `words` go on where `begun` ends. A number next is another version, not the rest of a title."""
    if len(begun) < 3 or len(begun) >= len(words) or words[: len(begun)] != begun:
        return False
    return not words[len(begun)][0].isdigit() and begun[-1] not in _SMALL


def _slip(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[float, Message]:
    """Titles alike but for an article, a hyphen or a misprint. Numbers and first letters never slip."""
    if abs(len(first) - len(second)) > 3:
        return _DIFFERENT
    plain = [[word for word in words if word not in ARTICLES] for words in (first, second)]
    compact = "".join(plain[0]), "".join(plain[1])
    if compact[0] == compact[1]:
        return 0.98, say("the titles differ only in an article or a hyphen")
    if len(plain[0]) != len(plain[1]) or len(plain[0]) < 3:
        return _DIFFERENT
    slips = [(one, other) for one, other in zip(*plain, strict=True) if one != other]
    if len(slips) > 2 or not all(_misprinted(one, other) for one, other in slips):
        return _DIFFERENT
    pairs = "; ".join(f"{one}/{other}" for one, other in slips)
    return 0.88, say("the titles differ only in spelling ({pairs})", pairs=pairs)


def _misprinted(one: str, other: str) -> bool:
    if len(one) < 5 or len(other) < 5 or one[0] != other[0] or re.search(r"\d", one + other):
        return False
    return OSA.distance(one, other, score_cutoff=2) <= (2 if min(len(one), len(other)) > 8 else 1)
