"""The words around the pages: header, search, footer; and those the scripts put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from i18nkit.errors import Message, say

# A value that is its own name stays for the script to fill: "{query}" remains "{query}".
_WORDS: Final[Mapping[str, Message]] = {
    "navigation": say("Pages"),
    "written": say("About this site"),
    "languages": say("Languages"),
    "dark": say("Dark colours"),
    "light": say("Light colours"),
    "copy": say("Copy"),
    "copied": say("Copied"),
    "search": say("Search"),
    "close": say("Close"),
    "search_field": say("Search papers, lists and pages"),
    "search_hint": say("Title, author, arXiv number, any word"),
    "search_start": say("Simplified and Traditional characters find the same pages."),
    "search_busy": say("Searching…"),
    "search_one": say("One page found"),
    "search_some": say("{count} pages found", count="{count}"),
    "search_many": say("{count} pages found, the first {shown} shown", count="{count}", shown="{shown}"),
    "search_none": say("Nothing found for “{query}”. Try fewer or shorter words.", query="{query}"),
    "search_failed": say("The search could not be loaded. Check the connection and try again."),
    "search_retry": say("Try again"),
    "search_results": say("Pages found"),
    "search_borrowed": say("text in {language}", language="{language}"),
    "key_move": say("choose"),
    "key_open": say("open"),
    "key_close": say("close"),
    "kind_paper": say("Paper"),
    "kind_list": say("Reading list"),
    "kind_page": say("Page"),
    "kind_term": say("Term"),
    "edit": say("Edit this text"),
    "source": say("Source of this site"),
}


def words(speak: Callable[[str], str]) -> dict[str, str]:
    """What the templates call `ik`, in the language that `speak` says things in."""
    return {name: speak(message) for name, message in _WORDS.items()}
