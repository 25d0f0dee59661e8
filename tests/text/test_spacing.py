from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.text.markdown import structure
from i18nkit.text.spacing import effort, join_folded, space_out

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "spacing.yaml").read_text("utf-8"))
PROSE = st.lists(
    st.sampled_from(
        ["模型", "，", " ", "  ", "\n", "\r\n", "BERT", "3", "%", "`甲 a`", "$x$", "**", "> ", "https://a.b"]
    ),
    max_size=20,
).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["input"])[:40])
def test_cases(case: dict[str, str]) -> None:
    if "joined" in case:
        assert join_folded(case["input"]) == case["joined"]
    if "spaced" in case:
        assert space_out(case["input"]) == case["spaced"]


@given(PROSE)
def test_spacing_twice_is_once(text: str) -> None:
    once = space_out(text)
    assert space_out(once) == once


@given(PROSE)
def test_spacing_keeps_what_is_not_prose(text: str) -> None:
    assert structure(space_out(text)) == structure(text)


def test_effort_counts_prose_only() -> None:
    assert effort("用 BERT-large 训练 `数据集 x` 与 $x$") == (4, 1)
    assert effort("It's all you need") == (0, 4)
