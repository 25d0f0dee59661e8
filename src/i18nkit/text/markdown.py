"""What in a text is prose and what is not.

Every function first looks whether there is anything to read at all: most notes are one plain paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from i18nkit.text.spans import Formula, Link, Span, bare_addresses, formula_at

if TYPE_CHECKING:
    from markdown_it.token import Token

    from i18nkit.text.grammar import Trace

__all__ = [
    "Formula",
    "Link",
    "Span",
    "folds",
    "links",
    "maths",
    "plain",
    "spans",
    "structure",
    "without_spans",
]

_SPANNING = ("`", "$", "<", "](", "]:", "~~~", "    ", "\t")
# Where one of these stands, or a line begins like a block, the text is left to markdown-it.
_NOT_SIMPLE = ("``", "$$", "]:", "![", "\r")
_BLOCK = re.compile(r"[\s#>+*~_-]|[0-9]+[.)]")
# The one character or class in front lets `re` leap from mark to mark.
_LINES = re.compile(rf"\n(?:(?<!\n\n)(?!\n|\Z)|(?!\n)(?:{_BLOCK.pattern}))")
_CONSTRUCT = re.compile(
    r"[`$\[\\<](?:(?<=`)[^`\n]+`|(?<=\[)[^\[\]`$\\<\n]*\]\((?P<target>[A-Za-z0-9:/._~?#@%&=+,;-]+)\)|)"
)
_STYLED = re.compile(r"[*_`#>\[\]<$\\~&|]|^\s*(?:[-+]|\d+[.)])\s|^\s*[-=]+\s*$|\n", re.M)


@lru_cache(maxsize=512)
def _read(text: str) -> Trace:
    from i18nkit.text.grammar import read, restore_places

    # markdown-it reads a NUL as U+FFFD; one character either way.
    source = text.replace("\0", "\ufffd")
    trace = read(re.sub("\r\n?", "\n", source) if "\r" in source else source)
    return restore_places(trace, text) if "\r\n" in text else trace


def spans(text: str) -> list[Span]:
    """What no converter and no rule may touch, in order, not overlapping."""
    if not any(map(text.__contains__, _SPANNING)):
        return list(bare_addresses(text))
    found = _simple_spans(text)
    if found is None:
        found = _read_spans(text)
    bare = list(bare_addresses(text, found))
    return sorted([*found, *bare], key=lambda span: span.start) if bare else found


def _read_spans(text: str) -> list[Span]:
    found: list[Span] = []
    for span in sorted(_read(text).spans, key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _simple_spans(text: str) -> list[Span] | None:
    """What `_read_spans` finds where all markup is short code, formulas and plain links; None for any other text.

    A reading takes longer than the conversion of a whole note.
    """
    if (
        any(map(text.__contains__, _NOT_SIMPLE))
        or _BLOCK.match(text)
        or ("\n" in text and _LINES.search(text))
    ):
        return None
    found: list[Span] = []
    targets, position = 0, 0
    while construct := _CONSTRUCT.search(text, position):
        start, position = construct.span()
        mark = text[start]
        if mark == "$":
            line_end = text.find("\n", start)
            if formula := formula_at(text, start, len(text) if line_end < 0 else line_end):
                found.append(Span(start, formula.end, "math"))
                position = formula.end
        elif position - start > 1:
            if mark == "`":
                found.append(Span(start, position, "code"))
            else:
                found.append(Span(*construct.span("target"), "target"))
                targets += 1
        elif mark != "[":
            return None
    # A bracket is but a bracket only where every `](` is that of a link found.
    return found if text.count("](") == targets else None


def without_spans(text: str) -> str:
    """The prose of `text`, a space standing for each span."""
    found = spans(text)
    if not found:
        return text
    pieces, last = [], 0
    for span in found:
        pieces.append(text[last : span.start])
        last = span.end
    return " ".join([*pieces, text[last:]])


def links(text: str) -> list[Link]:
    """Every address with its label, in order; those of HTML attributes too, dangerous schemes included."""
    found = list(_read(text).links) if any(mark in text for mark in _SPANNING) else []
    for span in spans(text):
        if span.kind in ("url", "email") and text[span.start] != "<":
            kind: Literal["bare", "email"] = "bare" if span.kind == "url" else "email"
            found.append(Link(span.start, span.end, kind, "", text[span.start : span.end]))
    return sorted(found, key=lambda link: (link.start, -link.end))


def maths(text: str) -> list[Formula]:
    """The formulas between dollars, in order, with their places."""
    if "$" not in text:
        return []
    return sorted(_read(text).formulas, key=lambda formula: formula.start)


def folds(text: str) -> list[tuple[int, int]]:
    """The soft line breaks of the prose: where `text[start:end]` means no more than a space."""
    if "\n" not in text and "\r" not in text:
        return []
    taken = spans(text)
    ends = [span.end for span in taken] + [len(text) + 1]
    starts = [span.start for span in taken] + [len(text)]
    return [place for place in _read(text).folds if place[1] <= starts[bisect_right(ends, place[0])]]


def structure(text: str) -> tuple[object, ...]:
    """What must stay the same when only the words of `text` change: compare two of them with `==`."""
    trace = _read(text)
    targets = sorted(
        (link.kind, link.target) for link in links(text) if link.kind in ("bare", "email", "html")
    )
    return (*_shape(trace.tokens), *targets)


def _shape(tokens: Sequence[Token]) -> Iterator[tuple[object, ...]]:
    from i18nkit.text.grammar import markup_of

    for token in tokens:
        if token.type in ("text", "text_special"):
            continue
        verbatim = token.content if token.type in _VERBATIM else ""
        if token.type == "html_block":
            verbatim = markup_of(token.content)
        address = token.attrs.get("href", token.attrs.get("src", ""))
        yield (
            token.type,
            token.tag,
            token.markup,
            token.info,
            address,
            verbatim,
            tuple(_shape(token.children or ())),
        )


_VERBATIM = frozenset({"code_inline", "code_block", "fence", "html_inline", "math_inline", "math_block"})


def plain(text: str) -> str:
    """What a reader sees, a block a line: labels without addresses, formulas as TeX, no tags."""
    if not _STYLED.search(text):
        return text.strip()
    return "\n".join(line for line in _blocks(_read(text).tokens) if line)


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield _words(token.children or ()).strip()
        elif token.type in ("fence", "code_block", "math_block"):
            yield token.content.strip()
        elif token.type == "html_block":
            yield " ".join(re.sub(r"<[^>]*>", " ", token.content).split())


def _words(tokens: Sequence[Token]) -> str:
    pieces: list[str] = []
    for token in tokens:
        if token.type == "image":
            pieces.append(_words(token.children or ()))
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif token.type != "html_inline":
            pieces.append(token.content)
    return "".join(pieces)
