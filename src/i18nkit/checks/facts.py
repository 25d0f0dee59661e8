"""What the facts of papers lack or get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import Message, say
from i18nkit.model import Finding, Severity

_FORMS = {
    "arxiv": re.compile(
        r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
    ),
    "doi": re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+"),
    "acl": re.compile(r"[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z][a-z0-9_]*(?:-[a-z0-9_]+)?\.\d+"),
}
_MONTH = re.compile(r"(?:.*/)?(?P<year>\d{2})(?:0[1-9]|1[0-2])")
# Lists print the venue's year, up to two after arXiv's.
_LATEST = 2


@rule("facts-missing", Severity.WARNING, say("papers without title, authors, year or any link"))
def facts_missing(case: Case) -> Iterator[Finding]:
    for paper in case.catalogue.papers.values():
        missing: list[Message] = []
        if not paper.title.strip():
            missing.append(say("title"))
        if not paper.authors and not paper.et_al:  # `et-al` alone: who wrote it is not established
            missing.append(say("authors"))
        if paper.year is None:
            missing.append(say("year"))
        if not paper.link:
            missing.append(say("link or identifier"))
        for what in missing:
            yield facts_missing.on(paper, say("the paper has no {what}", what=what))


@rule("malformed-ids", Severity.ERROR, say("identifiers that cannot be what they say"))
def malformed_ids(case: Case) -> Iterator[Finding]:
    for paper in case.catalogue.papers.values():
        for kind, written in paper.ids.items():
            form = _FORMS.get(kind)
            if form is None:
                names = ", ".join(_FORMS)
                yield malformed_ids.on(
                    paper,
                    say("{kind} is no kind of identifier", kind=kind),
                    remedy=say("known kinds: {names}", names=names),
                )
            elif not form.fullmatch(written):
                yield malformed_ids.on(
                    paper,
                    say("{written} is no {kind} identifier", written=written, kind=kind),
                    remedy=say("write it without version and without address"),
                )


@rule("arxiv-year", Severity.WARNING, say("years that do not fit the month in the arXiv id"))
def arxiv_year(case: Case) -> Iterator[Finding]:
    for paper in case.catalogue.papers.values():
        month = _MONTH.match(paper.ids.get("arxiv", ""))
        if month is None or paper.year is None:
            continue
        posted = int(month["year"])
        posted += 1900 if posted >= 91 else 2000  # arXiv began in August 1991
        if not posted <= paper.year <= posted + _LATEST:
            yield arxiv_year.on(
                paper,
                say("{year} does not fit arXiv {arxiv}", year=paper.year, arxiv=paper.ids["arxiv"]),
                remedy=say("`year` is that of the first public version"),
            )
