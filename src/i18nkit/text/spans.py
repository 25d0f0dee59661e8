"""Places in a text that are not prose, and the addresses that stand there without any markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from i18nkit.text.han import HAN

Kind = Literal["code", "math", "url", "email", "target", "html"]


class Span(NamedTuple):
    """`text[start:end]` is not prose. Never empty."""

    start: int
    end: int
    kind: Kind


class Link(NamedTuple):
    """`target` as written; `text` is the label's Markdown, empty for an address that stands for itself."""

    start: int
    end: int
    kind: Literal["link", "image", "auto", "bare", "email", "html"]
    text: str
    target: str


class Formula(NamedTuple):
    """`text[start:end]` with its dollars; `tex` without."""

    start: int
    end: int
    tex: str
    display: bool


_FORMULA = re.compile(
    r"\$\$(?P<display>(?:[^$\\]|\\.)+)\$\$|\$(?![\s$])(?P<inline>(?:[^$\\]|\\.)+)(?<!\s)\$(?!\d)", re.S
)
_TEX = re.compile(r"[\\^_{}=]")
_CHINESE = re.compile(f"[{HAN}\u3001\u3002\uff0c\uff1b]")

# Only ASCII: an address ends where Han or full-width punctuation begins, but for the places where encyclopedias and
# searches put their words.
_URL = re.compile(
    r"(?<![A-Za-z0-9+.-])(?:(?:https?|ftp)://|www\.(?=[A-Za-z0-9]))[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+", re.I
)
_WORDS = re.compile(
    rf"(?<=[=_/])(?:(?<=[=_])|(?<=/wiki/)|(?<=/item/)|(?<=/zh-[a-z][a-z]/)|(?<=/tags/))[{HAN}][{HAN}A-Za-z0-9._~%()-]*"
)
_SCHEME = 5  # characters, at most, before the `://`
_HINT = re.compile(r"[:wW](?://|[wW][wW]\.)")
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62})+"
)
_TRAILING = ".,;:!?'\"*_~("


def formula_at(text: str, start: int, end: int) -> Formula | None:
    """The formula that begins at the dollar `text[start]`; neither `$5 and $6` nor prices in Chinese prose."""
    found = _FORMULA.match(text, start, end)
    if not found:
        return None
    tex = found["inline"]
    if tex is None:
        return Formula(*found.span(), found["display"], display=True)
    before = text[start - 1] if start else ""
    if before == "$" or (before.isascii() and before.isalnum()):
        return None
    if _CHINESE.search(tex) and not _TEX.search(tex):
        return None
    return Formula(*found.span(), tex, display=False)


def bare_addresses(text: str, taken: Sequence[Span] = ()) -> Iterator[Span]:
    """URLs and e-mail addresses in the prose between the spans `taken`, which are in order."""
    if "://" not in text and "@" not in text and "www." not in text:
        return
    starts = [span.start for span in taken]
    last = 0
    for start, end, kind in sorted(_candidates(text)):
        after = bisect_right(starts, start)
        if start < last or (after and taken[after - 1].end > start):
            continue
        if after < len(taken):
            end = _trim(text, start, min(end, taken[after].start))
        if end > start:
            yield Span(start, end, kind)
            last = end


def _candidates(text: str) -> Iterator[tuple[int, int, Kind]]:
    for found in _urls(text):
        words = _WORDS.match(text, found.end())
        yield found.start(), _trim(text, found.start(), words.end() if words else found.end()), "url"
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield *found.span(), "email"


def _urls(text: str) -> Iterator[re.Match[str]]:
    """As `_URL.finditer`, which would try at every character."""
    end = 0
    while hint := _HINT.search(text, end):
        found = _URL.search(text, max(end, hint.start() - _SCHEME))
        if not found:
            return
        yield found
        end = found.end()


def _trim(text: str, start: int, end: int) -> int:
    """Leave off the punctuation of the sentence, and a bracket that opened before the address."""
    while end > start and (text[end - 1] in _TRAILING or _closes_too_much(text, start, end)):
        end -= 1
    return end


def _closes_too_much(text: str, start: int, end: int) -> bool:
    return text[end - 1] == ")" and text.count(")", start, end) > text.count("(", start, end)
