"""A small awkward catalogue for the site: gaps, borrowed texts, hostile words, names that Markdown would misread."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from i18nkit.config import Settings, read_settings
from tests.conftest import FIELDS, I18NKIT_TOML

SITE_URL = "https://papers.example/catalogue/"

MKDOCS_YML = f"""\
site_name: Toy
site_url: {SITE_URL}
docs_dir: content
theme: {{name: material}}
plugins: [i18nkit]
"""

HOSTILE = """\
<script>alert(1)</script> and <img src=x onerror=alert(1)> [press](javascript:alert(1)) **bold**{: onclick=alert(1) }

<div onclick="alert(1)">

[ref]: javascript:alert(1)
![far](https://far.example/pixel.png) <https://far.example/>
"""

TOY: Mapping[str, str] = {
    "fields.yaml": FIELDS,
    "glossary.yaml": """\
- zh-Hans: 注意力机制
  zh-Hant: 注意力機制
  en: attention mechanism
  definition: {zh-Hans: 按相关程度加权求和。, en: 'Weighing by relevance: <b>softly</b>.'}
  papers: [bert]
""",
    "papers/bert.yaml": """\
title: 'BERT: *Pre-training* of {Deep} <Bidirectional> Transformers & #1'
short: BERT
authors: [Jacob Devlin, Ming-Wei Chang]
et-al: true
year: 2018
venue: NAACL 2019
ids: {arxiv: '1810.04805', doi: 10.18653/v1/N19-1423}
formulas: ['\\frac{a_1}{b_1} < c', '\\notacommand{']
""",
    "papers/gpt-3.yaml": "title: Language Models are Few-Shot Learners\nshort: GPT-3\nyear: 2020\n",
    "papers/nameless.yaml": "title: 无名之作\n",
    "lists/roadmap.yaml": """\
source: {title: Roadmap, author: A. Author, url: https://lists.example/roadmap, licence: CC BY 4.0}
sections:
- id: foundation
  weeks: [1, 2]
  rows:
  - papers: [bert, gpt-3]
    no: [6, 7]
- id: deeper
  under: foundation
  rows:
  - papers: [nameless]
""",
    "zh-Hans/papers/bert.yaml": """\
summary: 双向预训练，复杂度为 $O(n_1^2)$，参见 [GPT-3](gpt-3.md#summary) 与 [路线](../lists/roadmap.md)。第二句。
contribution: 贡献。
also:
  roadmap:
    summary: 路线图另有说法。
stamps:
  contribution: {from: en@00000000, by: hand@00000000}
""",
    "en/papers/gpt-3.yaml": "summary: |\n" + "".join(f"  {line}\n" for line in HOSTILE.splitlines()),
    "zh-Hans/lists/roadmap.yaml": """\
title: 学习路线
intro: 从这里开始。
sections:
  foundation: {title: 基础, goal: 打好基础。, advice: 慢慢读。}
advice: 持之以恒。
""",
    "zh-Hans/index.md": """\
---
title: 玩具目录
hide: [toc]
---
欢迎。

## 列表

<!-- i18nkit: lists -->

## 全部 { .wide }

<!-- i18nkit: papers -->

$a_1 * b_1 * c$

```
<!-- i18nkit: no directive in code -->
```
""",
    "en/index.md": "---\ntitle: Toy\n---\n\nWelcome.\n\n## Lists\n\n<!-- i18nkit: figures -->\n\n<!-- i18nkit: status -->\n\n<!-- i18nkit: recent -->\n",
    "zh-Hans/about.md": "---\ntitle: 关于\n---\n\n关于[首页](index.md)，见图 ![图](../images/dot.svg)。\n",
    "images/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


def make(
    root: Path, files: Mapping[str, str], *, toml: str = I18NKIT_TOML, mkdocs: str = MKDOCS_YML
) -> Settings:
    root.mkdir(parents=True, exist_ok=True)
    (root / "i18nkit.toml").write_text(toml, "utf-8")
    (root / "mkdocs.yml").write_text(mkdocs, "utf-8")
    (root / "content").mkdir(exist_ok=True)
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    settings = read_settings(root.resolve())
    assert settings
    return settings
