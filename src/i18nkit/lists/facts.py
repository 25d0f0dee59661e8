"""What a list adds to the facts of papers: everything for a new one, only what is empty for a known one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from i18nkit.errors import Message
from i18nkit.lists.comparing import arxiv_year, compact
from i18nkit.lists.grammar.links import identifiers
from i18nkit.lists.grammar.names import is_name
from i18nkit.lists.record import Record
from i18nkit.model import PAPERS, Change, Paper, Value


def new_paper(id: str, record: Record) -> Paper:
    paper = Paper(id, record.title)
    return filled(paper, record)


def filled(paper: Paper, record: Record) -> Paper:
    """`paper` with its empty facts filled from `record`, and the titles the record prints besides."""
    ids = {**record.ids, **paper.ids}
    known = {compact(title) for title in (paper.title, *paper.aliases)}
    aliases = list(paper.aliases)
    for title in (record.title, *record.aliases):
        if compact(title) not in known or not compact(title):
            known.add(compact(title))
            if title not in (paper.title, *aliases):
                aliases.append(title)
    return replace(
        paper,
        short=paper.short or short_name(record),
        year=paper.year or first_year(record.year, ids.get("arxiv", "")),
        ids=ids,
        url=paper.url or ("" if identifiers(record.url) else record.url),
        aliases=tuple(aliases),
    )


def short_name(record: Record) -> str:
    """The record's short name, the first of `InstructGPT/RLHF`; none where the title goes by another name
    (`GPT-4V：GPT-4 Technical Report`)."""
    short = record.short.split("/")[0].strip()
    first = record.title.split()[0].rstrip(":,") if record.title.split() else ""
    named = re.search(r"\d|\w[A-Z]", first) is not None and is_name(first)
    other = named and not compact(record.title).startswith(compact(short))
    return "" if other and re.match(r"[A-Za-z]+", short) and _stem(short) == _stem(first) else short


def _stem(name: str) -> str:
    return re.split(r"[-\s\d]", name, maxsplit=1)[0].casefold()


def first_year(printed: int | None, arxiv: str) -> int | None:
    """The year of the first public version: that of the arXiv number, unless an earlier one is printed."""
    known = arxiv_year(arxiv) if arxiv else None
    return min(printed, known) if printed and known else printed or known


def with_formula(paper: Paper, text: str) -> Paper:
    """Formulas are kept without dollar signs and without the sentence's full stop."""
    formula = text.strip().rstrip("。．.;；").strip().strip("$").strip()
    return (
        paper
        if formula in paper.formulas or not formula
        else replace(paper, formulas=(*paper.formulas, formula))
    )


def changes(old: Paper | None, new: Paper, why: Message) -> Iterator[Change]:
    """From what the catalogue knew of a paper to what it knows now."""
    owner = PAPERS + new.id
    value = _value(new)
    if old is None:
        yield Change(None, owner, (), value, None, why)
        return
    before = _value(old)
    for key, now in value.items():
        was = before.get(key)
        if now == was:
            continue
        if isinstance(now, list):
            start = len(was) if isinstance(was, list) else 0
            for index, item in enumerate(now[start:], start):
                yield Change(None, owner, (key, index), item, None, why)
        elif isinstance(now, dict):
            already = was if isinstance(was, dict) else {}
            for inner, item in now.items():
                if inner not in already:
                    yield Change(None, owner, (key, inner), item, None, why)
        else:
            yield Change(None, owner, (key,), now, None, why)


def _value(paper: Paper) -> dict[str, Value]:
    value: dict[str, Value] = {"title": paper.title}
    facts: dict[str, Value] = {
        "short": paper.short,
        "year": paper.year,
        "ids": dict(paper.ids),
        "url": paper.url,
        "aliases": list(paper.aliases),
        "formulas": list(paper.formulas),
    }
    return value | {key: fact for key, fact in facts.items() if fact}
