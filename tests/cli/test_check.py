from __future__ import annotations

import json

import pytest

from i18nkit.cli.annotations import github, sarif
from i18nkit.config import Settings
from i18nkit.errors import say
from i18nkit.model import Address, Finding, Severity
from tests.cli.conftest import Cli

ADDRESS = Address("en", "papers/bert", "summary")
FINDING = Finding(
    "numbers",
    Severity.WARNING,
    say("50% of it,\r\nor: less"),
    ADDRESS,
    "content/en/papers/a b.yaml",
    3,
    say("look again"),
)


@pytest.fixture
def wrong(bert: Settings) -> Settings:
    (bert.content / "en/papers/bert.yaml").write_text(
        "summary: An encoder， pre-trained on 16% of the tokens.\n", "utf-8"
    )
    return bert


def test_clean(cli: Cli, bert: Settings) -> None:
    cli("sync")
    assert cli("check") == (0, "", "Nothing found.\n")


def test_findings_exit_with_1(cli: Cli, wrong: Settings) -> None:
    ran = cli("check")
    assert ran.code == 1
    assert "content/en/papers/bert.yaml:1" in ran.out
    assert "en/papers/bert#summary" in ran.out
    assert ran.err.startswith("errors: ")


def test_json(cli: Cli, wrong: Settings) -> None:
    ran = cli("check", "--format", "json", "--rule", "numbers")
    data = json.loads(ran.out)
    assert data["schema"] == 1
    assert {finding["rule"] for finding in data["findings"]} == {"numbers"}
    assert data["findings"][0]["address"] == "en/papers/bert#summary"
    assert data["findings"][0]["line"] == 1
    assert ran.err == ""


def test_skip_and_unknown_rules(cli: Cli, wrong: Settings) -> None:
    found = {finding["rule"] for finding in json.loads(cli("check", "--format", "json").out)["findings"]}
    skips = [argument for rule in found for argument in ("--skip", rule)]
    assert cli("check", *skips).code == 0
    ran = cli("check", "--rule", "speling")
    assert ran.code == 2
    assert "speling is no rule\n  known rules: " in ran.err


def test_fix_mends_and_looks_again(cli: Cli, wrong: Settings) -> None:
    path = wrong.content / "zh-Hans/papers/bert.yaml"
    path.write_text("summary: 双向预训练的编码器,用了15%的词元。\n", "utf-8")
    rules = ("--rule", "punctuation", "--rule", "spacing")
    assert "`i18nkit check --fix` mends 2 of them." in cli("check", *rules).err
    ran = cli("check", "--fix", *rules)
    assert path.read_text("utf-8") == "summary: 双向预训练的编码器，用了 15% 的词元。\n"
    assert ran.err.startswith("files changed: 1\n")
    assert "zh-Hans" not in ran.out


def test_github_escapes(cli: Cli, wrong: Settings) -> None:
    assert github(FINDING, str) == (
        "::warning file=content/en/papers/a b.yaml,line=3,title=numbers"
        "::en/papers/bert#summary: 50%25 of it,%0D%0Aor: less%0Alook again"
    )
    note = Finding("x:y", Severity.NOTE, say("z"), file="a,b%.yaml")
    assert github(note, str) == "::notice file=a%2Cb%25.yaml,title=x%3Ay::z"
    assert all(line.startswith("::") for line in cli("check", "--format", "github").out.splitlines())


def test_sarif_has_the_shape_of_2_1_0() -> None:
    log = sarif([FINDING, Finding("new", Severity.ERROR, say("z"))], {"numbers": say("numbers agree")}, str)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["numbers", "new"]
    first, second = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "numbers"
    assert first["level"] == "warning"
    place = first["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "content/en/papers/a%20b.yaml"
    assert place["physicalLocation"]["region"] == {"startLine": 3}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "en/papers/bert#summary"}]
    assert second["locations"] == []


def test_sarif_of_a_run(cli: Cli, wrong: Settings) -> None:
    ran = cli("check", "--format", "sarif")
    run = json.loads(ran.out)["runs"][0]
    assert ran.code == 1
    assert {result["level"] for result in run["results"]} <= {"error", "warning", "note"}
    assert all(rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"])
