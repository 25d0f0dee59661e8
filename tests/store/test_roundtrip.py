from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.model import Value
from i18nkit.store.nodes import compose, plain
from i18nkit.store.roundtrip import change_text, new_text

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "roundtrip.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_change_touches_only_its_lines(case: Mapping[str, str]) -> None:
    changes = [(tuple(change["keys"]), change["value"]) for change in case["changes"]]
    assert change_text(case["input"], changes) == case["expected"]


WORDS = st.text(
    st.one_of(
        st.sampled_from("ab 模型:#'\"-[]{},&*!|>%@`?~0123456789.\\"),
        st.characters(codec="utf-8", exclude_categories=("C",)),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() == text and plain_is(text))


def plain_is(text: str) -> bool:
    return all(character.isprintable() or character == " " for character in text) and "\ufeff" not in text


NAMES = st.sampled_from(["summary", "contribution", "problem", "innovation", "reading-focus"])


@given(st.dictionaries(NAMES, WORDS, min_size=1), NAMES, WORDS)
def test_any_text_can_be_written_and_read_again(texts: dict[str, str], name: str, word: str) -> None:
    start = new_text([((key,), value) for key, value in texts.items()])
    assert plain(compose(start.encode(), "start")) == texts
    after = change_text(start, [((name,), word)])
    assert plain(compose(after.encode(), "after")) == {**texts, name: word}
    assert change_text(start, [((key,), value) for key, value in texts.items()]) == start


@given(st.dictionaries(NAMES, WORDS, min_size=2), WORDS)
def test_one_changed_field_is_a_one_line_diff(texts: dict[str, str], word: str) -> None:
    value: Value = {"by": "hand@0c2f77a1"}
    lines = [
        f"{line}  # 注 {n}\n" if n % 2 else line
        for n, line in enumerate(new_text([((k,), v) for k, v in texts.items()]).splitlines(True))
    ]
    start = (
        "# 校对：王\n\n"
        + "".join(line.replace("\n  #", "  #") for line in lines)
        + "\n"
        + new_text([(("stamps", next(iter(texts))), value)])
    )
    name = list(texts)[-1]
    after = change_text(start, [((name,), word)])
    before_lines, after_lines = start.splitlines(), after.splitlines()
    assert len(before_lines) == len(after_lines)
    assert sum(a != b for a, b in zip(before_lines, after_lines, strict=True)) <= 1


def test_a_new_file_has_its_stamps_at_the_foot() -> None:
    stamp: Value = {"by": "hand@0c2f77a1"}
    changes: list[tuple[tuple[str | int, ...], Value]] = [
        (("summary",), "甲"),
        (("stamps", "summary"), stamp),
        (("contribution",), "乙\n\n丙"),
        (("stamps", "contribution"), stamp),
    ]
    assert new_text(changes) == (
        "summary: 甲\ncontribution: |\n  乙\n\n  丙\n\n"
        "stamps:\n  summary: {by: hand@0c2f77a1}\n  contribution: {by: hand@0c2f77a1}\n"
    )
