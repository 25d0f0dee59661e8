"""A paper as a BibTeX entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18nkit.model import Paper

_SPECIAL = {ord(character): f"\\{character}" for character in "&%$#_"} | {
    ord("{"): "\\{",
    ord("}"): "\\}",
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
# `JMLR 23(120), 2022`, `IJCV 115(3), 211-252 (2015)`, and a journal that counts no volumes: `TMLR 2022`.
_ARTICLE = re.compile(
    r"(?P<journal>\D+?) (?P<volume>\d{1,3})(?:\((?P<number>\d+)\))?(?:, (?P<pages>\d+-\d+))?"
    r"(?:,? \(?(?P<year>\d{4})\)?)?(?:, (?P<note>.+))?|(?P<loose>TMLR) (?P<since>\d{4})"
)
# `ICLR 2014 Workshop`, `NeurIPS (NIPS) 2017`
_PROCEEDINGS = re.compile(r"[A-Z][\w-]+(?: \(\w+\))? (?P<year>\d{4})\b")


def bibtex(paper: Paper) -> str:
    """The key is the paper's id; the title's capitals are kept by the second pair of braces."""
    kind, published = _published(paper.venue)
    fields = [f"  {name} = {{{value}}}" for name, value in _fields(paper, published) if value]
    return "@{}{{{},\n{}\n}}\n".format(kind, paper.id, ",\n".join(fields))


def _published(venue: str) -> tuple[str, dict[str, str]]:
    """The kind of entry, and its fields: the year is that of the venue, where the venue says one."""
    if found := _ARTICLE.fullmatch(venue):
        return "article", {
            "year": found["year"] or found["since"] or "",
            "journal": found["journal"] or found["loose"],
            "volume": found["volume"] or "",
            "number": found["number"] or "",
            "pages": (found["pages"] or "").replace("-", "--"),
            "note": found["note"] or "",
        }
    if found := _PROCEEDINGS.match(venue):
        return "inproceedings", {"year": found["year"], "booktitle": venue}
    return "misc", {"howpublished": venue}


def _fields(paper: Paper, published: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_tex(paper.title)}}}"
    authors = [_tex(author) for author in paper.authors] + (
        ["others"] if paper.et_al and paper.authors else []
    )
    yield "author", " and ".join(authors)
    yield "year", published.pop("year", "") or str(paper.year or "")
    yield from ((name, _tex(value)) for name, value in published.items())
    if arxiv := paper.ids.get("arxiv"):
        yield "eprint", arxiv
        yield "archiveprefix", "arXiv"
    yield "doi", paper.ids.get("doi", "")
    yield "url", paper.link


def _tex(text: str) -> str:
    return text.translate(_SPECIAL)
