"""Something to tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from i18nkit.errors import Message
from i18nkit.model.change import Change
from i18nkit.model.unit import Address


class Severity(StrEnum):
    ERROR = "error"  # readers would be misled or harmed
    WARNING = "warning"  # very probably wrong
    NOTE = "note"  # worth a look; never fails a run


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` is a short slug, the name used to skip or waive it. `file` is relative to the project's root, `line`
    counts from 1 (0: the file as a whole). `fix` are the changes that would put it right, where one answer is
    certainly right."""

    rule: str
    severity: Severity
    message: Message
    address: Address | None = None
    file: str = ""
    line: int = 0
    remedy: Message | None = None
    fix: tuple[Change, ...] = ()
