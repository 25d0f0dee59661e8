"""One text, with everything covered that is not prose in its own language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from i18nkit.text.markdown import Link, Span, links, spans

COVER = "\ufffc"  # stands for each covered character: neither Han nor Latin, no digit, no space, no mark

# What says itself that it is in another language: an element with `lang`, or a phrase with such an attribute list.
_FOREIGN = re.compile(
    r"<(?P<tag>[a-z][a-z0-9]*)\b[^<>]*\slang\s*=[^<>]*>.{0,1000}?</(?P=tag)\s*>"
    r"|(?:\*+[^*\n]+\*+|\[[^\]\n]+\](?:\([^)\n]*\))?)\{[^{}\n]*\blang=[^{}\n]*\}",
    re.IGNORECASE | re.DOTALL,
)
# Markdown's own marks that look like prose: addresses with their titles, attribute lists, macros, the heads of admonitions and tabs.
_SYNTAX = re.compile(
    r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|\{\{[^{}\n]*\}\}|\{:?\s*[#.][^{}\n]*\}|\{:[^{}\n]*\}"
    r'|^[ ]*(?:!!!|\?\?\?\+?|===[!+]?)[ ][^"\n]*"?|(?<=")[ ]*$|^\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]',
    re.MULTILINE,
)

_NO_BREAK = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Prose:
    """`covered` is as long as `text`: an offset in one is an offset in the other."""

    text: str

    @cached_property
    def _read(self) -> tuple[list[Span], list[Link]]:
        return spans(self.text), links(self.text)  # together: both come of one reading

    @property
    def spans(self) -> list[Span]:
        return self._read[0]

    @property
    def links(self) -> list[Link]:
        return self._read[1]

    @cached_property
    def covered(self) -> str:
        text = self.text
        places = [(span.start, span.end) for span in self.spans]
        if "lang" in text:
            places += [found.span() for found in _FOREIGN.finditer(text)]
        if any(mark in text for mark in ("](", "{", "!!!", "???", "===", "[^")):
            places += [found.span() for found in _SYNTAX.finditer(text)]
        return cover(text, places)


def cover(text: str, places: list[tuple[int, int]]) -> str:
    """Line breaks stay: they end lines in whatever is covered."""
    pieces, last = [], 0
    for start, end in sorted(places):
        if end > last:
            pieces.append(text[last : max(start, last)])
            pieces.append(_NO_BREAK.sub(COVER, text[max(start, last) : end]))
            last = end
    return "".join([*pieces, text[last:]])
