"""Quotation marks: “ ” and ‘ ’ on the Mainland, 「 」 and 『 』 in Taiwan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from i18nkit.conversion.protect import Range, gaps
from i18nkit.text.han import HAN, PUNCTUATION

_TO_TRADITIONAL = str.maketrans("“”‘’", "「」『』")
_TO_SIMPLIFIED = str.maketrans("「」『』", "“”‘’")
_CLOSING = {"“": "”", "‘": "’", "「": "」", "『": "』"}
# A blank line ends every quotation; ’ between letters is an apostrophe. The one class in front lets `re` leap from mark
# to mark.
_MARK = re.compile(
    "[“‘「『」』”’\r\n](?:(?<=[“‘「『」』”])|(?<=’)(?<![A-Za-z]’)|(?<=’)(?![A-Za-z])"
    "|(?<=\r)(?:\n|(?!\n))[ \t]*(?=[\r\n])|(?<=\n)[ \t]*(?=[\r\n]))"
)
_CHINESE = re.compile(f"[{HAN}{PUNCTUATION}]")
_ANY = re.compile("[“”‘’「」『』]")


def convert_quotes(text: str, target: str, kept: Sequence[Range]) -> str:
    """The marks that pair up in Chinese context, character for character; what is in `kept` stays."""
    if not _ANY.search(text):
        return text
    marks = _TO_TRADITIONAL if target == "Hant" else _TO_SIMPLIFIED
    places = [
        place
        for opening, closing in _pairs(text, kept)
        if _in_chinese(text, opening, closing)
        for place in (opening, closing)
    ]
    pieces, last = [], 0
    for place in sorted(places):
        pieces += [text[last:place], text[place].translate(marks)]
        last = place + 1
    return "".join([*pieces, text[last:]])


def _pairs(text: str, kept: Sequence[Range]) -> Iterator[Range]:
    waiting: list[int] = []
    for start, end in gaps(len(text), kept):
        for found in _MARK.finditer(text, start, end):
            mark = found[0]
            if mark in _CLOSING:
                waiting.append(found.start())
            elif mark.isspace():
                waiting.clear()
            elif waiting and _CLOSING[text[waiting[-1]]] == mark:
                yield waiting.pop(), found.start()


def _in_chinese(text: str, opening: int, closing: int) -> bool:
    """Whether what is quoted, or what stands right before or after it, is Chinese."""
    if _CHINESE.search(text, opening + 1, closing):
        return True
    before, after = text[:opening].rstrip(" ")[-1:], text[closing + 1 :].lstrip(" ")[:1]
    return bool(_CHINESE.match(before) or _CHINESE.match(after))
