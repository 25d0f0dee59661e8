"""ruamel.yaml's round trip, tuned to how this catalogue is written, and kept from touching what nobody changed."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    PlainScalarString,
    SingleQuotedScalarString,
)
from ruamel.yaml.tag import Tag
from ruamel.yaml.tokens import CommentToken

from i18nkit.model import Value
from i18nkit.store.nodes import reads_as_text

FOOT = ("also", "sections", "stamps")  # what stands below the texts, in this order
_SPACE = re.compile(r"\s+")
_INDENTED_DASH = re.compile(r"^[^\s#-][^\n]*:[ \t]*\n(?: *#[^\n]*\n)*( +)- ", re.MULTILINE)


Tree: TypeAlias = "Any"  # a CommentedMap or CommentedSeq: ruamel's own types are too loose to help


def change_text(text: str, changes: Sequence[tuple[tuple[str | int, ...], Value]]) -> str:
    """Sets (or with None removes) values in a YAML text with LF line ends.

    Lines that ruamel would only format otherwise keep their bytes: the change is made on its round trip and carried
    over to the text as it stands.
    """
    yaml = _yaml(text)
    tree = yaml.load(text)
    if tree is None:
        comments = text if text.strip() else ""
        return comments + _dump(_yaml(""), _fresh(changes))
    unchanged = _dump(yaml, yaml.load(text))
    for keys, value in changes:
        _set(tree, keys, value)
    changed = _dump(yaml, tree)
    if any(value is None for _, value in changes):  # the blank line above a removed foot
        changed = changed.rstrip("\n") + "\n"
    return _carry_over(text, unchanged, changed) if unchanged != text else changed


def new_text(changes: Sequence[tuple[tuple[str | int, ...], Value]]) -> str:
    return _dump(_yaml(""), _fresh(changes))


def _fresh(changes: Sequence[tuple[tuple[str | int, ...], Value]]) -> Tree:
    first = changes[0][0]
    tree = CommentedSeq() if first and isinstance(first[0], int) else CommentedMap()
    for keys, value in changes:
        _set(tree, keys, value)
    return tree


class _TextResolver(VersionedResolver):
    """Every scalar stays the text it is."""

    def resolve(self, kind: object, value: object, implicit: object) -> object:
        return (
            Tag(suffix="tag:yaml.org,2002:str")
            if kind is ScalarNode
            else super().resolve(kind, value, implicit)
        )


def _yaml(text: str) -> YAML:
    yaml = YAML(typ="rt")
    yaml.Resolver = _TextResolver
    yaml.preserve_quotes = True
    yaml.width = 2**20
    yaml.allow_unicode = True
    if indented := _INDENTED_DASH.search(text):
        offset = len(indented[1])
        yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _dump(yaml: YAML, tree: object) -> str:
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def _set(tree: Tree, keys: Sequence[str | int], value: Value) -> None:
    if not keys:
        tree.clear()
        if isinstance(value, dict):
            for name, item in value.items():
                tree[name] = _node(item, depth=1)
        return
    key: Any = keys[0]
    rest = keys[1:]
    if rest:
        if value is None and not _holds(tree, key):
            return
        if not _holds(tree, key):
            branch = CommentedSeq() if isinstance(rest[0], int) else CommentedMap()
            _set(branch, rest, value)
            _add(tree, key, branch)
            return
        _set(tree[key], rest, value)
        if value is None and len(tree[key]) == 0:
            _remove(tree, key)
    elif value is None:
        _remove(tree, key)
    elif _holds(tree, key):
        tree[key] = _like(tree[key], value, len(keys))
    else:
        _add(tree, key, _node(value, depth=1))


def _holds(tree: Tree, key: Any) -> bool:
    return bool(key < len(tree) if isinstance(tree, CommentedSeq) else key in tree)


def _add(tree: Tree, key: str | int, node: object) -> None:
    if isinstance(tree, CommentedSeq):
        tree.append(node)
        if len(tree) > 1:
            _hand_down(tree, len(tree) - 2, len(tree) - 1)
        return
    names = list(tree)
    below = FOOT[FOOT.index(key) + 1 :] if key in FOOT else FOOT
    is_block = not tree.fa.flow_style()
    place = next((n for n, name in enumerate(names) if is_block and name in below), len(names))
    tree.insert(place, key, node)
    if place:
        _hand_down(tree, names[place - 1], key)
    if key == "stamps" and place and not _has_blank_line(_token(tree, names[place - 1])):
        tree.yaml_set_comment_before_after_key("stamps", before="\n")


def _remove(tree: Tree, key: str | int) -> None:
    """Comments below the removed value belong to what follows: they stay, with what stands before it."""
    if not _holds(tree, key):
        return
    names: list[str | int] = list(range(len(tree))) if isinstance(tree, CommentedSeq) else list(tree)
    place = names.index(key)
    token = _token(tree, key)
    below = token.value.partition("\n")[2] if token else ""
    if below and place:
        above = _token(tree, names[place - 1])
        kept = above.value.rstrip("\n") if above else ""
        _hang(tree, names[place - 1], kept + "\n" + below)
    elif below.strip():
        tree.yaml_set_start_comment(re.sub(r"^ *# ?", "", below.strip("\n"), flags=re.MULTILINE))
    del tree[key]


def _hand_down(tree: Tree, above: str | int, key: str | int) -> None:
    """Blank lines and comments under `above` now stand under `key`, which was put below it."""
    token = _token(tree, above)
    if token is None:
        return
    first, _, rest = token.value.partition("\n")
    if not rest:
        return
    _hang(tree, above, first + "\n")
    _hang(tree, key, "\n" + rest)


def _deepest(tree: Tree, key: object) -> tuple[Tree, object]:
    """Where ruamel hangs the comment after `tree[key]`: on its innermost last value."""
    value = tree[key]
    if isinstance(value, (CommentedMap, CommentedSeq)) and len(value) and not value.fa.flow_style():
        return _deepest(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
    return tree, key


def _token(tree: Tree, key: object) -> CommentToken | None:
    """The comment after `tree[key]`, blank lines included: what follows on its line, then the lines below."""
    tree, key = _deepest(tree, key)
    value = tree[key]
    if isinstance(value, LiteralScalarString):
        comment: CommentToken | None = getattr(value, "comment", None)
        return comment
    slot = 2 if isinstance(tree, CommentedMap) else 0
    item = tree.ca.items.get(key)
    return item[slot] if item and len(item) > slot else None


def _hang(tree: Tree, key: object, text: str) -> None:
    tree, key = _deepest(tree, key)
    token = CommentToken(text, CommentMark(0), None)
    value = tree[key]
    if isinstance(value, LiteralScalarString):
        setattr(value, "comment", token)  # noqa: B010 (ruamel sets it so, and declares it nowhere)
        return
    slot = 2 if isinstance(tree, CommentedMap) else 0
    item = tree.ca.items.setdefault(key, [None, None, None, None])
    if item[slot] is not None:
        item[slot]._value = text
    else:
        item[slot] = token


def _has_blank_line(token: CommentToken | None) -> bool:
    return token is not None and "\n\n" in "\n" + token.value.partition("\n")[2]


def _like(old: object, value: Value, depth: int) -> object:
    """The new value in the old one's style where that can hold it."""
    if isinstance(value, str):
        if isinstance(old, LiteralScalarString):
            comment = getattr(old, "comment", None)
            new: Any = LiteralScalarString(_ended(value))
            if comment:
                new.comment = comment
            return new
        if "\n" not in value and isinstance(old, (SingleQuotedScalarString, DoubleQuotedScalarString)):
            return type(old)(value)
    return _node(value, depth)


def _node(value: Value, depth: int) -> object:
    if isinstance(value, bool):
        return PlainScalarString("yes" if value else "no")
    if isinstance(value, int):
        return PlainScalarString(str(value))
    if isinstance(value, str):
        if "\n" in value:
            return LiteralScalarString(_ended(value))
        return (
            PlainScalarString(value)
            if reads_as_text(value) or value in {"yes"}
            else SingleQuotedScalarString(value)
        )
    if isinstance(value, dict):
        mapping = CommentedMap((key, _node(item, depth + 1)) for key, item in value.items())
        if all(not isinstance(item, (list, dict)) or _is_scalars(item) for item in value.values()):
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list):
        sequence = CommentedSeq(_node(item, depth + 1) for item in value)
        if _is_scalars(value):
            sequence.fa.set_flow_style()
        return sequence
    return PlainScalarString("")


def _is_scalars(value: Value) -> bool:
    return isinstance(value, list) and not any(isinstance(item, (list, dict)) for item in value)


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _carry_over(text: str, unchanged: str, changed: str) -> str:
    """Three-way merge by lines, with `changed` winning where both differ from `unchanged`."""
    theirs, base, ours = (part.splitlines(keepends=True) for part in (text, unchanged, changed))
    places = _places(base, theirs)
    lines: list[str] = []
    at = 0  # lines of `theirs` already taken
    for tag, b1, b2, o1, o2 in difflib.SequenceMatcher(None, base, ours, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        start = next((places[b][1] for b in range(b1 - 1, -1, -1) if b in places), 0)
        end = next((places[b][0] for b in range(b2, len(base)) if b in places), len(theirs))
        if b1 == b2:
            end = start
        elif all(b in places for b in range(b1, b2)):
            start, end = places[b1][0], places[b2 - 1][1]
        lines += theirs[at:start] + ours[o1:o2]
        at = max(end, at)
    return "".join(lines + theirs[at:])


def _places(base: list[str], theirs: list[str]) -> dict[int, tuple[int, int]]:
    """Line of `base` -> the lines of `theirs` that say the same, whatever their spacing and folding."""
    ours, others = ([_SPACE.sub("", line) for line in lines] for lines in (base, theirs))
    places: dict[int, tuple[int, int]] = {}
    for tag, b1, b2, t1, t2 in difflib.SequenceMatcher(None, ours, others, autojunk=False).get_opcodes():
        if tag == "equal":
            places.update({b: (t1 + b - b1, t1 + b - b1 + 1) for b in range(b1, b2)})
        elif tag == "replace" and "".join(ours[b1:b2]) == "".join(others[t1:t2]):
            at = t1
            for b in range(b1, b2):
                end, left = at, len(ours[b])
                while left > 0 and end < t2:
                    left -= len(others[end])
                    end += 1
                if left:
                    break
                places[b] = (at, end)
                at = end
    return places
