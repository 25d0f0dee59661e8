"""Markdown read with its places: markdown-it finds the constructs, this module notes where each stood in the source.

markdown-it keeps line numbers for blocks and nothing for what stands inside a line. So its rules are wrapped: a rule
that succeeds has just moved from one offset to another, and `Trace` turns those into offsets of the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from i18nkit.text.spans import Formula, Kind, Link, Span, formula_at

InlineRule = Callable[[StateInline, bool], bool]


_VERBATIM = r"<(code|kbd|samp|pre|script|style|svg|math|textarea)\b[^<>]*>"
# Bounded, so that many openings without an end stay cheap.
_VERBATIM_INLINE = re.compile(_VERBATIM + r".{0,2000}?</\1\s*>", re.I | re.S)
_HTML = re.compile(
    rf"<!--.*?(?:-->|\Z)|{_VERBATIM}.*?(?:</\1\s*>|\Z)|</?[A-Za-z][^<>]*>|<[!?][^>]*>", re.I | re.S
)
_ADDRESS = re.compile(r"""\b(?:href|src|action|data)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_DEFINITION = re.compile(r"\[(?:[^\[\]\\]|\\.)+\]:\s*(<[^>\n]*>|\S+)", re.S)
# Python-Markdown indents what belongs to an admonition, a tab, a definition or a footnote: there, it is not code.
_INDENTING = re.compile(r"^ *(?:!!!|\?\?\?|===|:  |\[\^[^\]]+\]:)", re.M)


@dataclass(slots=True)
class Trace:
    """What one reading of `source` (line ends LF) found, in offsets of `source`."""

    source: str
    spans: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    folds: list[tuple[int, int]] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    # Where the lines of the inline content at hand begin, in that content and in the source.
    _content: list[int] = field(default_factory=list)
    _source: list[int] = field(default_factory=list)
    # How far into that content a label begins that markdown-it reads as a text of its own.
    shift: int = 0

    def place(self, offset: int) -> int:
        offset += self.shift
        line = bisect_right(self._content, offset) - 1
        return self._source[line] + offset - self._content[line]

    def between(self, start: int, end: int) -> tuple[int, int]:
        return self.place(start), self.place(end - 1) + 1

    def open(self, token: Token) -> None:
        """Find the lines of an inline token in the source, and the soft breaks between them."""
        assert token.map is not None
        self._content, self._source = [], []
        offset, number, before = 0, token.map[0], -1
        for line in token.content.split("\n"):
            words = line.strip()
            start = self.lines[number]
            end = self.lines[number + 1] - 1 if number + 1 < len(self.lines) else len(self.source)
            found = max(self.source.rfind(words, start, end), start)
            self._content.append(offset)
            self._source.append(found - (len(line) - len(line.lstrip())))
            if (
                before >= 0
                and not self.source[:before].endswith("\\")
                and self.source[before : before + 2] != "  "
            ):
                self.folds.append((before, found))
            before = found + len(words)
            offset += len(line) + 1
            number += 1


def _trace(state: StateInline | StateBlock) -> Trace:
    trace: Trace = state.env["trace"]
    return trace


def _noted(rule: InlineRule, note: Callable[[StateInline, int, Token], None]) -> InlineRule:
    """`rule`, telling `note` where it began and which token it made."""

    def noted(state: StateInline, silent: bool) -> bool:
        start, made = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            fresh = (token for token in state.tokens[made:] if token.type != "text")
            if token := next(fresh, None):
                note(state, start, token)
        return True

    return noted


def _note_code(state: StateInline, start: int, token: Token) -> None:
    trace = _trace(state)
    trace.spans.append(Span(*trace.between(start, state.pos), "code"))


def _note_html(state: StateInline, start: int, token: Token) -> None:
    trace = _trace(state)
    _add_html(trace, *trace.between(start, state.pos))


def _add_html(trace: Trace, start: int, end: int) -> None:
    trace.spans.append(Span(start, end, "html"))
    for found in _ADDRESS.finditer(trace.source, start, end):
        trace.links.append(Link(start, end, "html", "", found[1].strip("\"'")))


def _note_math(state: StateInline, start: int, token: Token) -> None:
    trace = _trace(state)
    place = trace.between(start, state.pos)
    trace.spans.append(Span(*place, "math"))
    trace.formulas.append(Formula(*place, token.content, token.markup == "$$"))


def _note_autolink(state: StateInline, start: int, token: Token) -> None:
    trace = _trace(state)
    place = trace.between(start, state.pos)
    address = state.src[start + 1 : state.pos - 1]
    email = "@" in address and ":" not in address
    trace.spans.append(Span(*place, "email" if email else "url"))
    trace.links.append(Link(*place, "email" if email else "auto", "", address))


def _note_link(state: StateInline, start: int, token: Token) -> None:
    trace = _trace(state)
    opening = start + (token.type == "image")
    closing = state.md.helpers.parseLinkLabel(state, opening, token.type != "image")
    after = closing + 1
    if after < state.pos and state.src[after] == "(":
        after += 1
        while state.src[after] in " \t\n":
            after += 1
        end = state.md.helpers.parseLinkDestination(state.src, after, state.posMax).pos
        if end > after:
            trace.spans.append(Span(*trace.between(after, end), "target"))
    kind: Literal["image", "link"] = "image" if token.type == "image" else "link"
    target = str(token.attrs.get("src" if kind == "image" else "href", ""))
    label = state.src[opening + 1 : closing]
    trace.links.append(Link(*trace.between(start, state.pos), kind, label, target))


def _image(state: StateInline, silent: bool) -> bool:
    """An image's alternative text is read as a text of its own: move its places to where it stands."""
    trace = _trace(state)
    shift = trace.shift
    trace.shift += state.pos + 2
    try:
        return image(state, silent)
    finally:
        trace.shift = shift


def _math(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    formula = formula_at(state.src, state.pos, state.posMax)
    if not formula:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.markup = "$$" if formula.display else "$"
        token.content = formula.tex
    state.pos = formula.end
    return True


def _verbatim_html(state: StateInline, silent: bool) -> bool:
    """`<code>` and its like, with what they hold."""
    if state.src[state.pos] != "<":
        return False
    found = _VERBATIM_INLINE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A reference definition; a footnote is none."""
    opening = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("[^", opening) or not reference(state, start, end, silent):
        return False
    trace = _trace(state)
    if not silent and (found := _DEFINITION.match(state.src, opening)):
        trace.spans.append(Span(*found.span(1), "target"))
    return True


class _Reader(MarkdownIt):
    """Addresses stay as written and none is refused: a finding about a dangerous one needs to see it."""

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link

    def validateLink(self, url: str) -> bool:
        return True


@cache
def _parser(indented_code: bool) -> MarkdownIt:
    parser = _Reader("commonmark", {"maxNesting": 100})
    parser.use(dollarmath_plugin, allow_labels=False)
    inline, block = parser.inline.ruler, parser.block.ruler
    inline.at("math_inline", _noted(_math, _note_math))
    inline.at("backticks", _noted(backtick, _note_code))
    inline.at("link", _noted(link, _note_link))
    inline.at("image", _noted(_image, _note_link))
    inline.at("autolink", _noted(autolink, _note_autolink))
    inline.at("html_inline", _noted(html_inline, _note_html))
    inline.before("html_inline", "verbatim_html", _noted(_verbatim_html, _note_html))
    block.at("reference", _reference)
    if not indented_code:
        block.disable("code")
    parser.core.ruler.enableOnly(["normalize", "block", "text_join"])
    return parser


def read(source: str) -> Trace:
    """Read `source`, whose line ends are LF."""
    trace = Trace(source)
    trace.lines = [0, *(found.end() for found in re.finditer("\n", source))]
    parser = _parser(not _INDENTING.search(source))
    env = {"trace": trace}
    trace.tokens = parser.parse(source, env)
    for token in trace.tokens:
        if token.type == "inline":
            trace.open(token)
            token.children = []
            parser.inline.parse(token.content, parser, env, token.children)
        elif token.type in _BLOCKS and token.map:
            _add_block(trace, token)
    return trace


_BLOCKS: dict[str, Kind] = {"fence": "code", "code_block": "code", "math_block": "math", "html_block": "html"}


def _add_block(trace: Trace, token: Token) -> None:
    assert token.map is not None
    first, last = token.map
    start = trace.lines[first]
    end = trace.lines[last] if last < len(trace.lines) else len(trace.source)
    kind = _BLOCKS[token.type]
    if kind == "html":
        for found in _HTML.finditer(trace.source, start, end):
            _add_html(trace, *found.span())
        return
    end = start + len(trace.source[start:end].rstrip("\n"))
    trace.spans.append(Span(start, end, kind))
    if kind == "math":
        trace.formulas.append(Formula(start, end, token.content.strip(), True))


def markup_of(html: str) -> str:
    """The tags, comments and verbatim elements of a block of HTML, without the prose between them."""
    return "".join(found[0] for found in _HTML.finditer(html))


def restore_places(trace: Trace, text: str) -> Trace:
    """Move every place from the text with LF to `text`, where some line ends are CRLF."""
    ends = [found.start() - count for count, found in enumerate(re.finditer("\r\n", text))]

    def moved(offset: int) -> int:
        return offset + bisect_left(ends, offset)

    trace.spans = [Span(moved(span.start), moved(span.end), span.kind) for span in trace.spans]
    trace.links = [Link(moved(a.start), moved(a.end), a.kind, a.text, a.target) for a in trace.links]
    trace.formulas = [Formula(moved(f.start), moved(f.end), f.tex, f.display) for f in trace.formulas]
    trace.folds = [(moved(start), moved(end)) for start, end in trace.folds]
    return trace
