"""A paper as a BibTeX entry."""

from __future__ import annotations

from collections.abc import Iterator

from i18nkit.model import Paper

_SPECIAL = {ord(character): f"\\{character}" for character in "&%$#_"} | {
    ord("{"): "\\{",
    ord("}"): "\\}",
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}


def bibtex(paper: Paper) -> str:
    """The key is the paper's id; the title's capitals are kept by the second pair of braces."""
    kind = "inproceedings" if paper.venue else "misc"
    fields = [f"  {name} = {{{value}}}" for name, value in _fields(paper) if value]
    return "@{}{{{},\n{}\n}}\n".format(kind, paper.id, ",\n".join(fields))


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_tex(paper.title)}}}"
    authors = [_tex(author) for author in paper.authors] + (
        ["others"] if paper.et_al and paper.authors else []
    )
    yield "author", " and ".join(authors)
    yield "year", str(paper.year or "")
    yield "booktitle", _tex(paper.venue)
    if arxiv := paper.ids.get("arxiv"):
        yield "eprint", arxiv
        yield "archiveprefix", "arXiv"
    yield "doi", paper.ids.get("doi", "")
    yield "url", paper.link


def _tex(text: str) -> str:
    return text.translate(_SPECIAL)
