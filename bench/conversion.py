"""Conversion with glossary and protection, and the wait for the first, against bare OpenCC."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

from bench.measure import compare, python
from bench.workbench import Figure, Goal, Workbench

KINDS = {"notes": "short notes", "prose": "long prose"}


def figures(bench: Workbench) -> Iterator[Figure]:
    root = bench.catalogue(min(bench.sizes))
    subprocess.run([sys.executable, "-m", "bench.catalogue", "--texts", str(bench.folder)], check=True)
    for name, kind in KINDS.items():
        texts = bench.folder / f"{name}.json"
        characters = sum(map(len, json.loads(texts.read_text("utf-8")))) // 2
        compared = compare(
            python("convert_texts", root, texts, inside=True),
            python("opencc_texts", root, texts, inside=True),
            bench.rounds,
        )
        what = f"conversion of {kind}, {characters:,} characters, throughput"
        yield Figure(what, "bare OpenCC, s2twp", compared, Goal(0.6, at_least=True), throughput=True)
    first = compare(
        python("first_conversion", "i18nkit", inside=True),
        python("first_conversion", "opencc", inside=True),
        bench.rounds + 4,
    )
    yield Figure("a first conversion, imports included, processor time", "bare OpenCC, s2twp", first)
