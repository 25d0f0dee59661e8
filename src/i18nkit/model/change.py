"""Something to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from i18nkit.errors import Message
from i18nkit.model.stamp import Stamp
from i18nkit.model.unit import Address

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"


class Anything:
    """The type of `ANY`: whatever stands there may be replaced."""

    def __repr__(self) -> str:
        return "ANY"


ANY = Anything()


@dataclass(frozen=True, slots=True)
class Change:
    """Set one value in one file of the catalogue.

    `locale` is None for facts. `owner` is `papers/bert`, `lists/roadmap`, a page's path, or with locale None
    also `glossary`, `fields`, `linkage`, `conversion`. `keys` lead from the top of the file to the value; mappings on the way
    are made where missing, and a mapping left empty by a removal goes too. A number as key is an index;
    one past the end appends. An empty `keys` means the whole file. `value` None removes.
    `old` is what must stand there now (None: nothing), or ANY. `why` is shown by `--dry-run`.
    """

    locale: str | None
    owner: str
    keys: tuple[str | int, ...]
    value: Value
    old: Value | Anything = None
    why: Message | None = None


def set_text(address: Address, text: str | None, old: str | None, why: Message | None = None) -> Change:
    """Write, replace or (None) remove one unit's text."""
    return Change(address.locale, address.owner, text_keys(address), text, old, why)


def set_stamp(address: Address, stamp: Stamp | None, why: Message | None = None) -> Change:
    """Stamp a unit, whatever its stamp said before."""
    value = stamp_value(stamp) if stamp else None
    return Change(address.locale, address.owner, ("stamps", address.field), value, ANY, why)


def text_keys(address: Address) -> tuple[str, ...]:
    """Where a field lies in its file: a list's `foundation.goal` under `sections:`, the rest as addressed."""
    parts = tuple(address.field.split("."))
    inside_section = address.reading_list is not None and len(parts) > 1 and parts[0] != "also"
    return ("sections", *parts) if inside_section else parts


def stamp_value(stamp: Stamp) -> Value:
    """As it stands in the file: `{from: …, by: …, over: …, accepted: yes, review: needed, waived: {…}}`."""
    value: dict[str, Value] = {}
    if stamp.source:
        value["from"] = str(stamp.source)
    value["by"] = str(stamp.by)
    if stamp.over:
        value["over"] = str(stamp.over)
    if stamp.accepted:
        value["accepted"] = "yes"
    if stamp.review:
        value["review"] = "needed"
    if stamp.waived:
        value["waived"] = dict(stamp.waived)
    return value
