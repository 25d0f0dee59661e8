"""One page of the site in one locale, before any site generator has seen it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup


class Kind(StrEnum):
    HAND = "page"  # written by people
    PAPER = "paper"
    LIST = "list"
    INDEX = "index"  # all papers, all lists
    STATUS = "status"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Page:
    """`path` is the same in every locale: `papers/bert`, `lists/index`, `about`. `title` and `description` are plain
    text. `file` holds the main text of a page that people wrote. A block is Markdown, or HTML where it is a Markup: Markdown need not read that. `lang` is the locale in whose words the main text stands: where it is another than the reader's, the page
    is borrowed, and no search engine should take it for a translation. `edit` is the address where its text can
    be edited."""

    path: str
    kind: Kind
    title: str
    blocks: tuple[str | Markup, ...]
    lang: str
    borrowed: bool = False
    description: str = ""
    edit: str = ""
    file: str = ""

    @property
    def markdown(self) -> str:
        return "\n\n".join(self.blocks) + "\n"
