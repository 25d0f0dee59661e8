"""The figures as a Markdown table, and its place in docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.workbench import Figure

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures: made by `make bench` -->", "<!-- /figures -->"
PACKAGES = ("PyYAML", "ruamel.yaml", "OpenCC", "rapidfuzz", "mkdocs", "mkdocs-material", "pagefind")


def markdown(figures: Sequence[Figure], load: float) -> str:
    return "\n".join([*_circumstances(load), "", *_rows(figures)])


def _circumstances(load: float) -> Iterator[str]:
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} CPUs, {versions}."
    if load > 1:
        yield (
            f"Other work kept the machine busy (load {load:.0f} as the run began): ratios hold roughly, times do not."
        )


def _rows(figures: Sequence[Figure]) -> Iterator[str]:
    yield "| what | against | ours | theirs | peak memory | ratio | goal | met |"
    yield "|---|---|--:|--:|--:|--:|--:|---|"
    for figure in figures:
        ours, theirs = figure.compared.ours, figure.compared.theirs
        met = "" if figure.goal is None else "yes" if figure.goal.is_met(figure.ratio) else "**no**"
        yield (
            f"| {figure.what} | {figure.against} | {_time(ours.seconds)} | {_time(theirs.seconds)}"
            f" | {ours.megabytes:.0f} / {theirs.megabytes:.0f} MB | {figure.ratio:.2f}"
            f" | {figure.goal or 'told only'} | {met} |"
        )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def put_into_page(table: str) -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8")
