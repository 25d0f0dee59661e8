"""Two sides in turn, each in a fresh process: wall time, peak memory, and the ratio of the two in each round."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

SIDES = Path(__file__).with_name("sides")


@dataclass(frozen=True, slots=True)
class Side:
    """`inside`: the process times what counts itself and prints the seconds as its last line."""

    command: Sequence[str]
    inside: bool = False
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Medians. `ratio` is ours to theirs, the median over the rounds: what slows a whole round down cancels out."""

    ours: Run
    theirs: Run
    ratio: float


def python(script: str, *arguments: object, inside: bool = False) -> Side:
    """A side in bench/sides."""
    return Side([sys.executable, str(SIDES / f"{script}.py"), *map(str, arguments)], inside)


def i18nkit(*arguments: object, folder: Path | None = None) -> Side:
    return Side([str(Path(sys.executable).with_name("i18nkit")), *map(str, arguments)], folder=folder)


def compare(ours: Side, theirs: Side, rounds: int) -> Compared:
    """Where there are more than two rounds, a first one, not counted, fills the file cache."""
    uncounted = 1 if rounds > 2 else 0
    pairs = [_pair(ours, theirs, ours_first=n % 2 == 0) for n in range(rounds + uncounted)][uncounted:]
    return Compared(
        ours=_median([one for one, _ in pairs]),
        theirs=_median([other for _, other in pairs]),
        ratio=median(one.seconds / other.seconds for one, other in pairs),
    )


def _pair(ours: Side, theirs: Side, *, ours_first: bool) -> tuple[Run, Run]:
    if ours_first:
        return run(ours), run(theirs)
    other = run(theirs)
    return run(ours), other


def _median(runs: Sequence[Run]) -> Run:
    return Run(median(run.seconds for run in runs), median(run.megabytes for run in runs))


def run(side: Side) -> Run:
    """Raises SystemExit with the process's own words where it fails."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as talk:
        start = time.perf_counter()
        process = subprocess.Popen(side.command, stdout=out, stderr=talk, cwd=side.folder)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            talk.seek(0)
            raise SystemExit(f"{' '.join(side.command)}\n{talk.read().decode()[-2000:]}")
        if side.inside:
            out.seek(0)
            seconds = float(out.read().split()[-1])
    return Run(seconds, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
