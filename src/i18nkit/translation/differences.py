"""What differs between two texts, for people to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from i18nkit.translation.merging import kept, tokens


def marked(old: str, new: str) -> str:
    """`[-gone-]{+come+}`, by Han characters and words."""
    return "".join(_marked(tokens(old), tokens(new)))


def _marked(old: list[str], new: list[str]) -> Iterator[str]:
    stays = [(-1, -1), *sorted(kept(old, new).items()), (len(old), len(new))]
    for (a, c), (b, d) in pairwise(stays):
        gone, come = "".join(old[a + 1 : b]), "".join(new[c + 1 : d])
        if gone:
            yield f"[-{gone}-]"
        if come:
            yield f"{{+{come}+}}"
        yield "".join(old[b : b + 1])
