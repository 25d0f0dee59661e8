"""A person's correction of a converted text may be one of its source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18nkit.checks import chosen, findings
from i18nkit.model import Finding, Mark, Unit
from tests.checks.catalogues import case, made_from, original

ADDRESS = "zh-Hans/papers/bert#summary"


def corrected(source: Unit, machine: str, text: str, *, stamped: bool = True) -> Unit:
    unit = made_from(source, "zh-Hant", machine, "opencc")
    assert unit.stamp
    over = replace(unit.stamp, by=Mark.of("hand", text), over=unit.stamp.by) if stamped else unit.stamp
    return replace(unit, text=text, stamp=over)


def found(*units: Unit) -> list[Finding]:
    return findings(case(units), chosen(["flow-back"]))


@pytest.mark.parametrize("stamped", [True, False])
@pytest.mark.parametrize(
    ("source", "machine", "text", "said"),
    [
        ("发表于 2018 年", "發表於 2018 年", "發表於 2019 年", ["2018 here, 2019 in zh-Hant"]),
        ("达到 88.55%", "達到 88.55%", "達到 88.5%", ["88.55% here, 88.5% in"]),
        ("作者是 Delvin", "作者是 Delvin", "作者是 Devlin", ["Delvin here, Devlin in"]),
        (
            "见 arXiv 1810.04850",
            "見 arXiv 1810.04850",
            "見 arXiv 1810.04805",
            ["1810.04850 here, 1810.04805 in"],
        ),
        ("2018 年 Bert", "2018 年 Bert", "2019 年 BART", ["2018 here, 2019 in", "Bert here, BART in"]),
        ("甲 3 乙 4", "甲 3 乙 4", "乙 4，甲 3", []),
        ("用了 GPT3 的 1750 亿参数", "用了 GPT3 的 1750 億參數", "用了 GPT-3 的 1,750 億參數", []),
        ("两个词元", "兩個詞元", "兩個 token", []),
        ("在 2018 年提出", "在 2018 年提出", "那一年提出", []),
        ("双向编码器", "雙向編碼器", "雙向的編碼器", []),
    ],
)
def test_it_is_told_at_the_source(
    source: str, machine: str, text: str, said: list[str], stamped: bool
) -> None:
    begin = original(ADDRESS, source)
    told = found(begin, corrected(begin, machine, text, stamped=stamped))
    assert len(told) == len(said)
    for finding, words in zip(told, said, strict=True):
        assert words in finding.message
        assert str(finding.address) == ADDRESS
        assert "content/zh-Hant/papers/bert.yaml:1" in finding.message


def test_the_line_is_that_of_the_number() -> None:
    begin = original("zh-Hans/index#body", "第一段。\n\n第二段说 2018 年。")
    (told,) = found(
        begin, corrected(begin, "第一段。\n\n第二段說 2018 年。", "第一段。\n\n第二段說 2019 年。")
    )
    assert told.line == 3


def test_it_is_silent_where_the_source_changed_since_or_nobody_corrected() -> None:
    begin = original(ADDRESS, "发表于 2018 年")
    unit = corrected(begin, "發表於 2018 年", "發表於 2019 年")
    assert found(original(ADDRESS, "发表于 2017 年"), unit) == []
    assert found(begin, made_from(begin, "zh-Hant", "發表於 2019 年", "opencc")) == []
    assert found(begin, made_from(begin, "zh-Hant", "發表於 2019 年", "hand")) == []


def test_it_is_waived_at_the_source() -> None:
    begin = original(ADDRESS, "发表于 2018 年", waived=(("flow-back", "年份以预印本为准"),))
    assert found(begin, corrected(begin, "發表於 2018 年", "發表於 2019 年")) == []
