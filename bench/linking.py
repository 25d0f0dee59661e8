"""Import of a list into a large catalogue, against comparing every title with every other."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from bench.measure import compare, i18nkit, python
from bench.workbench import Figure, Goal, Workbench

RECORDS = 1_000


def figures(bench: Workbench) -> Iterator[Figure]:
    root, papers = bench.catalogue(bench.largest), bench.largest
    records = min(RECORDS, papers)
    printed = bench.folder / "printed.md"
    command = [sys.executable, "-m", "bench.catalogue", "--list", str(records), str(printed), str(papers)]
    subprocess.run(command, check=True)
    ours = python("link_records", root, printed, inside=True)
    what = f"linking {records:,} records into {papers:,} papers"
    for scorer in ("ratio", "token_set_ratio"):
        theirs = python("cdist_titles", root, printed, scorer, inside=True)
        compared = compare(ours, theirs, bench.rounds_for(papers))
        yield Figure(what, f"`cdist` of all pairs, `fuzz.{scorer}`", compared, Goal(0.1))
    whole = i18nkit("import", "--dry-run", "--format", "json", printed, folder=root)
    compared = compare(whole, theirs, 1)
    yield Figure("the whole `import --dry-run` of them", f"the same `cdist`, `fuzz.{scorer}`", compared)
