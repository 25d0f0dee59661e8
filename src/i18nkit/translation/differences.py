"""What differs between two texts, for people to read."""

from __future__ import annotations

import difflib
from collections.abc import Iterator


def marked(old: str, new: str) -> str:
    """`[-gone-]{+come+}`, character by character."""
    return "".join(_marked(old, new))


def _marked(old: str, new: str) -> Iterator[str]:
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield old[a1:a2]
            continue
        if a1 < a2:
            yield f"[-{old[a1:a2]}-]"
        if b1 < b2:
            yield f"{{+{new[b1:b2]}+}}"
