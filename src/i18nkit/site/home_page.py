"""The home page of a catalogue for which nobody has written one yet."""

from __future__ import annotations

from i18nkit.errors import say
from i18nkit.site.directives import figures, lists, recent
from i18nkit.site.markup import heading
from i18nkit.site.page import Kind, Page
from i18nkit.site.reader import Reader

HOME = "index"


def home_page(reader: Reader) -> Page:
    title = reader.say(say("A catalogue of papers"))
    blocks = [heading(1, title, "title", class_="ik-title"), *figures(reader, HOME)]
    if reader.catalogue.lists:
        blocks += [heading(2, reader.say(say("Reading lists")), "lists"), *lists(reader, HOME)]
    if reader.catalogue.papers:
        blocks += [heading(2, reader.say(say("Newest papers")), "recent"), *recent(reader, HOME)]
    return Page(HOME, Kind.HAND, title, tuple(blocks), reader.locale)
