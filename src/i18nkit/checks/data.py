"""The words and marks that rules know, from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(file: str, key: str) -> Any:
    """The value of one key; a list comes as a frozenset: rules only ask what is in it."""
    value = _load(file)[key]
    return frozenset(value) if isinstance(value, list) else value


@cache
def _load(file: str) -> dict[str, Any]:
    return tomllib.loads(files("i18nkit.checks").joinpath(f"{file}.toml").read_text("utf-8"))
