"""Which entry made which part of a conversion, read from what the telling engine says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from i18nkit.conversion.engine import load_bare
from i18nkit.conversion.senses import BEGUN, ENDED, NUMBERED, Senses
from i18nkit.conversion.terms import EVERYDAY, FIELDS, Entry, rows_beside, words_of

OPENCC, QUOTES = "OpenCC", "quotes"

_TOLD = re.compile(f"{NUMBERED}(\\d+){BEGUN}([^{ENDED}]*){ENDED}")
_LONGEST = 16  # characters of the longest phrase in OpenCC's dictionaries that matters here


class Step(NamedTuple):
    """One place that a conversion changes: `text[start:end]` is `source`, and `converted[result_start:result_end]` is
    `result`. `entry` is the word of `layer` that did it; `alternatives` are what it might have become."""

    start: int
    end: int
    source: str
    result: str
    layer: str
    entry: str
    alternatives: tuple[str, ...] = ()
    result_start: int = 0
    result_end: int = 0

    def moved(self, by: int) -> Step:
        return self._replace(start=self.start + by, end=self.end + by)

    def landing(self, at: int) -> Step:
        return self._replace(result_start=at, result_end=at + len(self.result))


def told_entries(told: str, entries: Sequence[Entry]) -> Iterator[Entry]:
    return (entries[int(found[1])] for found in _TOLD.finditer(told))


def quote_steps(text: str, written: str) -> list[Step]:
    return [
        Step(place, place + 1, before, after, QUOTES, before)
        for place, (before, after) in enumerate(zip(text, written, strict=True))
        if before != after
    ]


def steps_of(words: str, result: str, told: str, senses: Senses, profile: str) -> Iterator[Step]:
    """The steps from `words` to `result`, in the order of their places in `words`; `told` is how `senses` tells them."""
    if words == result:
        return
    if _TOLD.sub(r"\2", told) != result:
        yield Step(0, len(words), words, result, OPENCC, words)
        return
    entries, convert = senses.entries, senses.told
    start, last = 0, 0
    for found in _TOLD.finditer(told):
        entry = entries[int(found[1])]
        place = _place_of(entry.source, words, start, told[last : found.start()], convert)
        yield from _plain_steps(words[start:place], start, convert, profile)
        if entry.target != entry.source:
            others = tuple(other for other in _others(profile, entry.source) if other != entry.target)
            end = place + len(entry.source)
            yield Step(place, end, entry.source, entry.target, entry.layer, entry.source, others)
        start, last = place + len(entry.source), found.end()
    yield from _plain_steps(words[start:], start, convert, profile)


def _place_of(word: str, words: str, start: int, before: str, convert: Callable[[str], str]) -> int:
    """Where the `word` stands whose entry fired next after `start`: what lies between became `before`."""
    place = words.find(word, start)
    while place >= 0 and convert(words[start:place]) != before:
        place = words.find(word, place + 1)
    assert place >= 0
    return place


def _plain_steps(words: str, start: int, convert: Callable[[str], str], profile: str) -> Iterator[Step]:
    """What OpenCC's own dictionaries did, in the smallest parts that can be converted by themselves."""
    step: Step | None = None
    for place, part, result in _parts(words, convert):
        if part == result:
            continue
        readings = _readings().get(part, ()) if profile.startswith("s2") else ()
        others = tuple(reading for reading in readings if reading != result)
        here = Step(start + place, start + place + len(part), part, result, OPENCC, part, others)
        if (
            step
            and not (step.alternatives or others)
            and step.end == here.start
            and _is_one_to_one(step, here)
        ):
            step = step._replace(
                end=here.end,
                source=step.source + part,
                result=step.result + result,
                entry=step.entry + part,
            )
            continue
        if step:
            yield step
        step = here
    if step:
        yield step


def _is_one_to_one(*steps: Step) -> bool:
    return all(len(step.source) == len(step.result) for step in steps)


def _parts(words: str, convert: Callable[[str], str]) -> Iterator[tuple[int, str, str]]:
    place, whole = 0, convert(words)
    if whole == words:
        return
    while place < len(words):
        for end in range(place + 1, len(words) + 1):
            part = convert(words[place:end])
            rest = convert(words[end:]) if end < len(words) else ""
            if part + rest == whole or end - place >= _LONGEST:
                yield place, words[place:end], part
                place, whole = end, rest
                break
        else:
            return


def _others(profile: str, word: str) -> Iterator[str]:
    """What other layers and OpenCC alone make of a word."""
    seen: dict[str, None] = {}
    for layer in (*FIELDS, EVERYDAY):
        if target := words_of(profile, layer).get(word):
            seen[target] = None
    seen[load_bare(profile)(word)] = None
    return iter(seen)


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    """The Simplified characters that stand for several Traditional ones."""
    return {character: tuple(readings) for character, *readings in rows_beside("readings")}
