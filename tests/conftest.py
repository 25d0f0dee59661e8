"""What every test may use: a small catalogue in a temporary folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from i18nkit.config import Settings, read_settings

# Machines are shared and slow at times; in CI the same examples are tried each time.
hypothesis_settings.register_profile("i18nkit", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("i18nkit")

I18NKIT_TOML = """\
[locales.zh-Hans]
name = "简体中文"
converts-from = { "zh-Hant" = "tw2sp" }
fallback = ["zh-Hant", "en"]

[locales.zh-Hant]
name = "繁體中文"
converts-from = { "zh-Hans" = "s2twp" }
fallback = ["zh-Hans", "en"]

[locales.en]
name = "English"
fallback = ["zh-Hans", "zh-Hant"]
"""

FIELDS = """\
summary:
  label: {zh-Hans: 摘要, zh-Hant: 摘要, en: Summary}
  printed: [简介, 核心要点, Abstract]
  unlabelled: yes
contribution:
  label: {zh-Hans: 贡献, zh-Hant: 貢獻, en: Contribution}
  printed: [贡献]
reading-focus:
  label: {zh-Hans: 研读重点, zh-Hant: 研讀重點, en: What to look at}
  printed: [研读重点]
formulas:
  label: {zh-Hans: 公式, zh-Hant: 公式, en: Formulas}
  printed: [公式]
  fact: yes
"""

BERT = """\
title: 'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding'
short: BERT
authors: [Jacob Devlin, Ming-Wei Chang, Kenton Lee, Kristina Toutanova]
year: 2018
ids: {arxiv: '1810.04805'}
"""

Project = Callable[[Mapping[str, str | bytes]], Settings]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Makes a project of the given files (paths relative to its content folder) and says its settings."""

    def make(files: Mapping[str, str | bytes]) -> Settings:
        (tmp_path / "i18nkit.toml").write_text(I18NKIT_TOML, encoding="utf-8")
        for name, text in {"fields.yaml": FIELDS, **files}.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        settings = read_settings(tmp_path)
        assert settings
        return settings

    return make
