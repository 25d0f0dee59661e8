"""Learn terms from what people changed in converted texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.errors import I18nKitError, say
from i18nkit.flows.routes import Route, Routes, route_of
from i18nkit.flows.sync import Anew
from i18nkit.model import OPENCC, Catalogue, Change, Term, Unit, Value, digest
from i18nkit.store.history import NoHistory, text_with_digest
from i18nkit.store.layout import CONVERSION, GLOSSARY
from i18nkit.translation import (
    Correction,
    Piece,
    Words,
    begins_inside,
    corrections,
    ends_inside,
    is_grammar,
    machines_text,
)

LONGEST_WORD = 4  # characters; a term that was widened further is a phrase
# Before a word that is converted by itself, it leaves no doubt about its script.
_LEAD = {"Hans": "这，", "Hant": "這，"}


@dataclass(frozen=True, slots=True)
class Example:
    unit: Unit
    source: str
    words: Words


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row for the glossary. `was` is what the converter says now. `against` counts the texts that people have read and
    that say it otherwise; `impact` are the texts the row would change. `is_one_way`: the row must not count for the way
    back, where it would spoil texts that people have read."""

    route: Route
    source: str
    target: str
    was: str
    examples: Sequence[Example]
    against: int
    impact: Sequence[Anew]
    is_one_way: bool

    @property
    def id(self) -> str:
        """The same in every run."""
        return digest("\t".join((*self.route, self.source, self.target)))[:6]

    @property
    def term(self) -> Term:
        texts = {self.route.source: self.source, self.route.target: self.target}
        return Term(texts, only=self.route.target if self.is_one_way else "")


@dataclass(frozen=True, slots=True)
class Learnt:
    """`lost` are corrected texts whose former source is nowhere to be found."""

    proposals: Sequence[Proposal]
    lost: Sequence[Unit]
    catalogue: Catalogue


def learn(settings: Settings) -> Learnt:
    """The proposals that nobody has declined, those with most examples first."""
    catalogue = store.read_catalogue(settings)
    return _Learner(settings, catalogue).learnt()


def answer(
    settings: Settings, learnt: Learnt, *, accept: Sequence[str] = (), decline: Sequence[str] = ()
) -> list[store.Rewrite]:
    """Rows for the glossary, and a note of what was declined. Raises I18nKitError for an id that nothing has."""
    known = {proposal.id: proposal for proposal in learnt.proposals}
    for id in (*accept, *decline):
        if id not in known:
            raise I18nKitError(
                say("no proposal is called {id}", id=id),
                remedy=say("known proposals: {names}", names=", ".join(known) or "-"),
            )
    catalogue = learnt.catalogue
    rows = list(catalogue.glossary)
    changes = []
    for id in dict.fromkeys(accept):
        changes.append(_row(rows, known[id]))
    for n, id in enumerate(dict.fromkeys(decline), len(catalogue.conversion.declined)):
        changes.append(
            Change(None, CONVERSION, ("declined", n), _written(known[id].term), None, say("declined"))
        )
    return store.apply(settings, changes)


def _row(rows: list[Term], proposal: Proposal) -> Change:
    """`rows` takes the row, too."""
    why = say("learnt from {count} corrections", count=len(proposal.examples))
    n, row = _place(rows, proposal.route, proposal.term)
    if n == len(rows):
        rows.append(row)
        return Change(None, GLOSSARY, (n,), _written(row), None, why)
    target = proposal.route.target
    old, rows[n] = rows[n].texts.get(target), row
    return Change(None, GLOSSARY, (n, target), proposal.target, old, why)


def _place(rows: Sequence[Term], route: Route, term: Term) -> tuple[int, Term]:
    """A new row, or another word in the row that the term has already."""
    for n, row in enumerate(rows):
        if row.texts.get(route.source) == term.texts[route.source] and row.only == term.only:
            return n, replace(row, texts={**row.texts, **term.texts})
    return len(rows), term


def _written(term: Term) -> dict[str, Value]:
    return {**term.texts, "only": term.only} if term.only else {**term.texts}


class _Learner:
    def __init__(self, settings: Settings, catalogue: Catalogue) -> None:
        self.settings = settings
        self.catalogue = catalogue
        self.routes = Routes(catalogue)
        self.lost: list[Unit] = []
        self._corpora: dict[str, str] = {}

    def learnt(self) -> Learnt:
        found: dict[tuple[Route, str, str], list[Example]] = {}
        for unit in self.catalogue.units.values():
            if machines_text(unit) and self.routes.leads(route_of(unit)):
                for example in self._examples(unit):
                    words = example.words
                    found.setdefault((route_of(unit), words.source, words.person), []).append(example)
        proposals = [
            proposal
            for (route, source, target), examples in found.items()
            if not self._is_declined(route, source, target)
            and (proposal := self._proposal(route, source, target, examples))
        ]
        proposals.sort(key=lambda proposal: (-len(proposal.examples), proposal.source, proposal.target))
        return Learnt(proposals, self.lost, self.catalogue)

    def _is_declined(self, route: Route, source: str, target: str) -> bool:
        return any(
            term.texts == {route.source: source, route.target: target} and term.only in ("", route.target)
            for term in self.catalogue.conversion.declined
        )

    def _examples(self, unit: Unit) -> Iterator[Example]:
        source = self._source_of(unit)
        if source is None:
            self.lost.append(unit)
            return
        route = route_of(unit)
        machine = self.routes.convert(route, source)
        if machine == unit.text:
            return
        pieces = self._pieces(route, source)
        if "".join(machine[piece.machine_start : piece.machine_end] for piece in pieces) != machine:
            return
        known = self._known_words(route, source)
        for correction in corrections(source, machine, unit.text, pieces):
            if words := self._whole_words(route, source, correction, known):
                yield Example(unit, source, words)

    def _source_of(self, unit: Unit) -> str | None:
        """The text that this one was made from, as it was then."""
        mark = unit.stamp.source if unit.stamp else None
        assert mark
        there = self.catalogue.units.get(unit.address.within(mark.owner))
        if there and mark.fits(there.text):
            return there.text
        try:
            return text_with_digest(self.settings, mark, unit.address)
        except NoHistory:
            return None

    def _pieces(self, route: Route, source: str) -> list[Piece]:
        """As the converter explains itself; where characters were changed one by one, each is a piece."""
        pieces: list[Piece] = []
        place, shift = 0, 0
        for step in self.routes.converter(route).explain(source):
            pieces += (Piece(n, n + 1, n + shift, n + shift + 1) for n in range(place, step.start))
            is_one_by_one = step.layer == "OpenCC" and len(step.source) == len(step.result)
            if is_one_by_one:
                pieces += (Piece(n, n + 1, n + shift, n + shift + 1) for n in range(step.start, step.end))
            else:
                pieces.append(
                    Piece(step.start, step.end, step.start + shift, step.start + shift + len(step.result))
                )
            place, shift = step.end, shift + len(step.result) - len(step.source)
        pieces += (Piece(n, n + 1, n + shift, n + shift + 1) for n in range(place, len(source)))
        return pieces

    def _known_words(self, route: Route, source: str) -> list[tuple[int, int]]:
        """Where words of the glossary and the layers stand in the source, whether or not they change it."""
        places = []
        for entry in self.routes.converter(route).fired(source):
            start = source.find(entry.source)
            while start >= 0:
                places.append((start, start + len(entry.source)))
                start = source.find(entry.source, start + 1)
        return places

    def _whole_words(
        self, route: Route, source: str, correction: Correction, known: Sequence[tuple[int, int]]
    ) -> Words | None:
        """The narrowest words that the converter makes the same of wherever they stand, that are not cut in the middle, and
        that the other corrected texts do not contradict; where several are alike, those that come most often."""
        narrow = correction.narrow
        if is_grammar(narrow.source) or is_grammar(narrow.person):
            return None
        candidates = [
            (self._doubts(route, words, before, after, correction), words)
            for words, before, after in correction.wide
            if len(words.source) > 1
            and not self._is_cut(route, source, words, before, after, known)
            and self._stands_alone(route, words)
        ]
        words = min(candidates, key=lambda candidate: candidate[0])[1] if candidates else None
        return words if words and len(words.source) <= max(LONGEST_WORD, len(narrow.source)) else None

    def _is_cut(
        self,
        route: Route,
        source: str,
        words: Words,
        before: int,
        after: int,
        known: Sequence[tuple[int, int]],
    ) -> bool:
        """Whether the words cut a known one, or begin or end inside another where they were widened."""
        start, end = words.start, words.start + len(words.source)
        corpus = self._corpus(route.source)
        return (
            any(
                first < start < last or first < end < last
                for first, last in known
                if not (start <= first and last <= end)
            )
            or (before > 0 and begins_inside(source, start, corpus))
            or (after > 0 and ends_inside(source, end, corpus))
        )

    def _doubts(
        self, route: Route, words: Words, before: int, after: int, correction: Correction
    ) -> tuple[int, ...]:
        is_one = len(correction.narrow.source) == 1
        odd = (
            int((before + after) % 2 == 0) if is_one else before % 2 + after % 2
        )  # most words have two characters
        often = self._corpus(route.source).count(words.source)
        return (
            int(self._is_left_elsewhere(route, words)),
            int(len(words.person) == 1),
            len(words.source) + odd,
            -often,
            odd,
            before,
        )

    def _is_left_elsewhere(self, route: Route, words: Words) -> bool:
        """Whether the people who corrected texts have let the converter's word stand in more of them than not."""
        said = [
            text.count(words.person) >= there.count(words.source)
            for there, text in self._corrected.get(route, ())
            if words.source in there
        ]
        return 2 * sum(said) < len(said)

    def _stands_alone(self, route: Route, words: Words) -> bool:
        lead = _LEAD[self.catalogue.locales[route.source].script]
        converted = self.routes.convert(route, lead + words.source)
        return converted[len(lead) :] == words.machine

    def _corpus(self, locale: str) -> str:
        if locale not in self._corpora:
            self._corpora[locale] = "\n".join(
                unit.text for address, unit in self.catalogue.units.items() if address.locale == locale
            )
        return self._corpora[locale]

    @cached_property
    def _corrected(self) -> Mapping[Route, Sequence[tuple[str, str]]]:
        return self._read(lambda unit: machines_text(unit) is not None)

    @cached_property
    def _accepted(self) -> Mapping[Route, Sequence[tuple[str, str]]]:
        return self._read(lambda unit: unit.stamp is not None and unit.stamp.accepted)

    def _read(self, chosen: Callable[[Unit], bool]) -> Mapping[Route, Sequence[tuple[str, str]]]:
        """Source and text of those whose source still stands."""
        read: dict[Route, list[tuple[str, str]]] = {}
        for unit in filter(chosen, self.catalogue.units.values()):
            mark = unit.stamp.source if unit.stamp else None
            source = self.catalogue.units.get(unit.address.within(mark.owner)) if mark else None
            if mark and source and mark.fits(source.text):
                read.setdefault(route_of(unit), []).append((source.text, unit.text))
        return read

    def _against(self, route: Route, source: str, target: str) -> int:
        read = (*self._corrected.get(route, ()), *self._accepted.get(route, ()))
        return sum(text.count(target) < there.count(source) for there, text in read if source in there)

    def _proposal(
        self, route: Route, source: str, target: str, examples: Sequence[Example]
    ) -> Proposal | None:
        """None where the row would not make the texts as the people did."""
        is_one_way = any(
            row.only == route.target and row.texts.get(route.source) == source
            for row in self.catalogue.glossary
        )
        row = Term({route.source: source, route.target: target}, only=route.target if is_one_way else "")
        n, placed = _place(self.catalogue.glossary, route, row)
        rows = (*self.catalogue.glossary[:n], placed, *self.catalogue.glossary[n + 1 :])
        then = Routes(replace(self.catalogue, glossary=rows))
        works = any(
            then.convert(route, example.source).count(target)
            > self.routes.convert(route, example.source).count(target)
            for example in examples
        )
        if not works:
            return None
        if not is_one_way and self._spoils_the_way_back(then, route, target):
            is_one_way, row = True, replace(row, only=route.target)
        return Proposal(
            route,
            source,
            target,
            examples[0].words.machine,
            examples,
            self._against(route, source, target),
            list(self._impact(then, row)),
            is_one_way,
        )

    def _spoils_the_way_back(self, then: Routes, route: Route, target: str) -> bool:
        """Whether a text that people wrote or read would come out differently in the other script, and not nearer to what
        people have there."""
        back = Route(route.target, route.source)
        if not then.leads(back):
            return False
        for unit in self.catalogue.units.values():
            if unit.address.locale == back.source and target in unit.text and _is_read(unit):
                before, after = self.routes.convert(back, unit.text), then.convert(back, unit.text)
                there = self.catalogue.units.get(unit.address.within(back.target))
                is_nearer = (
                    there is not None
                    and _is_read(there)
                    and _apart(after, there.text) < _apart(before, there.text)
                )
                if after != before and not is_nearer:
                    return True
        return False

    def _impact(self, then: Routes, row: Term) -> Iterator[Anew]:
        for unit in self.catalogue.units.values():
            stamp = unit.stamp
            if not (stamp and stamp.source and stamp.by.owner == OPENCC and stamp.by.fits(unit.text)):
                continue
            route = route_of(unit)
            source = self.catalogue.units.get(unit.address.within(route.source))
            if source and then.leads(route) and row.leads(*route) and row.texts[route.source] in source.text:
                after = then.convert(route, source.text)
                if after != self.routes.convert(route, source.text):
                    yield Anew(unit, after)


def _is_read(unit: Unit) -> bool:
    """Whether a person wrote, corrected or accepted it."""
    stamp = unit.stamp
    return stamp is None or stamp.accepted or stamp.by.owner != OPENCC or not stamp.by.fits(unit.text)


def _apart(one: str, other: str) -> int:
    """How many characters each has that the other lacks."""
    here, there = Counter(one), Counter(other)
    return (here - there).total() + (there - here).total()
