"""`python -m bench [NAMES] [--papers 100,1000,10000] [--quick]`: measure, print, and write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from importlib import import_module

from bench.table import markdown, put_into_page
from bench.workbench import Figure, workbench

NAMES = ("start", "conversion", "linking", "site", "sync", "status")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all, if none is named"
    )
    parser.add_argument("--papers", default="100,1000,10000", help="sizes of the generated catalogues")
    parser.add_argument("--quick", action="store_true", help="one round of each, nothing written to docs")
    asked = parser.parse_args()
    unknown = sorted(set(asked.names) - set(NAMES))
    if unknown:
        parser.error(f"no figure is called {', '.join(unknown)}: {', '.join(NAMES)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the catalogues are thrown away
    load = os.getloadavg()[0]
    measured: list[Figure] = []
    with workbench([int(size) for size in asked.papers.split(",")], 1 if asked.quick else 3) as bench:
        for name in asked.names or NAMES:
            for figure in import_module(f"bench.{name}").figures(bench):
                print(f"{figure.what}: {figure.ratio:.2f}", file=sys.stderr, flush=True)
                measured.append(figure)
            if not asked.quick and not asked.names:
                put_into_page(markdown(measured, load))
    print(markdown(measured, load))


if __name__ == "__main__":
    main()
