from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from i18nkit.config import Settings
from tests.cli.conftest import Cli


def test_build_needs_mkdocs_yml(cli: Cli, bert: Settings) -> None:
    ran = cli("build")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: mkdocs.yml is not there\n")


def test_build_goes_where_it_is_told(cli: Cli, bert: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def build_site(settings: Settings, *, site_dir: Path | None = None) -> Path:
        assert settings.root == bert.root
        assert site_dir == bert.root / "public"
        return site_dir

    monkeypatch.setattr("i18nkit.site.build.build_site", build_site)
    ran = cli("build", "--site-dir", "public")
    assert ran == (0, "", "The site lies in public. `i18nkit serve` shows it.\n")


def test_serve_listens_where_it_is_told(cli: Cli, bert: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Any] = []
    monkeypatch.setattr("i18nkit.site.build.serve", lambda settings, address: served.append(address))
    assert cli("serve").code == 0
    assert cli("serve", "-a", "0.0.0.0:8123").code == 0
    for wrong in ("8000", "localhost:", "127.0.0.1:65536", "127.0.0.1:http"):
        ran = cli("serve", "-a", wrong)
        assert (ran.code, ran.err.splitlines()[0]) == (2, f"error: {wrong} is no address to listen on")
    assert served == ["127.0.0.1:8000", "0.0.0.0:8123"]
