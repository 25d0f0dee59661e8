"""HTML and links that could harm a reader."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from i18nkit.checks.case import Case
from i18nkit.checks.data import words
from i18nkit.checks.rule import rule
from i18nkit.errors import Message, say
from i18nkit.model import Finding, Severity

_ELEMENT = re.compile(r"<\s*(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>[^<>]*)")
_EVENT = re.compile(r"""(?:^|[\s"'/])(?P<name>on[a-z]+)\s*=""", re.IGNORECASE)
_ACTIVE_ATTRIBUTE = re.compile(
    r"\b(?:srcdoc|formaction|http-equiv)\s*=|\bstyle\s*=\s*[\"'][^\"']*(?:url|expression)\s*\(", re.I
)
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
# Browsers pass over these inside a scheme.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")


@rule("unsafe", Severity.ERROR, say("HTML and link schemes that could harm a reader"))
def unsafe(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.units.values():
        text = unit.text
        if "<" in text:
            for span in case.prose(text).spans:
                if span.kind == "html" and (fault := _active(text[span.start : span.end])):
                    yield unsafe.at(unit, fault, offset=span.start)
        if ":" in text or "&" in text:
            for link in case.prose(text).links:
                if scheme := refused_scheme(link.target):
                    yield unsafe.at(
                        unit, say("a link may not begin with {scheme}", scheme=scheme), offset=link.start
                    )
    for paper in case.catalogue.papers.values():
        if scheme := refused_scheme(paper.url):
            yield unsafe.on(paper, say("a link may not begin with {scheme}", scheme=scheme))
    for reading_list in case.catalogue.lists.values():
        if scheme := refused_scheme(reading_list.source.url):
            yield unsafe.on(reading_list, say("a link may not begin with {scheme}", scheme=scheme))


def refused_scheme(address: str) -> str:
    """The scheme with its colon, as a browser would read it; empty where it is harmless."""
    found = _SCHEME.match(_IGNORED.sub("", html.unescape(address)))
    return "" if not found or found[1].casefold() in words("safety", "schemes") else f"{found[1].casefold()}:"


def _active(tags: str) -> Message | None:
    if tags.startswith("<!--"):
        return None
    for found in _ELEMENT.finditer(tags):
        if found["name"].casefold() in words("safety", "elements"):
            return say("<{element}> is not allowed in a text", element=found["name"].casefold())
        if event := _EVENT.search(found["attributes"]):
            return say("the attribute {name} is not allowed in a text", name=event["name"].casefold())
        if active := _ACTIVE_ATTRIBUTE.search(found["attributes"]):
            return say(
                "the attribute {name} is not allowed in a text",
                name=active[0].partition("=")[0].strip().casefold(),
            )
    return None
