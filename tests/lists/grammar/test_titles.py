from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.lists.grammar.titles import Sign, read_entry

BLOCKS = (Path(__file__).parents[1] / "cases" / "titles.txt").read_text("utf-8").strip().split("\n\n")[1:]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0][:40])
def test_titles(block: str) -> None:
    line, *expected = block.splitlines()
    entry = read_entry(line)
    notes = [""] * (len(entry.papers) - 1) + [entry.note]
    found = [
        [paper.title, paper.short, str(paper.year or ""), note]
        for paper, note in zip(entry.papers, notes, strict=True)
    ]
    assert found == [_parts(row) for row in expected]


def _parts(row: str) -> list[str]:
    parts = [part.strip() for part in row.removeprefix("=").split("|")]
    return parts + [""] * (4 - len(parts))


@pytest.mark.parametrize(
    "prose",
    [
        "We also like the survey of Smith (2020) and others.",
        "三大概念都在《Attention Is All You Need》里讲得很清楚。",
        "整理了近年的论文，适合入门。",
        "[66 篇經典論文](https://example.org/papers)",
    ],
)
def test_prose_is_no_clear_title(prose: str) -> None:
    assert read_entry(prose).sign < Sign.CLEAR


def test_a_latin_join_counts_only_where_the_number_says_so() -> None:
    line = "Trust Region Policy Optimization and Proximal Policy Optimization Algorithms: two methods."
    assert len(read_entry(line).papers) == 1
    assert [paper.title for paper in read_entry(line, several=True).papers] == [
        "Trust Region Policy Optimization",
        "Proximal Policy Optimization Algorithms",
    ]


@given(st.text(st.sampled_from('Ab1 :：（）()《》[]【】“”"*-—，,与和2019。|'), max_size=40))
def test_no_line_breaks_the_grammar_and_no_year_is_made_up(line: str) -> None:
    for paper in read_entry(line).papers:
        assert paper.title == paper.title.strip()
        assert paper.year is None or str(paper.year) in line
