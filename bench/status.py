"""`status` cold, against the mere loading of the same files."""

from __future__ import annotations

from collections.abc import Iterator

from bench.measure import compare, i18nkit, python
from bench.workbench import Figure, Goal, Workbench

YAML = "`yaml.load(…, CSafeLoader)` of the same files"


def figures(bench: Workbench) -> Iterator[Figure]:
    for papers in bench.sizes:
        root = bench.catalogue(papers)
        theirs = python("load_yaml", root)
        command = compare(
            i18nkit("status", "--format", "json", folder=root), theirs, bench.rounds_for(papers)
        )
        yield Figure(f"`i18nkit status --format json`, {papers:,} papers", YAML, command, Goal(1.5))
        flow = compare(python("status_flow", root), theirs, bench.rounds_for(papers))
        yield Figure(f"the flow `status` alone, {papers:,} papers", YAML, flow, Goal(1.5))
