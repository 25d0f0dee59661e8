"""OpenCC with a layer of terms put in front of its dictionaries."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from i18nkit.conversion.glossary import front


@cache
def load(profile: str, terms: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    """The conversion of plain prose; some tenths of a second the first time, and safe to share between threads.

    What it is given must hold no NUL (OpenCC stops there without a word) and no lone surrogate.
    """
    import opencc

    share = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
    layer = front(profile, terms)
    config = json.loads((share / f"{profile}.json").read_text("utf-8"))
    if layer:
        _put_in_front(config, layer)
    _name_files(config, share)
    # OpenCC reads its configuration from a file only.
    handle, path = tempfile.mkstemp(suffix=".json", prefix="i18nkit-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(config, stream, ensure_ascii=False)
        convert: Callable[[str], str] = opencc.OpenCC(path).convert
    finally:
        os.unlink(path)
    return convert


def _put_in_front(config: dict[str, Any], layer: Mapping[str, str]) -> None:
    """Cut the text at the terms, convert them first, and keep the later steps from converting the results."""
    first, *later = config["conversion_chain"]
    phrases = first["dict"]["dicts"][0] if "dicts" in first["dict"] else first["dict"]
    if config["segmentation"]["dict"] != phrases:
        # Else a cut at 程式 would hide 程式碼, which the way back from Taiwan knows but does not cut at.
        config["segmentation"]["dict"] = _union(phrases, config["segmentation"]["dict"])
    for place in (config["segmentation"], first):
        place["dict"] = _before(layer, place["dict"])
    results = {target: target for target in layer.values()}
    for place in later:
        place["dict"] = _before(results, place["dict"])


def _before(layer: Mapping[str, str], dictionary: Mapping[str, Any]) -> dict[str, Any]:
    """The longest match of both, the layer's where they are equally long.

    Inside a group, the layer joins the member that is asked first; a union around a whole group takes twice the time.
    """
    whole: dict[str, Any] = dict(dictionary)
    members = whole.get("dicts", ())
    if whole.get("match_policy") == "short_circuit":
        return whole | {"dicts": [_before(layer, members[0]), *members[1:]]}
    inline = {"type": "inline", "entries": dict(layer)}
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
