"""Terms learnt from what people changed in converted texts."""

from __future__ import annotations

import pytest

from i18nkit.config import Settings
from i18nkit.errors import I18nKitError
from i18nkit.flows.accept import accept
from i18nkit.flows.learn import answer, learn
from i18nkit.flows.sync import sync
from i18nkit.store import read_catalogue
from tests.conftest import BERT, Project
from tests.flows.test_status import commit
from tests.flows.test_sync import edit, text

FIELDS = "".join(f"f{n}: {{}}\n" for n in range(6))
HANS, HANT = "zh-Hans/papers/bert.yaml", "zh-Hant/papers/bert.yaml"


@pytest.fixture
def catalogue(project: Project) -> Settings:
    """The converter says 句子, 語句 and 例子 as they are: nothing here is a term of any layer."""
    settings = project(
        {
            "papers/bert.yaml": BERT,
            "fields.yaml": FIELDS,
            HANS: (
                "f0: 模型先读题目，再写答案。\n"
                "f1: 从题目里找线索。\n"
                "f2: 每道题目有四个选项。\n"
                "f3: 这里说的是别的事情。\n"
            ),
        }
    )
    sync(settings)
    return settings


def begin(settings: Settings, name: str, line: str) -> None:
    path = settings.content / name
    path.write_text(f"{line}\n{path.read_text('utf-8')}", "utf-8")


def proposed(settings: Settings) -> list[tuple[str, str, int]]:
    return [
        (proposal.source, proposal.target, len(proposal.examples)) for proposal in learn(settings).proposals
    ]


def test_a_word_that_people_say_otherwise_is_proposed(catalogue: Settings) -> None:
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    edit(catalogue, HANT, "從題目裡", "從試題裡")
    sync(catalogue)
    (proposal,) = learn(catalogue).proposals
    assert (proposal.source, proposal.was, proposal.target) == ("题目", "題目", "試題")
    assert [str(example.unit.address) for example in proposal.examples] == [
        "zh-Hant/papers/bert#f0",
        "zh-Hant/papers/bert#f1",
    ]
    assert [(str(anew.unit.address), anew.text) for anew in proposal.impact] == [
        ("zh-Hant/papers/bert#f2", "每道試題有四個選項。")
    ]
    assert proposal.against == 0


def test_an_edit_counts_before_it_is_stamped(catalogue: Settings) -> None:
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    assert proposed(catalogue) == [("题目", "試題", 1)]


def test_half_a_word_is_widened_to_the_whole(catalogue: Settings) -> None:
    edit(catalogue, HANT, "從題目裡", "從題項裡")
    assert proposed(catalogue) == [("题目", "題項", 1)]


@pytest.mark.parametrize(
    ("source", "old", "new", "expected"),
    [
        ("这份题目都难。", "每道", "每個", [("每道", "每個")]),  # not 道题: 题目 is one word
        ("在今日的模型里。", "今日", "今天", [("今日", "今天")]),  # not 日的
        ("用低精度来提速。", "提速", "加速", [("提速", "加速")]),  # not 来提
        ("检索后据以生成。", "據以", "據此", []),
        ("论文替这种题目命名。", "替這", "給這", []),
        ("看共用题目与选项再写。", "共用題目與選項", "題目與選項共用", []),
    ],
)
def test_no_word_is_cut_in_the_middle(
    catalogue: Settings, source: str, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    begin(catalogue, HANS, f"f4: {source}")
    sync(catalogue)
    edit(catalogue, HANT, old, new)
    assert [(found, target) for found, target, _ in proposed(catalogue)] == expected


def test_words_that_people_leave_elsewhere_are_widened(catalogue: Settings) -> None:
    edit(catalogue, HANT, "找線索", "尋線索")
    edit(catalogue, HANT, "有四個", "共四個")
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    proposals = {proposal.target: proposal for proposal in learn(catalogue).proposals}
    assert "試題" not in proposals
    widened = next(proposal for target, proposal in proposals.items() if "試題" in target)
    assert "题目" in widened.source
    assert widened.against == 0


def test_what_people_accepted_elsewhere_is_told(catalogue: Settings) -> None:
    accept(catalogue, ["zh-Hant/papers/bert#f1", "zh-Hant/papers/bert#f2"])
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    (proposal,) = learn(catalogue).proposals
    assert (proposal.source, proposal.against) == ("题目", 2)


@pytest.fixture
def both_ways(catalogue: Settings) -> Settings:
    """試題 stands in a text that began in Traditional Chinese, too, and 題目 was corrected to it."""
    begin(catalogue, HANT, "f4: 這份試題很難。")
    sync(catalogue)
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    return catalogue


def test_a_row_that_would_spoil_the_way_back_is_for_one_way(both_ways: Settings) -> None:
    learnt = learn(both_ways)
    (proposal,) = learnt.proposals
    assert proposal.term.only == "zh-Hant"
    assert [str(anew.unit.address) for anew in proposal.impact] == [
        "zh-Hant/papers/bert#f1",
        "zh-Hant/papers/bert#f2",
    ]
    answer(both_ways, learnt, accept=[proposal.id])
    assert (both_ways.content / "glossary.yaml").read_text("utf-8") == (
        "- {zh-Hans: 题目, zh-Hant: 試題, only: zh-Hant}\n"
    )
    sync(both_ways, reconvert=True)
    assert text(both_ways, "zh-Hant/papers/bert#f1") == "從試題裡找線索。"
    assert text(both_ways, "zh-Hans/papers/bert#f4") == "这份试题很难。"


def test_a_row_that_makes_the_way_back_better_is_for_both(both_ways: Settings) -> None:
    edit(both_ways, HANS, "这份试题", "这份题目")
    proposals = {proposal.target: proposal for proposal in learn(both_ways).proposals}
    assert proposals["試題"].term.only == ""


def test_a_row_for_one_way_leaves_that_for_both_alone(both_ways: Settings) -> None:
    path = both_ways.content / "glossary.yaml"
    path.write_text("- {zh-Hans: 题目, zh-Hant: 題目, en: question}\n", "utf-8")
    learnt = learn(both_ways)
    answer(both_ways, learnt, accept=[learnt.proposals[0].id])
    assert path.read_text("utf-8") == (
        "- {zh-Hans: 题目, zh-Hant: 題目, en: question}\n- {zh-Hans: 题目, zh-Hant: 試題, only: zh-Hant}\n"
    )
    assert learn(both_ways).proposals == []


def test_one_way_declined_is_not_the_other(both_ways: Settings) -> None:
    learnt = learn(both_ways)
    answer(both_ways, learnt, decline=[learnt.proposals[0].id])
    assert proposed(both_ways) == []
    edit(both_ways, HANS, "这份试题", "这份题目")
    assert proposed(both_ways) == [("試題", "题目", 1)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("四個選項。", "四個選項！"),
        ("四個選項", "四個 選項"),
        ("四個選項", "四個的選項"),
        ("每道題目有四個選項", "選項一共四個，都列在每題下面"),
        ("四個", "4 個"),
    ],
)
def test_marks_spaces_and_rewritings_are_no_terms(catalogue: Settings, old: str, new: str) -> None:
    edit(catalogue, HANT, old, new)
    assert proposed(catalogue) == []


def test_accepted_rows_stand_in_the_glossary_and_the_rest_follows(catalogue: Settings) -> None:
    (catalogue.content / "glossary.yaml").write_text("# Ours.\n- {keep: 文心一言}  # a name\n", "utf-8")
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    sync(catalogue)
    learnt = learn(catalogue)
    answer(catalogue, learnt, accept=[learnt.proposals[0].id])
    assert (catalogue.content / "glossary.yaml").read_text("utf-8") == (
        "# Ours.\n- {keep: 文心一言}  # a name\n- {zh-Hans: 题目, zh-Hant: 試題}\n"
    )
    assert learn(catalogue).proposals == []
    sync(catalogue, reconvert=True)
    assert text(catalogue, "zh-Hant/papers/bert#f2") == "每道試題有四個選項。"
    assert text(catalogue, "zh-Hant/papers/bert#f0") == "模型先讀試題，再寫答案。"


def test_a_row_that_says_otherwise_is_corrected(catalogue: Settings) -> None:
    path = catalogue.content / "glossary.yaml"
    path.write_text("- {zh-Hans: 题目, zh-Hant: 考題, en: question}\n", "utf-8")
    sync(catalogue, reconvert=True)
    edit(catalogue, HANT, "先讀考題", "先讀試題")
    learnt = learn(catalogue)
    answer(catalogue, learnt, accept=[learnt.proposals[0].id])
    assert path.read_text("utf-8") == "- {zh-Hans: 题目, zh-Hant: 試題, en: question}\n"


def test_declined_rows_are_remembered(catalogue: Settings) -> None:
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    edit(catalogue, HANT, "別的事情", "別的情況")
    learnt = learn(catalogue)
    answer(catalogue, learnt, decline=[proposal.id for proposal in learnt.proposals])
    assert learn(catalogue).proposals == []
    declined = read_catalogue(catalogue).conversion.declined
    assert {"zh-Hans": "题目", "zh-Hant": "試題"} in [term.texts for term in declined]
    assert sync(catalogue).moved == []


def test_an_unknown_id_writes_nothing(catalogue: Settings) -> None:
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    learnt = learn(catalogue)
    with pytest.raises(I18nKitError, match="no proposal is called xyz"):
        answer(catalogue, learnt, accept=[learnt.proposals[0].id, "xyz"])
    assert not (catalogue.content / "glossary.yaml").exists()


def test_a_source_that_changed_since_is_looked_up_in_the_history(catalogue: Settings) -> None:
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    sync(catalogue)
    commit(catalogue)
    edit(catalogue, HANS, "f0: 模型先读题目，再写答案", "f0: 全都改写了")
    assert proposed(catalogue) == [("题目", "試題", 1)]


def test_without_history_it_says_what_it_could_not_compare(catalogue: Settings) -> None:
    edit(catalogue, HANT, "先讀題目", "先讀試題")
    sync(catalogue)
    edit(catalogue, HANS, "f0: 模型先读题目，再写答案", "f0: 全都改写了")
    learnt = learn(catalogue)
    assert learnt.proposals == []
    assert [str(unit.address) for unit in learnt.lost] == ["zh-Hant/papers/bert#f0"]
