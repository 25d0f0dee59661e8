"""A new catalogue, from the command line to the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_it_syncs_checks_and_builds_as_it_stands(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "new"
    made = cli("init", str(folder))
    assert made.code == 0
    assert "content/zh-Hant/index.md\n" in made.out
    assert f"i18nkit -C {folder} import LIST.md" in made.err
    monkeypatch.chdir(folder)
    assert cli("sync").err.startswith("Nothing to do")
    assert cli("status").code == 0
    assert cli("check").code == 0
    built = cli("build")
    assert (built.code, built.out) == (0, "")
    assert "`i18nkit serve` shows it" in built.err
    for locale in ("zh-Hans", "zh-Hant", "en"):
        page = (folder / "site" / locale / "index.html").read_text("utf-8")
        assert f'lang="{locale}"' in page


def test_it_says_which_file_is_in_the_way(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    ran = cli("init")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: mkdocs.yml is there already; nothing was written\n")


def test_a_gitignore_stays_its_owners(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".gitignore").write_text("/site/\n")
    monkeypatch.chdir(tmp_path)
    ran = cli("init")
    assert ran.code == 0
    assert "belong into it:\n  /content/.i18nkit/\n" in ran.err
    assert "  i18nkit import LIST.md" in ran.err
