from __future__ import annotations

import pytest

from i18nkit.lists.grammar.headings import role, stage, style, weeks
from i18nkit.lists.grammar.labels import split_label
from i18nkit.lists.grammar.lines import Kind, Line, read_item, unglued


@pytest.mark.parametrize(
    ("printed", "span"),
    [
        ("2 周", (2, 2)),
        ("1 至 2 周", (1, 2)),
        ("3～4週", (3, 4)),
        ("約兩週", (2, 2)),
        ("一到三个星期", (1, 3)),
        ("十二周", (12, 12)),
        ("about three weeks", (3, 3)),
        ("2 to 3 weeks", (2, 3)),
        ("1-2 Weeks", (1, 2)),
        ("14 days", (2, 2)),
        ("10 天", (1, 2)),
        ("两个月", (8, 9)),
        ("阶段一：入门（2 周）", (2, 2)),
        ("第 2 周", None),
        ("周末", None),
        ("20 小时", None),
        ("weekly", None),
    ],
)
def test_weeks(printed: str, span: tuple[int, int] | None) -> None:
    assert weeks(printed) == span


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("阶段一:基础概念(Foundation)", "阶段"),
        ("第三階段：生成", "阶段"),
        ("第 2 步：訊息", "步"),
        ("Stage 1: Values", "stage"),
        ("**Phase II** - Serving", "phase"),
        ("Week three", "week"),
        ("第十二章 对齐", "章"),
        ("七阶段学习路径", ""),
        ("阶段目标: 理解", ""),
        ("Stages of learning", ""),
        ("Partial results", ""),
    ],
)
def test_stages(printed: str, word: str) -> None:
    assert stage(printed) == word


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("论文清单", "papers"),
        ("論文清單：", "papers"),
        ("### 4. 學習建議", "advice"),
        ("💡 Study Tips", "advice"),
        ("**最後建議**", "closing"),
        ("Final advice", "closing"),
        ("階段目標", "goal"),
        ("Suggested duration", "weeks"),
        ("Table of Contents", "skipped"),
        ("Transformer", ""),
    ],
)
def test_roles(printed: str, expected: str) -> None:
    assert role(printed.lstrip("# ")) == expected


def test_headings_of_one_style_are_numbered_alike() -> None:
    assert style("一、基础") == style("三、应用") != style("1. 基础") == style("2. 应用") != style("1.1 细节")


@pytest.mark.parametrize(
    ("printed", "label", "value"),
    [
        ("**贡献**：提出", "贡献", "提出"),
        ("**贡献：** 提出", "贡献", "提出"),
        ("📝 **简介**:提出", "简介", "提出"),
        ("【研读重点】结构", "研读重点", "结构"),
        ("Why it matters: it works", "Why it matters", "it works"),
    ],
)
def test_labels(printed: str, label: str, value: str) -> None:
    found = split_label(printed)
    assert found
    assert (found.text, found.value) == (label, value)


@pytest.mark.parametrize(
    "printed", ["https://x.org", "这是很长很长很长很长很长的一句话：不是标签", "没有冒号", "先读，再写：好"]
)
def test_what_is_no_label(printed: str) -> None:
    assert split_label(printed) is None


def glued(text: str, no: tuple[int, ...] = ()) -> list[tuple[tuple[int, ...], str]]:
    return [(line.no, line.text) for line in unglued([Line(Kind.ITEM, text, 1, no=no)])]


def test_items_that_lost_their_line_break_are_split() -> None:
    assert glued("ReAct (2023):循环。 18-19. A Title 与 B Title:提示。") == [
        ((), "ReAct (2023):循环。"),
        ((18, 19), "A Title 与 B Title:提示。"),
    ]
    assert glued("A Title (2020): done. 5. B Title: more.", no=(4,)) == [
        ((4,), "A Title (2020): done."),
        ((5,), "B Title: more."),
    ]
    assert len(glued("A Title (2020): see chapter. 5. B is next.", no=(1,))) == 1


@pytest.mark.parametrize(
    ("printed", "no", "text"),
    [
        ("- text", (), "text"),
        ("・文字", (), "文字"),
        ("18-19. A", (18, 19), "A"),
        ("3、论文", (3,), "论文"),
        ("[12] Title", (12,), "Title"),
        ("• 7-8. A Title", (7, 8), "A Title"),
        ("- [x] Title", (), "Title"),
    ],
)
def test_items(printed: str, no: tuple[int, ...], text: str) -> None:
    item = read_item(printed, 1, gap=False)
    assert item
    assert (item.no, item.text) == (no, text)


@pytest.mark.parametrize("printed", ["-5 度", "2017 年", "3.5 版", "**bold**", "-- dash"])
def test_what_is_no_item(printed: str) -> None:
    assert read_item(printed, 1, gap=False) is None
