"""`python -m bench.conversion_quality`: how right the conversions are, ours and every peer's, over tests/data/conversion.

Of test.tsv only totals are ever shown: nothing is tuned on it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

DATA = Path(__file__).parents[1] / "tests" / "data" / "conversion"
SIDE = Path(__file__).parent / "sides" / "convert_with.py"
FILES = ("development", "test", "general")
WAYS: Mapping[str, Sequence[str]] = {
    "to-traditional": (
        "i18nkit", "OpenCC s2t", "OpenCC s2tw", "OpenCC s2twp", "zhconv", "zhconv-rs", "zhtw", "opencc-pyo3",
    ),
    "to-simplified": ("i18nkit", "OpenCC t2s", "OpenCC tw2s", "OpenCC tw2sp", "zhconv", "zhconv-rs", "opencc-pyo3"),
}  # fmt: skip
LOCALES = {"to-traditional": "zh-Hant", "to-simplified": "zh-Hans"}
PACKAGES = ("OpenCC", "zhconv", "zhconv-rs", "zhtw", "opencc-pyo3")

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Pair:
    """`accepted`: the answers that are right, none before the others."""

    source: str
    accepted: Sequence[str]


@dataclass(frozen=True, slots=True)
class Score:
    """`errors` are Han characters to insert, delete or change, `of` those of the nearest right answers."""

    errors: int
    of: int
    exact: int
    sentences: int

    def __str__(self) -> str:
        return f"{self.errors / self.of:.2%} ({self.exact}/{self.sentences})"


@dataclass(frozen=True, slots=True)
class Outcome:
    scores: Mapping[str, Score]
    touched: str
    unsettled: int
    characters_a_second: float
    load: float
    megabytes: float


def main() -> None:
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES) + ".")
    for way, names in WAYS.items():
        print(f"\n{way}: Han characters wrong (sentences right)\n")
        print("\n".join(table(way, names)), flush=True)


def table(way: str, names: Sequence[str]) -> Iterator[str]:
    yield f"| converter | {' | '.join(FILES)} | untouched | changed by a second run | MB/s | load | memory |"
    yield f"|---|{'--:|' * (len(FILES) + 5)}"
    for name in names:
        outcome = measured(name, way)
        scores = " | ".join(str(outcome.scores[file]) for file in FILES)
        yield (
            f"| {name} | {scores} | {outcome.touched} | {outcome.unsettled}"
            f" | {outcome.characters_a_second * 3 / 1e6:.2f} | {outcome.load * 1000:.0f} ms | {outcome.megabytes:.0f} MB |"
        )


def measured(name: str, way: str) -> Outcome:
    pairs = {file: list(read_pairs(file, way)) for file in FILES}
    untouched = [row["text"] for row in read_rows("untouched") if row["locale"] == LOCALES[way]]
    lines = [pair.source for file in FILES for pair in pairs[file]] + untouched
    told = converted_by(name, way, lines)
    results = iter(told["converted"])
    scores = {file: score(pairs[file], [next(results) for _ in pairs[file]]) for file in FILES}
    kept = sum(next(results) == text for text in untouched)
    return Outcome(
        scores,
        f"{kept}/{len(untouched)}",
        sum(once != twice for once, twice in zip(told["converted"], told["again"], strict=True)),
        sum(map(len, lines)) / told["seconds"],
        told["load"],
        told["megabytes"],
    )


def converted_by(name: str, way: str, lines: Sequence[str]) -> Any:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as texts:
        json.dump(lines, texts)
        texts.flush()
        command = [sys.executable, str(SIDE), name, way, texts.name]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def read_rows(file: str) -> Iterator[dict[str, str]]:
    head, *lines = (DATA / f"{file}.tsv").read_text("utf-8").splitlines()
    names = head.split("\t")
    for line in lines:
        cells = line.split("\t")
        yield dict(zip(names, [*cells, *[""] * (len(names) - len(cells))], strict=True))


def read_pairs(file: str, way: str) -> Iterator[Pair]:
    for row in read_rows(file):
        if way == "to-traditional":
            others = [other for other in row["also"].split(" | ") if other]
            yield Pair(row["zh-Hans"], (row["zh-Hant"], *others))
        else:
            yield Pair(row["zh-Hant"], (row["zh-Hans"],))


def score(pairs: Sequence[Pair], results: Sequence[str]) -> Score:
    errors = of = exact = 0
    for pair, result in zip(pairs, results, strict=True):
        wrong, length = min(
            (Levenshtein.distance(han(result), han(right)), len(han(right))) for right in pair.accepted
        )
        errors += wrong
        of += length
        exact += result in pair.accepted
    return Score(errors, of, exact, len(pairs))


def han(text: str) -> str:
    return "".join(_HAN.findall(text))


if __name__ == "__main__":
    main()
