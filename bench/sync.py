"""The first sync of a catalogue: everything stamped, everything converted, every file written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from bench.measure import Compared, i18nkit, python, run
from bench.workbench import Figure, Workbench

PAPERS = 1_000


def figures(bench: Workbench) -> Iterator[Figure]:
    papers = min(PAPERS, bench.largest)
    fresh, root = bench.catalogue(papers, synced=False), bench.folder / "to-sync"
    shutil.copytree(fresh, root)
    theirs = run(python("load_yaml", root))
    ours = run(i18nkit("sync", folder=root))
    shutil.rmtree(root)
    compared = Compared(ours, theirs, ours.seconds / theirs.seconds)
    yield Figure(
        f"first `i18nkit sync`, {papers:,} papers", "`yaml.load(…, CSafeLoader)` of what it reads", compared
    )
