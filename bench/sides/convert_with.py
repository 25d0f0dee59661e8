"""`convert_with.py NAME WAY TEXTS`: the lines of a JSON list through one converter, and what that took, as JSON.

WAY is `to-traditional` or `to-simplified`. Nothing is loaded before the clock runs.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Convert = Callable[[str], str]

TO_TRADITIONAL = "to-traditional"
ROUNDS = 5


def i18nkit(way: str) -> Convert:
    from i18nkit.conversion import Converter

    return Converter("s2twp" if way == TO_TRADITIONAL else "tw2sp").convert


def opencc(profile: str) -> Convert:
    from opencc import OpenCC

    convert: Convert = OpenCC(profile).convert
    return convert


def zhconv(way: str) -> Convert:
    from zhconv import convert

    return lambda text: str(convert(text, "zh-tw" if way == TO_TRADITIONAL else "zh-cn"))


def zhconv_rs(way: str) -> Convert:
    from zhconv_rs import zhconv

    return lambda text: str(zhconv(text, "zh-TW" if way == TO_TRADITIONAL else "zh-CN"))


def zhtw(way: str) -> Convert:
    """Converts to Taiwan only."""
    from zhtw import convert

    return lambda text: str(convert(text))


def opencc_pyo3(way: str) -> Convert:
    from opencc_pyo3 import OpenCC

    convert: Convert = OpenCC("s2twp" if way == TO_TRADITIONAL else "tw2sp").convert
    return convert


PEERS = {
    "i18nkit": i18nkit,
    "zhconv": zhconv,
    "zhconv-rs": zhconv_rs,
    "zhtw": zhtw,
    "opencc-pyo3": opencc_pyo3,
}


def main() -> None:
    name, way, texts = sys.argv[1:]
    lines = json.loads(Path(texts).read_text("utf-8"))
    start = time.perf_counter()
    convert = PEERS[name](way) if name in PEERS else opencc(name.removeprefix("OpenCC "))
    convert("这些数据。" if way == TO_TRADITIONAL else "這些資料。")
    load = time.perf_counter() - start
    converted = [convert(line) for line in lines]
    again = [convert(line) for line in converted]
    start = time.perf_counter()
    for _ in range(ROUNDS):
        for line in lines:
            convert(line)
    seconds = (time.perf_counter() - start) / ROUNDS
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {"converted": converted, "again": again, "load": load, "seconds": seconds, "megabytes": peak}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
