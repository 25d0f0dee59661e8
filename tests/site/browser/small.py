"""A catalogue whose every word the search tests know: each paper lacks a text somewhere."""

from __future__ import annotations

from collections.abc import Mapping

SMALL: Mapping[str, str] = {
    "papers/bert.yaml": """\
title: 'BERT: Pre-training of Deep Bidirectional Transformers'
short: BERT
authors: [Jacob Devlin]
year: 2018
ids: {arxiv: '1810.04805'}
""",
    "papers/transformer.yaml": """\
title: Attention Is All You Need
short: Transformer
authors: [Ashish Vaswani, Noam Shazeer]
year: 2017
ids: {arxiv: '1706.03762'}
formulas: ['\\frac{QK^\\top}{\\sqrt{d_k}}']
""",
    "papers/lora.yaml": """\
title: 'LoRA: Low-Rank Adaptation'
short: LoRA
authors: [Edward Hu]
year: 2021
ids: {arxiv: '2106.09685'}
""",
    "papers/gpt-3.yaml": """\
title: Language Models are Few-Shot Learners
short: GPT-3
year: 2020
""",
    "lists/roadmap.yaml": """\
sections:
- id: foundation
  weeks: [1, 2]
  rows:
  - {papers: [transformer], no: [1]}
  - {papers: [bert], no: [2]}
- id: tuning
  weeks: [2, 2]
  rows:
  - {papers: [lora], no: [3]}
""",
    "zh-Hans/papers/transformer.yaml": """\
summary: 只靠注意力机制的架构，多头注意力并行计算。
stamps:
  summary: {by: hand@00000000}
""",
    "zh-Hans/papers/lora.yaml": """\
summary: 冻结权重，用低秩矩阵微调，省内存。
""",
    "zh-Hant/papers/bert.yaml": """\
summary: 雙向預訓練的 Transformer 架構，沿用注意力機制，接上網路就能微調。
""",
    "zh-Hant/papers/lora.yaml": """\
summary: 凍結權重，以低秩矩陣微調，節省記憶體。
""",
    "en/papers/transformer.yaml": """\
summary: An architecture built on the attention mechanism alone.
contribution: Multi-head attention.
""",
    "en/papers/gpt-3.yaml": """\
summary: |
  <script>window.harmed = 1</script> [press](javascript:window.harmed=1) <img src=x onerror="window.harmed=1">
""",
    "zh-Hans/lists/roadmap.yaml": """\
title: 学习路线
intro: 从这里开始。
sections:
  foundation: {title: 基础, goal: 打好基础。}
  tuning: {title: 微调, goal: 少用内存。}
""",
    "zh-Hans/index.md": """\
---
title: 论文目录
---

欢迎。

<!-- i18nkit: figures -->

## 列表 { #lists }

<!-- i18nkit: lists -->
""",
    "en/index.md": """\
---
title: Papers
---

Welcome.

<!-- i18nkit: figures -->

## Lists { #lists }

<!-- i18nkit: lists -->
""",
    "glossary.yaml": """\
- {zh-Hans: 内存, zh-Hant: 記憶體, en: memory}
- {zh-Hans: 网络, zh-Hant: 網路, en: network}
""",
}
