"""What every reader makes of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18nkit.lists.grammar.lines import Line


@dataclass(frozen=True, slots=True)
class Outline:
    """`source`: what the file says of itself (title, author, url, licence)."""

    lines: list[Line]
    source: Mapping[str, str] = field(default_factory=dict)
