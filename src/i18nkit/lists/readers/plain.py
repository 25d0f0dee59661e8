"""Plain text, as a page looks that was copied into an editor: headings are known by what follows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from i18nkit.lists.grammar import headings
from i18nkit.lists.grammar.labels import split_label
from i18nkit.lists.grammar.lines import INSIDE, Kind, Line, read_item
from i18nkit.lists.grammar.marks import bare
from i18nkit.lists.grammar.titles import Sign, read_entry
from i18nkit.lists.readers.outline import Outline
from i18nkit.lists.terms import folded, terms
from i18nkit.text.script import has_han

_LONGEST_HEADING = 60
_ENDS = tuple("。.!！?？;；,，、…")


def fit(text: str) -> float:
    """Any text can be read so; what shows signs of another layout should be."""
    return 0.5


def outline(text: str, labels: Mapping[str, str]) -> Outline:
    lines = _lines(text.split("\n"))
    lines = [_promoted(lines, index, labels) for index in range(len(lines))]
    return Outline(_ranked(_titled(lines)))


def _lines(printed: list[str]) -> list[Line]:
    lines: list[Line] = []
    gap = False
    pending: Line | None = None
    for number, raw in enumerate(printed, 1):
        if not raw.strip():
            gap = True
            continue
        item = read_item(raw, number, gap=gap)
        if item and not item.text:
            pending = item
        elif item:
            pending = None
            lines.append(item)
        elif pending:
            lines.append(replace(pending, text=raw.strip(), line=number))
            pending = None
        else:
            lines.append(Line(Kind.TEXT, raw.strip(), number, len(raw) - len(raw.lstrip()), gap=gap))
        gap = False
    return lines


def _promoted(lines: list[Line], index: int, labels: Mapping[str, str]) -> Line:
    line = lines[index]
    if not _is_heading(lines, index, labels):
        return line
    printed = f"{line.no[0]}. {line.text}" if line.no else line.text
    return replace(line, kind=Kind.HEADING, text=printed, level=0, no=())


def _is_heading(lines: list[Line], index: int, labels: Mapping[str, str]) -> bool:
    line = lines[index]
    text = bare(line.text)
    if line.kind is Kind.ITEM and (not line.no or line.level):
        return False
    if len(text) > _LONGEST_HEADING or "://" in text or text.endswith(_ENDS):
        return False
    if headings.role(text.rstrip(":：")):
        return True
    entry = read_entry(line.text)
    if entry.sign is Sign.CLEAR:
        return False
    if headings.stage(text):
        return True
    if headings.style(text) != headings.BARE and line.kind is Kind.TEXT:
        return True
    label = split_label(text)
    if (
        label
        and (label.key in labels or label.key in terms().facts or headings.role(label.text))
        and label.value
    ):
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None:
        return False
    if following.kind is Kind.ITEM:
        return (
            not (entry.sign is Sign.WEAK and not has_han(text) and _is_note(following, labels))
            and (line.kind is Kind.TEXT or following.no == () or following.level > line.level)
            and not (line.kind is Kind.ITEM and entry.note)
        )
    if line.kind is Kind.ITEM:
        return False
    if read_entry(following.text).sign is Sign.CLEAR or _is_plain_heading(following):
        return len(text) < 40
    return False


def _is_plain_heading(line: Line) -> bool:
    return (
        bool(headings.stage(line.text) or headings.role(line.text))
        and read_entry(line.text).sign is not Sign.CLEAR
    )


def _is_note(line: Line, labels: Mapping[str, str]) -> bool:
    label = split_label(line.text)
    return label is not None and (label.key in labels or label.key in terms().facts)


def _titled(lines: list[Line]) -> list[Line]:
    """The first line, where it reads like a title."""
    if not lines:
        return lines
    first = lines[0]
    text = bare(first.text)
    if (
        first.kind is Kind.ITEM
        or len(text) > _LONGEST_HEADING
        or text.endswith(_ENDS)
        or headings.stage(text)
    ):
        return lines
    if headings.role(text) or "://" in text or read_entry(first.text).sign is Sign.CLEAR:
        return lines
    return [replace(first, kind=Kind.TITLE), *lines[1:]]


def _ranked(lines: list[Line]) -> list[Line]:
    """Give headings their levels: a style seen before is at its old level, a new one lies one deeper.

    A heading without a number between two stages is part of the first; one that has items below it before the first
    stage is no roof over the stages.
    """
    styles: list[str] = []
    staged = filled = False
    learned = _learned_roles(lines)
    last_stage = max((index for index, line in enumerate(lines) if _stage(line)), default=-1)
    ranked = []
    for index, line in enumerate(lines):
        filled = filled or line.kind is Kind.ITEM
        if line.kind is not Kind.HEADING:
            ranked.append(line)
            continue
        role = headings.role(line.text) or learned.get(folded(line.text), "")
        if role not in ("", "intro"):
            line, level = replace(line, role=role), INSIDE
        elif staged and not _stage(line) and index < last_stage:
            level = len(styles) + 1
        else:
            style = headings.style(line.text)
            if style in styles:
                del styles[styles.index(style) + 1 :]
            elif filled and _stage(line) and styles[-1:] == [headings.BARE]:
                styles[-1] = style
            else:
                styles.append(style)
            level, staged, filled = len(styles), bool(_stage(line)), role == "intro"
        ranked.append(replace(line, level=level))
    return ranked


def _learned_roles(lines: list[Line]) -> dict[str, str]:
    """Headings that come again in several stages say what stands below them: papers, else advice."""
    following = {folded(line.text): after for line, after in pairwise(lines) if _is_bare_heading(line)}
    times = Counter(folded(line.text) for line in lines if _is_bare_heading(line))
    if not any(map(_stage, lines)):
        return {}
    return {
        words: "papers" if read_entry(after.text).sign > Sign.NONE else "advice"
        for words, after in following.items()
        if times[words] > 1
    }


def _is_bare_heading(line: Line) -> bool:
    return line.kind is Kind.HEADING and headings.style(line.text) == headings.BARE


def _stage(line: Line) -> str:
    return headings.stage(line.text) if line.kind is Kind.HEADING else ""
