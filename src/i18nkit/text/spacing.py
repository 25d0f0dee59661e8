"""Spaces and line breaks where Han and Latin meet, and how much there is to write."""

from __future__ import annotations

import re
from bisect import bisect_right

from i18nkit.text.han import HAN, LATIN, PUNCTUATION
from i18nkit.text.markdown import folds, spans

_HAN = re.compile(f"[{HAN}]+")
_NO_PROSE = re.compile(
    r"(`+).+?\1|\$[^$\n]+\$|(?<=\])\([^)\s]*\)|<[a-z/!][^>]*>|\w+://[^\s)]+", re.DOTALL | re.ASCII
)
_WORD = re.compile(rf"[{LATIN}0-9]+(?:['\u2019.-][{LATIN}0-9]+)*")
_FOLDED_SPACE = re.compile(f" (?<=[{HAN}{PUNCTUATION}] )(?=[{HAN}{PUNCTUATION}])")
_CHINESE = re.compile(f"[{HAN}{PUNCTUATION}]")
_MEETING = re.compile(f"(?<=[{HAN}]) *(?=[{LATIN}0-9])|(?<=[{LATIN}0-9%]) *(?=[{HAN}])")


def join_folded(text: str, *, spaces: bool = True) -> str:
    """Drop each soft line break and, with `spaces`, each single space between two Han characters or full-width
    marks: what folding made of a line break."""
    if text.isascii():
        return text
    for start, end in reversed(folds(text)):
        if start and _CHINESE.match(text, start - 1) and _CHINESE.match(text, end):
            text = text[:start] + text[end:]
    return _in_prose(text, _FOLDED_SPACE, "") if spaces else text


def space_out(text: str) -> str:
    """One space wherever Han meets a Latin letter or a digit."""
    return _in_prose(text, _MEETING, " ")


def effort(text: str) -> tuple[int, int]:
    """How many Han characters and how many words there are to translate; code, formulas and addresses cost nothing.

    An estimate: told for thousands of texts at once, it looks for marks and does not parse.
    """
    prose = _NO_PROSE.sub(" ", text)
    return sum(map(len, _HAN.findall(prose))), len(_WORD.findall(prose))


def _in_prose(text: str, pattern: re.Pattern[str], replacement: str) -> str:
    """Replace every match that does not lie inside a span; a match may touch one."""
    if not pattern.search(text):
        return text
    taken = spans(text)
    ends = [span.end for span in taken]

    def replaced(found: re.Match[str]) -> str:
        after = bisect_right(ends, found.start())
        inside = after < len(taken) and taken[after].start < found.end()
        return found[0] if inside else replacement

    return pattern.sub(replaced, text)
