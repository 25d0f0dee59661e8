"""Short names: BERT, Llama 2, Tree of Thoughts, InstructGPT/RLHF."""

from __future__ import annotations

import re

from i18nkit.lists.terms import folded, terms
from i18nkit.text.script import has_han

YEAR = re.compile(r"(?<![\d./:-])(?:19[5-9]\d|20[0-4]\d)(?!\d|\.\d|[-–/]\d{3})年?")

_COLON = re.compile(r"\s*[:：]\s*")
_LABEL = re.compile(r"\s*：\s*|:(?=\S)|\s+[-–—]{1,2}\s+|\s*[|｜]\s*")
_APPOSED = re.compile(r"(?P<name>[\w.+-]+), (?:an?|the) ")
_AUTHORS = re.compile(r"\bet\.? al\b|等人?$|\S (?:and|&) \S|^[A-Z][a-z]+, [A-Z]\.")


def year_of(printed: str) -> int:
    """The year that `YEAR` found; it takes a 年 along."""
    return int(printed[:4])


def is_name(words: str, *, told: bool = False) -> bool:
    """Whether `words` can be a short name. `told`: the list sets them apart in a way that leaves little doubt."""
    tokens = words.split()
    if not tokens or has_han(words) or len(words) > 40 or len(tokens) > (4 if told else 3):
        return False
    if not re.search(r"[^\W\d_]", words) or re.search(r"[:;?!“”\"《》()]", words):
        return False
    if is_venue(words) or names_people(words):
        return False
    if tokens[0].casefold() in terms().openers and not re.search(r"\d|[a-z][A-Z]", words):
        return False
    if len(tokens) == 1 or told:
        return _is_marked(tokens[0]) or tokens[0][0].isupper()
    if any(map(_is_marked, tokens)):
        return all(token[0].isupper() or token[0].isdigit() or token in ("of", "v2") for token in tokens)
    titled = [token[0].isupper() for token in tokens]
    return all(titled) if len(tokens) == 2 else titled == [True, False, True] and tokens[1] == "of"


def _is_marked(token: str) -> bool:
    """A word that no dictionary has: a digit, or a capital that is not the first letter."""
    return re.search(r"\d|\w[A-Z]", token) is not None


def names_people(words: str) -> bool:
    """`Vaswani et al.`, `Vaswani 等人`, `Hinton and Dean`."""
    return _AUTHORS.search(words) is not None


def is_venue(words: str) -> bool:
    known = terms().venues
    plain = folded(YEAR.sub("", words).strip(" ,'’"))
    return not plain or plain in known or all(word in known or word.isdigit() for word in plain.split())


def own_name(title: str) -> str:
    """The short name that a title begins with: `BERT: Pre-training of …`, `DistilBERT, a distilled version …`."""
    if (match := _APPOSED.match(title)) and is_name(match["name"]):
        return match["name"]
    name, colon, rest = title.partition(":")
    return name.strip() if colon and rest.strip() and is_name(name.strip()) else ""


def without_label(title: str) -> tuple[str, str]:
    """(short name, title) of a title behind an editor's own label.

    A full-width colon, a colon without a space or a spaced dash between a name and a Latin title is never the title's own:
    `ViT：An Image is Worth …`. With a half-width colon it is a label only where the title says the name again:
    `LoRA: LoRA: Low-Rank …`, `Scaling Laws: Scaling Laws for …`.
    """
    for mark in (_LABEL, _COLON):
        match = mark.search(title)
        if not match:
            continue
        name, rest = title[: match.start()].strip(), title[match.end() :].strip()
        if not name or not rest:
            continue
        again = rest.casefold().startswith(name.casefold()) and not rest[len(name) : len(name) + 1].isalnum()
        apart = mark is _LABEL and is_name(name, told=True) and not has_han(rest) and len(rest.split()) > 1
        if apart or (again and rest.casefold() != name.casefold()):
            return name, rest
    return "", title
