"""Three-way merge of a text, by Han characters and words.

The rule is that of diff3 (Khanna, Kunal and Pierce, "A formal investigation of diff3", 2007): what both sides kept is
stable, and between two stable places one side's words win only where the other side has the base's.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18nkit.text.han import HAN, LATIN
from i18nkit.text.markdown import spans

_TOKEN = re.compile(rf"[{HAN}]|[{LATIN}0-9]+(?:[.'’_-][{LATIN}0-9]+)*|[^\S\n]+|.|\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What stood at one place, and what each side made of it."""

    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merge:
    pieces: tuple[str | Conflict, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Conflict))

    @property
    def text(self) -> str | None:
        """None where the two sides contradict each other."""
        return None if self.conflicts else "".join(map(str, self.pieces))


def merge(base: str, ours: str, theirs: str) -> Merge:
    """Changes that touch each other are a conflict, unless both sides changed alike."""
    return Merge(tuple(_pieces(tokens(base), tokens(ours), tokens(theirs))))


def tokens(text: str) -> list[str]:
    """Han characters, words, spaces and marks; code, formulas and addresses whole."""
    found: list[str] = []
    last = 0
    for span in spans(text):
        found += _TOKEN.findall(text[last : span.start])
        found.append(text[span.start : span.end])
        last = span.end
    return found + _TOKEN.findall(text[last:])


def _pieces(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[str | Conflict]:
    here, there = kept(base, ours), kept(base, theirs)
    stable = [n for n in range(len(base)) if n in here and n in there]
    b = o = t = 0
    for n in stable:
        yield from _merged(base[b:n], ours[o : here[n]], theirs[t : there[n]])
        yield base[n]
        b, o, t = n + 1, here[n] + 1, there[n] + 1
    yield from _merged(base[b:], ours[o:], theirs[t:])


def _merged(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[str | Conflict]:
    if ours == theirs or theirs == base:
        chosen = ours
    elif ours == base:
        chosen = theirs
    else:
        yield Conflict("".join(base), "".join(ours), "".join(theirs))
        return
    if chosen:
        yield "".join(chosen)


def kept(old: Sequence[str], new: Sequence[str]) -> Mapping[int, int]:
    """Place in `old` -> place in `new` of the tokens that stayed.

    A few tokens between two changes at least as long do not count: 的 stays in most sentences, however they are
    rewritten, and would let two rewritings be woven into each other.
    """
    blocks = [
        block
        for block in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        if block.size
    ]
    n = 0
    while n < len(blocks):
        before = blocks[n - 1] if n else None
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        block = blocks[n]
        change_before = max(
            block.a - (before.a + before.size if before else 0),
            block.b - (before.b + before.size if before else 0),
        )
        change_after = max(
            (after.a if after else len(old)) - block.a - block.size,
            (after.b if after else len(new)) - block.b - block.size,
        )
        if block.size <= min(change_before, change_after):
            del blocks[n]
            n = max(0, n - 1)
        else:
            n += 1
    return {block.a + k: block.b + k for block in blocks for k in range(block.size)}
