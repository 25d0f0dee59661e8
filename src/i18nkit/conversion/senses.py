"""Which field a sentence belongs to, where layers convert a word of it differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import add

from i18nkit.conversion.terms import EVERYDAY, FIELDS, REPAIRS, contested, read_layer, rows_beside
from i18nkit.text.script import fold

Layers = tuple[str, ...]

_SENTENCE = re.compile("[^。！？；\n]+[。！？；\n]*|[。！？；\n]+")
# A shorter text gives nothing to judge by.
_TELLING = 8
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

    def sentences(self, text: str) -> Iterator[tuple[int, int, Layers]]:
        """Runs of sentences with one order, which cover `text`."""
        if self._contested is None or len(text) < _TELLING or not self._contested.search(text):
            yield 0, len(text), self.layers
            return
        folded = fold(text) if self._is_traditional else text
        found = self._cues_in(folded)
        whole = self._order(found.values())
        if not found or all(layer == self.layers[0] for layer in found.values()):
            yield 0, len(text), whole
            return
        run: tuple[int, int, Layers] | None = None
        for sentence in _SENTENCE.finditer(folded):
            cues = self._cues_in(sentence[0])
            order = self._order(cues.values()) if cues else whole
            if run and run[2] == order:
                run = (run[0], sentence.end(), order)
            else:
                if run:
                    yield run
                run = (*sentence.span(), order)
        if run:
            yield run

    def _order(self, cues: Iterable[str]) -> Layers:
        fields = list(cues)
        if not fields:
            return (EVERYDAY, *self.layers)
        best = max(self.layers, key=fields.count, default="")
        if not best or fields.count(best) <= fields.count(self.layers[0]):
            return self.layers
        return (best, *(layer for layer in self.layers if layer != best))

    def _cues_in(self, text: str) -> Mapping[str, str]:
        """The cues in `text`, each once, with their layers. None begins inside another."""
        beginnings = _cues(self._is_traditional)
        found: dict[str, str] = {}
        end = 0
        for place, pair in enumerate(map(add, text, text[1:])):
            if place >= end and pair in beginnings:
                for cue, layer in beginnings[pair]:
                    if text.startswith(cue, place):
                        found[cue] = layer
                        end = place + len(cue)
                        break
        found |= {mark: layer for mark, layer in _MARKS.items() if mark in text}
        return {cue: layer for cue, layer in found.items() if layer in self.layers}


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
