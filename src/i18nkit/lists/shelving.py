"""The facts of a list: its sections and rows, as the file has them now, laid over what the catalogue knew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from i18nkit.errors import Message
from i18nkit.lists.minting import section_id
from i18nkit.lists.record import ReadList
from i18nkit.model import LISTS, Change, Mark, Printed, ReadingList, Row, Section, Source, Value

UNTITLED = "papers"  # the section of papers that stand under no heading


def section_ids(read: ReadList, known: ReadingList | None) -> list[str]:
    """An id for each printed section: that of the section with the same title before, else a new one."""
    before = (
        {mark.digest: section.id for section in known.sections if (mark := section.seen.get("title"))}
        if known
        else {}
    )
    taken = {section.id for section in known.sections} if known else set()
    ids: list[str] = []
    for number, printed in enumerate(read.sections, 1):
        id = before.pop(Mark.of("", printed.title).digest, "")
        if not id:
            wished = section_id(printed.title, number, ())
            unseen = known is not None and (section := known.section(wished)) is not None and not section.seen
            id = (
                wished
                if unseen and wished not in ids
                else section_id(printed.title, number, taken | set(ids))
            )
        ids.append(id)
    return ids


def source(read: ReadList, known: ReadingList | None) -> Source:
    """What is known of the source stays; the rest is what the file says of itself."""
    old = known.source if known else Source()
    return Source(
        title=old.title or read.source.get("title") or read.title,
        author=old.author or read.source.get("author", ""),
        url=old.url or read.source.get("url", ""),
        licence=old.licence or read.source.get("licence", ""),
        digest=Mark.of("sha", read.text),
    )


class OldRows:
    """The rows of the version imported before, each handed out once."""

    def __init__(self, known: ReadingList | None) -> None:
        self._rows = [row for _, row in known.rows()] if known else []

    def take(self, papers: Sequence[str], printed: str) -> Row | None:
        """The row that named the same papers, or printed the same title."""
        same = [row for row in self._rows if row.papers == tuple(papers)]
        same += [row for row in self._rows if printed and row.printed.title == printed and row not in same]
        exact = next((row for row in same if row.printed.title == printed), None)
        row = exact or (same[0] if same else None)
        if row:
            self._rows.remove(row)
        return row

    def left(self) -> list[Row]:
        return list(self._rows)


def changes(old: ReadingList | None, new: ReadingList, why: Message) -> Iterator[Change]:
    """From the facts as they stand to the facts as they should be, as small as they can be told."""
    owner = LISTS + new.id
    if old is None:
        yield Change(None, owner, (), value(new), None, why)
    else:
        yield from _between(owner, (), value(old), value(new), why)


def _between(
    owner: str, keys: tuple[str | int, ...], old: Value, new: Value, why: Message
) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from _between(owner, (*keys, key), old.get(key), new.get(key), why)
    elif isinstance(old, list) and isinstance(new, list) and _are_alike(old, new):
        for index, (before, now) in enumerate(zip(old, new, strict=False)):
            yield from _between(owner, (*keys, index), before, now, why)
        for index, added in enumerate(new[len(old) :], len(old)):
            yield Change(None, owner, (*keys, index), added, None, why)
    else:
        yield Change(None, owner, keys, new, old, why)


def _are_alike(old: list[Value], new: list[Value]) -> bool:
    """Whether the new list of mappings is the old one with values changed, or more at its end."""
    if len(new) < len(old):
        return False
    for before, now in zip(old, new, strict=False):
        if not isinstance(before, dict) or not isinstance(now, dict):
            return False
        if any(before.get(name) != now.get(name) for name in ("id", "papers")):
            return False
    return bool(old)


def value(reading_list: ReadingList) -> dict[str, Value]:
    """As it stands in the file."""
    origin = reading_list.source
    facts: dict[str, Value] = {
        "title": origin.title,
        "author": origin.author,
        "url": origin.url,
        "licence": origin.licence,
        "digest": str(origin.digest) if origin.digest else "",
    }
    whole: dict[str, Value] = {
        "source": _filled(facts),
        "sections": [_section(section) for section in reading_list.sections],
        "seen": _seen(reading_list.seen),
    }
    return _filled(whole)


def _section(section: Section) -> dict[str, Value]:
    facts: dict[str, Value] = {
        "id": section.id,
        "under": section.under,
        "weeks": list(section.weeks) if section.weeks else None,
        "rows": [_row(row) for row in section.rows],
        "seen": _seen(section.seen),
    }
    return _filled(facts)


def _row(row: Row) -> dict[str, Value]:
    facts: dict[str, Value] = {
        "papers": list(row.papers),
        "no": list(row.no),
        "printed": _printed(row.printed),
        "seen": _seen(row.seen),
    }
    return _filled(facts)


def _printed(printed: Printed) -> dict[str, Value]:
    return _filled({"title": printed.title, "year": printed.year})


def _seen(seen: Mapping[str, Mark]) -> dict[str, Value]:
    return {name: str(mark) for name, mark in seen.items()}


def _filled(facts: dict[str, Value]) -> dict[str, Value]:
    return {key: fact for key, fact in facts.items() if fact}
