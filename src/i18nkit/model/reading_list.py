"""A published reading list: where it comes from, and what stands in it in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from i18nkit.model.stamp import Mark


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list was published. `licence` holds for the words imported from it. `digest` is `sha@…` of the
    file as last imported."""

    title: str = ""
    author: str = ""
    url: str = ""
    licence: str = ""
    digest: Mark | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A title and year as the list prints them."""

    title: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list. `papers` are several where one row names several; `no` are the printed numbers.

    `seen` maps a note's field to the mark (locale and digest) of its text as last imported: the base of the
    three-way merge with a newer version of the list.
    """

    papers: tuple[str, ...]
    no: tuple[int, ...] = ()
    printed: Printed = Printed()
    seen: Mapping[str, Mark] = field(default_factory=dict)
    line: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """`id` is minted once. `under` is the id of the section it lies in, empty at the top.
    `weeks` is (fewest, most)."""

    id: str
    under: str = ""
    weeks: tuple[int, int] | None = None
    rows: tuple[Row, ...] = ()
    seen: Mapping[str, Mark] = field(default_factory=dict)
    line: int = 1


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A list's facts; its texts are units. Sections stand in reading order, each after the one it lies in.

    `seen` is for the list's own texts (`title`, `intro`, `advice`).
    """

    id: str
    source: Source = Source()
    sections: tuple[Section, ...] = ()
    seen: Mapping[str, Mark] = field(default_factory=dict)
    file: str = ""
    line: int = 1

    def rows(self) -> Iterator[tuple[Section, Row]]:
        for section in self.sections:
            for row in section.rows:
                yield section, row

    def papers(self) -> Iterator[str]:
        """Ids in reading order; a paper named twice comes twice."""
        for _, row in self.rows():
            yield from row.papers

    def section(self, id: str) -> Section | None:
        return next((section for section in self.sections if section.id == id), None)

    def path(self, section: Section) -> tuple[Section, ...]:
        """From the outermost section down to this one."""
        outer = self.section(section.under) if section.under else None
        return (*self.path(outer), section) if outer else (section,)
