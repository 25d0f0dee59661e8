from __future__ import annotations

import itertools

import pytest

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.lists import read_list
from i18nkit.lists.linking import Linked, link
from i18nkit.model import Address, Catalogue, Mark, Stamp

from ..conftest import BERT, Project

PICKS = """\
# 精选
## 基础
- 论文：[BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding](https://arxiv.org/abs/1810.04805)
- 简介：双向编码，先预训练再微调。
- 论文：[GPT-1: Improving Language Understanding by Generative Pre-Training](https://example.org/gpt.pdf)
- 论文：[GPT-3: Language Models are Few-Shot Learners](https://arxiv.org/abs/2005.14165)
- 简介：两代模型，越来越大。
"""
ROADMAP = """\
学习路线
阶段一:基础(Foundation)
阶段目标: 认识预训练。
建议时长: 2 周
论文清单
- BERT: Pre-training of Deep Bidirectional Transformers (2018):掩码语言模型与下一句预测。
- 2-3. Language Models are Few-Shot Learners 与 A Survey of Scaling:规模与涌现。
- Deep Residual Learning for Image Recognition (ResNet, 2015)
学习建议
- 手写一遍注意力。
"""
NOTES = """\
---
title: Notes
---
# Encoder
**《BERT: Pre-training of Deep Bidirectional Transformers》**（2018）
- **贡献**：提出掩码语言模型，刷新多项任务610。
- **Abstract**：讓模型從兩個方向讀句子
# Decoder
**《Improving Language Understanding by Generative Pre-Training》（GPT-1）**（2018）
- **贡献**：先生成式预训练，再微调610。
- **公式**：P(x) = ∏ P(x_i)。
"""
LISTS = {"picks": PICKS, "roadmap": ROADMAP, "notes": NOTES}


def take_in(settings: Settings, text: str, id: str) -> Linked:
    catalogue = store.read_catalogue(settings)
    linked = link(read_list(text.encode(), f"{id}.md", catalogue.fields), catalogue, id)
    store.apply(settings, linked.changes)
    return linked


def kinds(linked: Linked) -> list[tuple[str, str]]:
    return [(decision.kind, decision.paper) for decision in linked.decisions]


def originals(catalogue: Catalogue) -> set[tuple[str, str, str, str]]:
    return {
        (unit.stamp.by.owner, address.locale, address.kind, unit.text)
        for address, unit in catalogue.units.items()
        if unit.stamp and unit.stamp.source is None
    }


def rules(linked: Linked) -> list[str]:
    return [finding.rule for finding in linked.findings]


def test_a_new_list_brings_papers_facts_texts_and_itself(project: Project) -> None:
    settings = project({})
    linked = take_in(settings, ROADMAP, "roadmap")
    catalogue = store.read_catalogue(settings)
    assert kinds(linked) == [
        ("new", "bert"),
        ("new", "language-models-are-few-shot-learners"),
        ("new", "a-survey-of-scaling"),
        ("new", "resnet"),
    ]
    assert (catalogue.papers["resnet"].short, catalogue.papers["resnet"].year) == ("ResNet", 2015)
    roadmap = catalogue.lists["roadmap"]
    [section] = roadmap.sections
    assert (section.id, section.weeks) == ("foundation", (2, 2))
    assert [(row.papers, row.no) for row in section.rows] == [
        (("bert",), ()),
        (("language-models-are-few-shot-learners", "a-survey-of-scaling"), (2, 3)),
        (("resnet",), ()),
    ]
    text = "掩码语言模型与下一句预测。"
    assert section.rows[0].seen == {"summary": Mark.of("zh-Hans", text)}
    bert = catalogue.units[Address("zh-Hans", "papers/bert", "summary")]
    assert (bert.text, bert.stamp) == (text, Stamp(Mark.of("roadmap", text)))
    words = catalogue.texts["lists/roadmap"]
    assert {field: unit.text for field, there in words.items() for unit in there.values()} == {
        "title": "学习路线",
        "foundation.title": "阶段一:基础(Foundation)",
        "foundation.goal": "认识预训练。",
        "foundation.advice": "- 手写一遍注意力。",
    }


def test_a_shared_note_is_kept_with_each_paper(project: Project) -> None:
    settings = project({})
    take_in(settings, PICKS, "picks")
    texts = store.read_catalogue(settings).texts
    assert {texts[f"papers/{id}"]["summary"]["zh-Hans"].text for id in ("gpt-1", "gpt-3")} == {
        "两代模型，越来越大。"
    }


@pytest.mark.parametrize("order", list(itertools.permutations(LISTS)))
def test_no_order_changes_the_papers_or_the_originals(project: Project, order: tuple[str, ...]) -> None:
    settings = project({})
    for id in order:
        linked = take_in(settings, LISTS[id], id)
        assert not {kind for kind, _ in kinds(linked)} & {"unsure", "refused"}
    catalogue = store.read_catalogue(settings)
    assert len(catalogue.papers) == 5
    assert originals(catalogue) == {
        ("picks", "zh-Hans", "summary", "双向编码，先预训练再微调。"),
        ("picks", "zh-Hans", "summary", "两代模型，越来越大。"),
        ("roadmap", "zh-Hans", "summary", "掩码语言模型与下一句预测。"),
        ("roadmap", "zh-Hans", "summary", "规模与涌现。"),
        ("notes", "zh-Hans", "contribution", "提出掩码语言模型，刷新多项任务。"),
        ("notes", "zh-Hans", "contribution", "先生成式预训练，再微调。"),
        ("notes", "zh-Hant", "summary", "讓模型從兩個方向讀句子"),
        ("picks", "zh-Hans", "title", "精选"),
        ("picks", "zh-Hans", "title", "基础"),
        ("roadmap", "zh-Hans", "title", "学习路线"),
        ("roadmap", "zh-Hans", "title", "阶段一:基础(Foundation)"),
        ("roadmap", "zh-Hans", "goal", "认识预训练。"),
        ("roadmap", "zh-Hans", "advice", "- 手写一遍注意力。"),
        ("notes", "en", "title", "Notes"),
        ("notes", "en", "title", "Encoder"),
        ("notes", "en", "title", "Decoder"),
    }
    for id in order:
        assert link_again(settings, LISTS[id], id) == ()


def link_again(settings: Settings, text: str, id: str) -> tuple[object, ...]:
    catalogue = store.read_catalogue(settings)
    return link(read_list(text.encode(), f"{id}.md", catalogue.fields), catalogue, id).changes


def test_the_first_original_stands_and_later_ones_beside_it(project: Project) -> None:
    settings = project({})
    for id in ("notes", "picks", "roadmap"):
        take_in(settings, LISTS[id], id)
    texts = store.read_catalogue(settings).texts["papers/bert"]
    assert set(texts["summary"]) == {"zh-Hant"}
    assert texts["also.picks.summary"]["zh-Hans"].text == "双向编码，先预训练再微调。"
    assert texts["also.roadmap.summary"]["zh-Hans"].text == "掩码语言模型与下一句预测。"


def test_only_empty_facts_are_filled(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT.replace("ids: {arxiv: '1810.04805'}\n", "")})
    take_in(settings, PICKS, "picks")
    take_in(settings, NOTES, "notes")
    bert = store.read_catalogue(settings).papers["bert"]
    assert bert.ids == {"arxiv": "1810.04805"}
    assert (bert.year, bert.short) == (2018, "BERT")
    assert bert.aliases == ("BERT: Pre-training of Deep Bidirectional Transformers",)


def test_a_title_in_another_language_finds_its_paper_and_no_list_writes_one(project: Project) -> None:
    lesson = {
        "papers/lesson.yaml": "title: The Bitter Lesson\nyear: 2019\n",
        "zh-Hant/papers/lesson.yaml": "title: 苦澀的教訓\n",
    }
    settings = project(lesson)
    linked = take_in(
        settings, "# 清单\n## 专题\n**《苦涩的教训》**（2019）\n- **Title**：算力胜过巧思\n", "notes"
    )
    assert kinds(linked) == [("same", "lesson")]
    catalogue = store.read_catalogue(settings)
    assert catalogue.papers["lesson"].title == "The Bitter Lesson"
    assert catalogue.papers["lesson"].aliases == ("苦涩的教训",)
    [title] = catalogue.texts["papers/lesson"]["title"].values()
    assert title.text == "苦澀的教訓"
    assert "Title" in [printed for field in catalogue.fields.values() for printed in field.printed]


def test_formulas_are_facts(project: Project) -> None:
    settings = project({})
    take_in(settings, NOTES, "notes")
    catalogue = store.read_catalogue(settings)
    assert catalogue.papers["gpt-1"].formulas == ("P(x) = ∏ P(x_i)",)
    assert "formulas" not in catalogue.texts["papers/gpt-1"]


def test_a_label_nobody_knows_becomes_a_field_and_is_told_once(project: Project) -> None:
    settings = project({})
    printed = NOTES.replace("**贡献**", "**价值**")
    linked = take_in(settings, printed, "notes")
    assert rules(linked) == ["unknown-label"]
    catalogue = store.read_catalogue(settings)
    [field] = [field for field in catalogue.fields.values() if "价值" in field.printed]
    assert field.label == {"zh-Hans": "价值"}
    assert catalogue.texts["papers/bert"][field.id]["zh-Hans"].text == "提出掩码语言模型，刷新多项任务。"
    assert "unknown-label" not in rules(take_in(settings, printed, "notes"))


# What needs a person

WRONG = "# L\n## S\n- [BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding](https://arxiv.org/abs/2305.11401)：错的链接。\n"


def test_one_title_over_two_identifiers_is_unsure_and_writes_nothing(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT})
    linked = take_in(settings, WRONG, "picks")
    assert kinds(linked) == [("unsure", "")]
    [finding] = linked.findings
    assert (finding.rule, finding.line) == ("unsure", 3)
    assert "one is arXiv 1810.04805 and the other 2305.11401" in finding.message
    catalogue = store.read_catalogue(settings)
    assert list(catalogue.papers) == ["bert"]
    assert "papers/bert" not in catalogue.texts
    assert list(catalogue.lists["picks"].papers()) == []


def test_one_identifier_under_two_titles_is_unsure_even_where_the_title_fits_another(
    project: Project,
) -> None:
    gpt = "title: Language Models are Few-Shot Learners\nids: {arxiv: '2305.11401'}\n"
    settings = project(
        {"papers/bert.yaml": BERT.replace("ids: {arxiv: '1810.04805'}\n", ""), "papers/gpt.yaml": gpt}
    )
    assert kinds(take_in(settings, WRONG, "picks")) == [("unsure", "")]


@pytest.mark.parametrize(
    ("answer", "kind", "paper"),
    [
        ("same:\n- {list: picks, title: 'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding', paper: bert}\n", "same", "bert"),
        ("refused:\n- {list: picks, identifier: 'arxiv:2305.11401'}\n", "same", "bert"),
        ("different:\n- {identifier: 'arxiv:2305.11401', paper: bert}\n", "new", "bert-pre-training-of-deep-bidirectional"),
        ("refused:\n- {list: picks, title: 'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding'}\n", "refused", ""),
        ("refused:\n- {list: other, identifier: 'arxiv:2305.11401'}\n", "unsure", ""),
    ],
)  # fmt: skip
def test_an_answer_beats_every_score(project: Project, answer: str, kind: str, paper: str) -> None:
    settings = project({"papers/bert.yaml": BERT, "linkage.yaml": answer})
    linked = take_in(settings, WRONG, "picks")
    assert kinds(linked) == [(kind, paper)]
    bert = store.read_catalogue(settings).papers["bert"]
    assert bert.ids == {"arxiv": "1810.04805"}
    assert link_again(settings, WRONG, "picks") == ()


@pytest.mark.parametrize(("year", "told"), [(2017, True), (2018, False), (2020, False), (2021, True)])
def test_a_printed_year_that_cannot_be_is_told(project: Project, year: int, told: bool) -> None:
    settings = project({"papers/bert.yaml": BERT})
    linked = take_in(
        settings, NOTES.replace("Transformers》**（2018）", f"Transformers》**（{year}）"), "notes"
    )
    assert ("printed-year" in rules(linked)) is told
    assert store.read_catalogue(settings).papers["bert"].year == 2018


# A newer version of a list


def edit(settings: Settings, name: str, old: str, new: str) -> None:
    path = settings.content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def summary(settings: Settings) -> str | None:
    unit = store.read_catalogue(settings).unit("zh-Hans", "papers/bert", "summary")
    return unit.text if unit else None


NEWER = PICKS.replace("双向编码，先预训练再微调。", "双向编码，\n  适合理解任务。")


def test_words_still_as_imported_follow_the_list(project: Project) -> None:
    settings = project({})
    take_in(settings, PICKS, "picks")
    take_in(settings, NEWER, "picks")
    unit = store.read_catalogue(settings).units[Address("zh-Hans", "papers/bert", "summary")]
    assert unit.text == "双向编码，适合理解任务。"
    assert unit.stamp == Stamp(Mark.of("picks", unit.text))
    assert link_again(settings, NEWER, "picks") == ()


def test_words_a_person_changed_stay_and_are_told_once(project: Project) -> None:
    settings = project({})
    take_in(settings, PICKS, "picks")
    edit(settings, "zh-Hans/papers/bert.yaml", "双向编码，先预训练再微调。", "我自己的话。")
    assert link_again(settings, PICKS, "picks") == ()
    assert rules(take_in(settings, NEWER, "picks")) == ["edited-since-import"]
    assert summary(settings) == "我自己的话。"
    assert rules(take_in(settings, NEWER, "picks")) == []


def test_words_a_person_took_out_stay_out(project: Project) -> None:
    settings = project({})
    take_in(settings, PICKS, "picks")
    (settings.content / "zh-Hans/papers/bert.yaml").unlink()
    assert link_again(settings, PICKS, "picks") == ()
    take_in(settings, NEWER, "picks")
    assert summary(settings) is None


def test_words_beside_the_first_original_follow_their_list_too(project: Project) -> None:
    settings = project({})
    take_in(settings, ROADMAP, "roadmap")
    take_in(settings, PICKS, "picks")
    take_in(settings, NEWER, "picks")
    catalogue = store.read_catalogue(settings)
    assert (
        catalogue.units[Address("zh-Hans", "papers/bert", "also.picks.summary")].text
        == "双向编码，适合理解任务。"
    )
    assert summary(settings) == "掩码语言模型与下一句预测。"


def test_a_new_row_and_a_new_stage_leave_the_rest_alone(project: Project) -> None:
    settings = project({})
    take_in(settings, ROADMAP, "roadmap")
    newer = (
        ROADMAP.replace("阶段目标: 认识预训练。", "阶段目标: 认识预训练与微调。")
        + "阶段二:视觉\n- An Image is Worth 16x16 Words (ViT, 2020):图像切块。\n"
    )
    take_in(settings, newer, "roadmap")
    catalogue = store.read_catalogue(settings)
    assert [section.id for section in catalogue.lists["roadmap"].sections] == ["foundation", "s2"]
    assert (
        catalogue.units[Address("zh-Hans", "lists/roadmap", "foundation.goal")].text == "认识预训练与微调。"
    )
    assert summary(settings) == "掩码语言模型与下一句预测。"
    assert link_again(settings, newer, "roadmap") == ()


def test_ids_are_minted_once(project: Project) -> None:
    settings = project({})
    take_in(settings, ROADMAP, "roadmap")
    edit(settings, "papers/resnet.yaml", "Deep Residual Learning for Image Recognition", "Residual Networks")
    newer = ROADMAP.replace("阶段一:基础(Foundation)", "阶段一:基础(Foundation)").replace(
        "(ResNet, 2015)", "(2015)"
    )
    assert ("same", "resnet") in kinds(take_in(settings, newer, "roadmap"))


def test_papers_of_one_name_get_ids_of_their_own(project: Project) -> None:
    settings = project({})
    printed = "# L\n## S\n- ERNIE: Enhanced Language Representation with Informative Entities (2019):甲。\n- ERNIE: Enhanced Representation through Knowledge Integration (2019):乙。\n"
    assert kinds(take_in(settings, printed, "l")) == [("new", "ernie"), ("new", "ernie-2019")]
