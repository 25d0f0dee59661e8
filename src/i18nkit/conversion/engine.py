"""OpenCC with the layers' terms put in front of its dictionaries."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from i18nkit.conversion.terms import Entry, Terms, front

# Around what an entry made, where it is to be told: its number, then the words. OpenCC leaves private-use characters
# alone, and the numbers are in no dictionary.
NUMBERED, BEGUN, ENDED = "\uf5d0", "\uf5d1", "\uf5d2"


@cache
def load(profile: str, layers: tuple[str, ...], terms: Terms) -> Callable[[str], str]:
    """The conversion of plain prose; some tenths of a second the first time, and safe to share between threads.

    What it is given must hold no NUL (OpenCC stops there without a word) and no lone surrogate.
    """
    entries = front(profile, layers, terms)
    return _opencc(profile, {source: entry.target for source, entry in entries.items()}, entries)


@cache
def load_telling(
    profile: str, layers: tuple[str, ...], terms: Terms
) -> tuple[Callable[[str], str], list[Entry]]:
    """As `load`, but what an entry made stands between marks, with its number in the list."""
    entries = front(profile, layers, terms)
    numbered = list(entries.values())
    told = {
        entry.source: f"{NUMBERED}{number}{BEGUN}{entry.target}{ENDED}"
        for number, entry in enumerate(numbered)
    }
    return _opencc(profile, told, entries), numbered


@cache
def load_bare(profile: str) -> Callable[[str], str]:
    return _opencc(profile, {}, {})


def _opencc(profile: str, words: Mapping[str, str], entries: Mapping[str, Entry]) -> Callable[[str], str]:
    import opencc

    share = _share()
    config = json.loads((share / f"{profile}.json").read_text("utf-8"))
    if words:
        _put_in_front(config, words, {entry.target: entry.target for entry in entries.values()})
    _name_files(config, share)
    # OpenCC reads its configuration from a file only.
    handle, path = tempfile.mkstemp(suffix=".json", prefix="i18nkit-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(json.dumps(config, ensure_ascii=False))  # json.dump encodes in Python
        convert: Callable[[str], str] = opencc.OpenCC(path).convert
    finally:
        os.unlink(path)
    return convert


@cache
def _share() -> Path:
    spec = find_spec("opencc")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "clib" / "share" / "opencc"


def _put_in_front(config: dict[str, Any], words: Mapping[str, str], results: Mapping[str, str]) -> None:
    """Cut the text at the terms, convert them first, and keep the later steps from converting the results."""
    first, *later = config["conversion_chain"]
    phrases = first["dict"]["dicts"][0] if "dicts" in first["dict"] else first["dict"]
    if config["segmentation"]["dict"] != phrases:
        # Else a cut at 程式 would hide 程式碼, which the way back from Taiwan knows but does not cut at.
        config["segmentation"]["dict"] = _union(phrases, config["segmentation"]["dict"])
    for place in (config["segmentation"], first):
        place["dict"] = _before(words, place["dict"])
    for place in later:
        place["dict"] = _before(results, place["dict"])


def _before(words: Mapping[str, str], dictionary: Mapping[str, Any]) -> dict[str, Any]:
    """The longest match of both, the words' where they are equally long.

    Inside a group, the words join the member that is asked first; a union around a whole group takes twice the time.
    """
    whole: dict[str, Any] = dict(dictionary)
    members = whole.get("dicts", ())
    if whole.get("match_policy") == "short_circuit":
        return whole | {"dicts": [_before(words, members[0]), *members[1:]]}
    inline = {"type": "inline", "entries": dict(words)}
    if whole["type"] == "group":
        return whole | {"dicts": [inline, *members]}
    return _union(inline, whole)


def _union(*members: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "group", "match_policy": "union", "dicts": list(members)}


def _name_files(part: Any, folder: Path) -> None:
    """OpenCC looks for its dictionaries beside the configuration: name them in full."""
    if isinstance(part, dict):
        if part.get("type") == "ocd2":
            part["file"] = str(folder / part["file"])
        for value in part.values():
            _name_files(value, folder)
    elif isinstance(part, list):
        for value in part:
            _name_files(value, folder)
