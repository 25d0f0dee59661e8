"""How long until the command answers at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bench.measure import Side, compare, i18nkit
from bench.workbench import Figure, Goal, Workbench


def figures(bench: Workbench) -> Iterator[Figure]:
    compared = compare(i18nkit("--help"), Side([sys.executable, "-c", "pass"]), bench.rounds * 4)
    yield Figure("`i18nkit --help`", "`python -c pass`", compared, Goal(6))
