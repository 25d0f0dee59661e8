"""Pages that people write: Markdown, in which directives and formulas are put in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from i18nkit.model import Unit
from i18nkit.site.directives import Blocks, directives
from i18nkit.site.markup import heading
from i18nkit.site.math import mathml
from i18nkit.site.page import Kind, Page
from i18nkit.site.reader import Reader, first_sentence
from i18nkit.text.markdown import maths, plain, spans

_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<words>.*?)(?P<attributes>\{[^{}]*\})?[ \t]*$", re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_MARKS_OF_MARKDOWN = re.compile(r"[*_`\[\]\\{}]")

Edit = tuple[int, int, str | Blocks]


def hand_page(reader: Reader, owner: str) -> Page | None:
    """None where neither the locale nor its fallbacks have this page."""
    body = reader.text(owner, "body")
    if body is None:
        return None
    borrowed = reader.lang(body) is not None
    title = reader.plain(owner, "title") or owner.rpartition("/")[2]
    blocks = _blocks(body.text, [*directives(reader, body), *_formulas(body), *_anchors(body)])
    if borrowed:
        blocks = [f'<div class="ik-borrowed" lang="{body.address.locale}" markdown>', *blocks, "</div>"]
    notice = reader.notice([body])
    head = (
        []
        if _has_title(body)
        else [heading(1, title, "title", lang=reader.lang(reader.text(owner, "title")))]
    )
    return Page(
        path=owner,
        kind=Kind.HAND,
        title=title,
        blocks=(*head, *([notice] if notice else []), *blocks),
        lang=body.address.locale,
        borrowed=borrowed,
        description=_description(body),
        edit=reader.edit(body),
        file=body.file,
    )


def _description(body: Unit) -> str:
    blocks = plain(_COMMENT.sub("", body.text)).split("\n")
    titles = {found["words"].strip() for found in _HEADING.finditer(body.text)}
    return next((first_sentence(block) for block in blocks if block and block not in titles), "")


def _has_title(body: Unit) -> bool:
    return any(len(found["marks"]) == 1 for found in _headings(body))


def _headings(body: Unit) -> Iterator[re.Match[str]]:
    code = [(span.start, span.end) for span in spans(body.text) if span.kind == "code"]
    for found in _HEADING.finditer(body.text):
        if not any(start <= found.start() < end for start, end in code):
            yield found


def _anchors(body: Unit) -> Iterator[Edit]:
    """A heading without an id gets one by its place: the same in every locale, as long as the pages agree."""
    for number, found in enumerate(_headings(body), 1):
        attributes = found["attributes"] or "{ }"
        if "#" not in attributes:
            id = "title" if len(found["marks"]) == 1 else f"s{number}"
            start = found.start("attributes") if found["attributes"] else found.end()
            yield start, found.end(), f" {{ #{id} {attributes[1:-1].strip().lstrip(':')}}}"


def _formulas(body: Unit) -> Iterator[Edit]:
    for formula in maths(body.text):
        html = mathml(formula.tex, formula.display)
        # Python-Markdown looks for its marks between inline tags too.
        yield formula.start, formula.end, _MARKS_OF_MARKDOWN.sub(lambda mark: f"&#{ord(mark[0])};", html)


def _blocks(text: str, edits: Iterable[Edit]) -> list[str | Markup]:
    """The Markdown between the directives, with its own edits made, and what the directives put in."""
    blocks: list[str | Markup] = []
    written, last = "", 0
    for start, end, put in sorted(edits, key=lambda edit: edit[0]):
        written += text[last:start]
        last = end
        if isinstance(put, str):
            written += put
        else:
            blocks += [written.strip("\n"), *put]
            written = ""
    return [block for block in (*blocks, (written + text[last:]).strip("\n")) if block]
