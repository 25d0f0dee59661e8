"""Which field a sentence belongs to, where the layers of two fields convert a word of it differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from i18nkit.conversion.terms import contested, rows_beside
from i18nkit.text.script import fold

Layers = tuple[str, ...]

_SENTENCE = re.compile("[^。！？；\n]+[。！？；\n]*|[。！？；\n]+")


class Senses:
    """The order of the layers for each sentence: the one whose cues it holds comes first.

    A sentence without cues goes by the whole text, and a text without cues by the order given.
    """

    def __init__(self, profile: str, layers: Layers) -> None:
        self.layers = layers
        words = contested(profile, layers)
        self._contested = _any_of(words) if words else None

    def sentences(self, text: str) -> Iterator[tuple[int, int, Layers]]:
        """Runs of sentences with one order, which cover `text`."""
        if self._contested is None or not self._contested.search(text):
            yield 0, len(text), self.layers
            return
        found = _cues_in(text)
        whole = self._order(found)
        if whole == self.layers and all(layer == self.layers[0] for layer in found.values()):
            yield 0, len(text), self.layers
            return
        run: tuple[int, int, Layers] | None = None
        for sentence in _SENTENCE.finditer(text):
            cues = _cues_in(sentence[0])
            order = self._order(cues) if cues else whole
            if run and run[2] == order:
                run = (run[0], sentence.end(), order)
            else:
                if run:
                    yield run
                run = (*sentence.span(), order)
        if run:
            yield run

    def _order(self, cues: Mapping[str, str]) -> Layers:
        fields = list(cues.values())
        best = max(self.layers, key=fields.count, default="")
        if not best or not fields.count(best) > fields.count(self.layers[0]):
            return self.layers
        return (best, *(layer for layer in self.layers if layer != best))


def _any_of(words: Sequence[str] | frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


@cache
def _cues() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Every cue, however it is written, and its layer."""
    layers = {fold(cue): layer for cue, layer in rows_beside("cues")}
    return _any_of(list(layers)), layers


def _cues_in(text: str) -> Mapping[str, str]:
    """The cues in `text`, each once, with their layers."""
    pattern, layers = _cues()
    return {cue: layers[cue] for cue in pattern.findall(fold(text))}
