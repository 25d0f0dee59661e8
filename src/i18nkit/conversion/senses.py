"""Which field a sentence belongs to, where layers convert a word of it differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import add

from i18nkit.conversion.terms import EVERYDAY, FIELDS, REPAIRS, contested, read_layer, rows_beside
from i18nkit.text.script import fold

Layers = tuple[str, ...]

_SENTENCE = re.compile("[^。！？；\n]+[。！？；\n]*|[。！？；\n]+")
# A shorter text gives nothing to judge by.
_TELLING = 8
_AROUND = 200  # characters on either side of a sentence without cues
_MARKS = {"`": "programming", "$": "mathematics"}


class Senses:
    """The order of the layers for each sentence: the one whose cues it holds comes first.

    Cues are the rows of cues.tsv and the terms of the fields. A sentence without cues goes by the whole text; a whole
    text without any is everyday prose. Where two fields are even, the order given stands.
    """

    def __init__(self, profile: str, layers: Layers) -> None:
        self.layers = layers
        self._is_traditional = not profile.startswith("s2")
        words = contested(profile, (*layers, *REPAIRS, EVERYDAY))
        self._contested = re.compile("|".join(sorted(map(re.escape, words)))) if words else None
        # Layers that agree on every word count as one.
        self._leader = {
            layer: next(other for other in layers if not contested(profile, (other, layer)))
            for layer in layers
        }

    def sentences(self, text: str) -> Iterator[tuple[int, int, Layers]]:
        """Runs of sentences with one order, which cover `text`. What nobody contests goes with what stands before."""
        if self._contested is None or len(text) < _TELLING or not self._contested.search(text):
            yield 0, len(text), self.layers
            return
        folded = fold(text) if self._is_traditional else text
        run = 0, len(text), self.layers
        for found in _SENTENCE.finditer(folded):
            start, end = found.span()
            if self._contested.search(text, start, end):
                cues = self._cues_in(found[0])
                order = self._order(cues or self._cues_in(folded[max(0, start - _AROUND) : end + _AROUND]))
                if order != run[2]:
                    if start:
                        yield run[0], start, run[2]
                    run = start, len(text), order
        yield run

    def _order(self, fields: Sequence[str]) -> Layers:
        if not fields:
            return (EVERYDAY, *self.layers)
        best = max(self.layers, key=fields.count)
        if best == self.layers[0] or fields.count(best) == fields.count(self.layers[0]):
            return self.layers
        return (best, *(layer for layer in self.layers if layer != best))

    def _cues_in(self, text: str) -> Sequence[str]:
        """The layer that each cue in `text` speaks for, or its leader."""
        beginnings = _cues(self._is_traditional)
        pairs = beginnings.keys() & map(add, text, text[1:])
        found = [(cue, layer) for pair in pairs for cue, layer in beginnings[pair] if cue in text]
        found += [(mark, layer) for mark, layer in _MARKS.items() if mark in text]
        if any(layer not in FIELDS for _, layer in found):
            others = [cue for cue, layer in found if layer not in FIELDS]
            for cue in others:
                text = text.replace(cue, " ")
            found = [(cue, layer) for cue, layer in found if cue in text]
        return [self._leader[layer] for _, layer in found if layer in self._leader]


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
