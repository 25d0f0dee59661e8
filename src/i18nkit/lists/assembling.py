"""From what a reading gathered to a ReadList: sections that hold something, notes cleaned, scripts told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from i18nkit.lists.cleaning import without_residue
from i18nkit.lists.drafts import NoteDraft, Passage, RecordDraft, SectionDraft, Shelf
from i18nkit.lists.record import ListText, Note, PrintedSection, Record
from i18nkit.lists.terms import folded
from i18nkit.model import NO_NOTES, Field, digest, is_id
from i18nkit.text.script import has_han, script_of, simplified_only, traditional_only
from i18nkit.text.spacing import join_folded

_DEFAULT_FIELD = "summary"
_LIST_FIELDS = ("title", "intro", "advice")
_SECTION_FIELDS = ("goal", "advice")


class Assembly:
    """The parts of a ReadList. `labels` maps folded labels to fields, `fields` are the catalogue's."""

    def __init__(self, shelf: Shelf, labels: Mapping[str, str], fields: Mapping[str, Field]) -> None:
        self.shelf = shelf
        self.labels = labels
        self.facts = frozenset(id for id, field in fields.items() if field.fact)
        self.unlabelled = next((id for id, field in fields.items() if field.unlabelled), _DEFAULT_FIELD)
        self._dissolve()
        self.majority = self._majority()

    def sections(self) -> tuple[PrintedSection, ...]:
        kept = self.shelf.sections
        return tuple(
            PrintedSection(
                section.title,
                section.line,
                kept.index(section.under) if section.under else None,
                section.weeks,
            )
            for section in kept
        )

    def records(self) -> tuple[Record, ...]:
        drafts = self.shelf.records
        notes = {id(note): note for draft in drafts for note in draft.notes}
        cleaned = dict(zip(notes, without_residue([note.text for note in notes.values()]), strict=True))
        return tuple(self._record(draft, cleaned) for draft in drafts)

    def texts(self) -> tuple[ListText, ...]:
        texts = [
            self._text(name, self.shelf.texts[name], None)
            for name in _LIST_FIELDS
            if name in self.shelf.texts
        ]
        for place, section in enumerate(self.shelf.sections):
            script = self._script(section.title, ())
            texts.append(ListText("title", section.title, script, section.line, place))
            texts += [
                self._text(name, section.texts[name], place)
                for name in _SECTION_FIELDS
                if name in section.texts
            ]
        return tuple(texts)

    # Sections

    def _dissolve(self) -> None:
        """Sections without papers or stage become words of the part they stand in; a section's introduction
        becomes its goal where it prints none."""
        shelf = self.shelf
        first = min((record.line for record in shelf.records), default=0)
        kept = [section for section in shelf.sections if section.holds or section.staged or section.weeks]
        for section in shelf.sections:
            if section in kept:
                continue
            home = section.under
            while home and home not in kept:
                home = home.under
            texts = home.texts if home else shelf.texts
            name = "intro" if section.line < first and not home else "advice"
            passage = texts.setdefault(name, Passage(section.line))
            passage.add(f"**{section.title}**", item=False, gap=True)
            for inner in section.texts.values():
                passage.add(inner.text, item=False, gap=True)
        shelf.sections = kept
        for section in kept:
            while section.under and section.under not in kept:
                section.under = section.under.under
            if intro := section.texts.pop("intro", None):
                name = "advice" if "goal" in section.texts else "goal"
                if later := section.texts.get(name):
                    intro.add(later.text, item=False, gap=True)
                section.texts[name] = intro
        for record in shelf.records:
            while record.section and record.section not in kept:
                record.section = record.section.under
        for name in set(shelf.texts) - set(_LIST_FIELDS):
            passage = shelf.texts.setdefault("advice", Passage(shelf.texts[name].line))
            passage.add(shelf.texts.pop(name).text, item=False, gap=True)

    def _path(self, section: SectionDraft | None) -> tuple[str, ...]:
        if section is None:
            return ()
        return (*self._path(section.under), section.title)

    # Records and notes

    def _record(self, draft: RecordDraft, cleaned: Mapping[int, str]) -> Record:
        title = self.shelf.texts.get("title")
        path = self._path(draft.section) or ((title.text,) if title else ())
        place = self.shelf.sections.index(draft.section) if draft.section else None
        around = [cleaned[id(note)] for note in draft.notes]
        notes = tuple(
            self._note(note, cleaned[id(note)], around) for note in draft.notes if cleaned[id(note)]
        )
        return Record(
            title=draft.title,
            line=draft.line,
            short=draft.short,
            year=draft.year,
            ids=dict(draft.ids),
            url=draft.url,
            aliases=tuple(draft.aliases),
            section=path,
            place=place,
            notes=notes,
            no=draft.no,
            row=draft.row,
        )

    def _note(self, note: NoteDraft, text: str, around: Sequence[str]) -> Note:
        text = join_folded(text)
        field = field_of(note.label, self.labels) if note.label else self.unlabelled
        script = "und" if field in self.facts and not has_han(text) else self._script(text, around)
        return Note(note.label, field, text, script, note.line)

    def _text(self, name: str, passage: Passage, place: int | None) -> ListText:
        text = join_folded(passage.text)
        return ListText(name, text, self._script(text, ()), passage.line, place)

    # Scripts

    def _script(self, text: str, around: Sequence[str]) -> str:
        """Han text that fits both scripts goes with its neighbours, then with the list."""
        script = script_of(text)
        if script == "Latn":
            return "en"
        if script in ("Hans", "Hant"):
            return script
        if script == "mixed":
            return _leaning([text]) or self.majority
        if not has_han(text) or script == "Jpan":
            return "und"
        return _leaning(around) or self.majority

    def _majority(self) -> str:
        every = [note.text for draft in self.shelf.records for note in draft.notes]
        every += [section.title for section in self.shelf.sections]
        every += [passage.text for passage in self.shelf.texts.values()]
        counts = Counter(script_of(text) for text in every)
        return "Hant" if counts["Hant"] > counts["Hans"] else "Hans"


def field_of(label: str, labels: Mapping[str, str]) -> str:
    """The field a label stands for; for a label nobody knows an id of its own, the same in every list."""
    key = folded(label)
    if known := labels.get(key):
        return known
    slug = re.sub(r"[^a-z0-9]+", "-", key).strip("-")
    is_free = is_id(slug) and len(slug) > 1 and slug not in NO_NOTES
    return slug if is_free and not has_han(label) else f"note-{digest(key)[:6]}"


def _leaning(texts: Sequence[str]) -> str:
    """The script that more characters of `texts` belong to; empty for a draw."""
    together = "\n".join(texts)
    simplified, traditional = len(simplified_only(together)), len(traditional_only(together))
    return "" if simplified == traditional else "Hans" if simplified > traditional else "Hant"
