"""The case files: what each rule must say of a text, and what it must leave alone.

A case is `rule`, `locale`, `text`; `source` with its own `locale` and `text` where the rule compares; `glossary`
where it needs terms. `expected` is a part of each message, in order; `fixed` the text after `check --fix`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from i18nkit.checks import chosen, findings, tidied
from tests.checks.catalogues import case, made_from, original, terms

CASES = Path(__file__).parent / "cases"


def rows() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        for number, row in enumerate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), 1):
            yield pytest.param(row, id=f"{path.stem}-{number}")


@pytest.mark.parametrize("row", list(rows()))
def test_case(row: dict[str, Any]) -> None:
    address = "papers/bert#summary"
    if "source" in row:
        source = original(f"{row['source']['locale']}/{address}", row["source"]["text"])
        unit = made_from(source, row["locale"], row["text"])
        units = [source, unit]
    else:
        unit = original(f"{row['locale']}/{address}", row["text"])
        units = [unit]
    rules = chosen([row["rule"]])
    found = [
        finding
        for finding in findings(case(units, glossary=terms(row.get("glossary", []))), rules)
        if finding.address == unit.address
    ]
    messages = [str(finding.message) for finding in found]
    assert len(messages) == len(row["expected"]), messages
    for message, part in zip(messages, row["expected"], strict=True):
        assert part in message
    if "fixed" in row:
        assert tidied(unit, rules) == row["fixed"]
        assert any(finding.fix for finding in found) == (row["fixed"] != row["text"])
