"""The words of `terms.toml`, ready to be looked up."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from i18nkit.text.script import fold

_NOISE = re.compile(r"[^\w&+.]+|_+")


@dataclass(frozen=True, slots=True)
class Terms:
    """`roles` and `facts` map a folded word to what it says. The rest are folded words."""

    roles: Mapping[str, str]
    facts: Mapping[str, str]
    stages: tuple[str, ...]
    week_units: tuple[str, ...]
    day_units: tuple[str, ...]
    month_units: tuple[str, ...]
    numbers: Mapping[str, int]
    joins: tuple[str, ...]
    latin_joins: tuple[str, ...]
    anchors: frozenset[str]
    venues: frozenset[str]
    openers: frozenset[str]
    surveys: frozenset[str]
    hosts: tuple[str, ...]


def folded(words: str) -> str:
    """What two printings of one word have in common: `**學習建議**：` and `学习建议`, `Tips:` and `tips`."""
    plain = unicodedata.normalize("NFKC", fold(words)).casefold()
    return _NOISE.sub(" ", plain).strip(" .")


@cache
def terms() -> Terms:
    data = tomllib.loads(files("i18nkit.lists").joinpath("terms.toml").read_text("utf-8"))
    titles = data["titles"]
    return Terms(
        roles=_meanings(data["roles"]),
        facts=_meanings(data["facts"]),
        stages=tuple(data["stages"]["words"]),
        week_units=tuple(data["weeks"]["units"]),
        day_units=tuple(data["weeks"]["days"]),
        month_units=tuple(data["weeks"]["months"]),
        numbers=data["numbers"],
        joins=tuple(titles["joins"]),
        latin_joins=tuple(titles["joins-latin"]),
        anchors=frozenset(map(folded, titles["anchors"])),
        venues=frozenset(map(folded, titles["venues"])),
        openers=frozenset(titles["openers"]),
        surveys=frozenset(titles["surveys"]),
        hosts=tuple(titles["hosts"]),
    )


def _meanings(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {folded(word): meaning for meaning, words in table.items() for word in words}
