from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18nkit.conversion import Converter, usual_profile
from i18nkit.text.markdown import spans, structure
from i18nkit.text.script import script_of, simplified_only

CASES = Path(__file__).parent / "cases"
TO_TRADITIONAL, TO_SIMPLIFIED = Converter("s2twp"), Converter("tw2sp")

SIMPLIFIED = [
    "算法",
    "程序",
    "数据",
    "通过",
    "参数",
    "循环",
    "质量",
    "网络",
    "优化",
    "类型",
    "文件",
    "简体",
    "发展",
    "后来",
    "里面",
    "复杂",
    "采样",
    "序列",
    "演算法",
    "字体",
    "项目",
]
TRADITIONAL = [
    "演算法",
    "程式",
    "程序",
    "資料",
    "透過",
    "參數",
    "迴圈",
    "品質",
    "網路",
    "最佳化",
    "型別",
    "檔案",
    "繁體",
    "發展",
    "後來",
    "裡面",
    "字體系",
    "序列",
    "指標",
]
PLAIN = [
    "，",
    "。",
    "、",
    "的",
    "了",
    "在",
    "上",
    "中",
    "面",
    "台",
    "行",
    "列",
    "BERT",
    "3",
    "“",
    "”",
    "‘",
    "’",
    "「",
    "」",
    "『",
    "』",
    "の",
    "カナ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\x00",
    "�",
]
MARKED = [
    "`",
    "``",
    "$",
    "**",
    "[",
    "](a.md)",
    "](数据)",
    "[数据]: b\n",
    "<b>",
    "</b>",
    "<",
    "> ",
    "- ",
    "# ",
    "```\n",
    "https://a.b/c",
    "    ",
    "(",
    ")",
]
PROSE = st.lists(st.sampled_from([*SIMPLIFIED, *TRADITIONAL, *PLAIN]), max_size=14).map("".join)
MARKDOWN = st.lists(st.sampled_from([*SIMPLIFIED, *TRADITIONAL, *PLAIN, *MARKED]), max_size=18).map("".join)
DEVELOPMENT = Path(__file__).parents[1] / "data" / "conversion" / "development.tsv"
SENTENCES = [
    text for line in DEVELOPMENT.read_text("utf-8").splitlines()[1:] for text in line.split("\t")[2:4]
]
CONVERTERS = st.sampled_from([TO_TRADITIONAL, TO_SIMPLIFIED])


def cases(name: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [(given, expected) for line in lines[1:] for given, expected in [line.split("\t")]]


@pytest.mark.parametrize(("text", "expected"), cases("to-traditional.tsv"))
def test_to_traditional(text: str, expected: str) -> None:
    assert TO_TRADITIONAL.convert(text) == expected
    assert TO_TRADITIONAL.convert(expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases("to-simplified.tsv"))
def test_to_simplified(text: str, expected: str) -> None:
    assert TO_SIMPLIFIED.convert(text) == expected
    assert TO_SIMPLIFIED.convert(expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases("to-hong-kong.tsv"))
def test_to_hong_kong(text: str, expected: str) -> None:
    converter = Converter("s2hkp")
    assert converter.convert(text) == expected
    assert converter.convert(expected) == expected


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map("".join),
    st.sampled_from(["", " ", "\n"]),
)
def test_real_sentences_convert_once_for_all(text: str, between: str) -> None:
    own = Converter("s2twp", [("注意力", "專注力"), ("模型", "模組型"), ("网络", "網絡")], keep=["数据集"])
    for converter in (TO_TRADITIONAL, TO_SIMPLIFIED, own):
        once = converter.convert(text + between)
        assert converter.convert(once) == once


@settings(max_examples=200)
@given(CONVERTERS, st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map("".join))
def test_an_explanation_accounts_for_every_change(converter: Converter, text: str) -> None:
    converted, last, pieces = converter.convert(text), 0, []
    for step in converter.explain(text):
        assert text[step.start : step.end] == step.source
        assert converted[step.result_start : step.result_end] == step.result
        pieces += [text[last : step.start], step.result]
        last = step.end
    assert "".join([*pieces, text[last:]]) == converted


@settings(max_examples=300, deadline=None)
@given(CONVERTERS, MARKDOWN)
def test_twice_is_once(converter: Converter, text: str) -> None:
    once = converter.convert(text)
    assert converter.convert(once) == once


@settings(max_examples=300, deadline=None)
@given(CONVERTERS, MARKDOWN)
def test_markdown_keeps_its_structure_and_its_protected_words(converter: Converter, text: str) -> None:
    converted = converter.convert(text)
    assert structure(converted) == structure(text)
    assert [converted[span.start : span.end] for span in spans(converted)] == [
        text[span.start : span.end] for span in spans(text)
    ]


@settings(max_examples=200, deadline=None)
@given(CONVERTERS, PROSE)
def test_line_ends_and_foreign_characters_stay(converter: Converter, text: str) -> None:
    foreign = re.compile("[\r\n\0\ud800A-Za-z0-9， 。、]")
    assert foreign.findall(converter.convert(text)) == foreign.findall(text)


@given(st.lists(st.sampled_from([*SIMPLIFIED, "，", "。", "的", "\n"]), max_size=14).map("".join))
def test_nothing_simplified_is_left(text: str) -> None:
    assert not simplified_only(TO_TRADITIONAL.convert(text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\x00", "\ud800"])
def test_what_opencc_cannot_read_ends_no_text(end: str) -> None:
    assert TO_TRADITIONAL.convert(f"数据{end}数据{end}") == f"資料{end}資料{end}"


def test_a_catalogue_s_terms_come_first() -> None:
    own = Converter("s2twp", [("注意力", "專注力"), ("残差", "剩餘"), ("参数", "引數"), ("空", "")])
    assert own.convert("残差连接的参数，注意力机制。") == "剩餘連接的引數，專注力機制。"
    assert own.convert("残差连接的参数量，空的。") == "剩餘連接的引數量，空的。"


def test_a_term_inside_its_own_translation_is_converted_once() -> None:
    own = Converter("s2twp", [("微调", "模型微調整"), ("模型微", "不對")])
    assert own.convert("微调") == "模型微調整"
    assert own.convert("算法") == own.convert(own.convert("算法")) == "演算法"


def test_kept_words_are_never_touched() -> None:
    own = Converter("s2twp", keep=["通义千问", "BERT", "算法"])
    assert own.convert("通义千问的算法与程序") == "通义千问的算法與程式"
    assert own.convert("通义千问") == "通义千问"


def test_the_two_ends_of_a_reference_stay_together() -> None:
    text = "這裡說的[程序]是繁體。简体在这里，[程序]。\n\n[程序]: a.md\n"
    assert structure(TO_TRADITIONAL.convert(text)) == structure(text)


def test_other_profiles() -> None:
    hong_kong = Converter("s2hk")
    assert (hong_kong.source_script, hong_kong.target_script) == ("Hans", "Hant")
    assert hong_kong.convert("这里的数据") == "這裏的數據"
    assert Converter("t2tw").convert("這裏的數據") == "這裡的數據"
    assert usual_profile("Hans", "Hant") == "s2twp"
    assert usual_profile("Hans", "Latn") is None


def test_a_converted_text_is_recognised_as_such() -> None:
    assert script_of(TO_TRADITIONAL.convert("这些数据很复杂")) == "Hant"


@pytest.mark.parametrize("text", ["檔案", "台檔案", "文件", "程式", "程序", "演算法", "算法", "訊息", "消息"])
def test_words_that_either_script_may_hold_settle(text: str) -> None:
    for converter in (TO_TRADITIONAL, TO_SIMPLIFIED):
        once = converter.convert(text)
        assert converter.convert(once) == once


def test_the_entries_that_fire_are_named() -> None:
    fired = {(entry.source, entry.layer) for entry in TO_TRADITIONAL.fired("两个线程用函数，通过算法。")}
    assert {("线程", "programming"), ("函数", "programming"), ("通过", "words")} <= fired
    own = Converter("s2twp", [("注意力", "專注力"), ("残差", "剩餘")])
    assert [entry.source for entry in own.fired("注意力不变。") if entry.layer == "glossary"] == ["注意力"]


def test_a_fingerprint_moves_with_what_decides() -> None:
    here = TO_TRADITIONAL.fingerprint
    assert here == Converter("s2twp").fingerprint
    assert here["glossary"] != Converter("s2twp", [("甲", "乙")]).fingerprint["glossary"]
    assert here != Converter("s2twp", layers=["programming"]).fingerprint


def test_a_quotation_may_go_over_a_line_but_not_over_a_blank_one() -> None:
    convert = Converter("s2twp").convert
    for end in ("\n", "\r\n", "\r"):
        assert convert(f"他说“第一行{end}第二行”。") == f"他說「第一行{end}第二行」。"
        assert convert(f"他说“第一行{end}{end}第二行”。") == f"他說“第一行{end}{end}第二行”。"


def test_private_characters_of_a_text_are_not_taken_for_ours() -> None:
    icons = "".join(map(chr, range(0xE000, 0xF900, 7)))
    assert Converter("s2twp").convert(f"数据{icons}函数\x1f软件") == f"資料{icons}函數\x1f軟體"


def test_code_beside_a_word_tells_its_sense() -> None:
    convert = Converter("s2twp").convert
    assert convert("`range` 在循环中很常见。") == "`range` 在迴圈中很常見。"
    assert convert("$x_t$ 在循环中不断更新。") == "$x_t$ 在循環中不斷更新。"
