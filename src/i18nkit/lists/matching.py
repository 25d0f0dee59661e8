"""Find the paper that a record means among thousands, without comparing it with each.

Papers and records are put into blocks by keys that a true match shares: identifiers, links, short names, the beginning
of a title with and without a leading name, and the first two letters of its words, which few misprints touch. Only what
shares a block is compared.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from i18nkit.lists.comparing import (
    ARTICLES,
    Comparison,
    Description,
    Verdict,
    address,
    compact,
    compare,
    words_of,
)

# So many letters at the beginning of a title make a block.
_LETTERS = 40
_HEAD, _WHOLE, _BEGUN = "h", "w", "b"
_OTHER = {_WHOLE: _BEGUN, _BEGUN: _WHOLE}
_SHORTEST = 3  # the fewest words that a title can be cut short to
_NAME = 3  # the most words of a title that is only a short name


@dataclass(frozen=True, slots=True)
class Match:
    id: str
    comparison: Comparison


class Index:
    """Descriptions by id, in blocks. Grows as papers are minted.

    Where it is known what will be looked for (`wanted`: the blocks to look in), blocks that nobody asks for are never made.
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
        yield from dict.fromkeys(id for key in sought(description) for id in blocks.get(key, ()))

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
    """The blocks a description stands in. Marks and hyphens do not count."""
    found = [f"{kind}:{id}" for kind, id in description.ids.items()]
    if description.url:
        found.append("u" + address(description.url))
    found += ["n" + compact(name) for name in description.names]
    for printed in description.titles:
        words = words_of(printed)
        found += _heads(words)
        found.append("i" + "".join([word[:2] for word in words if word not in ARTICLES]))
        if len(words) <= _NAME:
            found.append("n" + "".join(words))
        label, colon, _ = printed.partition(":")
        if colon and len(label) <= 40:
            name = words_of(label)
            found.append("n" + "".join(name))
            found += _heads(words[len(name) :])
    return found


def sought(description: Description) -> list[str]:
    """The blocks to look in: a title that is whole is looked for among those that begin with it, and the reverse."""
    return [_OTHER.get(key[0], key[0]) + key[1:] for key in keys(description)]


def _heads(words: tuple[str, ...]) -> list[str]:
    """Its first letters; for a short title the whole, for a long one each beginning it could be cut short to."""
    letters = "".join(words)
    heads = [_HEAD + letters[:_LETTERS]]
    if len(letters) < _LETTERS:
        heads.append(_WHOLE + letters)
    begun = "".join(words[: _SHORTEST - 1])
    for word in words[_SHORTEST - 1 : -1]:
        begun += word
        if len(begun) >= _LETTERS:
            break
        heads.append(_BEGUN + begun)
    return heads
