"""Markdown: ATX and setext headings, items, front matter, includes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from i18nkit.lists.grammar import headings
from i18nkit.lists.grammar.labels import split_label
from i18nkit.lists.grammar.lines import INSIDE, Kind, Line, read_item
from i18nkit.lists.grammar.marks import bare, is_bold, without_emoji, without_tags
from i18nkit.lists.grammar.titles import Sign, read_entry
from i18nkit.lists.readers.outline import Outline
from i18nkit.text.script import has_han

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:\s+|(?=[^\s#!\[]))(?P<text>.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(?P<mark>=+|-{2,})\s*$")
_MARKED = re.compile(r"^ {0,3}#{1,6}\s+\S|^[^\s>-][^\n]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_FENCE = re.compile(r"\s*(```|~~~)")
_FRONT = re.compile(r"---[ \t]*\n(?P<inside>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LONGEST = 60
_ENDS = tuple("。.!！?？;；,，、…")
_BOLD_HEADING = 50  # the level of a line in bold: below every real heading

_SOURCE = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "url": "url",
    "link": "url",
    "source": "url",
    "canonical_url": "url",
    "permalink": "url",
    "license": "licence",
    "licence": "licence",
}


def fit(text: str) -> float:
    """Front matter and marked headings: nothing else has them. Links and bold marks alone stand in plain text too."""
    return 1.0 if _FRONT.match(text) or _MARKED.search(text) else 0.2


def outline(text: str, labels: Mapping[str, str]) -> Outline:
    source, text = _front_matter(text)
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    lines = _with_title(_lines(text.split("\n")))
    if not any(line.kind is Kind.TITLE for line in lines) and "title" in source:
        lines.insert(0, Line(Kind.TITLE, source["title"], 1))
    return Outline(lines, source)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT.match(text)
    if not match:
        return {}, text
    source: dict[str, str] = {}
    for field in _FIELD.finditer(match["inside"]):
        if name := _SOURCE.get(field["key"].lower()):
            value = bare(field["value"].strip("\"'"))
            if name != "url" or value.startswith("http"):
                source.setdefault(name, value)
    return source, "\n" * match[0].count("\n") + text[match.end() :]


def _lines(printed: list[str]) -> list[Line]:
    lines: list[Line] = []
    gap = fenced = False
    pending: Line | None = None
    for number, raw in enumerate(printed, 1):
        if _FENCE.match(raw):
            fenced = not fenced
            continue
        text = without_tags(raw).rstrip()
        text = re.sub(r"^\s*(?:>\s?)+", "", text)
        if fenced or not text.strip():
            gap = True
            continue
        below = lines[-1] if lines and not gap and pending is None else None
        if below and _can_be_heading(below) and (match := _UNDERLINE.match(text)):
            lines[-1] = replace(below, kind=Kind.HEADING, level=1 if match["mark"][0] == "=" else 2)
        elif _RULE.match(text):
            pending = None
        elif match := _HEADING.match(text):
            pending = None
            if without_emoji(match["text"]).strip():
                lines.append(Line(Kind.HEADING, match["text"], number, len(match["marks"]), gap=gap))
        elif item := read_item(text, number, gap=gap):
            pending = item if not item.text else None
            if item.text:
                lines.append(item)
        elif pending:
            lines.append(replace(pending, text=text.strip(), line=number))
            pending = None
        else:
            lines.append(_text(text, number, gap))
        gap = False
    return lines


def _can_be_heading(line: Line) -> bool:
    return line.kind is Kind.TEXT or (line.kind is Kind.HEADING and line.level >= _BOLD_HEADING)


def _text(text: str, number: int, gap: bool) -> Line:
    """A line of text; one that counts a stage, says a role or is all bold, and names no paper, is a heading in
    other clothes."""
    level = len(text) - len(text.lstrip())
    text = text.strip()
    role = headings.role(text.rstrip(":："))
    if role:
        return Line(Kind.HEADING, text, number, INSIDE, gap=gap)
    stage = headings.stage(text) and len(text) < _LONGEST and not text.endswith(_ENDS)
    chinese = has_han(text) and "《" not in text and is_bold(text) and not split_label(text)
    if (stage or chinese) and read_entry(text).sign < Sign.LINKED:
        return Line(Kind.HEADING, text, number, _BOLD_HEADING, gap=gap)
    return Line(Kind.TEXT, text, number, level, gap=gap)


def _with_title(lines: list[Line]) -> list[Line]:
    """The list's title: a heading of the highest rank that stands first and alone."""
    ranks = [line.level for line in lines if line.kind is Kind.HEADING]
    if not ranks or ranks.count(min(ranks)) > 1 or ranks[0] != min(ranks) or ranks[0] >= _BOLD_HEADING:
        return lines
    index = next(index for index, line in enumerate(lines) if line.kind is Kind.HEADING)
    if headings.role(lines[index].text) or read_entry(lines[index].text).sign is Sign.CLEAR:
        return lines
    return [*lines[:index], replace(lines[index], kind=Kind.TITLE), *lines[index + 1 :]]
