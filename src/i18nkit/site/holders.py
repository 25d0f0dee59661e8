"""Keeps what is HTML already out of Python-Markdown's hands: reading it again took half of the build's time."""

from __future__ import annotations

import re

from markupsafe import Markup

from i18nkit.site.page import Page

_HOLDER = re.compile(r"<p>ikblock(\d+)held</p>")


def with_holders(page: Page) -> str:
    """The page's Markdown, a paragraph standing for each block of HTML.

    MkDocs takes a first line like `word: …` for metadata; an empty line says there are none.
    """
    blocks = (
        f"ikblock{number}held" if isinstance(block, Markup) else block
        for number, block in enumerate(page.blocks)
    )
    return "\n" + "\n\n".join(blocks) + "\n"


def without_holders(html: str, page: Page) -> str:
    def block(held: re.Match[str]) -> str:
        number = int(held[1])
        known = number < len(page.blocks) and isinstance(page.blocks[number], Markup)
        return page.blocks[number] if known else held[0]

    return _HOLDER.sub(block, html)
