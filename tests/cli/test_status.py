from __future__ import annotations

import json

import pytest

from i18nkit.config import Settings
from tests.cli.conftest import Cli
from tests.conftest import Project


def test_json(cli: Cli, bert: Settings) -> None:
    data = json.loads(cli("status", "--format", "json").out)
    counts = {"source": 0, "translated": 0, "converted": 0, "stale": 0, "needs-review": 0, "missing": 0}
    assert data == {
        "schema": 1,
        "papers": 1,
        "locales": {
            "zh-Hans": {**counts, "source": 1, "total": 1},
            "zh-Hant": {**counts, "missing": 1, "total": 1},
            "en": {**counts, "translated": 1, "total": 1},
        },
        "units": [
            {"address": f"{locale}/papers/bert#summary", "state": state, "file": file, "line": line}
            for locale, state, file, line in (
                ("zh-Hans", "source", "content/zh-Hans/papers/bert.yaml", 1),
                ("zh-Hant", "missing", "content/zh-Hant/papers/bert.yaml", 0),
                ("en", "translated", "content/en/papers/bert.yaml", 1),
            )
        ],
    }


def test_json_filtered(cli: Cli, bert: Settings) -> None:
    data = json.loads(cli("status", "en", "zh-Hant", "--state", "missing,stale", "--format", "json").out)
    assert [unit["address"] for unit in data["units"]] == ["zh-Hant/papers/bert#summary"]
    assert list(data["locales"]) == ["zh-Hant", "en"]


def test_plain_is_one_unit_a_line(cli: Cli, bert: Settings) -> None:
    line = "missing\tzh-Hant/papers/bert#summary\tcontent/zh-Hant/papers/bert.yaml\t14\t1\t`i18nkit sync` converts it\n"
    assert cli("status", "--format", "plain").out == line


def test_table_cuts_nothing(cli: Cli, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    id = "a-paper-with-a-very-long-id-indeed-so-long-that-no-terminal-holds-its-address"
    settings = project({f"papers/{id}.yaml": "title: A\n", f"en/papers/{id}.yaml": "summary: Some words\n"})
    monkeypatch.chdir(settings.root)
    out = cli("status").out
    assert (
        f"zh-Hans/papers/{id}#summary  content/zh-Hans/papers/{id}.yaml  2 words  translate en/papers" in out
    )


def test_shares_never_claim_all_or_nothing(
    cli: Cli, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = {f"papers/p{number}.yaml": "title: A\n" for number in range(250)}
    texts = {f"en/papers/p{number}.yaml": "summary: A\n" for number in range(250)}
    monkeypatch.chdir(project({**papers, **texts, "zh-Hans/papers/p0.yaml": "summary: 甲\n"}).root)
    lines = {line.split()[0]: line.split()[1:] for line in cli("status", "--limit", "0").out.splitlines()}
    assert lines["missing"][:2] == ["249", "(>99%)"]
    assert "(<1%)" in lines["source"] or "(<1%)" in lines["translated"]


def test_markdown(cli: Cli, bert: Settings) -> None:
    lines = cli("status", "--format", "markdown").out.splitlines()
    assert lines[:2] == ["| state | zh-Hans | zh-Hant | en |", "|---|--:|--:|--:|"]
    assert "| missing | – | 1 (100%) | – |" in lines


def test_limit_says_what_is_left(cli: Cli, bert: Settings) -> None:
    ran = cli("status", "--state", "source,missing,translated", "--limit", "1")
    assert ran.out.count("content/") == 1
    assert ran.err == "2 more: --limit shows them\n"
    assert cli("status", "--limit", "5").err == ""


def test_fail_on(cli: Cli, bert: Settings) -> None:
    assert cli("status").code == 0
    assert cli("status", "--fail-on", "missing").code == 1
    assert cli("status", "--fail-on", "stale,needs-review").code == 0
    assert cli("status", "en", "--fail-on", "stale", "--fail-on", "missing").code == 0
    assert cli("status", "--fail-on", "missing", "--limit", "0", "--format", "json").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fail-on", "mising"], "no state is called mising"),
        (["--state", "done"], "known states: source, translated, converted, stale, needs-review, missing"),
        (["fr"], "fr is no locale of this catalogue"),
        (["--list", "picks"], "the catalogue has no list picks"),
    ],
)
def test_unknown_names(cli: Cli, bert: Settings, arguments: list[str], said: str) -> None:
    ran = cli("status", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_empty_catalogue_is_never_complete(
    cli: Cli, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project({}).root)
    ran = cli("status")
    assert (ran.code, ran.out) == (2, "")
    assert "no text at all" in ran.err


def test_diff_says_where_there_is_no_history(cli: Cli, bert: Settings) -> None:
    cli("sync")
    path = bert.content / "zh-Hans/papers/bert.yaml"
    path.write_text(path.read_text("utf-8").replace("双向", "深层双向"), "utf-8")
    assert "git history" in cli("status", "--diff").out
    units = json.loads(cli("status", "--diff", "--format", "json").out)["units"]
    assert {unit["address"]: "diff" in unit for unit in units} == {
        "zh-Hans/papers/bert#summary": False,
        "zh-Hant/papers/bert#summary": True,
        "en/papers/bert#summary": True,
    }
