"""Which field a sentence belongs to, where layers convert a word of it differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from operator import add

from i18nkit.conversion.terms import (
    EVERYDAY,
    FIELDS,
    REPAIRS,
    SENSES,
    Terms,
    contested,
    front,
    other_senses,
    read_layer,
    rows_beside,
)
from i18nkit.text.script import fold

_STOPS = re.compile("[。！？；\n]+")
_REST = re.compile("[^。！？；\n]*[。！？；\n]*")  # of a sentence
# A shorter text gives nothing to judge by.
_TELLING = 8
_AROUND = 200  # characters on either side of a sentence without cues
_MARKS = {"`": "programming", "$": "mathematics"}
USUAL = ""
ANY = "-"  # what cues.tsv says of a term that belongs to no field


class Senses:
    """The sense of each sentence: the layer whose cues it holds, or USUAL for the layers in the order given.

    Cues are the rows of cues.tsv and the terms of the fields. A sentence without cues goes by what stands around it;
    where that has none either, it is everyday prose. Where two fields are even, the order given stands.
    """

    def __init__(self, profile: str, layers: tuple[str, ...], terms: Terms) -> None:
        self.layers = layers
        self._front = partial(front, profile, layers, terms)
        self._is_traditional = not profile.startswith("s2")
        own = {source for source, _ in terms}
        self._words = {
            layer: words.keys() - own for layer, words in other_senses(profile, layers).items() if words
        }
        words = frozenset().union(*self._words.values())
        self._contested = _any_of(words) if words else None
        # Layers that agree on every word count as one.
        self._leader = {
            layer: next(other for other in layers if not contested(profile, (other, layer)))
            for layer in layers
        }

    def sentences(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Runs of sentences with one sense, which cover `text`. What nobody contests goes with what stands before."""
        run = 0, len(text), USUAL
        if (
            self._contested
            and len(text) >= _TELLING
            and self._contested.search(text)
            and not _TAKEN.search(text)
        ):
            folded = fold(text) if self._is_traditional else text
            end = 0
            for word in self._contested.finditer(text):
                if word.start() < end:
                    continue
                start = end
                for stop in _STOPS.finditer(text, end, word.start()):
                    start = stop.end()
                end = _end_of_sentence(text, word.end())
                around = slice(max(0, start - _AROUND), end + _AROUND)
                sense = self._sense(self._cues_in(folded[start:end]) or self._cues_in(folded[around]))
                if sense != run[2]:
                    if start:
                        yield run[0], start, run[2]
                    run = start, len(text), sense
        yield run

    def marked(self, words: str, sense: str) -> str:
        """`words` with the mark of the sense before every word that has it; not inside a longer term."""
        if sense not in self._words:
            return words
        assert self._contested
        known, mark, parts, last = self._words[sense], SENSES[sense], [], 0
        for found in self._contested.finditer(words):
            start = found.start()
            if found[0] in known and not any(
                start >= offset and words.startswith(term, start - offset)
                for term, offset in self._longer.get(found[0], ())
            ):
                parts += [words[last:start], mark]
                last = start
        return "".join([*parts, words[last:]]) if parts else words

    @cached_property
    def _longer(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        """The terms that a contested word stands in, and where it begins in them."""
        words = frozenset().union(*self._words.values())
        longer: dict[str, list[tuple[str, int]]] = {}
        for term in self._front():
            for word in words:
                if len(word) < len(term) and word in term and not _TAKEN.search(term):
                    longer.setdefault(word, []).append((term, term.index(word)))
        return longer

    def _sense(self, fields: Sequence[str]) -> str:
        if not fields:
            return EVERYDAY
        best = max(self.layers, key=fields.count)
        return best if fields.count(best) > fields.count(self.layers[0]) else USUAL

    def _cues_in(self, text: str) -> Sequence[str]:
        """The layer that each cue in `text` speaks for, or its leader."""
        cues = self._cues
        found = [
            one for pair in cues.keys() & map(add, text, text[1:]) for one in cues[pair] if one[0] in text
        ]
        found += [one for one in self._marks if one[0] in text]
        others = [cue for cue, layer in found if layer == ANY]
        if others:
            for cue in others:
                text = text.replace(cue, " ")
            return [layer for cue, layer in found if layer and layer != ANY and cue in text]
        return [layer for _, layer in found if layer]

    @cached_property
    def _cues(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """As `_cues`, with the leader for the layer: ANY for a term of any field, empty where it is not in use."""
        return {
            pair: [(cue, self._leader.get(layer, "") if layer in FIELDS else ANY) for cue, layer in cues]
            for pair, cues in _cues(self._is_traditional).items()
        }

    @cached_property
    def _marks(self) -> Sequence[tuple[str, str]]:
        return [(mark, self._leader.get(layer, "")) for mark, layer in _MARKS.items()]


def _end_of_sentence(text: str, start: int) -> int:
    rest = _REST.match(text, start)
    assert rest
    return rest.end()


_TAKEN = re.compile("[" + "".join(SENSES.values()) + "]")


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


@cache
def _cues(is_traditional: bool) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The cues as they are written in folded text, by their first two characters, the longest first; with their layers."""
    cues: dict[str, str] = {}
    doubtful = contested("tw2sp" if is_traditional else "s2twp", (*FIELDS, *REPAIRS, EVERYDAY))
    for layer in FIELDS:
        for row in read_layer(layer):
            term = row.taiwan if is_traditional else row.simplified
            if term not in doubtful:
                cues.setdefault(fold(term), layer)
    cues.update((cue, layer) for cue, layer in rows_beside("cues"))
    beginnings: dict[str, list[tuple[str, str]]] = {}
    for cue in sorted(cues, key=len, reverse=True):
        beginnings.setdefault(cue[:2], []).append((cue, cues[cue]))
    return beginnings
