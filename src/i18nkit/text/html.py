"""A note as HTML, in which nothing the note says can do harm.

Raw HTML comes out as the characters it is written with, links keep only schemes that open a page or a letter, and a
picture from another host becomes a link to it: showing a page asks no host but its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from i18nkit.text.markdown import maths

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKED = re.compile(r"[*_`#>\[\]<$\\~&|\n:]|^\s*(?:[-+]|\d+[.)])\s")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
# A formula is taken out before Markdown sees its underscores; these two stand where it was.
_OPEN, _CLOSE = "\ue000", "\ue001"
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_NO_HOLDERS = {ord(_OPEN): None, ord(_CLOSE): None}


def to_html(text: str, math: Callable[[str, bool], str], target: Callable[[str], str] = str) -> str:
    """`math` turns a formula (TeX, whether displayed) into HTML; `target` turns a relative address into another."""
    text = text.strip()
    if not _MARKED.search(text):
        return f"<p>{escape(text)}</p>\n"
    text = text.translate(_NO_HOLDERS)
    formulas = maths(text)
    for number, formula in reversed(list(enumerate(formulas))):
        text = f"{text[: formula.start]}{_OPEN}{number}{_CLOSE}{text[formula.end :]}"
    parser = _parser()
    html = str(parser.renderer.render(parser.parse(text), parser.options, {"target": target}))
    return _HELD.sub(lambda held: math(formulas[int(held[1])].tex, formulas[int(held[1])].display), html)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Inert(MarkdownIt):
        def validateLink(self, url: str) -> bool:
            scheme = _SCHEME.match(url.strip())
            return scheme is None or scheme[0].lower() in _SAFE_SCHEMES

    parser = Inert("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("heading_open", _subhead)
    parser.add_render_rule("heading_close", _subhead_close)
    parser.add_render_rule("link_open", _link)
    parser.add_render_rule("image", _image)
    return parser


def _subhead(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """The page's headings are its own: a heading inside a note is a line that stands out."""
    return '<p class="ik-subhead">'


def _subhead_close(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return "</p>\n"


def _link(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    href = str(token.attrs.get("href", ""))
    if _is_relative(href):
        token.attrs["href"] = env["target"](href)
    return str(self.renderToken(tokens, index, options, env))


def _image(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    source, words = (
        str(token.attrs.get("src", "")),
        self.renderInlineAsText(token.children or [], options, env),
    )
    if _is_relative(source):
        return f'<img src="{escape(env["target"](source))}" alt="{escape(words)}" />'
    return f'<a href="{escape(source)}">{escape(words or source)}</a>'


def _is_relative(address: str) -> bool:
    return not _SCHEME.match(address) and not address.startswith(("/", "\\", "#"))
