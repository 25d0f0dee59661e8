"""What a group of changes does to the files, worked out and proven before anything is written."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18nkit.config import Settings
from i18nkit.errors import ChangedUnderneath, ContentError, Faults, PlacedError, Unfaithful, say
from i18nkit.model import ANY, Change, Value
from i18nkit.store import pages
from i18nkit.store.layout import file_of, path_of
from i18nkit.store.nodes import Plain, compose, plain

_BOM = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"^ *#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One file before and after. None: the file is not there."""

    path: Path
    file: str
    before: bytes | None
    after: bytes | None
    changes: tuple[Change, ...]

    def diff(self) -> str:
        import difflib

        old, new = (
            (data or b"").decode("utf-8", "replace").splitlines(keepends=True)
            for data in (self.before, self.after)
        )
        a = f"a/{self.file}" if self.before is not None else "/dev/null"
        b = f"b/{self.file}" if self.after is not None else "/dev/null"
        lines = difflib.unified_diff(old, new, a, b)
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def rewrites(settings: Settings, changes: Iterable[Change]) -> list[Rewrite]:
    """Only files that would differ. Raises ChangedUnderneath, Unfaithful, or Faults where a file cannot be read."""
    grouped: dict[tuple[str | None, str], list[Change]] = {}
    for change in changes:
        grouped.setdefault((change.locale, change.owner), []).append(change)
    done: list[Rewrite] = []
    faults: list[PlacedError] = []
    for (locale, owner), group in grouped.items():
        path, file = path_of(settings, locale, owner), file_of(settings, locale, owner)
        try:
            before = path.read_bytes() if path.exists() else None
            after = _rewritten(before, group, file, is_page=path.suffix == ".md")
        except ContentError as fault:
            faults.append(fault)
            continue
        if after != before:
            done.append(Rewrite(path, file, before, after, tuple(group)))
    if faults:
        raise Faults(faults)
    return done


def _rewritten(before: bytes | None, changes: Sequence[Change], file: str, is_page: bool) -> bytes | None:
    if any(not change.keys and change.value is None for change in changes):
        return None
    if is_page:
        return _page(before, changes, file)
    return _yaml(before, changes, file)


def _yaml(before: bytes | None, changes: Sequence[Change], file: str) -> bytes:
    was = plain(compose(before, file)) if before is not None else {}
    wanted = _check_and_apply(was, changes, file)
    if before is not None and _same(was, wanted):
        return before
    from i18nkit.store import roundtrip  # ruamel.yaml loads slowly, and who only reads needs none of it

    edits = [(change.keys, change.value) for change in changes]
    if before is None:
        after = roundtrip.new_text(edits).encode()
    else:
        text, bom, newline = _decoded(before)
        after = bom + roundtrip.change_text(text, edits).replace("\n", newline).encode()
        _keep_comments(before, after, file)
    if not _same(plain(compose(after, file)), wanted):
        raise Unfaithful(
            say("rewriting {file} would have changed more than was asked", file=file),
            remedy=say("nothing was written; this is a bug in i18nkit, please report it with the file"),
        )
    return after


def _page(before: bytes | None, changes: Sequence[Change], file: str) -> bytes:
    parts = pages.split(before or b"")
    front = [change for change in changes if change.keys != ("body",)]
    yaml = parts.yaml
    if front:
        yaml = _yaml(parts.yaml if parts.yaml.strip() else None, front, file)
    body = parts.body
    for change in changes:
        if change.keys == ("body",):
            _expect(body.decode("utf-8").replace("\r\n", "\n").rstrip(), change, file)
            newline = b"\r\n" if b"\r\n" in (before or b"") else b"\n"
            body = str(change.value or "").rstrip().replace("\n", newline.decode()).encode() + newline
    if parts.before or not yaml:
        return parts.before + yaml + parts.between + body
    return b"---\n" + yaml + b"---\n\n" + body


def _check_and_apply(was: Plain, changes: Sequence[Change], file: str) -> Plain:
    tree = copy.deepcopy(was)
    for change in changes:
        _expect(_value_at(tree, change.keys), change, file)
        tree = _put(tree, change.keys, _as_plain(change.value))
    return tree


def _expect(found: Plain | None, change: Change, file: str) -> None:
    if change.old is ANY:
        return
    expected = _as_plain(change.old)  # type: ignore[arg-type]
    if (expected or None) != (found or None):
        raise ChangedUnderneath(
            say("{file} changed while this command was at work", file=file),
            remedy=say("run the command again"),
        )


def _value_at(tree: Plain | None, keys: Sequence[str | int]) -> Plain | None:
    for key in keys:
        if isinstance(tree, dict):
            tree = tree.get(str(key))
        elif isinstance(tree, list) and isinstance(key, int) and key < len(tree):
            tree = tree[key]
        else:
            return None
    return tree


def _put(tree: Plain, keys: Sequence[str | int], value: Plain | None) -> Plain:
    """`tree` with the value in place; a mapping or list left empty by a removal goes too."""
    if not keys:
        return value if value is not None else {}
    key, *rest = keys
    if isinstance(key, int):
        items = list(tree) if isinstance(tree, list) else []
        inner = items[key] if key < len(items) else None
        new = _put(inner if inner is not None else {}, rest, value) if rest else value
        if new in (None, {}, []):
            del items[key : key + 1]
        else:
            items[key : key + 1] = [new]
        return items
    mapping = dict(tree) if isinstance(tree, dict) else {}
    inner = mapping.get(key)
    new = _put(inner if inner is not None else {}, rest, value) if rest else value
    if new in (None, {}, []):
        mapping.pop(key, None)
    else:
        mapping[key] = new
    return mapping


def _as_plain(value: Value) -> Plain | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return [item for part in value if (item := _as_plain(part)) is not None]
    if isinstance(value, dict):
        return {key: item for key, part in value.items() if (item := _as_plain(part)) is not None}
    return value


def _same(one: Plain, other: Plain) -> bool:
    """Equal but for the outer space of texts, which no digest counts, and for values that say nothing."""
    return _trimmed(one) == _trimmed(other)


def _trimmed(tree: Plain) -> Plain:
    if isinstance(tree, dict):
        return {key: _trimmed(value) for key, value in tree.items() if value not in ("", {}, [])}
    if isinstance(tree, list):
        return [_trimmed(item) for item in tree]
    return tree.strip()


def _decoded(data: bytes) -> tuple[str, bytes, str]:
    """Text with LF line ends, its byte order mark, its own line end."""
    bom = _BOM if data.startswith(_BOM) else b""
    text = data[len(bom) :].decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    return text.replace("\r\n", "\n"), bom, newline


def _keep_comments(before: bytes, after: bytes, file: str) -> None:
    old, new = (len(_COMMENT.findall(data.decode("utf-8"))) for data in (before, after))
    if new < old:
        raise Unfaithful(
            say("rewriting {file} would have lost a comment", file=file),
            remedy=say("nothing was written; this is a bug in i18nkit, please report it with the file"),
        )
