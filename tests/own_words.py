"""Digests of runs of words: enough to see that two texts share a run, while one of them stays where it is."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import opencc

DATA = Path(__file__).parent / "data"
DIGESTS = DATA / "foreign-words.txt"

HAN_RUN = 16
ENGLISH_RUN = 5

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CLAUSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*(?:,? +[A-Za-z0-9][A-Za-z0-9'’-]*)*")
_WORD = re.compile(r"[a-z0-9'-]+")


def pieces(text: str) -> Iterator[str]:
    """Each run of 16 Han characters within a line, whatever stands between them and in either script, and each
    English clause of five words or more that is not part of a paper's title."""
    for line in text.splitlines():
        han = _simplified("".join(_HAN.findall(line)))
        yield from (han[start : start + HAN_RUN] for start in range(len(han) - HAN_RUN + 1))
        for clause in _CLAUSE.findall(line.replace("*", "")):
            words = _words(clause)
            if words.count(" ") + 1 >= ENGLISH_RUN and not any(f" {words} " in title for title in _titles()):
                yield words


def digest(piece: str) -> str:
    return hashlib.blake2b(piece.encode(), digest_size=6).hexdigest()


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().replace("’", "'")))


@cache
def _titles() -> tuple[str, ...]:
    """Titles belong to nobody's prose: any list of papers prints them."""
    with open(DATA / "papers.csv", encoding="utf-8", newline="") as table:
        return tuple(f" {_words(row['title'])} " for row in csv.DictReader(table))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _simplified(han: str) -> str:
    return str(_converter().convert(han)) if han else ""
