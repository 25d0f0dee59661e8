"""One module a layout. Each says by looking at a text how well it fits, and makes an outline of it.

A further layout is a module with `fit` and `outline`, and a line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from i18nkit.lists.readers import markdown, plain
from i18nkit.lists.readers.outline import Outline


@dataclass(frozen=True, slots=True)
class Reader:
    """`fit` gives 0 (cannot be) to 1 (nothing else). `outline` is given the folded note labels that are known."""

    name: str
    fit: Callable[[str], float]
    outline: Callable[[str, Mapping[str, str]], Outline]


READERS = (
    Reader("markdown", markdown.fit, markdown.outline),
    Reader("plain", plain.fit, plain.outline),
)


def reader_for(text: str) -> Reader:
    """The reader that fits best; of equals the one that stands first."""
    return max(READERS, key=lambda reader: reader.fit(text))
