"""What published reading lists say, and which paper each of their lines means."""

from __future__ import annotations

from collections.abc import Mapping

from i18nkit.errors import ListError, say
from i18nkit.lists.assembling import Assembly
from i18nkit.lists.decoding import decode
from i18nkit.lists.grammar.lines import unglued
from i18nkit.lists.readers import reader_for
from i18nkit.lists.reading import Reading, labels_of
from i18nkit.lists.record import ListText, Note, PrintedSection, ReadList, Record, Unread
from i18nkit.model import Field

__all__ = ["ListText", "Note", "PrintedSection", "ReadList", "Record", "Unread", "read_list"]


def read_list(data: bytes, file: str, fields: Mapping[str, Field]) -> ReadList:
    """Read one reading list. `fields` are the catalogue's note fields with the labels that lists print for them.

    Raises ListError where the file is no text, or names no paper.
    """
    text = decode(data, file)
    reader = reader_for(text)
    labels = labels_of(fields)
    outline = reader.outline(text, labels)
    shelf = Reading(list(unglued(outline.lines)), labels).read()
    if not shelf.records:
        raise ListError(
            say("no paper was found in this list (read as {layout})", layout=reader.name),
            file=file,
            remedy=say(
                "a paper is a title with its year, a link to it, or a title in 《》; see the guide for more"
            ),
        )
    assembly = Assembly(shelf, labels, fields)
    return ReadList(
        file=file,
        reader=reader.name,
        records=assembly.records(),
        sections=assembly.sections(),
        texts=assembly.texts(),
        unread=tuple(shelf.unread),
        source=outline.source,
        text=text,
    )
