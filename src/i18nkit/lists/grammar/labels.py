"""Labels in front of a text: `**贡献**：…`, `Abstract: …`, `【研读重点】…`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from i18nkit.lists.grammar.marks import bare, without_emoji
from i18nkit.lists.terms import folded
from i18nkit.text.script import has_han

_BOLD = re.compile(
    r"(?:\*\*|__)\s*(?P<label>[^*_]{1,40}?)\s*(?P<in>[:：]?)\s*(?:\*\*|__)\s*(?P<out>[:：]?)\s*(?P<value>.*)",
    re.S,
)
_BOXED = re.compile(r"(?:【(?P<a>[^】]{1,20})】|\[(?P<b>[^\]]{1,20})\](?!\())\s*[:：]?\s*(?P<value>.*)", re.S)
_PLAIN = re.compile(r"(?P<label>[^:：。，,;；!?！？\n]{1,40}?)\s*[:：](?!//)\s*(?P<value>.*)", re.S)


@dataclass(frozen=True, slots=True)
class Label:
    """`key` is what two printings of a label have in common; `set_apart` whether bold or a box marks it."""

    text: str
    value: str
    set_apart: bool

    @property
    def key(self) -> str:
        return folded(self.text)


def split_label(line: str) -> Label | None:
    """None where the line does not begin with something short enough to be a label."""
    line = without_emoji(line).strip()
    if (match := _BOLD.match(line)) and (match["in"] or match["out"]):
        return _label(match["label"], match["value"], set_apart=True)
    if match := _BOXED.match(line):
        return _label(match["a"] or match["b"], match["value"], set_apart=True)
    if (match := _PLAIN.match(line)) and "](" not in match["label"] and "http" not in match["label"][-5:]:
        return _label(match["label"], match["value"], set_apart=False)
    return None


def _label(printed: str, value: str, *, set_apart: bool) -> Label | None:
    text = bare(printed).strip()
    longest = len(text) <= 14 if has_han(text) else len(text.split()) <= 4
    return Label(text, value.strip(), set_apart) if text and longest and folded(text) else None
