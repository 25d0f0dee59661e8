from __future__ import annotations

import json

import pytest

from i18nkit.config import Settings
from tests.cli.conftest import Cli

GLOSSARY = """\
# Ours.
- {zh-Hans: 词元, zh-Hant: 詞元, en: token}
- {zh-Hans: 扩散模型, zh-Hant: 擴散模型, en: diffusion model}
- {zh-Hans: 摘要, en: abstract}
- {keep: 文心一言}
"""


@pytest.fixture
def settings(bert: Settings) -> Settings:
    (bert.content / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    return bert


def test_all_rows(cli: Cli, settings: Settings) -> None:
    ran = cli("glossary")
    assert ran.code == 0
    assert ran.out.splitlines()[1].split() == ["词元", "詞元", "token"]
    assert ran.out == cli("glossary", "list").out
    data = json.loads(cli("glossary", "list", "--format", "json").out)
    assert data["terms"][3] == {
        "texts": {},
        "keep": "文心一言",
        "only": "",
        "remark": "",
        "file": "content/glossary.yaml",
        "line": 5,
    }


@pytest.mark.parametrize("word", ["扩散模型", "擴散模型", "Diffusion Model"])
def test_found_in_either_script_and_in_english(cli: Cli, settings: Settings, word: str) -> None:
    rows = json.loads(cli("glossary", "find", word, "--format", "json").out)["rows"]
    assert rows[0]["layer"] == "glossary"
    assert rows[0]["texts"]["zh-Hant"] == "擴散模型"
    assert rows[0]["line"] == 3


def test_found_in_the_layers_too(cli: Cli, settings: Settings) -> None:
    out = cli("glossary", "find", "卷积").out
    assert "learning" in out
    assert "卷積" in out
    assert cli("glossary", "find", "没有这个词的").err == "Nothing found.\n"


def test_a_row_is_added_and_the_rest_keeps_its_bytes(cli: Cli, settings: Settings) -> None:
    ran = cli("glossary", "add", "en=prompt", "zh-Hant=提示詞", "zh-Hans=提示词", "--remark", "非「提示」")
    assert (ran.code, ran.out) == (0, "")
    assert (settings.content / "glossary.yaml").read_text("utf-8") == (
        GLOSSARY + "- {zh-Hans: 提示词, zh-Hant: 提示詞, en: prompt, remark: 非「提示」}\n"
    )
    assert cli("glossary", "add", "--keep", "通义千问").code == 0
    assert (settings.content / "glossary.yaml").read_text("utf-8").endswith("- {keep: 通义千问}\n")


def test_a_row_for_one_way(cli: Cli, settings: Settings) -> None:
    assert cli("glossary", "add", "zh-Hant=詞元", "zh-Hans=标记", "--only", "zh-Hans").code == 0
    assert (settings.content / "glossary.yaml").read_text("utf-8") == (
        GLOSSARY + "- {zh-Hans: 标记, zh-Hant: 詞元, only: zh-Hans}\n"
    )
    assert cli("glossary").out.splitlines()[-1].split() == ["标记", "詞元", "zh-Hans"]
    found = json.loads(cli("glossary", "find", "标记", "--format", "json").out)["rows"]
    assert found[0]["only"] == "zh-Hans"
    again = cli("glossary", "add", "zh-Hant=詞元", "zh-Hans=符号", "--only", "zh-Hans")
    assert "content/glossary.yaml:6: the glossary has 詞元 already" in again.err
    cli("sync")
    idle = json.loads(cli("glossary", "idle", "--format", "json").out)["terms"]
    assert 6 in [term["line"] for term in idle]  # 標記 is said in no text that is converted into zh-Hans


def test_the_first_row_makes_the_file(cli: Cli, bert: Settings) -> None:
    assert cli("glossary", "add", "zh-Hans=提示词", "zh-Hant=提示詞").code == 0
    assert (bert.content / "glossary.yaml").read_text("utf-8") == "- {zh-Hans: 提示词, zh-Hant: 提示詞}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["zh-Hans=词元", "zh-Hant=字符塊"], "content/glossary.yaml:2: the glossary has 词元 already"),
        (["--keep", "文心一言"], "content/glossary.yaml:5: the glossary has 文心一言 already"),
        (["zh-Hans=提示词"], "two locales at least"),
        ([], "either terms by locale or a word to keep"),
        (["zh-Hans=提示词", "zh-Hant=提示詞", "--keep", "提示"], "either terms by locale or a word to keep"),
        (["zh-Hans=提示词", "zh-Hant=提示词"], "提示词 is not written in the script of zh-Hant: 词"),
        (["zh-Hans=提示詞", "zh-Hant=提示詞"], "提示詞 is not written in the script of zh-Hans: 詞"),
        (["zh-Hans=提示词", "fr=invite"], "fr is no locale"),
        (["zh-Hans=提示词", "en="], "en: the term is empty"),
        (["提示词"], "提示词 names no locale"),
        (["zh-Hans=提示词", "zh-Hant=提示詞", "--only", "en"], "the row has no term for en"),
    ],
)
def test_no_row_that_could_not_be_right(
    cli: Cli, settings: Settings, arguments: list[str], said: str
) -> None:
    ran = cli("glossary", "add", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert (settings.content / "glossary.yaml").read_text("utf-8") == GLOSSARY


def test_idle_rows(cli: Cli, settings: Settings) -> None:
    cli("sync")
    ran = cli("glossary", "idle", "--format", "json")
    idle = json.loads(ran.out)["terms"]
    assert [term["line"] for term in idle] == [3, 4, 5]
    (settings.content / "zh-Hans/index.md").write_text(
        "---\ntitle: 摘要\n---\n\n文心一言的扩散模型。\n", "utf-8"
    )
    ran = cli("glossary", "idle")
    assert (ran.out, ran.err) == ("", "terms that no text needs: 0\n")


def test_help_and_slips(cli: Cli, settings: Settings) -> None:
    assert "rows that no text needs" in cli("glossary", "--help").out
    assert "LOCALE=TERM" in cli("glossary", "add", "--help").out
    ran = cli("glossary", "fnd")
    assert ran.code == 2
    assert "known commands: list, find, add, idle" in ran.err
