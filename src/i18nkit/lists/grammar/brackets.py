"""Brackets of both widths, nested or never closed."""

from __future__ import annotations

from dataclasses import dataclass

_PAIRS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕"}
_ALIKE = {")": "()", "）": "()", "]": "[]", "】": "【】", "〕": "〔〕"}
_QUOTES = {"《": "》", "“": "”", "「": "」", "『": "』", "〈": "〉"}


@dataclass(frozen=True, slots=True)
class Group:
    start: int
    end: int
    inside: str


def groups(text: str) -> list[Group]:
    """The outermost bracket groups, in order. Half-width closes full-width and the reverse; a bracket never
    closed reaches to the end."""
    found = []
    opened: list[tuple[int, str]] = []
    for index, character in enumerate(text):
        if character in _PAIRS:
            opened.append((index, _plain(character)))
        elif character in _ALIKE and opened and opened[-1][1] == _ALIKE[character][0]:
            start, _ = opened.pop()
            if not opened:
                found.append(Group(start, index + 1, text[start + 1 : index]))
    if opened:
        start = opened[0][0]
        found = [group for group in found if group.start < start]
        found.append(Group(start, len(text), text[start + 1 :]))
    return found


def _plain(opening: str) -> str:
    return "(" if opening == "（" else opening


def quoted(text: str) -> Group | None:
    """The first title set in 《》 or quotation marks; nested marks belong to it."""
    start = next((index for index, character in enumerate(text) if character in _QUOTES), None)
    plain = text.startswith('"') and '"' in text[1:]
    if plain and (start is None or start > 0):
        end = text.index('"', 1)
        return Group(0, end + 1, text[1:end])
    if start is None:
        return None
    opening, closing, depth = text[start], _QUOTES[text[start]], 0
    for index in range(start, len(text)):
        depth += (text[index] == opening) - (text[index] == closing)
        if depth == 0:
            return Group(start, index + 1, text[start + 1 : index])
    return Group(start, len(text), text[start + 1 :])
