"""What people changed in converted texts, as pairs of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from i18nkit.text.han import HAN, LATIN
from i18nkit.translation.merging import kept, tokens

LONGEST = 8  # characters of a term
_HAN = re.compile(f"[{HAN}]")
_ALL_HAN = re.compile(f"[{HAN}]+")
_TERM = re.compile(rf"[{HAN}{LATIN}0-9]+(?:[ .+-][{HAN}{LATIN}0-9]+)*")
_CLAUSE = re.compile("[^，。！？；：,;!?\n]+")
_REWRITTEN = 0.5  # the share of a clause that changed, from which it is no longer a matter of single words
_SHORT = 8  # Han characters of a clause that may be one term altogether


class Piece(NamedTuple):
    """The converter made `machine[machine_start:machine_end]` of `source[start:end]`, whatever stands around it."""

    start: int
    end: int
    machine_start: int
    machine_end: int


class Words(NamedTuple):
    """One place as the source has it, as the machine said it and as a person did; `start` is its place in the source."""

    source: str
    machine: str
    person: str
    start: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of a person's: `narrow` holds what changed and no more, `wide` the same with neighbours on either side
    (how many of each: before, after), for a judge of what a whole word is. `narrow` stands among them."""

    narrow: Words
    wide: Sequence[tuple[Words, int, int]]


class _Change(NamedTuple):
    machine_start: int
    machine_end: int
    person_start: int
    person_end: int


def corrections(source: str, machine: str, person: str, pieces: Sequence[Piece]) -> Iterator[Correction]:
    """`pieces` cover both texts. Changes of marks, spaces and numbers, words put in or taken out, and clauses that were
    written anew teach no term and are left out."""
    changes = _changes(machine, person)
    for change in changes:
        first, last = _pieces_of(change, pieces)
        if first is None or last is None or _is_rewriting(machine, changes, change):
            continue
        found = []
        for before in range(min(first, LONGEST) + 1):
            for after in range(min(len(pieces) - last, LONGEST - before + 1)):
                window = pieces[first - before : last + 1 + after]
                if words := _words(source, machine, person, window, changes, change):
                    found.append((words, before, after))
        narrow = next((words for words, before, after in found if not before and not after), None)
        if narrow:
            yield Correction(narrow, found)


def _changes(machine: str, person: str) -> list[_Change]:
    old, new = tokens(machine), tokens(person)
    old_at, new_at = _starts(old), _starts(new)
    stays = [(-1, -1), *sorted(kept(old, new).items()), (len(old), len(new))]
    return [
        _Change(old_at[a + 1], old_at[b], new_at[c + 1], new_at[d])
        for (a, c), (b, d) in pairwise(stays)
        if b > a + 1 or d > c + 1
    ]


def _starts(words: Sequence[str]) -> list[int]:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts


def _pieces_of(change: _Change, pieces: Sequence[Piece]) -> tuple[int | None, int | None]:
    """The pieces that made what changed. What was only put in or taken out counts inside a piece alone."""
    begin, end, *_ = change
    touched = [
        n
        for n, piece in enumerate(pieces)
        if (piece.machine_start < end and begin < piece.machine_end)
        or (begin == end and piece.machine_start < begin < piece.machine_end)
    ]
    if not touched:
        return None, None
    is_taken_out = change.person_start == change.person_end
    if is_taken_out and all(
        begin <= piece.machine_start and piece.machine_end <= end
        for piece in pieces[touched[0] : touched[-1] + 1]
    ):
        return None, None
    return touched[0], touched[-1]


def _is_rewriting(machine: str, changes: Sequence[_Change], change: _Change) -> bool:
    for clause in _CLAUSE.finditer(machine):
        if clause.start() <= change.machine_start and change.machine_end <= clause.end():
            total = len(_HAN.findall(clause[0]))
            changed = sum(
                len(_HAN.findall(machine, max(start, clause.start()), min(end, clause.end())))
                for start, end, *_ in changes
                if start < clause.end() and clause.start() < end
            )
            return total > _SHORT and changed > _REWRITTEN * total
    return True  # it reaches over a mark


def _words(
    source: str,
    machine: str,
    person: str,
    pieces: Sequence[Piece],
    changes: Sequence[_Change],
    core: _Change,
) -> Words | None:
    begin, end = pieces[0].machine_start, pieces[-1].machine_end
    there = _left(begin, changes, core), _right(end, changes, core)
    if there[0] is None or there[1] is None:
        return None
    words = Words(
        source[pieces[0].start : pieces[-1].end],
        machine[begin:end],
        person[there[0] : there[1]],
        pieces[0].start,
    )
    is_term = (
        len(words.source) <= LONGEST
        and len(words.person) <= 2 * LONGEST
        and words.machine != words.person
        and _ALL_HAN.fullmatch(words.source)
        and _TERM.fullmatch(words.person)
        and not words.person.isdigit()
    )
    return words if is_term else None


def _left(place: int, changes: Sequence[_Change], core: _Change) -> int | None:
    """Where a word that begins at `place` of the machine's text begins in the person's. None: inside another change."""
    shift = 0
    for change in changes:
        if change.machine_start < place < change.machine_end:
            return None
        if change.machine_end <= place and not (change is core and change.machine_start == place):
            shift = change.person_end - change.machine_end
    return place + shift


def _right(place: int, changes: Sequence[_Change], core: _Change) -> int | None:
    shift = 0
    for change in changes:
        if change.machine_start < place < change.machine_end:
            return None
        is_put_in_after = change.machine_start == change.machine_end == place and change is not core
        if change.machine_end <= place and not is_put_in_after:
            shift = change.person_end - change.machine_end
    return place + shift
