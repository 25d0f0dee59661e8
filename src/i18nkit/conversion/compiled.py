"""The layers of a profile put together, kept from one run to the next like Python's own compiled files.

Putting twelve thousand rows together takes longer than loading OpenCC does; reading the result, a tenth of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from i18nkit.conversion.terms import LAYERS, Entry, Terms, choices, cues, front

_FOLDER = LAYERS / "__pycache__"
_TABLES = LAYERS.parents[1] / "text" / "script.json"
_KEPT = 12  # files: one for each profile, choice of layers and glossary


class Compiled(NamedTuple):
    """See the functions of these names in `terms`."""

    front: Mapping[str, Entry]
    choices: Mapping[str, Mapping[str, Entry]]
    cues: Mapping[str, str]


@cache
def compiled(profile: str, layers: tuple[str, ...], terms: Terms) -> Compiled:
    """From the file, where neither the layers nor the code have been touched since it was written."""
    file = _FOLDER / f"{profile}-{_key(profile, layers, terms)}.json"
    try:
        return _read(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        made = Compiled(front(profile, layers, terms), choices(profile, layers), cues(profile, layers))
        with suppress(OSError):  # where the package cannot be written to, every run puts the layers together
            _write(file, made)
        return made


def _key(profile: str, layers: tuple[str, ...], terms: Terms) -> str:
    from zlib import crc32

    sources = (*LAYERS.glob("*.tsv"), *LAYERS.parent.glob("*.py"), _TABLES)
    stats = sorted((path.name, path.stat()) for path in sources)
    state = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return f"{crc32(repr((profile, layers, terms, state)).encode('utf-8', 'surrogatepass')):08x}"


def _read(data: Any) -> Compiled:
    return Compiled(
        dict(zip(data["front"][0], map(Entry, *data["front"]), strict=True)),
        {
            word: {layer: Entry(word, target, layer) for layer, target in senses.items()}
            for word, senses in data["choices"].items()
        },
        data["cues"],
    )


def _write(file: Path, made: Compiled) -> None:
    senses = {
        word: {layer: entry.target for layer, entry in layers.items()}
        for word, layers in made.choices.items()
    }
    columns = list(zip(*made.front.values(), strict=True)) or [(), (), ()]
    file.parent.mkdir(exist_ok=True)
    begun = file.with_suffix(f".{os.getpid()}")
    begun.write_text(
        json.dumps({"front": columns, "choices": senses, "cues": made.cues}, ensure_ascii=False), "utf-8"
    )
    begun.replace(file)
    older = sorted(file.parent.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT:]
    for path in older:
        path.unlink(missing_ok=True)
