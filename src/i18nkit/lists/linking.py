"""From what a list says to what the catalogue should say: decisions, changes, findings. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from i18nkit.errors import say
from i18nkit.lists import facts, shelving
from i18nkit.lists.comparing import arxiv_year
from i18nkit.lists.deciding import NEW, SAME, UNSURE, Decider, Decision, describe, describe_record
from i18nkit.lists.matching import Index, sought
from i18nkit.lists.merging import Words
from i18nkit.lists.minting import paper_id
from i18nkit.lists.record import ListText, Note, ReadList, Record
from i18nkit.model import (
    LISTS,
    PAPERS,
    Catalogue,
    Change,
    Finding,
    Mark,
    Paper,
    Printed,
    ReadingList,
    Row,
    Section,
    Severity,
)
from i18nkit.text.script import has_han

_LATEST = 2  # a venue prints its own year, rarely more than two after the first version


@dataclass(frozen=True, slots=True)
class Linked:
    """`decisions` stand in the order of the records. Nothing was written for those that are unsure."""

    decisions: tuple[Decision, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def link(read: ReadList, catalogue: Catalogue, list_id: str) -> Linked:
    """Link every record of `read` and work out what importing it as `list_id` would change."""
    linking = _Linking(read, catalogue, list_id)
    decisions = [linking.decide(record) for record in read.records]
    linking.lay_out(decisions)
    return Linked(tuple(decisions), tuple(linking.changes()), tuple(linking.findings()))


class _Linking:
    def __init__(self, read: ReadList, catalogue: Catalogue, list_id: str) -> None:
        self.read = read
        self.catalogue = catalogue
        self.list_id = list_id
        self.known = catalogue.lists.get(list_id)
        wanted = {key for record in read.records for key in sought(describe_record(record))}
        known = catalogue.papers.items()
        self.index = Index({id: describe(paper, catalogue.titles(paper)) for id, paper in known}, wanted)
        self.decider = Decider(catalogue.linkage, list_id, self.known, self.index)
        self.papers: dict[str, Paper] = {}
        self.words = Words(catalogue, list_id, read.file)
        self.fields: dict[str, Change] = {}
        self.told: list[Finding] = []
        self.shelved: ReadingList | None = None
        self.locales = _locales(catalogue)
        self.home = self._home()

    # Papers

    def decide(self, record: Record) -> Decision:
        decision = self.decider.decide(record)
        record = decision.record
        if decision.kind == NEW:
            id = paper_id(record, facts.short_name(record), self.index)
            decision = replace(decision, paper=id)
            self._learn(facts.new_paper(id, record))
        elif decision.kind == SAME:
            self._learn(facts.filled(self._paper(decision.paper), record))
        elif decision.kind == UNSURE:
            self._tell("unsure", Severity.WARNING, record.line, decision)
        if decision.paper:
            self._check_year(decision)
        return decision

    def _paper(self, id: str) -> Paper:
        return self.papers.get(id) or self.catalogue.papers[id]

    def _learn(self, paper: Paper) -> None:
        known = self.papers.get(paper.id) or self.catalogue.papers.get(paper.id)
        if paper != known:
            self.papers[paper.id] = paper
            self.index.add(paper.id, describe(paper, self.catalogue.titles(paper)))

    def _tell(self, rule: str, severity: Severity, line: int, decision: Decision) -> None:
        remedy = say(
            "answer in linkage.yaml: `same` or `different` with list: {list}, title: {title} and the paper, or"
            " `refused` with the identifier that is not its own",
            list=self.list_id,
            title=decision.record.title,
        )
        message = say("{title}: {why}", title=decision.record.title, why=decision.why)
        self.told.append(Finding(rule, severity, message, file=self.read.file, line=line, remedy=remedy))

    def _check_year(self, decision: Decision) -> None:
        record = decision.record
        arxiv = record.ids.get("arxiv") or self._paper(decision.paper).ids.get("arxiv", "")
        submitted = arxiv_year(arxiv) if arxiv else None
        if not record.year or not submitted or submitted <= record.year <= submitted + _LATEST:
            return
        message = say(
            "{title}: the list prints {year}, arXiv {id} came in {submitted}",
            title=record.title,
            year=record.year,
            id=arxiv,
            submitted=submitted,
        )
        self.told.append(
            Finding("printed-year", Severity.WARNING, message, file=self.read.file, line=record.line)
        )

    # The list

    def lay_out(self, decisions: Sequence[Decision]) -> None:
        """Sections, rows and words of the list, in reading order."""
        ids = shelving.section_ids(self.read, self.known)
        old_rows = shelving.OldRows(self.known)
        rows: dict[int | None, list[Row]] = {}
        for _, group in groupby(decisions, key=lambda decision: decision.record.row):
            named = [decision for decision in group if decision.paper]
            if named:
                rows.setdefault(named[0].record.place, []).append(self._row(named, old_rows))
        sections = [Section(shelving.UNTITLED, rows=tuple(rows[None]))] if None in rows else []
        for place, (id, printed) in enumerate(zip(ids, self.read.sections, strict=True)):
            old = self.known.section(id) if self.known else None
            under = ids[printed.under] if printed.under is not None else ""
            weeks = printed.weeks or (old.weeks if old else None)
            if old and old.weeks and self._is_unchanged():
                weeks = old.weeks
            seen = self._list_words(place, id, old.seen if old else {})
            sections.append(Section(id, under, weeks, tuple(rows.get(place, ())), seen))
        seen = self._list_words(None, "", self.known.seen if self.known else {})
        self.shelved = ReadingList(
            self.list_id, shelving.source(self.read, self.known), tuple(sections), seen
        )

    def _is_unchanged(self) -> bool:
        """Whether this very file was imported before: then what a person changed in the facts stands."""
        digest = self.known.source.digest if self.known else None
        return digest is not None and digest.fits(self.read.text)

    def _row(self, named: Sequence[Decision], old_rows: shelving.OldRows) -> Row:
        papers = tuple(dict.fromkeys(decision.paper for decision in named))
        titles = " / ".join(dict.fromkeys(decision.record.title for decision in named))
        old = old_rows.take(papers, titles)
        seen: dict[str, Mark] = {}
        for decision in named:
            for key, note, locale in self._merged(decision.record):
                mark = self._keep_note(decision.paper, note, locale, old.seen.get(key) if old else None)
                if mark:
                    seen[key] = mark
        no = tuple(dict.fromkeys(number for decision in named for number in decision.record.no))
        year = named[0].record.year if len({decision.record.year for decision in named}) == 1 else None
        return Row(papers, no, Printed(titles, year), seen)

    def _merged(self, record: Record) -> list[tuple[str, Note, str]]:
        """(key in `seen`, note, locale): notes of one field and language in one text, the first keeping its key."""
        merged: dict[tuple[str, str], Note] = {}
        for note in record.notes:
            note = self._fielded(note)
            locale = self.locales.get(note.script, "")
            at = merged.get((note.field, locale))
            merged[note.field, locale] = replace(at, text=f"{at.text}\n\n{note.text}") if at else note
        keys: dict[str, None] = {}
        placed = []
        for (name, locale), note in merged.items():
            key = f"{name}.{locale}" if name in keys else name
            keys[key] = None
            placed.append((key, note, locale))
        return placed

    def _fielded(self, note: Note) -> Note:
        """The note, moved to the field for notes without a label where words stand under a label for facts."""
        known = self.catalogue.fields.get(note.field)
        if known and known.fact and has_han(note.text):
            home = next((id for id, field in self.catalogue.fields.items() if field.unlabelled), "summary")
            return replace(note, field=home, text=f"{note.label}：{note.text}")
        if note.label and self.catalogue.fields and not known:
            self._new_field(note)
        return note

    def _new_field(self, note: Note) -> None:
        if note.field in self.fields:
            return
        locale = self.locales.get(note.script if has_han(note.label) else "en", self.home)
        value = {"label": {locale: note.label}, "printed": [note.label]}
        why = say("{list} prints this label", list=self.list_id)
        self.fields[note.field] = Change(None, "fields", (note.field,), value, None, why)  # type: ignore[arg-type]
        message = say(
            "nobody knows the label {label}: it is kept as the field {id}", label=note.label, id=note.field
        )
        remedy = say("name the field in fields.yaml, or add the label to the `printed` of another")
        self.told.append(
            Finding(
                "unknown-label", Severity.NOTE, message, file=self.read.file, line=note.line, remedy=remedy
            )
        )

    def _keep_note(self, paper: str, note: Note, locale: str, seen: Mark | None) -> Mark | None:
        known = self.catalogue.fields.get(note.field)
        if known and known.fact:
            mark = Mark.of("und", note.text)
            if seen != mark:
                self._learn(facts.with_formula(self._paper(paper), note.text))
            return mark
        if not locale:
            message = say("in no language of this catalogue, so it is left out: {text}", text=note.text)
            self.told.append(
                Finding("no-locale", Severity.WARNING, message, file=self.read.file, line=note.line)
            )
            return None
        return self.words.keep(PAPERS + paper, note.field, note.text, locale, note.line, seen)

    def _list_words(self, place: int | None, section: str, before: Mapping[str, Mark]) -> dict[str, Mark]:
        marks: dict[str, Mark] = {}
        for text in self.read.texts:
            if text.place != place:
                continue
            name = f"{section}.{text.field}" if section else text.field
            locale = self._locale_of(text)
            owner = LISTS + self.list_id
            marks[text.field] = self.words.keep(
                owner, name, text.text, locale, text.line, before.get(text.field)
            )
        return marks

    def _locale_of(self, text: ListText) -> str:
        return self.locales.get(text.script, self.home)

    def _home(self) -> str:
        """The locale of most of the list's notes: for words that no script tells."""
        scripts = [note.script for record in self.read.records for note in record.notes]
        scripts += [text.script for text in self.read.texts]
        told = [script for script in scripts if script in self.locales]
        usual = max(sorted(set(told)), key=told.count) if told else ""
        return self.locales.get(usual) or next(iter(self.catalogue.locales))

    # What comes of it

    def changes(self) -> list[Change]:
        if self.shelved is None:
            return []
        why = say("imported from {list}", list=self.list_id)
        found = list(self.fields.values())
        for id, paper in self.papers.items():
            found += facts.changes(self.catalogue.papers.get(id), paper, why)
        found += shelving.changes(self.known, self.shelved, why)
        return found + self.words.changes

    def findings(self) -> list[Finding]:
        unread = [
            Finding(
                "unread",
                Severity.NOTE,
                say("not taken for anything: {text}", text=line.text),
                file=self.read.file,
                line=line.line,
            )
            for line in self.read.unread
        ]
        return sorted([*self.told, *self.words.findings, *unread], key=lambda finding: finding.line)


def _locales(catalogue: Catalogue) -> dict[str, str]:
    """Script of a note -> the first locale written in it."""
    scripts = {"Hans": "Hans", "Hant": "Hant", "Latn": "en"}
    found: dict[str, str] = {}
    for tag, locale in catalogue.locales.items():
        if script := scripts.get(locale.script):
            found.setdefault(script, tag)
    return found
