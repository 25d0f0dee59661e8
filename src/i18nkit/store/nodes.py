"""YAML as text: every scalar stays what was written, and every node knows its line.

libyaml composes; PyYAML's resolver and constructor, which would turn `2301.00770` into a float and `no` into a
boolean, are left out. That also makes reading about three times as fast as CSafeLoader.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import Resolver

from i18nkit.errors import ContentError, say
from i18nkit.text.spacing import join_folded

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

MOST_BYTES = 4 * 1024 * 1024
_CONFLICT = re.compile(rb"^(<{7} |={7}\r?$|>{7} )", re.MULTILINE)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TAB = re.compile(rb"^ *\t", re.MULTILINE)


class _Composer(CParser):
    def __init__(self, stream: bytes) -> None:
        CParser.__init__(self, stream)

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return "text"

    def descend_resolver(self, current_node: object, current_index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


def compose(data: bytes, file: str) -> Node | None:
    """The file's one document, None when it is empty. Raises ContentError with the line."""
    if len(data) > MOST_BYTES:
        raise ContentError(
            say("is larger than {most} MB, too large for a text of a catalogue", most=MOST_BYTES >> 20),
            file=file,
        )
    _refuse_control(data, file)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentError(
            say("is not UTF-8"), file=file, line=line, remedy=say("save the file as UTF-8")
        ) from error
    if match := _CONFLICT.search(data):
        raise ContentError(
            say("a merge conflict stands unresolved"),
            file=file,
            line=data.count(b"\n", 0, match.start()) + 1,
            remedy=say("keep the right side of each conflict and take the markers out"),
        )
    _refuse_anchors(data, file)
    try:
        return _Composer(data).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _explained(error, data, file) from error
    except yaml.YAMLError as error:
        raise ContentError(say("is no YAML: {why}", why=str(error)), file=file) from error


def _refuse_control(data: bytes, file: str) -> None:
    if match := _CONTROL.search(data):
        raise ContentError(
            say("holds the control character {code}", code=f"U+{data[match.start()]:04X}"),
            file=file,
            line=data.count(b"\n", 0, match.start()) + 1,
            remedy=say("take it out; the file may be binary"),
        )


def _refuse_anchors(data: bytes, file: str) -> None:
    """Aliases can blow a small file up to any size, and no catalogue needs them."""
    if b"&" not in data and b"*" not in data:
        return
    try:
        for event in yaml.parse(data, Loader=_Composer):  # type: ignore[arg-type]
            if getattr(event, "anchor", None):
                raise ContentError(
                    say("anchors and aliases are not allowed"),
                    file=file,
                    line=_line(event.start_mark),
                    remedy=say("write the text out, or put it in quotes"),
                )
    except yaml.YAMLError:
        return  # compose says what is wrong


def _explained(error: yaml.MarkedYAMLError, data: bytes, file: str) -> ContentError:
    line = _line(error.problem_mark or error.context_mark)
    here = data.split(b"\n")[line - 1] if 0 < line <= data.count(b"\n") + 1 else b""
    if _TAB.match(here) or "\\t" in str(error.problem):
        return ContentError(
            say("a tab stands where YAML wants spaces"),
            file=file,
            line=line,
            remedy=say("indent with spaces"),
        )
    remedy = None
    if "mapping values are not allowed" in str(error.problem):
        remedy = say("put a text that holds a colon and a space in single quotes")
    return ContentError(say("is no YAML: {why}", why=str(error.problem)), file=file, line=line, remedy=remedy)


def _line(mark: object) -> int:
    return int(getattr(mark, "line", -1)) + 1


def line_of(node: Node) -> int:
    return int(node.start_mark.line) + 1


def scalar(node: ScalarNode) -> str:
    """The text, without the break or the folded space that a line's end puts between two Han characters."""
    if node.end_mark.line > node.start_mark.line:
        return join_folded(node.value.rstrip("\n"), spaces=node.style != "|")
    return str(node.value)


def plain(node: Node | None) -> Plain:
    """The whole tree as mappings, lists and texts; of a key that stands twice, the last."""
    if isinstance(node, MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.value]
    return scalar(node) if isinstance(node, ScalarNode) else {}


_resolver = Resolver()


def reads_as_text(word: str) -> bool:
    """Whether YAML 1.1 readers, too, take this plain scalar for a text."""
    return bool(_resolver.resolve(ScalarNode, word, (True, False)) == "tag:yaml.org,2002:str")  # type: ignore[no-untyped-call]
