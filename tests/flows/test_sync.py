from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18nkit.config import Settings, read_settings
from i18nkit.flows.accept import accept
from i18nkit.flows.sync import sync
from i18nkit.model import Address, State
from i18nkit.store import read_catalogue
from i18nkit.translation import states
from tests.conftest import BERT, FIELDS, I18NKIT_TOML, Project

HANS, HANT, EN = (f"{locale}/papers/bert.yaml" for locale in ("zh-Hans", "zh-Hant", "en"))


def text(settings: Settings, address: str) -> str | None:
    parsed = Address.parse(address)
    assert parsed
    unit = read_catalogue(settings).units.get(parsed)
    return unit.text if unit else None


def state(settings: Settings, address: str) -> State:
    parsed = Address.parse(address)
    assert parsed
    return states(read_catalogue(settings))[parsed]


def edit(settings: Settings, name: str, old: str, new: str) -> None:
    path = settings.content / name
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")


def bytes_of(settings: Settings) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in sorted(settings.content.rglob("*"))
        if path.is_file() and ".i18nkit" not in path.parts
    }


def test_either_script_may_be_the_source(project: Project) -> None:
    settings = project(
        {
            "papers/bert.yaml": BERT,
            HANS: "summary: 双向预训练\n",
            HANT: "contribution: 遮罩語言模型\n",
            "zh-Hans/index.md": "---\ntitle: 首页\n---\n\n# 论文 { #papers }\n\n见 [清单](lists/index.md)。\n",
        }
    )
    sync(settings)
    assert text(settings, "zh-Hant/papers/bert#summary") == "雙向預訓練"
    assert text(settings, "zh-Hans/papers/bert#contribution") == "掩码语言模型"
    assert text(settings, "zh-Hant/index#body") == "# 論文 { #papers }\n\n見 [清單](lists/index.md)。"
    assert state(settings, "zh-Hant/papers/bert#summary") is State.CONVERTED
    assert state(settings, "en/papers/bert#summary") is State.MISSING


def test_a_paper_s_title_is_converted_and_missing_nowhere(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, HANS: "title: 双向编码器\n"})
    sync(settings)
    assert text(settings, "zh-Hant/papers/bert#title") == "雙向編碼器"
    assert state(settings, "zh-Hant/papers/bert#title") is State.CONVERTED
    accept(settings, ["zh-Hant/papers/bert#title"])
    assert set(states(read_catalogue(settings)).values()) == {State.SOURCE, State.TRANSLATED}
    assert sync(settings).rewrites == []
    assert read_catalogue(settings).papers["bert"].title.startswith("BERT: Pre-training")


def test_twice_equals_once_byte_for_byte(project: Project) -> None:
    settings = project(
        {"papers/bert.yaml": BERT, HANS: "summary: 双向预训练  # 初稿\n", EN: "summary: bidirectional\n"}
    )
    first = sync(settings)
    after = bytes_of(settings)
    assert first.rewrites
    assert sync(settings).rewrites == []
    assert bytes_of(settings) == after


def test_a_dry_run_writes_nothing_and_shows_the_diff(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, HANS: "summary: 双向预训练\n"})
    before = bytes_of(settings)
    diffs = "".join(rewrite.diff() for rewrite in sync(settings, dry_run=True).rewrites)
    assert "+summary: 雙向預訓練" in diffs
    assert bytes_of(settings) == before


def test_the_life_of_a_text(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, HANS: "summary: 双向预训练\n"})
    address = "zh-Hant/papers/bert#summary"
    sync(settings)
    accept(settings, [address])
    assert state(settings, address) is State.TRANSLATED

    edit(settings, HANS, "双向预训练", "双向预训练模型")
    assert state(settings, address) is State.STALE
    sync(settings)  # accepted, but still the machine's: nobody's work
    assert text(settings, address) == "雙向預訓練模型"
    assert state(settings, address) is State.CONVERTED

    edit(settings, HANT, "雙向預訓練模型", "雙向的預訓練模型")
    sync(settings)
    assert state(settings, address) is State.TRANSLATED
    assert "over: opencc@" in (settings.content / HANT).read_text("utf-8")

    edit(settings, HANS, "双向预训练模型", "双向编码器")
    sync(settings)
    assert text(settings, address) == "雙向的預訓練模型"
    assert state(settings, address) is State.STALE

    edit(settings, HANT, "雙向的預訓練模型", "雙向編碼器")
    assert state(settings, address) is State.NEEDS_REVIEW
    assert sync(settings).rewrites == []
    accept(settings, [address])
    assert state(settings, address) is State.TRANSLATED


def test_deleting_a_stamp_means_brought_up_to_date(project: Project) -> None:
    settings = project(
        {"papers/bert.yaml": BERT, HANS: "summary: 双向预训练\n", EN: "summary: bidirectional\n"}
    )
    sync(settings)
    edit(settings, HANS, "双向预训练", "双向预训练模型")
    assert state(settings, "en/papers/bert#summary") is State.STALE
    path = settings.content / EN
    path.write_text("summary: a bidirectional model\n", "utf-8")
    sync(settings)
    assert state(settings, "en/papers/bert#summary") is State.TRANSLATED


def test_the_glossary_comes_first_and_kept_words_stay(project: Project) -> None:
    settings = project(
        {
            "papers/bert.yaml": BERT,
            "glossary.yaml": "- {zh-Hans: 词元, zh-Hant: 字符塊}\n- {keep: 文心一言}\n",
            HANS: "summary: 文心一言把词元写成 `词元`，见 $x_{词元}$。\n",
        }
    )
    sync(settings)
    assert text(settings, "zh-Hant/papers/bert#summary") == "文心一言把字符塊寫成 `词元`，見 $x_{词元}$。"


HAN = st.text(
    st.sampled_from("双向预训练模型的语言与参数，。雙語後里 BERT12"), min_size=1, max_size=12
).filter(lambda text: text == text.strip())
EDITS = st.lists(
    st.tuples(
        st.sampled_from([HANS, HANT, EN]), st.sampled_from(["summary", "contribution"]), HAN | st.none()
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_whatever_people_write_sync_comes_to_rest_and_keeps_it(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str | None]]
) -> None:
    root = tmp_path_factory.mktemp("rest")
    (root / "i18nkit.toml").write_text(I18NKIT_TOML, "utf-8")
    (root / "content" / "papers").mkdir(parents=True)
    (root / "content" / "fields.yaml").write_text(FIELDS, "utf-8")
    (root / "content" / "papers" / "bert.yaml").write_text(BERT, "utf-8")
    found = read_settings(root)
    assert found
    for name, field, words in edits:
        write_field(found.content / name, field, words)
        sync(found)
        settled = bytes_of(found)
        assert sync(found).rewrites == []
        assert bytes_of(found) == settled
        if words:
            assert text(found, f"{name.removesuffix('.yaml')}#{field}") == words


def write_field(path: Path, field: str, words: str | None) -> None:
    """As a person does in an editor: one line, the stamps left as they are."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    kept = [line for line in lines if not line.startswith(f"{field}:")]
    new = [f"{field}: '{words}'"] if words else []
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in new + kept), "utf-8")
