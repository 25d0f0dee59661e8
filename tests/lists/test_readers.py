from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.errors import ListError
from i18nkit.lists import ReadList

from .listings import LISTS, listing, read

INPUTS = sorted(path for path in LISTS.iterdir() if path.suffix in {".md", ".txt"})


def texts(path: Path) -> str:
    return path.read_text("utf-8")


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_list_reads_as_its_case_says(path: Path) -> None:
    assert listing(read(path.read_bytes())) == texts(path.with_suffix(".expected"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_makes_no_difference(path: Path, encoding: str) -> None:
    assert listing(read(texts(path).encode(encoding))) == texts(path.with_suffix(".expected"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_line_ends_and_space_behind_lines_make_no_difference(path: Path) -> None:
    assert listing(read(texts(path).replace("\n", "  \r\n"))) == texts(path.with_suffix(".expected"))


@pytest.mark.parametrize("name", ["deep-learning.txt", "graph-networks.txt"])
def test_big5_is_recognised(name: str) -> None:
    data = texts(LISTS / name).encode("big5hkscs", "ignore")
    assert listing(read(data)) == listing(read(data.decode("big5hkscs")))


def test_the_name_of_a_file_decides_nothing() -> None:
    plain, marked = texts(LISTS / "systems.txt"), texts(LISTS / "speech.md")
    assert read(plain, "list.md").reader == "plain"
    assert read(marked, "list.txt").reader == "markdown"


def test_bold_marks_and_links_alone_do_not_make_a_text_markdown() -> None:
    list_ = read(
        "阶段一：入门\n- **Attention Is All You Need** (2017)：注意力。\n阶段二：进阶\n- [B](https://x.org): c\n"
    )
    assert [section.title for section in list_.sections] == ["阶段一：入门", "阶段二：进阶"]


def only(list_: ReadList) -> tuple[str, str, str]:
    [record] = list_.records
    [note] = record.notes
    return record.title, note.label, note.text


def test_a_note_goes_on_over_lines_and_items() -> None:
    printed = "# L\n\n- **论文**：《A Title of a Paper》（2019）\n- **局限**：\n  - 慢\n  - 贵\n"
    assert only(read(printed))[1:] == ("局限", "- 慢\n- 贵")
    printed = "# L\n\n**《A Title of a Paper》**（2019）\n\n- **简介**：第一行\n  第二行\n"
    assert only(read(printed))[1:] == ("简介", "第一行第二行")


def test_papers_without_a_note_between_share_the_next_one() -> None:
    printed = "# L\n## S\n- 论文：[First Paper](https://arxiv.org/abs/1901.00001)\n- 论文：[Second Paper](https://arxiv.org/abs/1901.00002)\n- 简介：两篇。\n- 论文：[Third Paper](https://arxiv.org/abs/1901.00003)\n- 简介：一篇。\n"
    assert [[note.text for note in record.notes] for record in read(printed).records] == [
        ["两篇。"],
        ["两篇。"],
        ["一篇。"],
    ]


def test_titles_in_paragraphs_do_not_share_notes() -> None:
    printed = "# L\n## S\n《First Paper》（2019）\n\n《Second Paper》（2020）\n\n- **简介**：第二篇。\n"
    assert [len(record.notes) for record in read(printed).records] == [0, 1]


def test_advice_names_no_papers() -> None:
    printed = "# L\n## 一、基础\n- First Paper (2019)：好。\n### 学习建议\n- 重读 [Second Paper](https://arxiv.org/abs/1901.00002)（2019）。\n"
    list_ = read(printed)
    assert [record.title for record in list_.records] == ["First Paper"]
    assert [text.text for text in list_.texts if text.field == "advice"] == [
        "- 重读 [Second Paper](https://arxiv.org/abs/1901.00002)（2019）。"
    ]


def test_han_that_fits_both_scripts_goes_with_its_neighbours_then_with_the_list() -> None:
    printed = "# L\n## S\n《First Paper》（2019）\n- **简介**：讓模型更快\n- **贡献**：大中小\n《Second Paper》（2019）\n- **简介**：让模型更快，说明问题\n《Third Paper》（2019）\n- **简介**：大中小\n"
    first, second, third = read(printed).records
    assert [note.script for note in first.notes] == ["Hant", "Hant"]
    assert [note.script for note in (*second.notes, *third.notes)] == ["Hans", "Hans"]


def test_a_section_without_papers_becomes_words_of_the_list() -> None:
    printed = "# L\n## 写给谁\n- 学生\n## 一、基础\n《First Paper》（2019）\n"
    list_ = read(printed)
    assert [section.title for section in list_.sections] == ["一、基础"]
    assert [(text.field, text.text) for text in list_.texts if text.place is None][1:] == [
        ("intro", "**写给谁**\n\n- 学生")
    ]


def test_a_list_without_a_paper_is_an_error_with_its_file() -> None:
    with pytest.raises(ListError, match=r"notes\.md: no paper was found in this list \(read as markdown\)"):
        read("# 日记\n\n今天没有读论文。\n", "notes.md")


SCRAPS = """\
# T
## 一、基础
### 3. BERT
**粗体**
阶段一：入门
学习建议
论文清单
目标：懂
时长: 2 周
-
- **论文**：[First Paper](https://arxiv.org/abs/1901.00001)
- Paper: https://x.org/a.pdf
《First Paper》（2019）
- First Paper (2019):好。 3-4. A Paper 与 B Paper:提示
https://arxiv.org/abs/1901.00001
- **简介**：文字610。
  - 更深
> 引文
| a | b |
---
===
```

Latin words only
1. First Paper
<div>
{% include x %}
简介：
年份：2019
论文一：
最后建议
·
[]()（）：
"""
LINES = st.lists(st.sampled_from(SCRAPS.split("\n")), max_size=14).map("\n".join)


@given(LINES)
def test_any_lines_are_a_list_or_an_error_and_every_paper_has_a_title(printed: str) -> None:
    try:
        list_ = read(printed)
    except ListError:
        return
    assert list_.records
    lines = printed.split("\n")
    for record in list_.records:
        assert record.title
        assert 1 <= record.line <= len(lines)
        assert record.place is None or record.place < len(list_.sections)
        assert record.year is None or str(record.year) in printed
    assert all(section.under is None or section.under < place for place, section in enumerate(list_.sections))
