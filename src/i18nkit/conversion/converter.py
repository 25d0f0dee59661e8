"""Conversion of a whole text: what is prose, which script it is in, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal

from i18nkit.conversion.protect import (
    Range,
    clauses,
    gaps,
    japanese_sentences,
    keep_pattern,
    kept_ranges,
    masked,
    merged,
    prose,
    woven,
)
from i18nkit.conversion.quotes import convert_quotes
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
_LABEL = re.compile(r"(?<=\[)(?:[^\[\]\\]|\\.)+(?=\])")


def usual_profile(source: str, target: str) -> str | None:
    """The OpenCC profile between two scripts where the configuration names none; None where nothing converts."""
    return _USUAL.get((source, target))


class Converter:
    """One OpenCC profile with the terms of a catalogue in front of it.

    `terms` are pairs of source and target word, the first for a word counts; no `keep` word is ever touched. Nothing is
    loaded before the first conversion. May be shared between threads.
    """

    def __init__(self, profile: str, terms: Sequence[tuple[str, str]] = (), keep: Sequence[str] = ()) -> None:
        self.profile = profile
        self.source_script: HanScript = "Hans" if profile.startswith("s2") else "Hant"
        self.target_script: HanScript = "Hans" if "2s" in profile else "Hant"
        self._terms = tuple(terms)
        self._words = keep_pattern(keep)
        self._engine: Callable[[str], str] | None = None

    def convert(self, text: str) -> str:
        """`text` in the target script. Twice is once.

        Prose that is in the target script already, Japanese, and whatever is no prose stay as they are. So do line
        ends and the structure of the Markdown.
        """
        if text.isascii():
            return text
        if _AWKWARD.search(text) or "    " in text or (self._words and self._words.search(text)):
            return self._piecewise(text)
        if self._own.isdisjoint(text):
            is_done = not self._foreign.isdisjoint(text) or not has_han(text)
            return text if is_done else self._settled(text)
        if self._foreign.isdisjoint(text):
            converted = self._engine_at_hand()(text)
            return self._settled(converted) if self._foreign.isdisjoint(converted) else converted
        return self._piecewise(text)

    @cached_property
    def _own(self) -> frozenset[str]:
        """The characters that only the source script has."""
        return tables().simplified if self.source_script == "Hans" else tables().traditional

    @cached_property
    def _foreign(self) -> frozenset[str]:
        """The characters that only the target script has."""
        return tables().simplified if self.target_script == "Hans" else tables().traditional

    def _piecewise(self, text: str) -> str:
        if not has_han(text):
            return text
        kept = kept_ranges(text, self._words)
        converted = self._converted(text, kept)
        if "]:" in text and structure(converted) != structure(text):
            # The two ends of a reference came out differently: leave the labels as they are.
            kept = merged(kept, (found.span() for found in _LABEL.finditer(text)))
            converted = self._converted(text, kept)
        return converted

    def _converted(self, text: str, kept: list[Range]) -> str:
        if has_kana(text):
            if is_japanese(prose(text, kept), _MOSTLY):
                return text
            kept = merged(kept, japanese_sentences(text))
        script = self._script(prose(text, kept))
        if script == self.target_script:
            return text
        if script == "mixed":
            kept = merged(kept, self._done(text, kept))
        text = convert_quotes(text, self.target_script, kept)
        words = [text[start:end] for start, end in gaps(len(text), kept)]
        if script != "und":
            words = self._all_at_once(words)
        if script == "und" or (script != "mixed" and all(map(self._foreign.isdisjoint, words))):
            words = list(map(self._settled, words))
        return woven(text, kept, words)

    def _all_at_once(self, pieces: Sequence[str]) -> list[str]:
        """Each piece by itself, in one call of OpenCC: a call costs as much as dozens of characters.

        No word of its dictionaries reaches over the mark between two pieces.
        """
        convert = self._engine_at_hand()
        if any(_BETWEEN in piece for piece in pieces):
            return list(map(convert, pieces))
        return convert(_BETWEEN.join(pieces)).split(_BETWEEN) if pieces else []

    def _script(self, words: str) -> str:
        """As `script_of_prose`, but a trace of the target script in a source text makes it mixed."""
        if self.source_script == self.target_script:
            return "und"
        is_source, is_target = not self._own.isdisjoint(words), not self._foreign.isdisjoint(words)
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
            if not self._own.isdisjoint(words):
                is_done.append(False)
            else:
                is_done.append(None if self._foreign.isdisjoint(words) else True)
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

        back = load(_BACK[self.profile], tuple((target, source) for source, target in self._terms))
        return self._engine_at_hand()(back(words)) == words

    def _engine_at_hand(self) -> Callable[[str], str]:
        if self._engine is None:
            from i18nkit.conversion.engine import load

            self._engine = load(self.profile, self._terms)
        return self._engine
