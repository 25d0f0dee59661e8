from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from i18nkit.errors import Faults
from i18nkit.model import Address, Mark, Stamp
from i18nkit.store import read_catalogue
from tests.conftest import BERT, Project

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "faults.yaml").read_text("utf-8"))


def faults(project: Project, files: Mapping[str, str | bytes]) -> list[str]:
    with pytest.raises(Faults) as raised:
        read_catalogue(project(files))
    return [f"{fault} | {fault.remedy or ''}" for fault in raised.value.exceptions]  # type: ignore[union-attr]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_fault_is_told_with_its_place(project: Project, case: dict[str, Any]) -> None:
    files = {"papers/bert.yaml": BERT, **case["files"]}
    found = faults(project, files)
    assert len(found) == len(case["faults"]), found
    for wanted, fault in zip(case["faults"], found, strict=True):
        assert fault.startswith(wanted["place"]), fault
        assert all(word in fault for word in wanted["says"]), fault


BINARY = {
    "not UTF-8": ("summary: 甲\n".encode("gb18030"), "content/zh-Hans/papers/bert.yaml:1: is not UTF-8"),
    "a NUL": (b"summary: a\ncontribution: a\0b\n", "content/zh-Hans/papers/bert.yaml:2: holds the control character U+0000"),
    "ten megabytes": (b"summary: " + b"a" * 10_000_000, "content/zh-Hans/papers/bert.yaml: is larger than 4 MB"),
    "an alias bomb": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nsummary: *b\n",
        "content/zh-Hans/papers/bert.yaml:1: anchors and aliases are not allowed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BINARY)
def test_what_is_no_text_is_refused(project: Project, name: str) -> None:
    data, says = BINARY[name]
    (fault,) = faults(project, {"papers/bert.yaml": BERT, "zh-Hans/papers/bert.yaml": data})
    assert fault.startswith(says)


def test_a_page_that_is_not_utf_8(project: Project) -> None:
    (fault,) = faults(project, {"zh-Hans/index.md": "---\ntitle: a\n---\n\n你好\n".encode("big5")})
    assert fault.startswith("content/zh-Hans/index.md:5: is not UTF-8")


def test_all_faults_of_a_run_are_told_at_once(project: Project) -> None:
    found = faults(
        project,
        {
            "papers/bert.yaml": "title: [a]\nyear: soon\nauthors: me\n",
            "zh-Hans/papers/bert.yaml": "sumary: a\n",
            "en/papers/bart.yaml": "summary: a\n",
        },
    )
    assert [fault.split(" ")[0] for fault in found] == [
        "content/en/papers/bart.yaml:",
        "content/papers/bert.yaml:1:",
        "content/papers/bert.yaml:2:",
        "content/papers/bert.yaml:3:",
        "content/zh-Hans/papers/bert.yaml:1:",
    ]


def test_a_link_out_of_the_catalogue_is_not_followed(project: Project, tmp_path: Path) -> None:
    settings = project({"papers/bert.yaml": BERT})
    outside = tmp_path / "outside.yaml"
    outside.write_text("title: secret\n")
    os.symlink(outside, settings.content / "papers" / "secret.yaml")
    with pytest.raises(Faults) as raised:
        read_catalogue(settings)
    assert "leads out of the catalogue" in str(raised.value.exceptions[0])


def test_scalars_stay_what_was_written(project: Project) -> None:
    catalogue = read_catalogue(
        project(
            {
                "papers/gpt-3.yaml": "title: no\nshort: 1e3\nyear: 2020\nids: {arxiv: 2301.00770, doi: 0x1F}\n",
                "en/papers/gpt-3.yaml": "summary: yes\ncontribution: 12345678\n",
            }
        )
    )
    paper = catalogue.papers["gpt-3"]
    assert (paper.title, paper.short, paper.ids) == ("no", "1e3", {"arxiv": "2301.00770", "doi": "0x1F"})
    assert [unit.text for unit in catalogue.units.values()] == ["yes", "12345678"]


def test_a_term_may_say_what_it_means_and_where_it_comes_from(project: Project) -> None:
    rows = (
        "- zh-Hans: 词元\n  en: token\n  definition:\n    en: 'A piece of text: a word or less.'\n    zh-Hant:\n"
        "  papers: [gnmt, bert]\n- {zh-Hans: 通过, zh-Hant: 透過}\n"
    )
    token, through = read_catalogue(project({"glossary.yaml": rows})).glossary
    assert (token.definition, token.papers) == ({"en": "A piece of text: a word or less."}, ("gnmt", "bert"))
    assert (through.definition, through.papers, through.line) == ({}, (), 7)


def test_units_know_their_place_text_and_stamp(project: Project) -> None:
    catalogue = read_catalogue(
        project(
            {
                "papers/bert.yaml": BERT,
                "zh-Hant/papers/bert.yaml": (
                    "# 校對\nsummary: |\n  雙向\n  預訓練\n\n  兩個任務\nalso:\n  picks:\n    summary: 另一說\n"
                    "\nstamps:\n  summary: {from: zh-Hans@0c2f77a1, by: opencc@93ad3761, accepted: yes}\n"
                    "  contribution: {by: hand@0c2f77a1}\n"
                ),
                "zh-Hant/about/team.md": "---\ntitle: 團隊\nhide: [toc]\n---\n\n# 團隊\n",
            }
        )
    )
    summary = catalogue.units[Address("zh-Hant", "papers/bert", "summary")]
    assert (summary.text, summary.file, summary.line) == (
        "雙向預訓練\n\n兩個任務",
        "content/zh-Hant/papers/bert.yaml",
        2,
    )
    assert summary.stamp == Stamp(Mark("opencc", "93ad3761"), Mark("zh-Hans", "0c2f77a1"), accepted=True)
    assert catalogue.units[Address("zh-Hant", "papers/bert", "also.picks.summary")].line == 9
    body = catalogue.units[Address("zh-Hant", "about/team", "body")]
    assert (body.text, body.line) == ("# 團隊", 6)
    assert [str(unit.address) for unit in catalogue.loose] == ["zh-Hant/papers/bert#contribution"]
