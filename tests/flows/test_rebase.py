"""A person corrected a converted text; then its source changed."""

from __future__ import annotations

import pytest

from i18nkit.config import Settings
from i18nkit.flows.accept import accept
from i18nkit.flows.rebase import apply, rebases
from i18nkit.flows.status import status
from i18nkit.flows.sync import sync
from i18nkit.model import State
from tests.conftest import BERT, Project
from tests.flows.test_status import commit
from tests.flows.test_sync import bytes_of, edit, state, text

HANS, HANT = "zh-Hans/papers/bert.yaml", "zh-Hant/papers/bert.yaml"
ADDRESS = "zh-Hant/papers/bert#summary"


@pytest.fixture
def corrected(project: Project) -> Settings:
    settings = project({"papers/bert.yaml": BERT, HANS: "summary: 双向编码器，一次读完整个句子。\n"})
    sync(settings)
    edit(settings, HANT, "雙向編碼器", "雙向的編碼器")
    sync(settings)
    return settings


def test_a_clean_merge_is_proposed_and_written_only_when_asked_for(corrected: Settings) -> None:
    commit(corrected)
    edit(corrected, HANS, "整个句子", "整个段落")
    before = bytes_of(corrected)
    sync(corrected)
    assert bytes_of(corrected) == before
    (row,) = (row for row in status(corrected).rows if row.state is State.STALE)
    assert "sync --rebase" in str(row.advice)
    (rebase,) = rebases(corrected)
    assert rebase.text == "雙向的編碼器，一次讀完整個段落。"
    assert bytes_of(corrected) == before

    apply(corrected, [rebase])
    assert text(corrected, ADDRESS) == "雙向的編碼器，一次讀完整個段落。"
    assert state(corrected, ADDRESS) is State.NEEDS_REVIEW
    assert rebases(corrected) == []
    settled = bytes_of(corrected)
    sync(corrected)
    assert bytes_of(corrected) == settled
    accept(corrected, [ADDRESS])
    assert state(corrected, ADDRESS) is State.TRANSLATED


def test_it_can_be_brought_over_again(corrected: Settings) -> None:
    commit(corrected)
    edit(corrected, HANS, "整个句子", "整个段落")
    apply(corrected, rebases(corrected))
    commit(corrected)
    edit(corrected, HANS, "一次", "两次")
    (rebase,) = rebases(corrected)
    assert rebase.text == "雙向的編碼器，兩次讀完整個段落。"


def test_an_edit_that_was_never_stamped_counts_too(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, HANS: "summary: 双向编码器，一次读完整个句子。\n"})
    sync(settings)
    commit(settings)
    edit(settings, HANT, "雙向編碼器", "雙向的編碼器")
    edit(settings, HANS, "整个句子", "整个段落")
    (rebase,) = rebases(settings)
    assert rebase.text == "雙向的編碼器，一次讀完整個段落。"


def test_conflicts_show_both_sides_and_are_never_written(corrected: Settings) -> None:
    commit(corrected)
    edit(corrected, HANS, "编码器", "解码器")
    (rebase,) = rebases(corrected)
    assert rebase.text is None
    assert rebase.merge
    (conflict,) = rebase.merge.conflicts
    assert "的" in conflict.ours
    assert "解" in conflict.theirs
    before = bytes_of(corrected)
    assert apply(corrected, [rebase]) == []
    assert bytes_of(corrected) == before


def test_a_changed_converter_does_not_pass_for_the_persons_work(corrected: Settings) -> None:
    edit(corrected, HANT, "雙向的", "雙向")  # as the machine left it, for the history
    commit(corrected)
    edit(corrected, HANT, "雙向", "雙向的")
    sync(corrected)
    commit(corrected)
    (corrected.content / "glossary.yaml").write_text("- {zh-Hans: 句子, zh-Hant: 語句}\n", "utf-8")
    edit(corrected, HANS, "一次", "两次")
    (rebase,) = rebases(corrected)
    assert rebase.text == "雙向的編碼器，兩次讀完整個語句。"


def test_without_history_it_says_so(corrected: Settings) -> None:
    edit(corrected, HANS, "整个句子", "整个段落")
    (rebase,) = rebases(corrected)
    assert (rebase.text, rebase.problem) == (None, "no git history here to find the former source in")
    edit(corrected, HANS, "整个段落", "每个段落")
    commit(corrected)
    (rebase,) = rebases(corrected)
    assert "no commit holds" in str(rebase.problem)


def test_translations_by_people_are_not_rebased(project: Project) -> None:
    settings = project(
        {"papers/bert.yaml": BERT, HANS: "summary: 双向编码器\n", HANT: "summary: 雙向的編碼器\n"}
    )
    sync(settings)
    edit(settings, HANS, "双向", "单向")
    assert rebases(settings) == []
