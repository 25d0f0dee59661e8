"""The part of a line that names papers: titles with all that lists hang on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import IntEnum

from i18nkit.lists.grammar.brackets import Group, groups, quoted
from i18nkit.lists.grammar.links import Link, find_links, identifiers, is_paper_address
from i18nkit.lists.grammar.marks import bare
from i18nkit.lists.grammar.names import YEAR, is_name, is_venue, names_people, own_name, without_label
from i18nkit.lists.terms import terms
from i18nkit.text.han import HAN
from i18nkit.text.script import has_han

# Where links stood while a line is taken apart: one private character for each, a pair around a link's words.
_PLACES, _OPEN, _CLOSE = 0xE100, "\ue000", "\ue001"
_PLACE = re.compile("[\ue100-\uf8ff]")
_HOLLOW = re.compile(r"[\[(（【][\s|/,，、·;；]*[\])）】]")

_HAN_CHARACTER = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]*")
_BREAK = re.compile(r"\s*(?:[:：,，。;；|]|[—–-]{1,2}|~)\s*(?=[\"“‘「『《(（]*$)")
_NOTE = re.compile(r"\s*(?:[:：,，。;；、|.]+|[—–-]{1,3}|~|=>|→)\s*")
_TAIL_YEAR = re.compile(rf"\s*(?:[,，·|]|[—–-])\s*(?P<year>{YEAR.pattern})\s*$")
_HEAD_YEAR = re.compile(
    rf"\s*(?:[\[(（【](?P<a>{YEAR.pattern})[\])）】]\s*[:：.|—–-]?\s*|(?P<b>{YEAR.pattern})\s*(?:[:：|]|[.—–-]\s)\s*)"
)
_PERSON = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*"
_AUTHORS = re.compile(
    rf"\s*(?:[,，.|]|\s[—–-]|\bby\b)\s*(?:by\s+)?{_PERSON}(?:,\s*{_PERSON})*,?(?:\s+et\.?\s+al\b\.?|\s*等人?)\s*[,，.]?\s*$"
    rf"|\s*(?:\s[—–-]\s|\bby\s)\s*{_PERSON}(?:,\s*{_PERSON})*,?\s+(?:and|&)\s+{_PERSON}\s*[,，.]?\s*$"
)
_DASHED = re.compile(r"\s+[—–-]{1,2}\s+|——|\s*[—–]\s*(?=[A-Z])")


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
    links = find_links(line)
    marked = bare(_with_places(line, links))
    parts = _joined(marked, several=several)
    papers: list[Printed] = []
    drafts = []
    for part in parts:
        draft = _read_one(part)
        urls = tuple(links[ord(place) - _PLACES].url for place in _PLACE.findall(part))
        if any(is_paper_address(url) for url in urls) and _OPEN in part:
            draft.sign = Sign.CLEAR
        elif _OPEN in part or (draft.title and not has_han(draft.title) and any(map(is_paper_address, urls))):
            draft.sign = max(draft.sign, Sign.LINKED)
        drafts.append(draft)
        papers.append(
            Printed(draft.title, draft.short, draft.year, tuple(draft.aliases), urls, tuple(draft.remarks))
        )
    note = _restored(drafts[-1].note, line, links)
    sign = min(draft.sign for draft in drafts)
    if not all(draft.clean for draft in drafts):
        sign = min(sign, Sign.WEAK)
    titled = is_titled(papers[0].title)
    return Entry(tuple(papers), note, sign, drafts[0].label, titled)


def _with_places(line: str, links: list[Link]) -> str:
    for index in range(len(links) - 1, -1, -1):
        link = links[index]
        place = chr(_PLACES + index)
        words = place if link.is_anchor else f"{_OPEN}{link.text}{_CLOSE}{place}"
        line = line[: link.start] + words + line[link.end :]
    return line


def _restored(note: str, line: str, links: list[Link]) -> str:
    """The note as printed, its own links and emphasis back in place."""
    note = note.strip()
    if not note:
        return ""
    opening = re.escape(note[:12].split(" ")[0]) if not _PLACE.match(note) and _OPEN not in note[:12] else ""
    if opening and (at := [match.start() for match in re.finditer(opening, line)]):
        for start in at:
            if bare(_with_places(line[start:], find_links(line[start:]))).replace(_OPEN, "")[:6] == note[:6]:
                return line[start:].strip()
    return _PLACE.sub("", note.replace(_OPEN, "").replace(_CLOSE, "")).strip()


def _joined(marked: str, *, several: bool) -> list[str]:
    """One part for each paper that the row names."""
    terms_ = terms()
    quotes = quoted(marked)
    end = len(marked)
    if han := _first_prose(marked, terms_.joins):
        end = han
    head, rest = marked[:end], marked[end:]
    han_joins = "|".join(map(re.escape, sorted(terms_.joins, key=len, reverse=True)))
    latin_joins = "|".join(map(re.escape, terms_.latin_joins))
    edge = '[\\w)）》”"」』\ue100-\uf8ff.!?]'
    between = re.compile(
        rf"(?<={edge})\s*(?:{han_joins})\s*(?=[A-Z\d《“\"「『{_OPEN}])|(?<=[》{chr(_PLACES)}-\uf8ff)）])\s*[,，;；/]?\s*(?=[《{_OPEN}])"
        rf"|(?<={edge})\s+(?:{latin_joins})\s+(?=[A-Z\d《“\"「『{_OPEN}])"
    )
    inside = [(group.start, group.end) for group in groups(head)]
    inside += [
        (match.start(), match.end()) for match in re.finditer(f"《[^》]*》|{_OPEN}[^{_CLOSE}]*{_CLOSE}", head)
    ]
    cuts = [
        match
        for match in between.finditer(head)
        if not any(start < match.start() and match.end() <= end for start, end in inside)
    ]
    if not cuts:
        return [marked]
    bounds = [0, *(position for cut in cuts for position in cut.span()), len(head)]
    parts = [head[start:stop] for start, stop in zip(bounds[::2], bounds[1::2], strict=True)]
    joined_by_latin = any(cut[0].strip() in terms_.latin_joins for cut in cuts)
    stands = [_stands_alone(part) for part in parts]
    long = [len(_LATIN_WORD.findall(part)) > 1 for part in parts]
    if all(stands) or several or (all(long) and not joined_by_latin and not (quotes and quotes.start == 0)):
        return [*parts[:-1], parts[-1] + rest]
    return [marked]


def _stands_alone(part: str) -> bool:
    """Whether a part is set as a paper of its own: linked, in 《》, or with its year."""
    return _OPEN in part or "《" in part or any(YEAR.search(group.inside) for group in groups(part))


def _first_prose(text: str, joins: tuple[str, ...]) -> int | None:
    """Where Han text begins that is no join and stands in no brackets or title marks."""
    hidden = list(text)
    for group in groups(text):
        hidden[group.start : group.end] = " " * (group.end - group.start)
    for match in re.finditer(f"《[^》]*》|{_OPEN}[^{_CLOSE}]*{_CLOSE}", text):
        hidden[match.start() : match.end()] = " " * len(match[0])
    masked = "".join(hidden)
    for match in re.finditer(f"[{HAN}]+", masked):
        around = text[: match.start()].rstrip()[-1:], text[match.end() :].lstrip()[:1]
        if match[0] in joins and all(around) and not any(map(has_han, around)):
            continue
        return match.start()
    return None


def _read_one(text: str) -> _Draft:
    draft = _Draft("")
    text = _take_head_year(text, draft)
    if _OPEN in text:
        before, _, after = text.partition(_OPEN)
        inside, _, after = after.partition(_CLOSE)
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
        draft.sign = nested.sign
    elif (set_apart := quoted(_PLACE.sub("", text))) and _is_front(_PLACE.sub("", text)[: set_apart.start]):
        text = _PLACE.sub("", text)
        draft.title = set_apart.inside.strip()
        _take_front(text[: set_apart.start], draft)
        _take_tail(text[set_apart.end :], draft)
        foreign_book = text[set_apart.start] == "《" and not has_han(draft.title)
        draft.sign = Sign.CLEAR if draft.clean and (foreign_book or draft.year) else Sign.WEAK
    else:
        _read_plain(_HOLLOW.sub(" ", _PLACE.sub(" ", text)), draft)
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
    words = _PLACE.sub("", before).strip().strip(":：-—–|.、 ").strip()
    words = words.strip("[]()（）【】 ")
    if YEAR.fullmatch(words):
        draft.year = draft.year or int(words)
    elif has_han(words):
        draft.label = words
    elif is_name(words, told=True):
        draft.short = words
    elif words:
        draft.label = words


def _take_head_year(text: str, draft: _Draft) -> str:
    if match := _HEAD_YEAR.match(text):
        draft.year = int(match["a"] or match["b"])
        return text[match.end() :]
    return text


def _read_plain(text: str, draft: _Draft) -> None:
    """A title without marks around it: it ends where a bracket has the year, or where the note begins."""
    prose = _first_prose(text, terms().joins)
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
    if dashed := _DASHED.search(draft.title):
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
        draft.year = draft.year or int(match["year"])
        draft.title = draft.title[: match.start()]
    pieces = re.split(r"([,，.|]\s+|\s+[—–-]\s+)", draft.title)
    if len(pieces) > 2 and YEAR.search(pieces[-1]) and is_venue(pieces[-1].rstrip(".")):
        draft.year = draft.year or int(YEAR.findall(pieces[-1])[0])
        draft.title = "".join(pieces[:-2])
    if match := _AUTHORS.search(draft.title):
        draft.title = draft.title[: match.start()]


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
    tail = _HOLLOW.sub(" ", _PLACE.sub(" ", tail)).strip()
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
            draft.year = draft.year or int(match["year"])
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
        draft.year = int(dated[0])
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
    return title


def entry_ids(urls: tuple[str, ...]) -> dict[str, str]:
    """The identifiers of a paper's links, the first of each kind."""
    ids: dict[str, str] = {}
    for url in urls:
        for kind, id in identifiers(url).items():
            ids.setdefault(kind, id)
    return ids
