"""How texts stand to what they were made from."""

from i18nkit.translation.corrections import Correction, Piece, Words, corrections
from i18nkit.translation.differences import marked
from i18nkit.translation.edges import begins_inside, ends_inside, is_grammar
from i18nkit.translation.merging import Conflict, Merge, merge
from i18nkit.translation.stamping import (
    accepted,
    awaited_stamps,
    converted_stamp,
    machines_text,
    reconverted_stamp,
)
from i18nkit.translation.states import states

__all__ = [
    "Conflict",
    "Correction",
    "Merge",
    "Piece",
    "Words",
    "accepted",
    "awaited_stamps",
    "begins_inside",
    "converted_stamp",
    "corrections",
    "ends_inside",
    "is_grammar",
    "machines_text",
    "marked",
    "merge",
    "reconverted_stamp",
    "states",
]
