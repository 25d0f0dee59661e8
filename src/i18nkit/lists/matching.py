"""Find the paper that a record means among thousands, without comparing it with each.

Papers and records are put into blocks by keys that a true match shares: identifiers, links, short names, the first
letters of a title with and without a leading name, its last letters. Only what shares a block is compared.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from i18nkit.lists.comparing import Comparison, Description, Verdict, address, compact, compare

# So many letters at the beginning and at the end of a title make a block.
_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Match:
    id: str
    comparison: Comparison


class Index:
    """Descriptions by id, in blocks. Grows as papers are minted.

    Where it is known what will be looked for (`wanted`: its keys), blocks that nobody asks for are never made.
    """

    def __init__(
        self, descriptions: Mapping[str, Description] | None = None, wanted: Container[str] | None = None
    ) -> None:
        self._descriptions: dict[str, Description] = dict(descriptions or {})
        self._blocks: dict[str, list[str]] = {}
        for id, description in self._descriptions.items():
            for key in keys(description):
                if wanted is None or key in wanted:
                    self._blocks.setdefault(key, []).append(id)

    def __contains__(self, id: object) -> bool:
        return id in self._descriptions

    def add(self, id: str, description: Description) -> None:
        """Put in a paper, or what more is known of one."""
        self._descriptions[id] = description
        for key in keys(description):
            self._blocks.setdefault(key, []).append(id)

    def candidates(self, description: Description) -> Iterator[str]:
        """Every id that shares a block, once."""
        blocks = self._blocks
        yield from dict.fromkeys(id for key in keys(description) for id in blocks.get(key, ()))

    def matches(self, description: Description) -> list[Match]:
        """Everything that is or may be the paper, best first; equals in the order of their ids."""
        compared = ((id, compare(description, self._descriptions[id])) for id in self.candidates(description))
        found = [
            Match(id, comparison)
            for id, comparison in compared
            if comparison.verdict is not Verdict.DIFFERENT
        ]
        return sorted(found, key=_rank)


def _rank(match: Match) -> tuple[bool, float, str]:
    return match.comparison.verdict is not Verdict.SAME, -match.comparison.score, match.id


def keys(description: Description) -> list[str]:
    """The blocks a description stands in. Letters alone count, so that hyphens and cases do not."""
    found = [f"{kind}:{id}" for kind, id in description.ids.items()]
    if description.url:
        found.append(address(description.url))
    found += map(compact, description.names)
    for printed in description.titles:
        letters = compact(printed)
        found += letters[:_LETTERS], letters[-_LETTERS:]
        label, colon, _ = printed.partition(":")
        if colon and len(label) <= 40:
            name = compact(label)
            found += name, letters[len(name) :][:_LETTERS]
    return found
