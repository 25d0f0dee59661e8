"""What a published list says, before anybody asks which papers it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """`label` as printed, empty where the list prints none; `field` the note field it stands for.

    `script` is Hans, Hant, en, or und for what is in no language. `text` is Markdown, residue cleaned off.
    """

    label: str
    field: str
    text: str
    script: str
    line: int


@dataclass(frozen=True, slots=True)
class Record:
    """One paper as a list prints it.

    `section` are the headings above it as printed, the list's own title only where there is no other; `place` is
    the index of the innermost in `ReadList.sections`, None above the first. `year` is never more than what is printed. `aliases` are
    further titles in the same line (a title in another language). `no` are the printed numbers. Records with the
    same `row` share one printed row. `ids` has the keys arxiv (without version), doi and acl.
    """

    title: str
    line: int
    short: str = ""
    year: int | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    aliases: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    place: int | None = None
    notes: tuple[Note, ...] = ()
    no: tuple[int, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class ListText:
    """Words of the list that belong to no paper. `field` is title, intro, goal or advice; `place` is the section
    it stands in, None for the list as a whole."""

    field: str
    text: str
    script: str
    line: int
    place: int | None = None


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A heading with papers below it. `under` is the index of the section it lies in. Its id is still to mint."""

    title: str
    line: int
    under: int | None = None
    weeks: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that is nothing a list is made of: told, so that nothing is lost unseen."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ReadList:
    """One file, read. Sections and records stand in reading order. `source` holds what the file says of itself
    (title, author, url, licence)."""

    file: str
    reader: str
    records: tuple[Record, ...]
    sections: tuple[PrintedSection, ...]
    texts: tuple[ListText, ...] = ()
    unread: tuple[Unread, ...] = ()
    source: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def title(self) -> str:
        return next((text.text for text in self.texts if text.field == "title" and text.place is None), "")
