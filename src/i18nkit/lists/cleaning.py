"""Take off what was never text: the citation marks a chat assistant leaves behind.

`[6][10]` and superscripts are marks wherever a sentence ends. Glued numbers (`…长距离依赖建模610。` for 6 and 10) are
harder: `提升10。` must stay. A number counts as residue only where all of this holds:

* it follows a Han character or a closing bracket directly and ends its sentence;
* no word before it asks for a number (升, 达, 第 …; `terms.toml`), and it is no year;
* it falls into citation numbers that rise (6|10, 10|12), or the same number ends several notes;
* the list leaves such numbers at the end of two notes at least.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from i18nkit.text.han import HAN

_MARKS = re.compile(
    r"(?:\s*(?:【\d+(?::\d+)?†[^】]*】|\[\^?\d{1,3}(?:\s*[,，–-]\s*\d{1,3})*\](?![(:])|[¹²³⁰⁴-⁹]+|\[?\^\d{1,3}\^\]?)){1,12}+"
    r"(?=\s*[。！？；.!?;]|\s*$)"
)
_GLUED = re.compile(rf"(?<=[{HAN}”』」）)])\d{{1,8}}(?=\s*[。！？；]|\s*$)")
_YEAR = re.compile(r"19[5-9]\d|20[0-4]\d")
_FEWEST = 2


def without_residue(texts: Sequence[str]) -> list[str]:
    """The notes of one list, cleaned; evidence is gathered over all of them."""
    texts = [_MARKS.sub("", text).strip() for text in texts]
    found = [_candidates(text) for text in texts]
    counts = Counter(number for numbers in found for number in numbers)
    residue = {
        number for number, times in counts.items() if _is_risen(number) or (times > 1 and len(number) > 1)
    }
    if sum(1 for numbers in found if residue.intersection(numbers)) < _FEWEST:
        return texts
    return [
        _GLUED.sub(lambda match: "" if _is_candidate(match) and match[0] in residue else match[0], text)
        for text in texts
    ]


def _candidates(text: str) -> list[str]:
    return [match[0] for match in _GLUED.finditer(text) if _is_candidate(match)]


def _is_candidate(match: re.Match[str]) -> bool:
    before = match.string[match.start() - 1]
    return before not in _takes_number() and not _YEAR.fullmatch(match[0])


def _is_risen(number: str, last: int = 0, parts: int = 0) -> bool:
    """Whether digits fall into two or more citation numbers below 100, each greater than the one before."""
    if not number:
        return parts > 1
    return any(
        number[0] != "0"
        and int(number[:width]) > last
        and _is_risen(number[width:], int(number[:width]), parts + 1)
        for width in (1, 2)
        if len(number) >= width
    )


@cache
def _takes_number() -> frozenset[str]:
    data = tomllib.loads(files("i18nkit.lists").joinpath("terms.toml").read_text("utf-8"))
    return frozenset(data["residue"]["takes-number"])
