"""What a conversion is loaded from, kept from one run to the next like Python's own compiled files.

Putting twelve thousand rows together takes longer than loading OpenCC does.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from i18nkit.conversion.engine import share
from i18nkit.conversion.terms import LAYERS, Entry, Terms

_FOLDER = LAYERS / "__pycache__"
_TABLES = LAYERS.parents[1] / "text" / "script.json"
_KEPT = 24  # conversions: one for each profile, choice of layers and glossary

# What a waiting word usually becomes, and what it becomes in the layers that say otherwise.
Choice = tuple[Entry, Mapping[str, Entry]]


class Compiled(NamedTuple):
    """A configuration of OpenCC, or the file of one; the choices by the character that stands for the word."""

    configuration: str | Path
    choices: Mapping[str, Choice]


def compiled(profile: str, layers: tuple[str, ...], terms: Terms, make: Callable[[], Compiled]) -> Compiled:
    """From the files, where neither the layers nor the code nor OpenCC have been touched since they were written."""
    file = _FOLDER / f"{profile}-{_key(profile, layers, terms)}.json"
    choices = file.with_suffix(".choices")
    try:
        data = json.loads(choices.read_text("utf-8"))
        if data["size"] == file.stat().st_size:
            with suppress(OSError):
                choices.touch()  # the least used are thrown away
            return Compiled(file, _read(data["choices"]))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    made = make()
    with suppress(OSError):  # where the package cannot be written to, every run puts the layers together
        _write(file, made)
    return made


def _key(profile: str, layers: tuple[str, ...], terms: Terms) -> str:
    from zlib import crc32

    sources = (*LAYERS.glob("*.tsv"), *LAYERS.parent.glob("*.py"), _TABLES, share() / f"{profile}.json")
    stats = sorted((str(path), path.stat()) for path in sources)
    state = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return f"{crc32(repr((profile, layers, terms, state)).encode('utf-8', 'surrogatepass')):08x}"


def _read(data: Any) -> Mapping[str, Choice]:
    return {
        character: (
            Entry(*usual),
            {layer: Entry(usual[0], target, layer) for layer, target in senses.items()},
        )
        for character, (usual, senses) in data.items()
    }


def _write(file: Path, made: Compiled) -> None:
    assert isinstance(made.configuration, str)
    choices = {
        character: (usual, {layer: entry.target for layer, entry in senses.items()})
        for character, (usual, senses) in made.choices.items()
    }
    file.parent.mkdir(exist_ok=True)
    size = _put(file, made.configuration)
    _put(file.with_suffix(".choices"), json.dumps({"size": size, "choices": choices}))
    kept = sorted(file.parent.glob("*.choices"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)


def _put(file: Path, text: str) -> int:
    """The size; the file is whole from the moment it is there."""
    begun = file.with_suffix(f"{file.suffix}.{os.getpid()}")
    size = begun.write_bytes(text.encode("utf-8", "surrogatepass"))
    begun.replace(file)
    return size
