"""What stays as it is while the prose around it is converted. A range is (start, end); ranges never overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from i18nkit.text.markdown import spans
from i18nkit.text.script import has_han, is_japanese

Range = tuple[int, int]

# What OpenCC cannot read (it stops at a NUL and refuses half a surrogate pair), and what `senses` writes between words.
RESERVED = "\x00\x1f\ud800-\udfff\uf5d0-\uf8ff"
_RESERVED = re.compile(f"[{RESERVED}]+")
_SENTENCE = re.compile("[^。！？；!?\n\r「」『』“”（）()]+")
_CLAUSE = re.compile("[^，、：,:;|]+")
# What an author marks as not to be translated, or as being in a language of its own. Bounded, so that many openings
# without an end stay cheap.
_MARKED = re.compile(
    r"""<([A-Za-z][A-Za-z0-9-]*)\b(?=[^<>]*\s(?:translate\s*=\s*["']?no\b|lang\s*=))[^<>]*>.{0,5000}?</\1\s*>""",
    re.I | re.S,
)
FRONT_MATTER = ("---\n", "---\r\n")
_FRONT_MATTER = re.compile(r"---\r?\n(.*?)^---[ \t]*\r?$", re.S | re.M)
_KEY = re.compile(r"^[ \t-]*[^\s:#][^:\r\n]*:(?=\s)", re.M)


def keep_pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Matches the words that no converter touches; None if none of them holds Han, which alone is converted."""
    longest_first = sorted({word for word in words if has_han(word)}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


def kept_ranges(text: str, words: re.Pattern[str] | None) -> list[Range]:
    kept = [(span.start, span.end) for span in spans(text)]
    if "<" in text:
        tags = {start for start, _ in kept}
        kept = merged(kept, (found.span() for found in _MARKED.finditer(text) if found.start() in tags))
    if text.startswith(FRONT_MATTER) and (head := _FRONT_MATTER.match(text)):
        kept = merged(kept, (key.span() for key in _KEY.finditer(text, *head.span(1))))
    if words:
        kept = merged(kept, (found.span() for found in words.finditer(text)))
    if _RESERVED.search(text):
        kept = merged(kept, (found.span() for found in _RESERVED.finditer(text)))
    return kept


def merged(kept: Sequence[Range], more: Iterable[Range]) -> list[Range]:
    """Both, in order, joined where they overlap."""
    result: list[Range] = []
    for start, end in sorted([*kept, *more]):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def gaps(length: int, kept: Iterable[Range]) -> Iterator[Range]:
    """What lies between the ranges of a text of `length` characters."""
    last = 0
    for start, end in kept:
        if start > last:
            yield last, start
        last = end
    if length > last:
        yield last, length


def prose(text: str, kept: Sequence[Range]) -> str:
    return " ".join(text[start:end] for start, end in gaps(len(text), kept)) if kept else text


def masked(text: str, kept: Sequence[Range]) -> str:
    """`text` with spaces over the ranges: every other character stays in its place."""
    blanks = [*kept, (len(text), len(text))]
    last, pieces = 0, []
    for start, end in blanks:
        pieces += [text[last:start], " " * (end - start)]
        last = end
    return "".join(pieces)


def japanese_sentences(text: str) -> Iterator[Range]:
    for found in _SENTENCE.finditer(text):
        if is_japanese(found[0]):
            yield found.span()


def clauses(text: str) -> Iterator[Range]:
    for sentence in _SENTENCE.finditer(text):
        for found in _CLAUSE.finditer(text, *sentence.span()):
            yield found.span()
