"""What the figures are measured on and with: generated catalogues, thrown away after the run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.measure import Compared


@dataclass(frozen=True, slots=True)
class Goal:
    limit: float
    at_least: bool = False

    def is_met(self, ratio: float) -> bool:
        return ratio >= self.limit if self.at_least else ratio <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """`throughput`: told as ours to theirs in work done, which is theirs to ours in time."""

    what: str
    against: str
    compared: Compared
    goal: Goal | None = None
    throughput: bool = False

    @property
    def ratio(self) -> float:
        return 1 / self.compared.ratio if self.throughput else self.compared.ratio


@dataclass(frozen=True, slots=True)
class Workbench:
    folder: Path
    sizes: Sequence[int]
    rounds: int
    made: dict[str, Path] = field(default_factory=dict)

    @property
    def largest(self) -> int:
        return max(self.sizes)

    def rounds_for(self, papers: int) -> int:
        """What takes long is less at the mercy of chance."""
        return self.rounds if papers <= 1_000 else max(1, self.rounds // 2)

    def catalogue(self, papers: int, *, synced: bool = True) -> Path:
        """Made once; whoever changes it works on a copy."""
        name = f"{papers}-{'synced' if synced else 'fresh'}"
        if name not in self.made:
            root = self.folder / name
            options = [] if synced else ["--unsynced"]
            command = [sys.executable, "-m", "bench.catalogue", str(root), str(papers), *options]
            subprocess.run(command, check=True)
            self.made[name] = root
        return self.made[name]


@contextmanager
def workbench(sizes: Sequence[int], rounds: int) -> Iterator[Workbench]:
    with tempfile.TemporaryDirectory(prefix="i18nkit-bench-") as folder:
        yield Workbench(Path(folder), sizes, rounds)
