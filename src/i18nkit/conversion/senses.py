"""Which sense a word has where the layers convert it differently: the sentence around it decides.

OpenCC does the looking. Its dictionaries have a private-use character for every word that waits for a decision, and one
in front of every cue; the result is settled sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from i18nkit.conversion.compiled import Choice, Compiled, compiled
from i18nkit.conversion.engine import configuration, load
from i18nkit.conversion.terms import (
    BOUNDARIES,
    EVERYDAY,
    FIELDS,
    Entry,
    Terms,
    choices,
    cues,
    front,
    own_entries,
)

# Private-use characters, which no dictionary of OpenCC holds; `protect` keeps those of a text away from here.
NUMBERED, BEGUN, ENDED = "\uf5d0", "\uf5d1", "\uf5d2"
_CUES = {layer: chr(0xF5D8 + number) for number, layer in enumerate(FIELDS)}
_FIRST_WAITING = 0xF600
_MARKS = "".join(_CUES.values())
# In front of prose that follows code or a formula: they are cues, too.
BESIDE = {"`": _CUES["programming"], "$": _CUES["mathematics"]}

_WAITING = re.compile(f"[{chr(_FIRST_WAITING)}-\uf8ff]")
_CUE = re.compile(f"([{_MARKS}])([^{_MARKS}]{{1,2}})")
_LATIN = re.compile("[A-Za-z]")
_STOP = re.compile("[。！？；\n]")
# A shorter text gives nothing to judge by.
_TELLING = 8
_AROUND = 200  # characters on either side of a sentence without cues

Votes = tuple[int, ...]  # for each of FIELDS; empty where there is none


class Senses:
    """The conversion of plain prose with a profile, its layers and a catalogue's terms.

    A cue counts once for a sentence, and for the words of its layer. Of senses that are even, that of the first layer
    stands. A sentence without cues goes by what stands around it; where that has none either, it is everyday prose, but
    for a sentence with Latin letters, which prose has seldom.

    What is converted must hold no NUL (OpenCC stops there without a word), no lone surrogate and none of the characters
    that are used here.
    """

    def __init__(self, profile: str, layers: tuple[str, ...], terms: Terms) -> None:
        self._of = profile, layers, terms
        self._chosen: dict[tuple[str, Votes | None], Entry] = {}
        made = compiled(*self._of, self._make)
        self._choices = made.choices
        self._convert = load(made.configuration)

    def convert(self, words: str) -> str:
        result = self._convert(words)
        if _WAITING.search(result):
            decided = self._decided(result, len(words))
            result = _WAITING.sub(lambda _: next(decided).target, result)
        return _without_cues(result)

    def told(self, words: str) -> str:
        """As `convert`, with marks around what an entry made, and its number in `entries`."""
        decided = self._decided(self._convert(words), len(words))
        return _without_cues(_WAITING.sub(lambda _: self._numbered(next(decided)), self._tell(words)))

    @cached_property
    def entries(self) -> Sequence[Entry]:
        others = (entry for _, senses in self._waiting.values() for entry in senses.values())
        return tuple(dict.fromkeys((*self._front.values(), *others)))

    @cached_property
    def _front(self) -> Mapping[str, Entry]:
        return front(*self._of)

    @cached_property
    def _waiting(self) -> Mapping[str, Choice]:
        """By the character that stands for the word until its sentence is known."""
        profile, layers, terms = self._of
        own = own_entries(terms)
        many = [
            (self._front[word], senses)
            for word, senses in choices(profile, layers).items()
            if word in self._front and word not in own
        ]
        return {chr(_FIRST_WAITING + number): choice for number, choice in enumerate(many)}

    def _make(self) -> Compiled:
        return Compiled(self._configuration(lambda entry: entry.target), self._waiting)

    @cached_property
    def _tell(self) -> Callable[[str], str]:
        return load(self._configuration(self._numbered))

    def _configuration(self, told: Callable[[Entry], str]) -> str:
        profile, layers, _ = self._of
        marks = {source: _CUES[layer] for source, layer in _speaking(self._front, cues(profile, layers))}
        waiting = {usual.source: character for character, (usual, _) in self._waiting.items()}
        words = {
            source: marks.get(source, "") + (waiting.get(source) or told(entry))
            for source, entry in self._front.items()
        }
        return configuration(profile, words, {entry.target for entry in self.entries})

    def _numbered(self, entry: Entry) -> str:
        return f"{NUMBERED}{self._numbers[entry]}{BEGUN}{entry.target}{ENDED}"

    @cached_property
    def _numbers(self) -> Mapping[Entry, int]:
        return {entry: number for number, entry in enumerate(self.entries)}

    def _decided(self, result: str, length: int) -> Iterator[Entry]:
        """What becomes of each waiting word, in order. `length`: of the words before they were converted."""
        start = 0
        for sentence in _STOP.split(result):
            end = start + len(sentence)
            if _WAITING.search(sentence):
                votes: Votes | None = None
                if length >= _TELLING:
                    votes = _votes(sentence) or _votes(result[max(0, start - _AROUND) : end + _AROUND])
                    if not votes and _LATIN.search(sentence):
                        votes = None
                for character in _WAITING.findall(sentence):
                    yield self._chosen.get((character, votes)) or self._choose(character, votes)
            start = end + 1

    def _choose(self, character: str, votes: Votes | None) -> Entry:
        usual, senses = self._choices[character]
        chosen = usual if votes is None else _chosen(usual, senses, votes)
        self._chosen[character, votes] = chosen
        return chosen


@cache
def senses(profile: str, layers: tuple[str, ...], terms: Terms) -> Senses:
    """Some hundredths of a second the first time; may be shared between threads."""
    return Senses(profile, layers, terms)


def _speaking(front: Mapping[str, Entry], known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The entries that are cues, with the layer they speak for; 个数据 is there for the cut only, and speaks like 数据."""
    for source, entry in front.items():
        layer = known.get(source)
        if layer is None and entry.layer == BOUNDARIES:
            ends = (source[start:] for start in range(1, len(source) - 1))
            layer = next((known[end] for end in ends if end in known), None)
        if layer:
            yield source, layer


def _votes(sentence: str) -> Votes:
    """How many different cues of each layer the words of a sentence hold."""
    marks = [mark for mark, _ in set(_CUE.findall(sentence))]
    return tuple(map(marks.count, _MARKS)) if marks else ()


def _chosen(usual: Entry, senses: Mapping[str, Entry], votes: Votes) -> Entry:
    """What most cues speak for; those of a layer that does not have the word, for the usual sense."""
    if not votes:
        return senses.get(EVERYDAY, usual)
    spoken = [(senses.get(layer, usual), count) for layer, count in zip(FIELDS, votes, strict=True)]
    chosen, most = usual, sum(count for entry, count in spoken if entry.target == usual.target)
    for entry, _ in spoken:
        count = sum(count for other, count in spoken if other.target == entry.target)
        if count > most:
            chosen, most = entry, count
    return chosen


def _without_cues(words: str) -> str:
    for mark in _MARKS:
        words = words.replace(mark, "")
    return words
