from __future__ import annotations

import io
import json
import sys

import pytest

from i18nkit.cli.learn import asked
from i18nkit.cli.terminal import Terminal
from i18nkit.config import Settings
from i18nkit.flows.learn import learn
from tests.cli.conftest import Cli
from tests.conftest import BERT, Project
from tests.flows.test_sync import edit

HANS, HANT = "zh-Hans/papers/bert.yaml", "zh-Hant/papers/bert.yaml"


@pytest.fixture
def corrected(project: Project, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Settings:
    settings = project(
        {"papers/bert.yaml": BERT, HANS: "summary: 模型先读题目。\ncontribution: 从题目里找线索。\n"}
    )
    monkeypatch.chdir(settings.root)
    cli("sync")
    edit(settings, HANT, "先讀題目", "先讀試題")
    cli("sync")
    return settings


def test_proposals_as_a_table(cli: Cli, corrected: Settings) -> None:
    ran = cli("learn")
    assert ran.code == 0
    row = ran.out.splitlines()[1].split()
    assert row[1:] == ["题目", "題目", "試題", "1", "0", "1", "zh-Hant/papers/bert#summary"]
    assert "--accept ID" in ran.err


def test_proposals_as_json_and_accepted_by_id(cli: Cli, corrected: Settings) -> None:
    data = json.loads(cli("learn", "--format", "json").out)
    assert data["schema"] == 1
    (proposal,) = data["proposals"]
    assert proposal["row"] == {"zh-Hans": "题目", "zh-Hant": "試題"}
    assert proposal["count"] == 1
    assert proposal["examples"][0]["file"] == "content/zh-Hant/papers/bert.yaml"
    (change,) = proposal["would_change"]
    assert change["address"] == "zh-Hant/papers/bert#contribution"
    assert change["after"] == "從試題裡找線索。"

    ran = cli("learn", "--accept", proposal["id"])
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("rows accepted: 1; declined: 0\n")
    assert cli("glossary").out.split() == ["zh-Hans", "zh-Hant", "en", "only", "remark", "题目", "試題"]
    assert cli("learn").err.startswith("Nothing to learn")


def test_declined_by_id(cli: Cli, corrected: Settings) -> None:
    (proposal,) = json.loads(cli("learn", "--format", "json").out)["proposals"]
    assert cli("learn", "--decline", proposal["id"]).code == 0
    assert "declined:" in (corrected.content / "conversion.yaml").read_text("utf-8")
    assert cli("learn").out == ""
    ran = cli("learn", "--accept", proposal["id"])
    assert ran.code == 2
    assert f"no proposal is called {proposal['id']}" in ran.err


def test_one_by_one_on_a_terminal(
    cli: Cli, corrected: Settings, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    edit(corrected, HANS, "contribution: 从", "reading-focus: 看题目。\ncontribution: 从")
    cli("sync")
    edit(corrected, HANT, "找線索", "找訊息")
    learnt = learn(corrected)
    assert len(learnt.proposals) == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\na\n"))
    assert asked(Terminal("en"), learnt) == ((learnt.proposals[1].id,), ())
    sys.stdout.flush()
    told = capfdbinary.readouterr()
    assert b"other texts it would change: 1" in told.out
    assert "看[-題目-]{+試題+}。".encode() in told.out
    assert told.err.count(b"accept, decline, skip or quit?") == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO("d\nq\n"))
    assert asked(Terminal("en"), learnt) == ((), (learnt.proposals[0].id,))
