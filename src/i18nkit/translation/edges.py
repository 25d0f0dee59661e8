"""Where a word begins and ends: tells whole words from those cut in the middle."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from i18nkit.text.han import HAN
from i18nkit.text.script import fold

_HAN = re.compile(f"[{HAN}]")
_CLINGS = 2  # so many times as often with the neighbour outside as with the one inside


def is_grammar(words: str) -> bool:
    return _known("grammar").issuperset(fold(words))


def begins_inside(text: str, start: int, corpus: str) -> bool:
    """Whether a word that would begin at `start` of `text` is cut there, as in 自|己方; `corpus` tells what clings to what."""
    before, edge = text[:start][-1:], text[start]
    if fold(edge) in _known("begin") or is_grammar(edge):
        return True
    return _clings(corpus, before, before + edge, text[start : start + 2])


def ends_inside(text: str, end: int, corpus: str) -> bool:
    after, edge = text[end : end + 1], text[end - 1]
    if fold(edge) in _known("end") or is_grammar(edge):
        return True
    return _clings(corpus, after, edge + after, text[end - 2 : end])


def _clings(corpus: str, neighbour: str, outside: str, inside: str) -> bool:
    """A word of grammar is next to everything, which says nothing."""
    is_word = _HAN.match(neighbour) and not is_grammar(neighbour)
    return bool(is_word) and corpus.count(outside) > _CLINGS * corpus.count(inside)


@cache
def _known(key: str) -> frozenset[str]:
    return frozenset(_lists()[key])


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(files("i18nkit.translation").joinpath("edges.toml").read_text("utf-8"))
