"""Links between the catalogue's own pages."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import Message, say
from i18nkit.model import LISTS, PAPERS, Catalogue, Finding, Severity, Unit

# Pages the site makes besides one for each paper and list; the glossary's only where a term has a definition.
_GENERATED = ("papers/index", "lists/index", "status")
_GLOSSARY = "glossary"
_ANCHOR = re.compile(
    r"""\{:?[^{}\n]*#(?P<list>[\w-]+)[^{}\n]*\}|\b(?:id|name)\s*=\s*["'](?P<html>[^"']+)["']"""
)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ ]+(?P<words>.+?)[ ]*#*[ ]*$", re.MULTILINE)
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:|^//|^/")


@rule("broken-links", Severity.ERROR, say("links to pages and anchors that are not there"))
def broken_links(case: Case) -> Iterator[Finding]:
    pages = _Pages(case.catalogue)
    for unit in case.catalogue.units.values():
        if "](" not in unit.text and "href" not in unit.text and "]:" not in unit.text:
            continue
        for link in case.prose(unit.text).links:
            if link.kind != "image" and (fault := pages.fault(unit, link.target)):
                yield broken_links.at(unit, fault, offset=link.start)


@dataclass(frozen=True)
class _Pages:
    """What the site will have, the same in every locale: a page that one lacks is borrowed."""

    catalogue: Catalogue

    @cached_property
    def written(self) -> frozenset[str]:
        return frozenset(address.owner for address in self.catalogue.units if address.is_page)

    @cached_property
    def all(self) -> frozenset[str]:
        papers = (PAPERS + id for id in self.catalogue.papers)
        lists = (LISTS + id for id in self.catalogue.lists)
        glossary = [_GLOSSARY] if any(term.definition for term in self.catalogue.glossary) else []
        return self.written.union(papers, lists, _GENERATED, glossary)

    def fault(self, unit: Unit, target: str) -> Message | None:
        path, _, anchor = unquote(target).partition("#")
        path = path.partition("?")[0]
        if _SCHEME.match(target) or (path and not path.endswith(".md")):
            return None
        here = f"{unit.address.locale}/{unit.address.owner}.md"
        there = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
        locale, _, owner = there.removesuffix(".md").partition("/")
        if locale not in self.catalogue.locales or owner not in self.all:
            return say("no page lies at {target}", target=target)
        if anchor and owner in self.written and not self.has_anchor(locale, owner, anchor):
            return say("{page} has no anchor {anchor}", page=f"{owner}.md", anchor=f"#{anchor}")
        return None

    def has_anchor(self, locale: str, owner: str, anchor: str) -> bool:
        body = self.catalogue.shown(locale, owner, "body")
        if body is None:
            return False
        explicit = {found["list"] or found["html"] for found in _ANCHOR.finditer(body.text)}
        if anchor in explicit:
            return True
        slugs = {_slug(found["words"]) for found in _HEADING.finditer(body.text)}
        return anchor in slugs or (re.sub(r"_\d+$", "", anchor) in slugs)


def _slug(heading: str) -> str:
    """As Python-Markdown makes it: what is not ASCII falls away, a heading of nothing else becomes `_1`."""
    plain = re.sub(r"\{[^{}]*\}|[*`]|\]\([^)]*\)", "", heading)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
