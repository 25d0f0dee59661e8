"""Conversion of a whole text: what is prose, which script it is in, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import Literal, NamedTuple

from i18nkit.conversion.explaining import Step, quote_steps, steps_of, told_entries
from i18nkit.conversion.protect import (
    FRONT_MATTER,
    RESERVED,
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
from i18nkit.conversion.senses import BESIDE, Senses, senses
from i18nkit.conversion.terms import CUES, EVERYDAY, FIELDS, REPAIRS, Entry, digest, layer_digest
from i18nkit.text.han import KANA
from i18nkit.text.markdown import structure
from i18nkit.text.script import has_han, has_kana, is_japanese, script_of_prose, tables

HanScript = Literal["Hans", "Hant"]

_USUAL = {("Hans", "Hant"): "s2twp", ("Hant", "Hans"): "tw2sp"}
_PAIRS = (("s2t", "t2s"), ("s2tw", "tw2s"), ("s2twp", "tw2sp"), ("s2hk", "hk2s"), ("s2hkp", "hk2sp"))
_BACK = dict(_PAIRS) | {back: there for there, back in _PAIRS}
# Without any of these there is nothing to protect, no quotation mark, no Japanese and nothing that OpenCC cannot read.
# Most notes are so plain, and a closer look would take longer than the conversion.
_AWKWARD = re.compile(f"[`$<\\]~\t“”‘’「」『』{RESERVED}{KANA}]")
# The share of kana from which even the sentences without any belong to a Japanese text.
_MOSTLY = 0.3
_BETWEEN = "\x1f"  # the unit separator; `protect` keeps those of a text away
_FAR = "\U00010000-\U0010ffff"
_LABEL = re.compile(r"(?<=\[)(?:[^\[\]\\]|\\.)+(?=\])")


def usual_profile(source: str, target: str) -> str | None:
    """The OpenCC profile between two scripts where the configuration names none; None where nothing converts."""
    return _USUAL.get((source, target))


class _Reading(NamedTuple):
    """What becomes of a text: `written` with its quotation marks converted, the `pieces` that are prose in the source
    script, and whether they stay where either script may hold them."""

    written: str
    pieces: Sequence[Range]
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
        reading = self._read(text)
        results = self._results(reading)
        steps = quote_steps(text, reading.written)
        for (start, end), told, result in zip(reading.pieces, self._told(reading), results, strict=True):
            found = steps_of(reading.written[start:end], result, told, self._senses, self.profile)
            steps += (step.moved(start) for step in found)
        steps.sort(key=lambda step: step.start)
        return _placed(steps)

    def fired(self, text: str) -> frozenset[Entry]:
        """The entries of the layers and of the glossary that take part in the conversion of `text`."""
        entries = self._senses.entries
        return frozenset(
            entry for told in self._told(self._read(text)) for entry in told_entries(told, entries)
        )

    @cached_property
    def fingerprint(self) -> Mapping[str, str]:
        """What the conversions depend on: two converters that agree in it agree on every text."""
        from importlib.metadata import version

        parts = {name: layer_digest(name) for name in (CUES, EVERYDAY, *REPAIRS, *self.layers)}
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
        return senses(self.profile, self.layers, self._terms)

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
                return _Reading(text, [(0, len(text))])
            if not is_source:
                stays = is_target or not has_han(text)
                return _Reading(text, () if stays else [(0, len(text))], settles=True)
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
            or "://" in text
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
        pieces = list(gaps(len(text), kept))
        return _Reading(written, pieces, settles=script == "und", is_mixed=script == "mixed")

    def _results(self, reading: _Reading) -> list[str]:
        if reading.settles:
            return [self._settled(reading.written[start:end]) for start, end in reading.pieces]
        words = self._converted(reading, self._senses.convert)
        if reading.is_mixed or any(map(self._is_foreign, words)):
            return words
        return list(map(self._settled, words))

    def _told(self, reading: _Reading) -> list[str]:
        if reading.settles:
            return [self._senses.told(reading.written[start:end]) for start, end in reading.pieces]
        return self._converted(reading, self._senses.told)

    def _converted(self, reading: _Reading, convert: Callable[[str], str]) -> list[str]:
        """Each piece, all in one call: a call costs as much as dozens of characters, and a sense goes by the sentence.

        No word of the dictionaries reaches over the mark between two pieces.
        """
        written, pieces = reading.written, reading.pieces
        if len(pieces) == 1 and pieces[0] == (0, len(written)):
            return [convert(written)]
        marked = (BESIDE.get(written[start - 1 : start], "") + written[start:end] for start, end in pieces)
        return convert(_BETWEEN.join(marked)).split(_BETWEEN) if pieces else []

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
        convert = self._senses.convert
        once = convert(words)
        if once == words or convert(once) != once or self._is_target(words):
            return words
        return once

    def _is_target(self, words: str) -> bool:
        if self.profile not in _BACK:
            return False
        terms = tuple((target, source) for source, target in self._terms)
        back = senses(_BACK[self.profile], self.layers, terms).convert
        return self._senses.convert(back(words)) == words


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


def _woven(reading: _Reading, results: Sequence[str]) -> str:
    """The text with `results` in the place of its pieces."""
    if len(results) == 1 and len(reading.written) == reading.pieces[0][1] - reading.pieces[0][0]:
        return results[0]
    last, parts = 0, []
    for (start, end), result in zip(reading.pieces, results, strict=True):
        parts += [reading.written[last:start], result]
        last = end
    return "".join([*parts, reading.written[last:]])


def _placed(steps: Sequence[Step]) -> list[Step]:
    """With the places in the result, which every step before moves."""
    shift, placed = 0, []
    for step in steps:
        placed.append(step.landing(step.start + shift))
        shift += len(step.result) - len(step.source)
    return placed
