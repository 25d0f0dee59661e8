"""Which script a text is written in, judged by the characters that only one of the two can have.

The tables come from OpenCC's own (tools/make_script_tables.py writes them): a character is Simplified only when OpenCC
converts it and never arrives at it, and Traditional only the other way round. What both scripts use marks nothing.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from i18nkit.text.han import HAN, KANA, LATIN
from i18nkit.text.markdown import without_spans

Script = Literal["Hans", "Hant", "mixed", "Jpan", "Latn", "und"]

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{KANA}]")
_LATIN = re.compile(f"[{LATIN}]")

# Of the marked characters, the share of one script from which a text counts as written in it.
_CLEAR = 0.9
# A Japanese title in Kanji still has one kana in twenty characters; a Chinese sentence that quotes a word has fewer.
_JAPANESE = 0.05


class Tables(NamedTuple):
    """The two sets are disjoint; `fold` is ready for `str.translate`."""

    simplified: frozenset[str]
    traditional: frozenset[str]
    fold: dict[int, str]


@cache
def tables() -> Tables:
    data = json.loads(Path(__file__).with_name("script.json").read_text("utf-8"))
    traditional, simplified = data["fold"]
    return Tables(
        simplified=frozenset(data["simplified"]),
        traditional=frozenset(data["traditional"]),
        fold={ord(key): value for key, value in zip(traditional, simplified, strict=True)},
    )


def script_of(text: str) -> Script:
    """The script of the prose in `text`; code, formulas, addresses and tags do not count."""
    return script_of_prose(without_spans(text))


def script_of_prose(prose: str) -> Script:
    """The script of a text known to hold no protected span."""
    if not has_han(prose):
        if has_kana(prose):
            return "Jpan"
        return "Latn" if _LATIN.search(prose) else "und"
    if has_kana(prose) and is_japanese(prose):
        return "Jpan"
    known, used = tables(), set(prose)
    simplified = sum(map(prose.count, used & known.simplified))
    marked = simplified + sum(map(prose.count, used & known.traditional))
    if not marked:
        return "und"
    share = simplified / marked
    if share >= _CLEAR:
        return "Hans"
    return "Hant" if share <= 1 - _CLEAR else "mixed"


def has_han(text: str) -> bool:
    return _HAN.search(text) is not None


def has_kana(text: str) -> bool:
    return _KANA.search(text) is not None


def is_japanese(prose: str, share: float = _JAPANESE) -> bool:
    """Whether kana make up at least `share` of the East Asian characters."""
    kana = len(_KANA.findall(prose))
    return kana > 0 and kana >= share * (kana + len(_HAN.findall(prose)))


def simplified_only(text: str) -> str:
    """Every character of the prose that Traditional Chinese does not have, in order."""
    return _only(text, tables().simplified)


def traditional_only(text: str) -> str:
    """Every character of the prose that Simplified Chinese does not have, in order."""
    return _only(text, tables().traditional)


def _only(text: str, known: frozenset[str]) -> str:
    if known.isdisjoint(text):
        return ""
    return "".join(character for character in without_spans(text) if character in known)


def fold(text: str) -> str:
    """`text` character by character in Simplified: for comparing and finding, never for showing."""
    return text.translate(tables().fold)
