"""Where a paper stands in a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from i18nkit.model import ReadingList, Row, Section


@dataclass(frozen=True, slots=True)
class Place:
    """A paper's first row. `before` and `after` are the papers next to it, empty at the ends of the list."""

    section: Section
    row: Row
    before: str
    after: str


def places(reading_list: ReadingList) -> Mapping[str, Place]:
    """paper id -> its place, in reading order."""
    first: dict[str, tuple[Section, Row]] = {}
    for section, row in reading_list.rows():
        for paper in row.papers:
            first.setdefault(paper, (section, row))
    order = ["", *first, ""]
    return {
        paper: Place(section, row, order[number], order[number + 2])
        for number, (paper, (section, row)) in enumerate(first.items())
    }
