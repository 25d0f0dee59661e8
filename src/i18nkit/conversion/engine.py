"""OpenCC with the layers' terms put in front of its dictionaries."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# OpenCC's own regional phrases: layers/regional.tsv has them, with a decision for each.
_REGIONAL = ("TWPhrases.ocd2", "TWPhrasesRev.ocd2", "HKPhrases.ocd2", "HKPhrasesRev.ocd2")


def configuration(profile: str, words: Mapping[str, str], results: Iterable[str]) -> str:
    """OpenCC's configuration of a profile with `words` put in front.

    `results` are what the words become: a later step leaves them as they are.

    OpenCC cuts a text at its phrases first, so that a regional phrase of the second step cannot begin in the middle of a
    word. Here the regional phrases are in the first step, the longest match of all cuts the text by itself, and looking
    everything up twice can be left out.
    """
    config = _configuration(profile)
    config.pop("segmentation", None)
    first, *later = config["conversion_chain"]
    first["dict"] = _without(first["dict"])
    for place in later:
        place["dict"] = _without(place["dict"])
    if words:
        locked = _changed_later(config, results) if later else {}
        first["dict"] = _before(words, first["dict"])
        for place in later if locked else ():
            place["dict"] = _before(locked, place["dict"])
    return json.dumps(config, ensure_ascii=False)


def load(config: str | Path) -> Callable[[str], str]:
    """The conversion of plain prose by a configuration, or by the file of one.

    What is converted must hold no NUL (OpenCC stops there without a word) and no lone surrogate.
    """
    import opencc

    if isinstance(config, Path):
        convert: Callable[[str], str] = opencc.OpenCC(str(config)).convert
        return convert
    # OpenCC reads its configuration from a file only.
    handle, path = tempfile.mkstemp(suffix=".json", prefix="i18nkit-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(config)
        return load(Path(path))
    finally:
        os.unlink(path)


@cache
def load_bare(profile: str) -> Callable[[str], str]:
    return load(json.dumps(_configuration(profile)))


def _configuration(profile: str) -> dict[str, Any]:
    folder = share()
    config: dict[str, Any] = json.loads((folder / f"{profile}.json").read_text("utf-8"))
    _name_files(config, folder)
    return config


def _changed_later(config: Mapping[str, Any], results: Iterable[str]) -> Mapping[str, str]:
    """The results that the later steps would change, each with itself."""
    rest = load(json.dumps({**config, "conversion_chain": config["conversion_chain"][1:]}))
    lines = list(results)
    touched = set(_changed(rest, sorted(set().union(*lines))))
    return {line: line for line in _changed(rest, [line for line in lines if not touched.isdisjoint(line)])}


def _changed(convert: Callable[[str], str], lines: Sequence[str]) -> Iterator[str]:
    """A call for all: each costs as much as dozens of characters."""
    converted = convert("\n".join(lines)).split("\n")
    return (line for line, other in zip(lines, converted, strict=False) if line != other)


@cache
def share() -> Path:
    spec = find_spec("opencc")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "clib" / "share" / "opencc"


def _without(dictionary: Mapping[str, Any]) -> dict[str, Any]:
    """Without the regional phrases."""
    members = [
        _without(member)
        for member in dictionary.get("dicts", ())
        if Path(member.get("file", "")).name not in _REGIONAL
    ]
    return {**dictionary, "dicts": members} if members else dict(dictionary)


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
