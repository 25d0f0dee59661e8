"""The part of a line that names papers: titles with all that lists hang on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import IntEnum

from i18nkit.lists.grammar.brackets import Group, groups, quoted
from i18nkit.lists.grammar.links import Link, find_links, is_paper_address
from i18nkit.lists.grammar.marks import bare
from i18nkit.lists.grammar.names import (
    YEAR,
    is_name,
    is_venue,
    names_people,
    own_name,
    without_label,
    year_of,
)
from i18nkit.lists.grammar.places import CLOSE, OPEN, PLACE, links_in, with_places, without_places
from i18nkit.lists.grammar.rows import first_prose, split_row
from i18nkit.text.script import has_han

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]*")
_BREAK = re.compile(r"\s*(?:[:：,，。;；|]|[—–-]{1,2}|~)\s*(?=[\"“‘「『《(（]*$)")
_NOTE = re.compile(r"\s*(?:[:：,，。;；、|.]+|[—–-]{1,3}|~|=>|→)\s*")
_TAIL_YEAR = re.compile(rf"\s*(?:[,，·|]|[—–-])\s*(?P<year>{YEAR.pattern})\s*$")
_HEAD_YEAR = re.compile(rf"(?P<year>{YEAR.pattern})\s*(?:[:：|]|[.—–-]\s)\s*")
_CODE = re.compile(r"(?<=\s)`[^`]+`(?=\s|$)")
_PERSON = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,4}+"
_AUTHORS = re.compile(
    rf"\s*(?:[,，.|]|\s[—–-]|\bby\b)\s*(?:by\s+)?{_PERSON}(?:,\s*{_PERSON}){{0,30}},?(?:\s+et\.?\s+al\b\.?|\s*等人?)\s*[,，.]?\s*$"
    rf"|\s*(?:\s[—–-]\s|\bby\s)\s*{_PERSON}(?:,\s*{_PERSON}){{0,30}},?\s+(?:and|&)\s+{_PERSON}\s*[,，.]?\s*$"
)
_DASHED = re.compile(r"\s+[—–-]{1,2}\s+|——|\s*[—–]\s*(?=[A-Z])")


_LONGEST = 3000  # a title and all that hangs on it is shorter; the rest of a line can only be a note


class Sign(IntEnum):
    """How surely a line names a paper."""

    NONE = 0
    WEAK = 1  # reads like a title
    LINKED = 2  # leads somewhere
    CLEAR = 3  # set in 《》, followed by its year, or linked to where papers lie


@dataclass(frozen=True, slots=True)
class Printed:
    title: str
    short: str = ""
    year: int | None = None
    aliases: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """The papers of one line, what the line says of them, and how sure that is. `label` is a word in front of
    the title that is no name of it; `titled` whether the words are capitalised like a title's."""

    papers: tuple[Printed, ...]
    note: str = ""
    sign: Sign = Sign.NONE
    label: str = ""
    titled: bool = False


@dataclass(slots=True)
class _Draft:
    title: str
    short: str = ""
    year: int | None = None
    note: str = ""
    label: str = ""
    clean: bool = True
    sign: Sign = Sign.NONE
    aliases: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_entry(line: str, *, several: bool = False) -> Entry:
    """Take apart one line. `several`: its printed number says that it holds more than one paper."""
    if len(line) > _LONGEST:
        entry = read_entry(line[:_LONGEST], several=several)
        return replace(entry, note=entry.note and entry.note + line[_LONGEST:])
    line = _CODE.sub("", line)
    links = find_links(line)
    marked = bare(with_places(line, links))
    parts = split_row(marked, several=several)
    papers: list[Printed] = []
    drafts = []
    for part in parts:
        draft = _read_one(part)
        urls = links_in(part, links)
        if any(is_paper_address(url) for url in urls) and OPEN in part:
            draft.sign = Sign.CLEAR
        elif OPEN in part or (draft.title and not has_han(draft.title) and any(map(is_paper_address, urls))):
            draft.sign = max(draft.sign, Sign.LINKED)
        drafts.append(draft)
        papers.append(
            Printed(draft.title, draft.short, draft.year, tuple(draft.aliases), urls, tuple(draft.remarks))
        )
    note = _restored(drafts[-1].note, line, links)
    sign = min(draft.sign for draft in drafts)
    if several and len(drafts) > 1 and all(draft.title for draft in drafts):
        sign = max(sign, Sign.WEAK)  # the number counts them: bare names will do
        title, colon, words = drafts[-1].title.rpartition(": ")
        if colon and not note and words[0].islower():
            note, papers[-1] = words, replace(papers[-1], title=title)
    if not all(draft.clean for draft in drafts):
        sign = min(sign, Sign.WEAK)
    titled = is_titled(papers[0].title)
    return Entry(tuple(papers), note, sign, drafts[0].label, titled)


def _restored(note: str, line: str, links: list[Link]) -> str:
    """The note as printed, its own links and emphasis back in place."""
    note = note.strip()
    if not note:
        return ""
    opening = re.escape(note[:12].split(" ")[0]) if not PLACE.match(note) and OPEN not in note[:12] else ""
    if opening and (at := [match.start() for match in re.finditer(opening, line)]):
        for start in at:
            if bare(with_places(line[start:], find_links(line[start:]))).replace(OPEN, "")[:6] == note[:6]:
                return line[start:].strip()
    return without_places(note).strip()


def _read_one(text: str) -> _Draft:
    draft = _Draft("")
    text = _take_head(text, draft)
    if OPEN in text:
        before, _, after = text.partition(OPEN)
        inside, _, after = after.partition(CLOSE)
        nested = _read_one(inside)
        draft.year = nested.year or draft.year
        draft.title, draft.short, draft.aliases, draft.remarks = (
            nested.title,
            nested.short,
            nested.aliases,
            nested.remarks,
        )
        _take_front(before, draft)
        _take_tail(after, draft)
        if nested.note and not draft.note:
            draft.note = nested.note
        elif (
            is_name(draft.title)
            and _is_subtitle(draft.note)
            and PLACE.sub("", after).lstrip().startswith(":")
        ):
            draft.short, draft.title, draft.note = draft.title, f"{draft.title}: {draft.note}", ""
        draft.sign = nested.sign
    elif (set_apart := quoted(PLACE.sub("", text))) and _is_front(PLACE.sub("", text)[: set_apart.start]):
        text = PLACE.sub("", text)
        draft.title = set_apart.inside.strip()
        _take_front(text[: set_apart.start], draft)
        _take_tail(text[set_apart.end :], draft)
        foreign_book = text[set_apart.start] == "《" and not has_han(draft.title)
        draft.sign = Sign.CLEAR if draft.clean and (foreign_book or draft.year) else Sign.WEAK
    else:
        _read_plain(without_places(text), draft)
    _finish(draft)
    return draft


def _is_front(before: str) -> bool:
    """Whether what stands before 《 or a quotation mark is a name or label, no sentence."""
    words = before.strip().rstrip(":：-—–|").strip()
    return (
        len(words) <= 24
        and not re.search(r"[，。,;；!?]", words)
        and (not words or before.rstrip()[-1:] in ":：-—–|" or not has_han(words))
    )


def _take_front(before: str, draft: _Draft) -> None:
    words = PLACE.sub("", before).strip().strip(":：-—–|.、 ").strip()
    words = words.strip("[]()（）【】 ")
    if YEAR.fullmatch(words):
        draft.year = draft.year or year_of(words)
    elif has_han(words):
        draft.label = words
    elif is_name(words, told=True):
        draft.short = words
    elif words:
        draft.label = words


def _take_head(text: str, draft: _Draft) -> str:
    """Take a year or a box from the front: `2017: …`, `【2017】…`, `[ANCE] …`, `(ICLR 2015) …`."""
    text = text.strip()
    if match := _HEAD_YEAR.match(text):
        draft.year = year_of(match["year"])
        return text[match.end() :]
    found = groups(text)
    if found and found[0].start == 0 and len(found[0].inside) < 30 and found[0].end < len(text) - 3:
        _take_group(found[0], draft, told=False)
        return text[found[0].end :].lstrip(" :：-–—|")
    return text


def _read_plain(text: str, draft: _Draft) -> None:
    """A title without marks around it: it ends where a bracket has the year, or where the note begins."""
    prose = first_prose(text)
    found = groups(text)
    dated = next((group for group in found if YEAR.search(group.inside) and group.start > 0), None)
    if (
        dated
        and (prose is None or dated.start < prose)
        and not has_han(text[: dated.start].replace("与", ""))
    ):
        first = dated
        index = found.index(dated)
        while index and not text[found[index - 1].end : first.start].strip():
            index -= 1
            first = found[index]
        draft.title = text[: first.start].strip()
        _take_tail(text[first.start :], draft)
        _trim_end(draft)
        draft.sign = Sign.CLEAR if draft.clean else Sign.NONE
        return
    if prose is not None:
        head = text[:prose]
        cut = _BREAK.search(head) or next(reversed(list(re.finditer(r"[:：]\s*", head))), None)
        if cut is None or not _LATIN_WORD.search(head[: cut.start()]):
            draft.title, draft.clean = text.strip(), False
            return
        draft.title = head[: cut.start()].strip()
        draft.note = text[cut.end() :].strip()
        draft.sign = Sign.WEAK
        _trim_end(draft)
        return
    draft.title = text.strip()
    left, colon, right = draft.title.rpartition(": ")
    if (
        colon
        and _is_sentence(right)
        and right[0].islower()
        and not is_name(left)
        and not right.startswith(("a ", "an ", "the "))
    ):
        draft.title, draft.note = left.strip(), right.strip()
    elif dashed := _DASHED.search(draft.title):
        left, right = draft.title[: dashed.start()], draft.title[dashed.end() :]
        if _is_sentence(right) and not is_name(left, told=True):
            draft.title, draft.note = left.strip(), right.strip()
    _trim_end(draft)
    words = _LATIN_WORD.findall(draft.title)
    if len(words) >= 2 and is_titled(draft.title) and not _is_sentence(draft.title):
        draft.sign = Sign.WEAK
    if draft.year:
        draft.sign = Sign.CLEAR


def _trim_end(draft: _Draft) -> None:
    """Take what hangs on the end of an unmarked title: `, 2017`, `, NeurIPS 2017`, `— Vaswani et al.`"""
    if match := _TAIL_YEAR.search(draft.title):
        draft.year = draft.year or year_of(match["year"])
        draft.title = draft.title[: match.start()]
    pieces = re.split(r"([,，.|]\s+|\s+[—–-]\s+)", draft.title)
    if len(pieces) > 2 and YEAR.search(pieces[-1]) and is_venue(pieces[-1].rstrip(".")):
        draft.year = draft.year or year_of(YEAR.findall(pieces[-1])[0])
        draft.title = "".join(pieces[:-2])
    if match := _AUTHORS.search(draft.title):
        draft.title = draft.title[: match.start()]


def _is_subtitle(words: str) -> bool:
    return len(words.split()) > 2 and not has_han(words) and is_titled(words) and not words.endswith(".")


def _is_sentence(words: str) -> bool:
    """Prose rather than a title: a full stop at its end, or long and in lower case."""
    found = _LATIN_WORD.findall(words)
    return len(found) > 3 and (words.rstrip().endswith((".", "!", "。")) or not is_titled(words))


def is_titled(words: str) -> bool:
    """Whether half of the longer words are capitalised."""
    long = [word for word in _LATIN_WORD.findall(words) if len(word) > 3]
    capital = sum(word[0].isupper() or any(map(str.isupper, word)) for word in long)
    return capital * 2 >= len(long) and (
        not long or _LATIN_WORD.findall(words)[0][0].isupper() or capital > 1
    )


def _take_tail(tail: str, draft: _Draft) -> None:
    """What follows a title: brackets, a year, then perhaps a note."""
    tail = without_places(tail).strip()
    while tail:
        found = groups(tail)
        if found and found[0].start == 0:
            later = (
                found[1:] and not tail[found[0].end : found[1].start].strip() and YEAR.search(found[1].inside)
            )
            _take_group(found[0], draft, told=bool(later))
            tail = tail[found[0].end :].strip()
        elif match := re.match(
            rf"[,，·|—–-]?\s*(?P<year>{YEAR.pattern})(?=\s*(?:$|[:：,，。;；|.(（—–-]))", tail
        ):
            draft.year = draft.year or year_of(match["year"])
            tail = tail[match.end() :].strip()
        else:
            break
    if match := _NOTE.match(tail):
        draft.note = tail[match.end() :].strip()
        if match_authors := _AUTHORS.match(tail):
            draft.note = tail[match_authors.end() :].strip()
    elif tail:
        draft.note = tail.strip()
        draft.clean = False


def _take_group(group: Group, draft: _Draft, *, told: bool) -> None:
    """Years and names in brackets: `(ViT, 2020)`, `（GPT-1）`, `（2023，参考多模态LLM综述）`, `(NeurIPS 2017)`."""
    dated = YEAR.search(group.inside)
    if dated and draft.year is None:
        draft.year = year_of(dated[0])
    inner = YEAR.sub("", group.inside) if dated else group.inside
    for piece in re.split(r"\s*[,，;；|]\s*|\s+[-–—]\s+", inner):
        piece = piece.strip(" .'’")
        if (nested := groups(piece)) and is_name(nested[-1].inside, told=True):
            piece = nested[-1].inside
        if not piece or is_venue(piece) or names_people(piece):
            continue
        if has_han(piece):
            draft.remarks.append(piece)
        elif is_name(piece, told=told or dated is not None):
            draft.short = draft.short or piece
        elif (
            len(_LATIN_WORD.findall(piece)) > 3
            and (has_han(draft.title) or is_name(draft.title))
            and is_titled(piece)
        ):
            if has_han(draft.title):
                draft.aliases.append(draft.title)
            else:
                draft.short = draft.short or draft.title
            draft.title = piece


def _finish(draft: _Draft) -> None:
    """Take the brackets at the title's own end, its label and its punctuation."""
    title = draft.title.strip()
    while (found := groups(title)) and found[-1].end == len(title) and found[-1].start > 0:
        group = found[-1]
        probe = _retitled(draft, title[: group.start].strip())
        _take_group(group, probe, told=False)
        taken = (
            probe.year != draft.year or probe.short != draft.short or len(probe.remarks) > len(draft.remarks)
        )
        if not taken and probe.title == title[: group.start].strip() and not is_venue(group.inside):
            break
        draft.year, draft.short, draft.remarks, draft.aliases = (
            probe.year,
            probe.short,
            probe.remarks,
            probe.aliases,
        )
        title = probe.title
    if (set_apart := quoted(title)) and set_apart.start == 0 and set_apart.end == len(title):
        title = set_apart.inside.strip()
    label, title = without_label(title)
    title = _plain_end(title)
    draft.short = draft.short or label or own_name(title)
    draft.title = title


def _retitled(draft: _Draft, title: str) -> _Draft:
    return replace(draft, title=title, remarks=list(draft.remarks), aliases=list(draft.aliases))


def _plain_end(title: str) -> str:
    title = title.strip().strip(",，:：;；|—–、 ").removesuffix("-").strip()
    if title.endswith((".", "。")) and not re.search(r"\b(?:etc|vol|no|\w)\.$", title):
        title = title.rstrip(".。")
    return title.strip()
