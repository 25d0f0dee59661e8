"""Which paper a record means: people's answers first, then what was linked before, then the best match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from i18nkit.errors import Message, say
from i18nkit.lists.comparing import Description, Verdict, compact
from i18nkit.lists.matching import Index, Match
from i18nkit.lists.record import Record
from i18nkit.model import Answer, Linkage, Paper, ReadingList

SAME, NEW, UNSURE, REFUSED = "same", "new", "unsure", "refused"


@dataclass(frozen=True, slots=True)
class Decision:
    """`kind` is same, new, unsure or refused (a person wants it left out). `paper` is empty for the last two.
    `record` is without the identifiers that people refused."""

    record: Record
    kind: str
    paper: str
    why: Message


def describe(paper: Paper, titles: Sequence[str]) -> Description:
    names = (paper.short,) if paper.short else ()
    return Description(tuple(titles), names, paper.year, paper.ids, paper.url)


def describe_record(record: Record) -> Description:
    names = (record.short,) if record.short else ()
    return Description((record.title, *record.aliases), names, record.year, record.ids, record.url)


class Decider:
    """Decides record after record of one list. `index` grows with the papers minted on the way."""

    def __init__(self, linkage: Linkage, list_id: str, known: ReadingList | None, index: Index) -> None:
        self.linkage = linkage
        self.list_id = list_id
        self.index = index
        self.before = _linked_before(known)

    def decide(self, record: Record) -> Decision:
        """A decision of the kind NEW has no paper yet: its id is still to mint."""
        for answer in self._answers(self.linkage.refused, record):
            if not answer.identifier:
                return Decision(record, REFUSED, "", say("linkage.yaml leaves it out"))
            record = _without(record, answer.identifier)
        for answer in self._answers(self.linkage.same, record):
            if answer.paper in self.index:
                return Decision(
                    record,
                    SAME,
                    answer.paper,
                    say("same as {paper}: linkage.yaml says so", paper=answer.paper),
                )
            return Decision(
                record, UNSURE, "", say("linkage.yaml says {paper}, which is not there", paper=answer.paper)
            )
        not_these = {answer.paper for answer in self._answers(self.linkage.different, record)}
        before = self.before.get(compact(record.title), "")
        if before in self.index and before not in not_these:
            return Decision(record, SAME, before, say("same as {paper}: linked before", paper=before))
        matches = [
            match for match in self.index.matches(describe_record(record)) if match.id not in not_these
        ]
        return self._from_matches(record, matches)

    def _from_matches(self, record: Record, matches: Sequence[Match]) -> Decision:
        if not matches:
            return Decision(record, NEW, "", say("nothing like it is known"))
        contested = next((match for match in matches if match.comparison.contested), None)
        best = contested or matches[0]
        if best.comparison.verdict is not Verdict.SAME:
            why = say("perhaps {paper}: {how}", paper=best.id, how=best.comparison.why)
            return Decision(record, UNSURE, "", why)
        rival = next((match for match in matches[1:] if self._is_rival(match, best)), None)
        if rival:
            why = say("either {one} or {other}: {how}", one=best.id, other=rival.id, how=best.comparison.why)
            return Decision(record, UNSURE, "", why)
        why = say("same as {paper}: {how}", paper=best.id, how=best.comparison.why)
        return Decision(record, SAME, best.id, why)

    def _is_rival(self, match: Match, best: Match) -> bool:
        """Whether a second paper fits as well as the best, and nobody said that the two are apart."""
        told = frozenset((match.id, best.id)) in self.linkage.apart
        same = match.comparison.verdict is Verdict.SAME
        as_good = match.comparison.score >= best.comparison.score and not best.comparison.shared
        return same and as_good and not told

    def _answers(self, answers: Iterable[Answer], record: Record) -> list[Answer]:
        identifiers = {f"{kind}:{id}" for kind, id in record.ids.items()}
        return [
            answer
            for answer in answers
            if (not answer.list or answer.list == self.list_id)
            and (not answer.title or compact(answer.title) == compact(record.title))
            and (not answer.identifier or answer.identifier in identifiers)
        ]


def _without(record: Record, identifier: str) -> Record:
    kind, _, id = identifier.partition(":")
    ids = {key: value for key, value in record.ids.items() if (key, value) != (kind, id)}
    return replace(record, ids=ids, url="" if id in record.url else record.url)


def _linked_before(known: ReadingList | None) -> Mapping[str, str]:
    """Printed title -> paper, of rows that name one paper."""
    if known is None:
        return {}
    return {
        compact(row.printed.title): row.papers[0]
        for _, row in known.rows()
        if row.printed.title and len(row.papers) == 1
    }
