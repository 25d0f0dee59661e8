"""One YAML file while it is being typed: takes nodes apart and notes every fault with its line and field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from i18nkit.errors import ContentError, Message, PlacedError, say
from i18nkit.store.nodes import line_of, scalar

T = TypeVar("T")

_EMPTY = ("", "~", "null")
YES = {"yes", "true"}
NO = {"no", "false"}


class Sheet:
    """`faults` is shared by all sheets of a run. A value that cannot be typed is noted and read as absent."""

    __slots__ = ("faults", "file")

    def __init__(self, file: str, faults: list[PlacedError]) -> None:
        self.file = file
        self.faults = faults

    def fault(self, node: Node, field: str, message: Message, remedy: Message | None = None) -> None:
        self.faults.append(
            ContentError(message, file=self.file, line=line_of(node), field=field, remedy=remedy)
        )

    def mapping(self, node: Node | None, field: str = "") -> Sequence[tuple[str, Node, Node]]:
        """(key, key's node, value's node), each key once; nothing for an absent or empty node."""
        if isinstance(node, MappingNode):
            pairs = [(key.value, key, value) for key, value in node.value if isinstance(key, ScalarNode)]
            if len({key for key, _, _ in pairs}) == len(node.value):
                return pairs
            return list(self._sound_pairs(node, field))
        if node is not None and not _is_empty(node):
            self.fault(node, field, say("must be a mapping of names to values"))
        return ()

    def _sound_pairs(self, node: MappingNode, field: str) -> Iterator[tuple[str, Node, Node]]:
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.fault(key, field, say("a name must be a text"))
            elif key.value in seen:
                self.fault(
                    key,
                    _join(field, key.value),
                    say("stands twice"),
                    say("keep one, and put both texts into it"),
                )
            else:
                seen.add(key.value)
                yield key.value, key, value

    def known(self, node: Node | None, known: Collection[str], field: str = "") -> dict[str, Node]:
        """A mapping that may hold only `known` keys."""
        pairs = self.mapping(node, field)
        for key, key_node, _ in pairs:
            if key not in known:
                self.unknown(key_node, key, known, field)
        return {key: value for key, _, value in pairs if key in known}

    def unknown(self, node: Node, key: str, known: Collection[str], field: str = "") -> None:
        import difflib

        close = difflib.get_close_matches(key, known, 1)
        remedy = (
            say("did you mean {word}?", word=close[0])
            if close
            else say("known here: {names}", names=", ".join(sorted(known)))
        )
        self.fault(node, _join(field, key), say("is no field"), remedy)

    def text(self, node: Node | None, field: str) -> str:
        if isinstance(node, ScalarNode):
            return "" if _is_empty(node) else scalar(node)
        if node is not None:
            self.fault(node, field, say("must be a text"))
        return ""

    def texts(self, node: Node | None, field: str) -> tuple[str, ...]:
        items = self.items(node, field)
        return tuple(text for n, item in enumerate(items) if (text := self.text(item, f"{field}[{n}]")))

    def items(self, node: Node | None, field: str) -> list[Node]:
        if node is None or _is_empty(node):
            return []
        if not isinstance(node, SequenceNode):
            self.fault(node, field, say("must be a list"), say("write it as [one, two]"))
            return []
        return list(node.value)

    def number(self, node: Node | None, field: str) -> int | None:
        text = self.text(node, field)
        if node is None or not text:
            return None
        if not text.isascii() or not text.isdigit() or len(text) > 9:
            self.fault(node, field, say("must be a whole number, not {found}", found=repr(text)))
            return None
        return int(text)

    def numbers(self, node: Node | None, field: str) -> tuple[int, ...]:
        typed = (self.number(item, f"{field}[{n}]") for n, item in enumerate(self.items(node, field)))
        return tuple(number for number in typed if number is not None)

    def flag(self, node: Node | None, field: str) -> bool:
        text = self.text(node, field).lower()
        if node is not None and text and text not in YES | NO:
            self.fault(node, field, say("must be yes or no, not {found}", found=repr(text)))
        return text in YES

    def table(self, node: Node | None, field: str, typed: Callable[[Node, str], T]) -> dict[str, T]:
        """A mapping whose values are all of one type."""
        return {key: typed(value, _join(field, key)) for key, _, value in self.mapping(node, field)}


def _join(field: str, key: str) -> str:
    return f"{field}.{key}" if field else key


def _is_empty(node: Node) -> bool:
    return node.value in _EMPTY and isinstance(node, ScalarNode) and not node.style
