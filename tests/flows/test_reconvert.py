"""What happens to converted texts when the converter changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18nkit.config import Settings, read_settings
from i18nkit.flows.accept import accept
from i18nkit.flows.status import status
from i18nkit.flows.sync import sync
from i18nkit.model import Address, Unit
from i18nkit.store import read_catalogue
from tests.conftest import BERT, I18NKIT_TOML, Project
from tests.flows.test_sync import bytes_of, edit, text, write_field

HANS, HANT = "zh-Hans/papers/bert.yaml", "zh-Hant/papers/bert.yaml"
TEXTS = "summary: 词元的编码器。\ncontribution: 双向的词元。\nreading-focus: 看词元。\nproblem: 语言模型。\n"
FIELDS = "".join(f"{name}: {{}}\n" for name in ("summary", "contribution", "reading-focus", "problem"))


@pytest.fixture
def converted(project: Project) -> Settings:
    """Four converted texts: `contribution` is accepted, `reading-focus` corrected by a person."""
    settings = project({"papers/bert.yaml": BERT, "fields.yaml": FIELDS, HANS: TEXTS})
    sync(settings)
    accept(settings, ["zh-Hant/papers/bert#contribution", "zh-Hant/papers/bert#problem"])
    edit(settings, HANT, "看", "看看")
    sync(settings)
    return settings


def unit(settings: Settings, field: str) -> Unit:
    return read_catalogue(settings).units[Address("zh-Hant", "papers/bert", field)]


def write_glossary(settings: Settings, said: str) -> None:
    (settings.content / "glossary.yaml").write_text(f"- {{zh-Hans: 词元, zh-Hant: {said}}}\n", "utf-8")


def test_the_first_conversion_records_the_converter(converted: Settings) -> None:
    recorded = read_catalogue(converted).conversion.routes["zh-Hans", "zh-Hant"]
    assert recorded["profile"] == "s2twp"
    assert {"opencc", "glossary"} <= set(recorded)
    assert sync(converted).moved == []


def test_a_changed_converter_is_told_and_changes_nothing_by_itself(converted: Settings) -> None:
    before = bytes_of(converted)
    write_glossary(converted, "字符塊")
    changed = bytes_of(converted)
    done = sync(converted)
    assert bytes_of(converted) == changed != before
    assert [(str(moved.route), moved.parts, moved.affected) for moved in done.moved] == [
        ("zh-Hans -> zh-Hant", ["glossary"], 2)
    ]
    assert list(status(converted).moved.values()) == [["glossary"]]
    assert {str(anew.unit.address): anew.text for anew in done.impact} == {
        "zh-Hant/papers/bert#summary": "字符塊的編碼器。",
        "zh-Hant/papers/bert#contribution": "雙向的字符塊。",
    }


def test_what_is_missing_or_stale_is_converted_all_the_same(converted: Settings) -> None:
    write_glossary(converted, "字符塊")
    edit(converted, HANS, "词元的编码器", "词元的解码器")
    assert sync(converted).converted == {"zh-Hant": 1}
    assert unit(converted, "summary").text == "字符塊的解碼器。"
    assert unit(converted, "contribution").text == "雙向的詞元。"


def test_reconvert_converts_what_nobody_edited(converted: Settings) -> None:
    write_glossary(converted, "字符塊")
    dry = sync(converted, dry_run=True, reconvert=True)
    done = sync(converted, reconvert=True)
    assert [rewrite.after for rewrite in done.rewrites] == [rewrite.after for rewrite in dry.rewrites]
    contribution, problem, focus = (
        unit(converted, name) for name in ("contribution", "problem", "reading-focus")
    )
    assert contribution.text == "雙向的字符塊。"
    assert contribution.stamp
    assert not contribution.stamp.accepted
    assert problem.stamp
    assert problem.stamp.accepted  # it comes out the same
    assert focus.text == "看看詞元。"
    assert status(converted).moved == {}
    settled = bytes_of(converted)
    again = sync(converted, reconvert=True)
    assert (again.rewrites, again.moved, again.impact) == ([], [], [])
    assert bytes_of(converted) == settled


def test_a_change_that_no_text_feels_is_recorded_at_once(converted: Settings) -> None:
    (converted.content / "glossary.yaml").write_text("- {zh-Hans: 量子比特, zh-Hant: 量子位元}\n", "utf-8")
    done = sync(converted)
    assert [moved.affected for moved in done.moved] == [0]
    assert sync(converted).moved == []


def test_a_row_in_another_language_is_no_change_of_the_converter(converted: Settings) -> None:
    (converted.content / "glossary.yaml").write_text("- {zh-Hans: 词元, en: token}\n", "utf-8")
    assert sync(converted).moved == []


def test_texts_of_an_unknown_converter_are_left_and_told(converted: Settings) -> None:
    (converted.content / "conversion.yaml").unlink()
    write_glossary(converted, "字符塊")
    done = sync(converted)
    assert [(moved.parts, moved.affected) for moved in done.moved] == [([], 2)]
    assert done.rewrites == []
    write_glossary(converted, "詞元")
    assert sync(converted).moved == []
    assert (converted.content / "conversion.yaml").exists()


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("source"), st.sampled_from(["词元的编码器。", "双向的词元。", "语言模型。"])),
        st.tuples(st.just("person"), st.sampled_from(["有人這樣寫。", "有人那樣寫詞元。"])),
        st.tuples(st.just("glossary"), st.sampled_from(["字符塊", "詞元", "標記"])),
        st.tuples(st.sampled_from(["sync", "reconvert", "accept"]), st.just("")),
    ),
    max_size=8,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_happens_reconverting_comes_to_rest_and_keeps_what_people_wrote(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    found = small_project(tmp_path_factory.mktemp("rest"))
    sync(found)
    persons = ""
    for what, words in steps:
        match what:
            case "source":
                write_field(found.content / HANS, "summary", words)
            case "person":
                write_field(found.content / HANT, "summary", words)
                persons = words
            case "glossary":
                write_glossary(found, words)
            case "accept":
                accept(found, ["zh-Hant/*"])
            case _:
                sync(found, reconvert=what == "reconvert")
    sync(found, reconvert=True)
    settled = bytes_of(found)
    assert sync(found, reconvert=True).rewrites == []
    assert bytes_of(found) == settled
    assert not persons or text(found, "zh-Hant/papers/bert#summary") == persons


def small_project(root: Path) -> Settings:
    (root / "i18nkit.toml").write_text(I18NKIT_TOML, "utf-8")
    (root / "content/papers").mkdir(parents=True)
    (root / "content/fields.yaml").write_text(FIELDS, "utf-8")
    (root / "content/papers/bert.yaml").write_text(BERT, "utf-8")
    found = read_settings(root)
    assert found
    write_field(found.content / HANS, "summary", "词元的编码器。")
    return found


def test_a_chain_of_routes_is_walked_in_one_run(tmp_path: Path) -> None:
    found = small_project(tmp_path)
    hong_kong = '\n[locales.zh-Hant-HK]\nname = "香港"\nconverts-from = { "zh-Hant" = "t2hk" }\n'
    (found.root / "i18nkit.toml").write_text(I18NKIT_TOML + hong_kong, "utf-8")
    found = read_settings(tmp_path) or found
    sync(found)
    write_field(found.content / HANS, "summary", "双向的词元。")
    assert sync(found).converted == {"zh-Hant": 1, "zh-Hant-HK": 1}
    assert sync(found).rewrites == []
    write_glossary(found, "字符塊")
    assert sync(found, reconvert=True).converted == {"zh-Hant": 1, "zh-Hant-HK": 1}
    assert text(found, "zh-Hant-HK/papers/bert#summary") == "雙向的字符塊。"
    assert sync(found, reconvert=True).rewrites == []
