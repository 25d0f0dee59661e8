"""What a reading gathers on its way: records, sections and texts still in the making."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18nkit.lists.grammar import headings
from i18nkit.lists.grammar.lines import Kind, Line
from i18nkit.lists.grammar.links import identifiers, is_paper_address
from i18nkit.lists.record import Unread


@dataclass(slots=True)
class NoteDraft:
    label: str
    text: str
    line: int
    level: int
    from_item: bool


@dataclass(slots=True)
class RecordDraft:
    title: str
    line: int
    short: str = ""
    year: int | None = None
    aliases: list[str] = field(default_factory=list)
    url: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    notes: list[NoteDraft] = field(default_factory=list)
    no: tuple[int, ...] = ()
    row: int = 0
    section: SectionDraft | None = None

    def add_links(self, urls: tuple[str, ...], ids: Mapping[str, str]) -> None:
        """The first address where papers lie is the paper's; the first identifier of each kind counts."""
        for url in urls:
            for kind, id in identifiers(url).items():
                self.ids.setdefault(kind, id)
            if not self.url or (is_paper_address(url) and not is_paper_address(self.url)):
                self.url = url
        for kind, id in ids.items():
            self.ids.setdefault(kind, id)

    def add_note(self, label: str, text: str, line: Line, *, labelled: bool) -> None:
        """A new note, or the next line of the last one."""
        last = self.notes[-1] if self.notes else None
        item = line.kind is Kind.ITEM
        if last and not labelled:
            if item and last.from_item and line.level > last.level:
                last.text += ("\n" if last.text else "") + "- " + text
                return
            if item and not last.text:
                last.text = "- " + text
                last.level, last.from_item = line.level - 1, True
                return
            if item and last.text.startswith("- ") and line.level > last.level:
                last.text += "\n- " + text
                return
            if not item and not line.gap and line.line != last.line:
                last.text += "\n" + text
                return
        self.notes.append(NoteDraft(label, text, line.line, line.level, item))


@dataclass(slots=True)
class Passage:
    """Lines of one text, joined as Markdown."""

    line: int
    text: str = ""
    last_item: bool = False

    def add(self, words: str, *, item: bool, gap: bool) -> None:
        words = f"- {words}" if item else words
        if not self.text:
            self.text = words
        else:
            self.text += ("\n" if item and self.last_item else "\n\n") + words
        self.last_item = item


@dataclass(slots=True, eq=False)
class SectionDraft:
    """`staged`: its heading counts stages, so that it is a section even without a paper."""

    title: str
    level: int
    line: int
    weeks: tuple[int, int] | None = None
    staged: bool = False
    under: SectionDraft | None = None
    texts: dict[str, Passage] = field(default_factory=dict)
    holds: bool = False


class Shelf:
    """Everything found so far, in reading order."""

    def __init__(self) -> None:
        self.records: list[RecordDraft] = []
        self.sections: list[SectionDraft] = []
        self.stack: list[SectionDraft] = []
        self.texts: dict[str, Passage] = {}
        self.unread: list[Unread] = []
        self._rows = 0

    def next_row(self) -> int:
        self._rows += 1
        return self._rows - 1

    def close_sections(self, level: int) -> None:
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()

    def open_section(self, section: SectionDraft) -> None:
        section.under = self.stack[-1] if self.stack else None
        self.sections.append(section)
        self.stack.append(section)

    def heading_for_title(self) -> SectionDraft | None:
        """The innermost heading, where a title can be meant by it."""
        section = self.stack[-1] if self.stack else None
        if section is None or section.holds or section.texts or section.staged:
            return None
        if not any(
            character.isascii() and character.isalpha() for character in headings.unnumbered(section.title)
        ):
            return None
        return section

    def drop(self, section: SectionDraft) -> None:
        """Take a section off again: it was a paper."""
        self.stack.remove(section)
        self.sections.remove(section)

    def add_record(self, record: RecordDraft) -> None:
        record.section = self.stack[-1] if self.stack else None
        for section in self.stack:
            section.holds = True
        self.records.append(record)

    def add_text(self, name: str, words: str, line: int, *, item: bool = False, gap: bool = False) -> None:
        texts = self.stack[-1].texts if self.stack and name != "title" else self.texts
        texts.setdefault(name, Passage(line)).add(words, item=item, gap=gap)

    def set_weeks(self, span: tuple[int, int]) -> None:
        if self.stack:
            self.stack[-1].weeks = span

    def leave_unread(self, line: Line) -> None:
        self.unread.append(Unread(line.line, line.text))
