"""Lines of any layout -> what the list says: the one place that decides what a line is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18nkit.lists.drafts import RecordDraft, SectionDraft, Shelf
from i18nkit.lists.grammar import headings
from i18nkit.lists.grammar.labels import Label, split_label
from i18nkit.lists.grammar.lines import INSIDE, Kind, Line
from i18nkit.lists.grammar.links import identifier_alone, is_paper_address
from i18nkit.lists.grammar.marks import bare, without_tags
from i18nkit.lists.grammar.titles import Entry, Printed, Sign, read_entry
from i18nkit.lists.telling import ABOUT_PAPERS, fact_of, tell
from i18nkit.lists.terms import folded, terms
from i18nkit.model import Field
from i18nkit.text.script import has_han

_PAPERS = "papers"
_SKIPPED = "skipped"
_ENDS = "。.!！?？;；…"


def labels_of(fields: Mapping[str, Field]) -> dict[str, str]:
    """Printed label, folded -> field id."""
    return {
        folded(label): id
        for id, field in fields.items()
        for label in (*field.printed, *field.label.values(), id)
    }


@dataclass(slots=True)
class _Open:
    """The papers that the notes to come belong to, and how their line was set."""

    records: list[RecordDraft] = field(default_factory=list)
    kind: Kind = Kind.TEXT
    level: int = 0
    labelled: bool = False
    index: int = -1


class Reading:
    """Reads one list, line by line. `labels` maps folded note labels to fields."""

    def __init__(self, lines: Sequence[Line], labels: Mapping[str, str]) -> None:
        self.lines = [line for line in lines if line.text or line.kind is Kind.TITLE]
        self.labels = labels
        self.shelf = Shelf()
        self.open = _Open()
        self.mode = _PAPERS
        self.mode_level = 0
        self.repeated = self._repeated_labels()

    def read(self) -> Shelf:
        for index, line in enumerate(self.lines):
            match line.kind:
                case Kind.TITLE:
                    self.shelf.add_text("title", bare(line.text), line.line)
                case Kind.HEADING:
                    self._heading(index, line)
                case _:
                    self._line(index, line)
        return self.shelf

    def _repeated_labels(self) -> frozenset[str]:
        """What stands before a colon more than once is a label; a title stands once."""
        found = (split_label(line.text) for line in self.lines if line.kind is not Kind.HEADING)
        counts = Counter(label.key for label in found if label)
        return frozenset(key for key, times in counts.items() if times > 1)

    # Headings

    def _heading(self, index: int, line: Line) -> None:
        role = line.role or headings.role(line.text).removeprefix("intro")
        if self.mode == _SKIPPED and line.level > self.mode_level:
            return
        self.open = _Open()
        no, text = headings.split_number(line.text)
        entry = read_entry(text)
        if (
            not role
            and entry.sign is Sign.CLEAR
            and not headings.stage(line.text)
            and all(p.title for p in entry.papers)
        ):
            self.shelf.close_sections(line.level)
            self.mode = _PAPERS
            self._new_papers(index, replace(line, no=no), entry, labelled=False)
            return
        self.shelf.close_sections(0 if role == "closing" and line.level >= INSIDE else line.level)
        if role:
            self.mode, self.mode_level = role, line.level
            return
        self.mode, self.mode_level = _PAPERS, line.level
        self.shelf.open_section(
            SectionDraft(
                title=bare(line.text).rstrip(":："),
                level=line.level,
                line=line.line,
                weeks=headings.weeks(line.text),
                staged=bool(headings.stage(line.text)),
            )
        )

    # Everything else

    def _line(self, index: int, line: Line) -> None:
        if self.mode == _SKIPPED:
            return
        if self.mode != _PAPERS and not self._resumes(line):
            self._told(index, line)
            return
        self.mode = _PAPERS
        label = split_label(line.text)
        if label and self._labelled(index, line, label):
            return
        entry = read_entry(line.text, several=len(line.no) == 2)
        if self._names_paper(index, line, entry, label):
            self._new_papers(index, line, entry, labelled=label is not None and label.key in self.repeated)
        elif self._is_address(entry, line):
            self._address(index, line, entry)
        elif self._belongs(line):
            self._note(line, label)
        else:
            self.open = _Open()
            self._free_text(line)

    def _resumes(self, line: Line) -> bool:
        """Whether papers begin again after a label such as `Advice:` that stood on a line of its own."""
        if self.mode_level >= 0:
            return False
        label = split_label(line.text)
        if label and label.key in terms().roles:
            return True
        return read_entry(line.text).sign is Sign.CLEAR

    def _told(self, index: int, line: Line) -> None:
        """A line under a heading that says what it is: a goal, weeks, advice."""
        last = index == len(self.lines) - 1
        after_items = index > 0 and self.lines[index - 1].kind is Kind.ITEM
        if (
            last
            and after_items
            and line.kind is Kind.TEXT
            and not line.text.endswith(tuple(_ENDS))
            and len(line.text) < 40
        ):
            self.shelf.leave_unread(line)
            return
        if self.mode == "weeks":
            if span := headings.weeks(line.text):
                self.shelf.set_weeks(span)
                return
            self.mode = "advice"
        self._section_text(self.mode, line)

    def _section_text(self, role: str, line: Line) -> None:
        name = "advice" if role == "closing" else role
        self.shelf.add_text(name, _as_text(line), line.line, item=line.kind is Kind.ITEM, gap=line.gap)

    def _labelled(self, index: int, line: Line, label: Label) -> bool:
        """Handle a line that begins with a label we know. False: it is something else."""
        role, fact = headings.role(label.text), fact_of(label)
        known_note = label.key in self.labels
        role = role or self._learned_role(label)
        if role == "weeks" and (span := headings.weeks(label.value)):
            self.shelf.set_weeks(span)
            return True
        about_paper = known_note or fact in ABOUT_PAPERS
        is_open = self._belongs(line) or (bool(self.open.records) and about_paper)
        if fact == "paper" and self._paper_label(index, line, label, is_open):
            return True
        if about_paper and not is_open:
            is_open = self._promote(index)
        if known_note and is_open:
            self._note(line, label)
            return True
        if fact and fact != "paper" and is_open:
            return tell(self.open.records, fact, label.value)
        if not role or role == _SKIPPED or self._is_below(line) or (role == "intro" and is_open):
            return False
        if not label.value:
            self.open = _Open()
            self.mode, self.mode_level = role, -1
            return True
        if role == _PAPERS:
            return False
        self.open = _Open()
        words = line.text if role == "weeks" else label.value
        self._section_text("advice" if role == "weeks" else role, replace(line, text=words, kind=Kind.TEXT))
        return True

    def _learned_role(self, label: Label) -> str:
        """What an unknown label must mean that stands at the head of several stages: a span of time, or a goal."""
        stage = self.shelf.stack[-1] if self.shelf.stack else None
        known = label.key in self.labels or fact_of(label)
        if known or stage is None or not stage.staged or stage.holds or label.key not in self.repeated:
            return ""
        return "weeks" if headings.weeks(label.value) and len(label.value) < 16 else "goal"

    def _paper_label(self, index: int, line: Line, label: Label, is_open: bool) -> bool:
        if not label.value:
            return False
        entry = read_entry(label.value, several=len(line.no) == 2)
        if all(paper.title for paper in entry.papers):
            if has_han(entry.papers[0].title) and entry.sign < Sign.LINKED:
                return False
            self._new_papers(index, line, entry, labelled=True)
            return True
        if is_open or self._promote(index):
            self._address(index, line, entry)
            return True
        return False

    # Papers

    def _names_paper(self, index: int, line: Line, entry: Entry, label: Label | None) -> bool:
        title = entry.papers[0].title
        if not all(paper.title for paper in entry.papers) or entry.sign is Sign.NONE:
            return False
        if label and label.key in self.repeated and entry.sign < Sign.CLEAR:
            return False
        nested = self._is_below(line)
        leads = any(map(is_paper_address, entry.papers[0].urls))
        if entry.sign is Sign.CLEAR:
            if not nested:
                return True
            if entry.label or (label and has_han(label.text)):
                return False
            return entry.titled if line.kind is Kind.ITEM or leads else True
        if has_han(title):
            return False
        words = title.split()
        if entry.sign is Sign.LINKED:
            begun = bool(self.shelf.stack or self.shelf.records) or line.kind is Kind.ITEM
            return begun and not nested and (leads or (entry.titled and len(words) > 1))
        if nested or not self._among_papers(line):
            return False
        if line.kind is Kind.ITEM:
            if len(entry.papers) > 1:
                return True
            if len(words) == 1:
                return bool(entry.note) and not entry.note.isascii() and self._looks_coined(title)
            return entry.titled and not (label and self.open.records and self.open.kind is not Kind.ITEM)
        return entry.titled and self._followed_by_notes(index)

    @staticmethod
    def _looks_coined(word: str) -> bool:
        return any(character.isdigit() for character in word) or not word[1:].islower()

    def _among_papers(self, line: Line) -> bool:
        """Whether papers may stand here: below a heading, or beside other papers."""
        return bool(self.shelf.stack or self.shelf.records)

    def _followed_by_notes(self, index: int) -> bool:
        """Whether the next line can only be about a paper: an address or a label we know."""
        if index + 1 == len(self.lines):
            return False
        following = self.lines[index + 1]
        if following.kind is Kind.HEADING:
            return False
        label = split_label(following.text)
        if label and (label.key in self.labels or fact_of(label) in ABOUT_PAPERS):
            return True
        return self._is_address(read_entry(following.text), following)

    def _is_below(self, line: Line) -> bool:
        """Whether a line is set under the open papers, as their note would be."""
        if not self.open.records:
            return False
        if self.open.kind is Kind.ITEM:
            return line.level > self.open.level
        return line.kind is Kind.ITEM

    def _new_papers(self, index: int, line: Line, entry: Entry, *, labelled: bool) -> None:
        row = self.shelf.next_row()
        drafts = []
        for position, printed in enumerate(entry.papers):
            no = (line.no[position],) if len(line.no) == len(entry.papers) > 1 else line.no
            drafts.append(_draft(printed, line, no, row))
        for draft, printed in zip(drafts, entry.papers, strict=True):
            self.shelf.add_record(draft)
            for remark in printed.remarks:
                self.shelf.leave_unread(replace(line, text=remark))
        shares = (
            labelled
            and self.open.labelled
            and self.open.index == index - 1
            and self.open.level == line.level
            and not line.gap
            and not any(draft.notes for draft in self.open.records)
        )
        before = self.open.records if shares else []
        self.open = _Open([*before, *drafts], line.kind, line.level, labelled, index)
        if entry.note:
            note = split_label(entry.note)
            known = note is not None and (note.key in self.labels or note.key in self.repeated)
            self._note(replace(line, text=entry.note, gap=False), note if known else None)

    def _promote(self, index: int) -> bool:
        """Take the heading above for the paper's title, where words about a paper follow it and no title does."""
        if self._title_follows(index):
            return False
        section = self.shelf.heading_for_title()
        if section is None:
            return False
        no, text = headings.split_number(section.title)
        entry = read_entry(text)
        if not all(paper.title for paper in entry.papers):
            return False
        self.shelf.drop(section)
        heading = Line(Kind.HEADING, section.title, section.line, section.level, no)
        self._new_papers(index, heading, entry, labelled=False)
        return True

    def _title_follows(self, index: int) -> bool:
        """Whether a line before the next heading names a paper itself."""
        for line in self.lines[index:]:
            if line.kind is Kind.HEADING:
                return False
            label = split_label(line.text)
            if label and fact_of(label) != "paper":
                continue
            entry = read_entry(label.value if label else line.text)
            if entry.papers[0].title and (entry.sign is Sign.CLEAR or (label and entry.sign > Sign.NONE)):
                return True
        return False

    # What belongs to a paper

    def _belongs(self, line: Line) -> bool:
        if not self.open.records:
            return False
        if self.open.kind is Kind.ITEM and line.kind is Kind.TEXT:
            return line.level > self.open.level or not line.gap
        return True

    def _note(self, line: Line, label: Label | None) -> None:
        text = line.text
        if label and (
            label.key in self.labels or label.set_apart or has_han(label.text) or label.key in self.repeated
        ):
            name, text = label.text, label.value
        else:
            name = ""
        for draft in self.open.records:
            draft.add_note(name, without_tags(text), line, labelled=bool(name))

    def _is_address(self, entry: Entry, line: Line) -> bool:
        printed = entry.papers[0]
        return (bool(printed.urls) and not printed.title and not entry.note) or bool(
            identifier_alone(bare(line.text))
        )

    def _address(self, index: int, line: Line, entry: Entry) -> None:
        if not self.open.records and not self._promote(index):
            self._free_text(line)
            return
        for draft in self.open.records:
            draft.add_links(entry.papers[0].urls, identifier_alone(bare(line.text)))

    def _free_text(self, line: Line) -> None:
        """Words that belong to no paper: the list's introduction, or the section's."""
        if not any(map(str.isalnum, line.text)):
            return
        if line.text.startswith("|"):
            self.shelf.leave_unread(line)
            return
        self._section_text("intro", line)


def _draft(printed: Printed, line: Line, no: tuple[int, ...], row: int) -> RecordDraft:
    draft = RecordDraft(
        printed.title, line.line, printed.short, printed.year, list(printed.aliases), no=no, row=row
    )
    draft.add_links(printed.urls, {})
    return draft


def _as_text(line: Line) -> str:
    return without_tags(line.text).strip()
