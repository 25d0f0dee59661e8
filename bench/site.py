"""The site with its locales, against plain MkDocs on the same pages, each with its own search index."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bench.measure import Side, compare, i18nkit, python, run
from bench.workbench import Figure, Goal, Workbench

PAPERS = 300


def figures(bench: Workbench) -> Iterator[Figure]:
    papers = min(PAPERS, bench.largest)
    root, plain = bench.catalogue(papers), bench.folder / "plain"
    run(python("dump_pages", root, plain))
    pages = sum(1 for _ in plain.rglob("*.md"))
    theirs = Side([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder=plain)
    compared = compare(i18nkit("build", folder=root), theirs, max(1, bench.rounds // 2))
    what = f"site build, {papers} papers x 3 locales ({pages:,} pages), with search"
    yield Figure(what, "`mkdocs build` of the same pages, Material, with search", compared, Goal(1.3))
