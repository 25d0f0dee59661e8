"""The real command line, in this process: quick enough for every test."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from i18nkit.cli.app import run
from i18nkit.config import Settings
from tests.conftest import BERT, Project


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Cli = Callable[..., Ran]


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """`cli("status", "en")`, as it would run in the present folder and an English environment."""

    def call(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setenv("LANGUAGE", "en")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capfdbinary.readouterr()
        code = run(arguments)
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Ran(code, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture
def bert(project: Project, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A catalogue of one paper, not yet synced, as the present folder."""
    settings = project(
        {
            "papers/bert.yaml": BERT,
            "lists/roadmap.yaml": "sections:\n- id: s1\n  rows:\n  - papers: [bert]\n    no: [6]\n",
            "zh-Hans/papers/bert.yaml": "summary: 双向预训练的编码器，用了 15% 的词元。\n",
            "en/papers/bert.yaml": "summary: A bidirectional encoder, pre-trained on 15% of the tokens.\n",
        }
    )
    monkeypatch.chdir(settings.root)
    return settings
