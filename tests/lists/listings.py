"""A reading as plain lines, for case files that a person can read and write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from i18nkit.lists import ReadList, Record, read_list
from i18nkit.model import Field

LISTS = Path(__file__).parents[1] / "data" / "lists"

FIELDS = {
    field.id: field
    for field in (
        Field("summary", printed=("简介", "核心要点", "摘要", "Abstract", "Summary"), unlabelled=True),
        Field("contribution", printed=("贡献", "核心贡献", "Contribution")),
        Field("problem", printed=("解决的问题", "Problem")),
        Field("significance", printed=("为什么重要", "影响", "Why it matters")),
        Field("reading-focus", printed=("研读重点", "重点", "What to look at")),
        Field("formulas", printed=("公式",), fact=True),
    )
}


def read(text: str | bytes, file: str = "list.txt") -> ReadList:
    data = text.encode() if isinstance(text, str) else text
    return read_list(data, file, FIELDS)


def listing(read: ReadList) -> str:
    return "\n".join(_lines(read)) + "\n"


def _lines(read: ReadList) -> Iterator[str]:
    yield f"reader: {read.reader}"
    for key, value in read.source.items():
        yield f"source {key}: {value}"
    for place, section in enumerate(read.sections):
        under = f" < {section.under}" if section.under is not None else ""
        weeks = f" {section.weeks[0]}-{section.weeks[1]} weeks" if section.weeks else ""
        yield f"section {place}{under}: {section.title}{weeks}"
    for text in read.texts:
        if text.field != "title" or text.place is None:
            place = "list" if text.place is None else f"section {text.place}"
            yield f"{place} {text.field} [{text.script}]: {_one_line(text.text)}"
    for record in read.records:
        yield from _record(record)
    for unread in read.unread:
        yield f"unread {unread.line}: {unread.text}"


def _record(record: Record) -> Iterator[str]:
    yield ""
    yield f"{record.line}: {record.title}"
    facts = {
        "short": record.short,
        "year": record.year,
        "no": " ".join(map(str, record.no)),
        **record.ids,
        "url": record.url if not record.ids else "",
        "also": " / ".join(record.aliases),
        "in": " > ".join(record.section),
    }
    yield from (f"    {name} {value}" for name, value in facts.items() if value)
    for note in record.notes:
        label = f"{note.label} = " if note.label else ""
        yield f"    {label}{note.field} [{note.script}]: {_one_line(note.text)}"


def _one_line(text: str) -> str:
    return text.replace("\n", "\\n")
