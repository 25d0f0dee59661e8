"""Terms in front of OpenCC's dictionaries: the layers shipped here, and above them those of a catalogue."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from i18nkit.text.script import fold

BOUNDARIES = "boundaries"
REPAIRS = ("names", BOUNDARIES, "words", "regional")
FIELDS = ("learning", "mathematics", "programming")
EVERYDAY = "everyday"  # counts only where no field is at hand
CUES = "cues"
GLOSSARY = "glossary"

LAYERS = Path(__file__).parent / "layers"

Way = Literal["=", ">", "<"]
Terms = tuple[tuple[str, str], ...]

# Which layers' columns speak for a profile. Words of Taiwan belong to the profiles that convert vocabulary to Taiwan's
# or from it; where only characters are converted, only rows that change nothing else are of use.
_TAIWAN, _HONG_KONG = ("s2twp", "tw2sp"), ("s2hkp", "hk2sp")
_CHARACTERS = ("s2tw", "s2hk")


class Row(NamedTuple):
    """A term side by side. `way`: `=` both ways, `>` only into Traditional, `<` only into Simplified.

    `hong_kong` is empty where OpenCC's own conversion is right there.
    """

    simplified: str
    taiwan: str
    way: Way
    hong_kong: str
    english: str
    remark: str


class Entry(NamedTuple):
    """What a layer makes of a word."""

    source: str
    target: str
    layer: str


def front(profile: str, layers: Sequence[str], terms: Sequence[tuple[str, str]]) -> dict[str, Entry]:
    """What stands in front of the dictionaries of `profile`, by source: of two layers, the first counts."""
    own = own_entries(terms)
    lengths = _lengths(own)
    shipped = {
        source: entry
        for source, entry in _shipped(profile, tuple(layers)).items()
        if not (own and _contradicts(entry, own, lengths))
    }
    whole = shipped | own
    return _guards(whole, towards_traditional=profile.startswith("s2")) | whole


def own_entries(terms: Sequence[tuple[str, str]]) -> dict[str, Entry]:
    return {
        source: Entry(source, target, GLOSSARY) for source, target in reversed(terms) if source and target
    }


@cache
def choices(profile: str, layers: tuple[str, ...]) -> Mapping[str, Mapping[str, Entry]]:
    """The words that the layers, or everyday use, convert differently, and what each of them makes of one."""
    usual = _shipped(profile, layers)
    found: dict[str, dict[str, Entry]] = {}
    for layer in (*layers, EVERYDAY):
        for word, target in words_of(profile, layer).items():
            found.setdefault(word, {})[layer] = Entry(word, target, layer)
    return {
        word: senses
        for word, senses in found.items()
        if any(entry.target != usual[word].target for entry in senses.values())
    }


@cache
def cues(profile: str, layers: tuple[str, ...]) -> Mapping[str, str]:
    """The layer that each cue speaks for: all terms of the layers that have one sense, and the rows of cues.tsv.

    Empty for none, though there is a term.
    """
    many = choices(profile, layers)
    found: dict[str, str] = {}
    for layer in layers:
        for source in words_of(profile, layer):
            if source not in many:
                found.setdefault(source, layer)
    for source, _, layer in _cue_rows(profile):
        if source not in many:
            found[source] = layer
    return {source: layer if layer in layers else "" for source, layer in found.items()}


@cache
def _shipped(profile: str, layers: tuple[str, ...]) -> Mapping[str, Entry]:
    entries: dict[str, Entry] = {}
    for layer in (*layers, *REPAIRS, EVERYDAY):
        for source, target in words_of(profile, layer).items():
            entries.setdefault(source, Entry(source, target, layer))
    others = {source for layer in set(FIELDS) - set(layers) for source in words_of(profile, layer)}
    for source, target, layer in _cue_rows(profile) if layers else ():
        if source not in others and (layer in layers or layer not in FIELDS):
            entries.setdefault(source, Entry(source, target, CUES))
    return entries


@cache
def _cue_rows(profile: str) -> Sequence[tuple[str, str, str]]:
    """Source, target, layer."""
    found = []
    for simplified, taiwan, hong_kong, layer in rows_beside(CUES):
        if there := _traditional(profile, simplified, taiwan, hong_kong):
            found.append(
                (simplified, there, layer) if profile.startswith("s2") else (there, simplified, layer)
            )
    return tuple(found)


@cache
def words_of(profile: str, layer: str) -> Mapping[str, str]:
    """What the rows of a layer that speak for `profile` make of a word; the first row for a word counts."""
    to_traditional = profile.startswith("s2")
    other_way = "<" if to_traditional else ">"
    pairs: dict[str, str] = {}
    for simplified, taiwan, way, hong_kong, *_ in _cells(layer):
        there = "" if way == other_way else _traditional(profile, simplified, taiwan, hong_kong)
        if there:
            source, target = (simplified, there) if to_traditional else (there, simplified)
            pairs.setdefault(source, target)
    return pairs


def _traditional(profile: str, simplified: str, taiwan: str, hong_kong: str) -> str:
    if profile in _TAIWAN:
        return taiwan
    if hong_kong == "=":
        hong_kong = taiwan
    if profile in _HONG_KONG:
        return hong_kong
    if profile in _CHARACTERS and fold(taiwan) == simplified:
        return taiwan if profile == "s2tw" else hong_kong
    return ""


def read_layer(name: str) -> Iterator[Row]:
    for simplified, taiwan, way, hong_kong, english, remark, *_ in _cells(name):
        yield Row(simplified, taiwan, _way(way), taiwan if hong_kong == "=" else hong_kong, english, remark)


@cache
def _cells(name: str) -> Sequence[Sequence[str]]:
    """A layer's rows, six cells at least."""
    lines = _text(name).splitlines()
    return tuple((line + "\t\t\t").split("\t") for line in lines if line and line[0] != "#")


def _way(mark: str) -> Way:
    if mark not in ("=", ">", "<"):
        raise ValueError(f"a layer's way is =, > or <, not {mark!r}")
    return mark  # type: ignore[return-value]


@cache
def _text(name: str) -> str:
    return (LAYERS / f"{name}.tsv").read_text("utf-8")


@cache
def layer_digest(name: str) -> str:
    return digest(_text(name))


def digest(text: str) -> str:
    """With its name in front: bare, `12345678` and `1e103456` would be numbers to YAML."""
    import hashlib

    return "sha@" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def rows_beside(name: str) -> Sequence[Sequence[str]]:
    """The rows of a table that is no layer."""
    lines = _text(name).splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


def _contradicts(entry: Entry, own: Mapping[str, Entry], lengths: Mapping[str, Iterable[int]]) -> bool:
    """Whether a longer shipped term would hide what the catalogue says of a part of it."""
    return any(own[part].target not in entry.target for part in _parts(entry.source, own, lengths))


def _guards(entries: Mapping[str, Entry], *, towards_traditional: bool) -> dict[str, Entry]:
    """Targets that hold a source term (演算法 holds 算法) are converted to themselves, however they are written."""
    lengths = _lengths(entries)
    made = {entry.target: entry for entry in entries.values()}
    if made and towards_traditional:
        made = dict(zip(fold("\n".join(made)).split("\n"), made.values(), strict=True)) | made
    return {
        written: Entry(written, entry.target, entry.layer)
        for written, entry in made.items()
        if written not in entries and any(_parts(written, entries, lengths))
    }


def _lengths(terms: Iterable[str]) -> Mapping[str, Iterable[int]]:
    """How long the terms are that begin with these two characters."""
    lengths: dict[str, set[int]] = {}
    for term in terms:
        lengths.setdefault(term[:2], set()).add(len(term))
    return lengths


def _parts(word: str, terms: Container[str], lengths: Mapping[str, Iterable[int]]) -> Iterator[str]:
    """The terms that stand in a word."""
    for start, character in enumerate(word):
        for beginning in (word[start : start + 2], character):
            for length in lengths.get(beginning, ()):
                if (part := word[start : start + length]) in terms:
                    yield part
