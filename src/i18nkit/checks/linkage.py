"""Papers that are one, and names that lead to no paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import Message, say
from i18nkit.model import Finding, Paper, Severity

_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)


@rule("duplicates", Severity.ERROR, say("papers that stand in the catalogue twice"))
def duplicates(case: Case) -> Iterator[Finding]:
    """Those that `apart` in linkage.yaml keeps apart are no duplicates."""
    apart = case.catalogue.linkage.apart
    first: dict[str, Paper] = {}
    for paper in case.catalogue.papers.values():
        told: set[str] = set()
        for key, why in _keys(paper):
            other = first.setdefault(key, paper)
            if other is paper or other.id in told or any({paper.id, other.id} <= pair for pair in apart):
                continue
            told.add(other.id)
            yield duplicates.on(
                paper,
                say("{id} and {other} have the same {what}", id=paper.id, other=other.id, what=why),
                remedy=say("merge them, or keep them apart in linkage.yaml"),
            )


def _keys(paper: Paper) -> Iterator[tuple[str, Message]]:
    for kind, written in paper.ids.items():
        if kind == "doi" and _ARXIV_DOI.match(written):
            kind, written = "arxiv", _ARXIV_DOI.sub("", written)
        written = re.sub(r"v\d+$", "", written) if kind == "arxiv" else written
        yield f"{kind}:{written.casefold()}", say("identifier {id}", id=f"{kind}:{written}")
    if title := _title_key(paper.title):
        yield f"title:{title}", say("title")


def _title_key(title: str) -> str:
    """Letters and digits of any script; a short name in front (`BERT: …`) belongs to the title."""
    return "".join(c for c in unicodedata.normalize("NFKD", title).casefold() if c.isalnum())


@rule(
    "unknown-papers", Severity.ERROR, say("list rows, terms and answers that name no paper of the catalogue")
)
def unknown_papers(case: Case) -> Iterator[Finding]:
    papers = case.catalogue.papers
    for reading_list in case.catalogue.lists.values():
        for _, row in reading_list.rows():
            for id in row.papers:
                if id not in papers:
                    yield unknown_papers.on(
                        reading_list,
                        say("the catalogue has no paper {id}", id=id),
                        line=row.line,
                        remedy=say("write its facts, or correct the row"),
                    )
    linkage = case.catalogue.linkage
    named = [("linkage", answer.paper, answer.line) for answer in (*linkage.same, *linkage.different)]
    named += [("linkage", id, 0) for pair in linkage.apart for id in sorted(pair)]
    named += [("glossary", id, term.line) for term in case.catalogue.glossary for id in term.papers]
    for owner, id, line in named:
        if id and id not in papers:
            message = say("the catalogue has no paper {id}", id=id)
            file = case.place(None, owner)
            yield Finding(unknown_papers.name, unknown_papers.severity, message, None, file, line)
