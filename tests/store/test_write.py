from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.errors import ChangedUnderneath, Faults, Unfaithful
from i18nkit.model import ANY, HAND, Address, Change, Mark, Stamp, set_stamp, set_text
from i18nkit.store import apply, preview, read_catalogue, roundtrip
from i18nkit.store.pages import split
from tests.conftest import BERT, Project

SUMMARY = Address("en", "papers/bert", "summary")
BODY = Address("en", "index", "body")
TITLE = Address("en", "index", "title")
PAGE = "---\ntitle: Home   # the front door\nhide: [toc]\n---\n\n# Papers\n\nRead *them*.\n"


def test_line_ends_and_byte_order_mark_are_kept(project: Project) -> None:
    before = "\ufeff# notes\r\nsummary: old\r\ncontribution: same\r\n".encode()
    settings = project({"papers/bert.yaml": BERT, "en/papers/bert.yaml": before})
    apply(settings, [set_text(SUMMARY, "new", "old")])
    after = (settings.content / "en/papers/bert.yaml").read_bytes()
    assert after == before.replace(b"old", b"new")


def test_a_file_without_a_final_line_end(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, "en/papers/bert.yaml": "summary: old"})
    apply(settings, [set_text(SUMMARY, "new", "old")])
    assert (settings.content / "en/papers/bert.yaml").read_text() == "summary: new\n"


def test_a_page_changes_in_its_body_or_its_front_matter_alone(project: Project) -> None:
    settings = project({"en/index.md": PAGE})
    path = settings.content / "en/index.md"
    apply(settings, [set_text(BODY, "# Papers\n\nRead them all.", "# Papers\n\nRead *them*.")])
    assert path.read_text() == PAGE.replace("Read *them*.", "Read them all.")
    stamp = Stamp(Mark.of(HAND, "Home"))
    apply(settings, [set_stamp(TITLE, stamp)])
    front = f"hide: [toc]\n\nstamps:\n  title: {{by: {stamp.by}}}\n---"
    assert path.read_text() == PAGE.replace("Read *them*.", "Read them all.").replace(
        "hide: [toc]\n---", front
    )


def test_a_new_page_and_a_stamp_on_a_page_without_front_matter(project: Project) -> None:
    settings = project({"en/about.md": "Just words.\n"})
    apply(settings, [set_text(TITLE, "Home", None), set_text(BODY, "Hello.", None)])
    assert (settings.content / "en/index.md").read_text() == "---\ntitle: Home\n---\n\nHello.\n"
    apply(settings, [set_stamp(Address("en", "about", "body"), Stamp(Mark.of(HAND, "Just words.")))])
    unit = read_catalogue(settings).units[Address("en", "about", "body")]
    assert unit.text == "Just words."
    assert unit.stamp


def test_what_changed_meanwhile_is_not_overwritten(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, "en/papers/bert.yaml": "summary: mine\n"})
    changes = [set_text(SUMMARY, "theirs", "old"), set_text(SUMMARY.within("zh-Hans"), "新", None)]
    with pytest.raises(ChangedUnderneath, match=r"content/en/papers/bert\.yaml changed while"):
        apply(settings, changes)
    assert (settings.content / "en/papers/bert.yaml").read_text() == "summary: mine\n"
    assert not (settings.content / "zh-Hans").exists()


def test_what_is_as_asked_already_is_not_touched(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, "en/papers/bert.yaml": "summary:   'as it is'\n"})
    path = settings.content / "en/papers/bert.yaml"
    os.utime(path, ns=(1, 1))
    assert apply(settings, [set_text(SUMMARY, "as it is", "as it is")]) == []
    assert path.stat().st_mtime_ns == 1


def test_a_preview_writes_nothing(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT})
    (rewrite,) = preview(settings, [set_text(SUMMARY, "new", None)])
    assert (
        rewrite.diff() == "--- /dev/null\n+++ b/content/en/papers/bert.yaml\n@@ -0,0 +1 @@\n+summary: new\n"
    )
    assert not (settings.content / "en").exists()


def test_a_file_can_be_removed_whole(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, "en/papers/bert.yaml": "summary: old\n"})
    apply(settings, [Change("en", "papers/bert", (), None, ANY)])
    assert not (settings.content / "en/papers/bert.yaml").exists()


def test_a_rewrite_that_would_do_more_than_asked_is_refused(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = project(
        {"papers/bert.yaml": BERT, "en/papers/bert.yaml": "summary: old\ncontribution: same\n"}
    )
    monkeypatch.setattr(roundtrip, "change_text", lambda text, changes: "summary: new\n")
    with pytest.raises(Unfaithful, match="more than was asked"):
        apply(settings, [set_text(SUMMARY, "new", "old")])
    assert (settings.content / "en/papers/bert.yaml").read_text() == "summary: old\ncontribution: same\n"


def test_a_broken_file_is_a_fault_and_nothing_is_written(project: Project) -> None:
    settings = project({"papers/bert.yaml": BERT, "en/papers/bert.yaml": "summary: [\n"})
    with pytest.raises(Faults):
        apply(settings, [set_text(SUMMARY, "new", ANY), set_text(SUMMARY.within("zh-Hans"), "新", None)])  # type: ignore[arg-type]
    assert not (settings.content / "zh-Hans").exists()


@given(
    st.text(st.sampled_from("-\n\r a#:题*"), max_size=40),
    st.sampled_from(["", "---\ntitle: a\n---\n", "---\r\ntitle: a\r\n---\r\n\r\n", "---\nno end\n"]),
)
def test_a_page_taken_apart_is_still_whole(body: str, front: str) -> None:
    data = (front + body).encode()
    parts = split(data)
    assert parts.before + parts.yaml + parts.between + parts.body == data
