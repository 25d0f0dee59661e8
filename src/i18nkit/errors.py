"""What can go wrong, each with its place; and the words it is said in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Self


class Message(str):
    """A sentence for the user: reads as English, and keeps its template so that a door can translate it.

    `template` is the msgid of the gettext catalogues; `values` fill its `{names}`.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        self = super().__new__(cls, template.format(**values) if values else template)
        self.template = template
        self.values = values
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.template, dict(self.values))


def say(template: str, /, **values: object) -> Message:
    """The first argument must be a literal: `make messages` collects it from the source."""
    return Message(template, values)


class I18nKitError(Exception):
    """Every error this tool raises on purpose. The doors print `message` and `remedy` and exit with 2."""

    def __init__(self, message: Message, *, remedy: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class PlacedError(I18nKitError):
    """An error with an address: `file` as the user would type it, `line` from 1 (0: the file as a whole)."""

    def __init__(
        self,
        message: Message,
        *,
        file: str,
        line: int = 0,
        field: str = "",
        remedy: Message | None = None,
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.file = file
        self.line = line
        self.field = field

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class ConfigError(PlacedError):
    """The configuration says something impossible."""


class ContentError(PlacedError):
    """A file of the catalogue cannot be what it should be."""


class ListError(PlacedError):
    """A reading list cannot be read."""


class WriteRefused(I18nKitError):
    """Nothing was written, because writing could have harmed somebody's text."""


class ChangedUnderneath(WriteRefused):
    """A file no longer says what the change was made from."""


class Unfaithful(WriteRefused):
    """The rewritten file would have differed in more than was asked. A bug in this tool."""


class Busy(WriteRefused):
    """Another writer holds the catalogue."""


class Faults(ExceptionGroup[PlacedError]):
    """All faults of one run, in the order of their files and lines."""

    def __new__(cls, faults: Sequence[PlacedError]) -> Self:
        ordered = sorted(faults, key=lambda fault: (fault.file, fault.line))
        return super().__new__(cls, "the catalogue cannot be read", ordered)

    def derive(self, excs: Sequence[PlacedError]) -> Faults:  # type: ignore[override]
        return Faults(excs)
