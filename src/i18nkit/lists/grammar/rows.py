"""Rows that name several papers: `18-19. A 与 B`, `《A》、《B》`, `[A](…), [B](…)`."""

from __future__ import annotations

import re
from functools import cache

from i18nkit.lists.grammar.brackets import groups, quoted
from i18nkit.lists.grammar.names import YEAR
from i18nkit.lists.grammar.places import OPEN, PLACE, WORDS
from i18nkit.lists.terms import terms
from i18nkit.text.han import HAN
from i18nkit.text.script import fold, has_han

_SET_APART = re.compile(f"《[^》]*》|{WORDS.pattern}")
_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]*")


@cache
def _joins() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Between titles: a Han word; nothing or a comma, where both are set apart; a Latin word."""
    han = "|".join(map(re.escape, sorted(terms().joins, key=len, reverse=True)))
    latin = "|".join(map(re.escape, terms().latin_joins))
    edge, start = f'(?<=[\\w)）》”"」』.!?{PLACE.pattern[1:-1]}])', f'(?=[A-Z\\d《“"「『{OPEN}])'
    return (
        re.compile(rf"{edge}\s*(?:{han})\s*{start}"),
        re.compile(rf"(?<=[》)）{PLACE.pattern[1:-1]}])\s*[,，;；/]?\s*(?=[《{OPEN}])"),
        re.compile(rf"{edge}\s+(?:{latin})\s+{start}"),
    )


def split_row(marked: str, *, several: bool) -> list[str]:
    """One part for each paper that the row names; what follows the titles stays with the last.

    A Han word joins titles of two words or more. A Latin one could be part of a title: it joins only where the
    printed number says so (`several`) or where each part is linked, in 《》 or dated.
    """
    prose = first_prose(marked)
    head = marked if prose is None else marked[:prose]
    rest = marked[len(head) :]
    han, adjoining, latin = _joins()
    closed = [(group.start, group.end) for group in groups(head)]
    closed += [match.span() for match in _SET_APART.finditer(head)]
    for pattern in (han, adjoining, latin):
        cuts = [
            match
            for match in pattern.finditer(fold(head))
            if not any(start < match.start() and match.end() <= end for start, end in closed)
        ]
        if several and pattern is latin and len(cuts) > 1:
            cuts = [min(cuts, key=lambda cut: abs(cut.start() - (len(head) - cut.end())))]
        if not cuts:
            continue
        bounds = [0, *(position for cut in cuts for position in cut.span()), len(head)]
        parts = [head[start:stop] for start, stop in zip(bounds[::2], bounds[1::2], strict=True)]
        long = pattern is han and all(len(_WORD.findall(part)) > 1 for part in parts)
        one_quotation = (quotation := quoted(head)) is not None and quotation.start == 0
        if several or all(map(_stands_alone, parts)) or (long and not one_quotation):
            return [*parts[:-1], parts[-1] + rest]
    return [marked]


def first_prose(text: str) -> int | None:
    """Where Han text begins that joins no titles and stands in no brackets, title marks or link."""
    hidden = list(text)
    spans = [(group.start, group.end) for group in groups(text)]
    spans += [match.span() for match in _SET_APART.finditer(text)]
    for start, end in spans:
        hidden[start:end] = " " * (end - start)
    for match in re.finditer(f"[{HAN}]+", fold("".join(hidden))):
        before, after = text[: match.start()].rstrip()[-1:], text[match.end() :].lstrip()[:1]
        joins = match[0] in terms().joins and before and after and not has_han(before + after)
        if not joins:
            return match.start()
    return None


def _stands_alone(part: str) -> bool:
    """Whether a part is set as a paper of its own: linked, in 《》, or with its year."""
    return OPEN in part or "《" in part or any(YEAR.search(group.inside) for group in groups(part))
