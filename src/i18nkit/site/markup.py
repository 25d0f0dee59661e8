"""Pieces of a page. A str is text and gets escaped; a Markup is HTML and stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from markupsafe import Markup

Piece = str | Markup | None

_PUNCTUATION = re.compile(r"[!-+/<-@\[-`{-~\n]")


def element(name: str, *children: Piece, **attributes: str | None) -> Markup:
    """`class_` is written class, `data_state` data-state. What is None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def join(children: Iterable[Piece], between: str | Markup = "") -> Markup:
    return Markup(_html(between).join(_html(child) for child in children if child is not None))


def _html(child: str | Markup) -> str:
    return str(child) if isinstance(child, Markup) else escape(child, quote=False)


def heading(level: int, text: str, id: str, *, lang: str | None = None, class_: str = "") -> str:
    """A Markdown heading, so that the table of contents has it. `text` is no Markdown: it is encoded."""
    marks = [f"#{id}", *(f".{name}" for name in class_.split()), *([f"lang={lang}"] if lang else [])]
    return f"{'#' * level} {encode(text)} {{ {' '.join(marks)} }}"


def encode(text: str) -> str:
    """Text in which Markdown finds nothing to do."""
    return _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};" if found[0] != "\n" else " ", text)


def href(page: str, goal: str, anchor: str = "") -> str:
    """From one page of a locale to another: both are paths such as `papers/bert` or `lists/index`."""
    up = "../" * address(page).count("/")
    return (f"{up}{address(goal)}" or "./") + (f"#{anchor}" if anchor else "")


def address(page: str) -> str:
    """Where a page stands below its locale's prefix."""
    folder, _, name = page.rpartition("/")
    if name == "index":
        return f"{folder}/" if folder else ""
    return f"{page}/"
