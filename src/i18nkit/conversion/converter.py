"""Conversion of a whole text: what is prose, which script it is in, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Literal, NamedTuple

from i18nkit.conversion.explaining import Step, quote_steps, steps_of, unmarked
from i18nkit.conversion.protect import (
    FRONT_MATTER,
    Range,
    clauses,
    gaps,
    japanese_sentences,
    keep_pattern,
    kept_ranges,
    masked,
    merged,
    prose,
)
from i18nkit.conversion.quotes import convert_quotes
from i18nkit.conversion.senses import USUAL, Senses
from i18nkit.conversion.terms import EVERYDAY, FIELDS, REPAIRS, Entry, digest, layer_digest
from i18nkit.text.han import KANA
from i18nkit.text.markdown import structure
from i18nkit.text.script import has_han, has_kana, is_japanese, script_of_prose, tables

HanScript = Literal["Hans", "Hant"]

_USUAL = {("Hans", "Hant"): "s2twp", ("Hant", "Hans"): "tw2sp"}
_PAIRS = (("s2t", "t2s"), ("s2tw", "tw2s"), ("s2twp", "tw2sp"), ("s2hk", "hk2s"), ("s2hkp", "hk2sp"))
_BACK = dict(_PAIRS) | {back: there for there, back in _PAIRS}
# Without any of these there is nothing to protect, no quotation mark, no Japanese and nothing that OpenCC cannot read.
# Most notes are so plain, and a closer look would take longer than the conversion. (Bare addresses are ASCII, which is
# never converted.)
_AWKWARD = re.compile(f"[`$<\\]~\t“”‘’「」『』\0\ud800-\udfff{KANA}]")
# The share of kana from which even the sentences without any belong to a Japanese text.
_MOSTLY = 0.3
_BETWEEN = "\x1f"  # the unit separator, which no text has
_FAR = "\U00010000-\U0010ffff"
_LABEL = re.compile(r"(?<=\[)(?:[^\[\]\\]|\\.)+(?=\])")


def usual_profile(source: str, target: str) -> str | None:
    """The OpenCC profile between two scripts where the configuration names none; None where nothing converts."""
    return _USUAL.get((source, target))


Piece = tuple[int, int, str]  # start, end, the sense of its words


class _Reading(NamedTuple):
    """What becomes of a text: `written` with its quotation marks converted, the `pieces` that are prose in the source
    script, and whether they stay where either script may hold them."""

    written: str
    pieces: Sequence[Piece]
    settles: bool = False
    is_mixed: bool = False


class Converter:
    """One OpenCC profile, the script's repairs, the layers of the fields, and before all of them a catalogue's terms.

    `terms` are pairs of source and target word, the first for a word counts; no `keep` word is ever touched. `layers`
    are some of FIELDS: of two that differ, the sentence decides, and where it does not, the first. Nothing is loaded
    before the first conversion. May be shared between threads.
    """

    def __init__(
        self,
        profile: str,
        terms: Sequence[tuple[str, str]] = (),
        keep: Sequence[str] = (),
        layers: Sequence[str] = FIELDS,
    ) -> None:
        self.profile = profile
        self.source_script: HanScript = "Hans" if profile.startswith("s2") else "Hant"
        self.target_script: HanScript = "Hans" if "2s" in profile else "Hant"
        self.layers = tuple(layers)
        self._terms = tuple(terms)
        self._keep = tuple(keep)
        self._words = keep_pattern(keep)
        self._engine: Callable[[str], str] | None = None

    def convert(self, text: str) -> str:
        """`text` in the target script. Twice is once.

        Prose that is in the target script already, Japanese, and whatever is no prose stay as they are. So do line
        ends and the structure of the Markdown.
        """
        if text.isascii():
            return text
        reading = self._read(text)
        return _woven(reading, self._results(reading))

    def explain(self, text: str) -> list[Step]:
        """Every place that `convert` changes, with the layer and the entry that did it, in order."""
        from i18nkit.conversion.engine import load_telling

        reading = self._read(text)
        results = self._results(reading)
        steps = quote_steps(text, reading.written)
        convert, entries = load_telling(self.profile, self.layers, self._terms)
        for (start, _, sense), (words, _), result in zip(
            reading.pieces, _with_senses(reading), results, strict=True
        ):
            marked = self._senses.marked(words, sense)
            found = steps_of(marked, result, convert, entries, self.profile)
            steps += (unmarked(step, marked).moved(start) for step in found if words != result)
        steps.sort(key=lambda step: step.start)
        return _placed(steps)

    def fired(self, text: str) -> frozenset[Entry]:
        """The entries of the layers and of the glossary that take part in the conversion of `text`."""
        from i18nkit.conversion.engine import load_telling
        from i18nkit.conversion.explaining import told_entries

        reading = self._read(text)
        fired: set[Entry] = set()
        convert, entries = load_telling(self.profile, self.layers, self._terms)
        for words, sense in _with_senses(reading):
            fired.update(told_entries(convert(self._senses.marked(words, sense)), entries))
        return frozenset(fired)

    @cached_property
    def fingerprint(self) -> Mapping[str, str]:
        """What the conversions depend on: two converters that agree in it agree on every text."""
        from importlib.metadata import version

        parts = {name: layer_digest(name) for name in ("cues", EVERYDAY, *REPAIRS, *self.layers)}
        first = dict(reversed(self._terms))
        glossary = digest("\n".join(sorted([*map("\t".join, first.items()), *self._keep])))
        return {
            "opencc": version("OpenCC"),
            "profile": self.profile,
            "layers": " ".join(self.layers),
            **parts,
            "glossary": glossary,
        }

    @cached_property
    def _senses(self) -> Senses:
        return Senses(self.profile, self.layers, self._terms)

    @cached_property
    def _is_own(self) -> Callable[[str], bool]:
        """Whether a text holds a character that only the source script has."""
        return _holding(self.source_script)

    @cached_property
    def _is_foreign(self) -> Callable[[str], bool]:
        """Whether a text holds a character that only the target script has."""
        return _holding(self.target_script)

    def _read(self, text: str) -> _Reading:
        if not self._is_awkward(text):
            is_source, is_target = self._is_own(text), self._is_foreign(text)
            if is_source and not is_target:
                return _Reading(text, list(self._senses.sentences(text)))
            if not is_source:
                stays = is_target or not has_han(text)
                return _Reading(text, () if stays else [(0, len(text), USUAL)], settles=True)
        if not has_han(text):
            return _Reading(text, ())
        kept = kept_ranges(text, self._words)
        reading = self._read_between(text, kept)
        if "]:" in text and structure(_woven(reading, self._results(reading))) != structure(text):
            # The two ends of a reference came out differently: leave the labels as they are.
            reading = self._read_between(
                text, merged(kept, (found.span() for found in _LABEL.finditer(text)))
            )
        return reading

    def _is_awkward(self, text: str) -> bool:
        return bool(
            _AWKWARD.search(text)
            or "    " in text
            or text.startswith(FRONT_MATTER)
            or (self._words and self._words.search(text))
        )

    def _read_between(self, text: str, kept: list[Range]) -> _Reading:
        if has_kana(text):
            if is_japanese(prose(text, kept), _MOSTLY):
                return _Reading(text, ())
            kept = merged(kept, japanese_sentences(text))
        script = self._script(prose(text, kept))
        if script == self.target_script:
            return _Reading(text, ())
        if script == "mixed":
            kept = merged(kept, self._done(text, kept))
        written = convert_quotes(text, self.target_script, kept)
        places = gaps(len(text), kept)
        if script == self.source_script:
            return _Reading(written, list(_cut(places, self._senses.sentences(text))))
        pieces = [(start, end, USUAL) for start, end in places]
        return _Reading(written, pieces, settles=script == "und", is_mixed=script == "mixed")

    def _results(self, reading: _Reading) -> list[str]:
        written, marked = reading.written, self._senses.marked
        if reading.settles:
            return [self._settled(written[start:end]) for start, end, _ in reading.pieces]
        words = self._converted([marked(written[start:end], sense) for start, end, sense in reading.pieces])
        if reading.is_mixed or any(map(self._is_foreign, words)):
            return words
        return list(map(self._settled, words))

    def _converted(self, words: list[str]) -> list[str]:
        """Each piece by itself, in one call of OpenCC: a call costs as much as dozens of characters.

        No word of its dictionaries reaches over the mark between two pieces.
        """
        convert = self._engine_at_hand()
        if len(words) == 1:
            return [convert(words[0])]
        joined = _BETWEEN.join(words)
        if joined.count(_BETWEEN) >= len(words):
            return list(map(convert, words))
        return convert(joined).split(_BETWEEN) if words else []

    def _script(self, words: str) -> str:
        """As `script_of_prose`, but a trace of the target script in a source text makes it mixed."""
        if self.source_script == self.target_script:
            return "und"
        is_source, is_target = self._is_own(words), self._is_foreign(words)
        if is_source and is_target:
            return self.target_script if script_of_prose(words) == self.target_script else "mixed"
        if is_target:
            return self.target_script
        return self.source_script if is_source else "und"

    def _done(self, text: str, kept: Sequence[Range]) -> list[Range]:
        """The clauses of a mixed text that are in the target script already.

        One that could be either follows the clause before it, the first ones the first that is known.
        """
        words_only = masked(text, kept)
        places = list(clauses(words_only))
        is_done: list[bool | None] = []
        for start, end in places:
            words = words_only[start:end]
            if self._is_own(words):
                is_done.append(False)
            else:
                is_done.append(True if self._is_foreign(words) else None)
        last = next((known for known in is_done if known is not None), False)
        done: list[Range] = []
        for place, known in zip(places, is_done, strict=True):
            last = last if known is None else known
            if last:
                done.append(place)
        return done

    def _settled(self, words: str) -> str:
        """The conversion of words that nothing tells the script of: what a second conversion would make of them, too.

        They stay where they may be in the target script already: where the way back and here again returns them
        (文件 stands on both sides). They stay, too, where the conversion would find no end.
        """
        convert = self._engine_at_hand()
        once = convert(words)
        if once == words or convert(once) != once or self._is_target(words):
            return words
        return once

    def _is_target(self, words: str) -> bool:
        if self.profile not in _BACK:
            return False
        from i18nkit.conversion.engine import load

        terms = tuple((target, source) for source, target in self._terms)
        back = load(_BACK[self.profile], self.layers, terms)
        return self._engine_at_hand()(back(words)) == words

    def _engine_at_hand(self) -> Callable[[str], str]:
        if self._engine is None:
            from i18nkit.conversion.engine import load

            self._engine = load(self.profile, self.layers, self._terms)
        return self._engine


@cache
def _holding(script: HanScript) -> Callable[[str], bool]:
    """Whether a text holds a character that only `script` has; a pattern is several times as fast as a set."""
    known = tables().simplified if script == "Hans" else tables().traditional
    # `re` is slow at single characters beyond the basic plane: these are looked up, and few texts have any.
    near = "".join(sorted(character for character in known if character < _FAR[0]))
    search = re.compile(f"[{near}{_FAR}]").search

    def holds(text: str) -> bool:
        found = search(text)
        return found is not None and (found[0] < _FAR[0] or not known.isdisjoint(text))

    return holds


def _with_senses(reading: _Reading) -> Iterator[tuple[str, str]]:
    return ((reading.written[start:end], sense) for start, end, sense in reading.pieces)


def _woven(reading: _Reading, results: Sequence[str]) -> str:
    """The text with `results` in the place of its pieces."""
    if len(results) == 1 and len(reading.written) == reading.pieces[0][1] - reading.pieces[0][0]:
        return results[0]
    last, parts = 0, []
    for (start, end, _), result in zip(reading.pieces, results, strict=True):
        parts += [reading.written[last:start], result]
        last = end
    return "".join([*parts, reading.written[last:]])


def _cut(places: Iterable[Range], sentences: Iterable[Piece]) -> Iterator[Piece]:
    """The places, cut where the order of the layers changes. The sentences cover the text."""
    runs = list(sentences)
    if len(runs) == 1:
        yield from ((start, end, runs[0][2]) for start, end in places)
        return
    number = 0
    for start, end in places:
        while start < end:
            while runs[number][1] <= start:
                number += 1
            stop = min(end, runs[number][1])
            yield start, stop, runs[number][2]
            start = stop


def _placed(steps: Sequence[Step]) -> list[Step]:
    """With the places in the result, which every step before moves."""
    shift, placed = 0, []
    for step in steps:
        placed.append(step.landing(step.start + shift))
        shift += len(step.result) - len(step.source)
    return placed
