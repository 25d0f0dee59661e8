from __future__ import annotations

import subprocess

import pytest

from i18nkit.config import Settings
from i18nkit.errors import I18nKitError
from i18nkit.flows.accept import accept
from i18nkit.flows.status import status
from i18nkit.flows.sync import sync
from i18nkit.model import State
from tests.conftest import BERT, Project

FILES = {
    "papers/bert.yaml": BERT,
    "papers/t5.yaml": "title: T5\n",
    "lists/picks.yaml": "sections:\n- id: s1\n  rows:\n  - papers: [t5]\n",
    "lists/roadmap.yaml": "sections:\n- id: s1\n  rows:\n  - papers: [bert]\n  - papers: [t5]\n",
    "zh-Hans/lists/picks.yaml": "title: 精选\n",
    "zh-Hans/papers/bert.yaml": "summary: 双向预训练\n",
    "zh-Hans/papers/t5.yaml": "summary: 文本到文本\n",
    "en/papers/t5.yaml": "summary: text to text\n",
}


def test_counts_by_locale_and_the_most_read_first(project: Project) -> None:
    settings = project(FILES)
    sync(settings)
    report = status(settings)
    assert report.papers == 2
    assert report.locales["zh-Hans"].states[State.SOURCE] == 3
    assert report.locales["zh-Hant"].states[State.CONVERTED] == 3
    assert report.locales["en"].states[State.MISSING] == 2
    assert report.locales["en"].total == 3
    assert report.locales["en"].effort == (7, 0)  # 精选 and 双向预训练
    assert [str(row.address) for row in report.work()] == [
        "zh-Hant/lists/picks#title",
        "en/lists/picks#title",
        "zh-Hant/papers/t5#summary",  # in two lists
        "zh-Hant/papers/bert#summary",
        "en/papers/bert#summary",
    ]


def test_it_says_where_and_what_to_do(project: Project) -> None:
    settings = project(FILES)
    before = {str(row.address): row for row in status(settings).rows}
    assert before["zh-Hant/papers/bert#summary"].advice == "`i18nkit sync` converts it"
    missing = before["en/papers/bert#summary"]
    assert (missing.file, missing.line) == ("content/en/papers/bert.yaml", 0)
    assert missing.advice == "translate zh-Hans/papers/bert#summary"


def test_filters(project: Project) -> None:
    settings = project(FILES)
    rows = status(settings, locales=["en"], list_id="picks", only=[State.MISSING, State.TRANSLATED]).rows
    assert [str(row.address) for row in rows] == ["en/lists/picks#title", "en/papers/t5#summary"]
    assert len(status(settings, limit=2).rows) == 2
    with pytest.raises(I18nKitError, match="fr is no locale"):
        status(settings, locales=["fr"])
    with pytest.raises(I18nKitError, match="no list nosuch"):
        status(settings, list_id="nosuch")


def test_no_unit_at_all_is_an_error_never_all_translated(project: Project) -> None:
    with pytest.raises(I18nKitError, match="no text at all"):
        status(project({"papers/bert.yaml": BERT}))


def git(settings: Settings, *arguments: str) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *who, "-C", str(settings.root), *arguments], check=True, capture_output=True)


def commit(settings: Settings) -> None:
    git(settings, "init", "-q")
    git(settings, "add", "-A")
    git(settings, "commit", "-qm", "one")


def test_the_diff_of_the_source_comes_from_git_by_digest(project: Project) -> None:
    settings = project(FILES)
    sync(settings)
    hans = settings.content / "zh-Hans/papers/t5.yaml"
    hans.write_text(hans.read_text("utf-8").replace("文本到文本", "从文本到文本"), "utf-8")
    (row,) = status(settings, locales=["en"], only=[State.STALE], diff=True).rows
    assert "no git history" in str(row.diff)

    hans.write_text(hans.read_text("utf-8").replace("从文本到文本", "文本到文本"), "utf-8")
    commit(settings)
    hans.write_text(hans.read_text("utf-8").replace("文本到文本", "从文本到文本"), "utf-8")
    (row,) = status(settings, locales=["en"], only=[State.STALE], diff=True).rows
    assert row.diff == "{+从+}文本到文本"


def test_accept_takes_patterns_and_all_or_nothing(project: Project) -> None:
    settings = project(FILES)
    sync(settings)
    with pytest.raises(I18nKitError, match="no text has the address zh-Hant/papers/bort"):
        accept(settings, ["zh-Hant/papers/t5", "zh-Hant/papers/bort"])
    assert status(settings).locales["zh-Hant"].states[State.CONVERTED] == 3
    done = accept(settings, ["zh-Hant/papers/*#summary"])
    assert [str(address) for address in done.accepted] == [
        "zh-Hant/papers/bert#summary",
        "zh-Hant/papers/t5#summary",
    ]
    assert not done.unchanged
    assert accept(settings, ["zh-Hant/papers/bert"]).accepted == []
