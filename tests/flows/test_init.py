from __future__ import annotations

from pathlib import Path

import pytest

from i18nkit.config import find_settings
from i18nkit.errors import I18nKitError
from i18nkit.flows.check import check
from i18nkit.flows.init import TEMPLATE, init
from i18nkit.flows.status import status
from i18nkit.flows.sync import sync
from i18nkit.model import State
from i18nkit.store import read_catalogue

REPOSITORY = Path(__file__).parents[2]


def test_what_it_makes_is_stamped_and_clean(tmp_path: Path) -> None:
    init(tmp_path / "new")
    settings = find_settings(tmp_path / "new")
    assert check(settings).findings == ()
    assert not sync(settings).rewrites, (
        "the pages of the template want a new stamp: copy them from a synced catalogue"
    )
    report = status(settings)
    assert list(report.locales) == ["zh-Hans", "zh-Hant", "en"]
    assert {row.state for row in report.rows} == {State.SOURCE, State.TRANSLATED}


def test_the_fields_are_those_of_the_shipped_catalogue() -> None:
    assert (TEMPLATE / "content/fields.yaml").read_bytes() == (
        REPOSITORY / "content/fields.yaml"
    ).read_bytes()


def test_every_locale_has_a_page_with_the_same_directives(tmp_path: Path) -> None:
    init(tmp_path)
    catalogue = read_catalogue(find_settings(tmp_path))
    for locale in catalogue.locales:
        body = catalogue.units[locale, "index", "body"].text  # type: ignore[index]
        assert [f"i18nkit: {name}" in body for name in ("figures", "lists", "recent")] == [True] * 3


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / ".gitignore").write_bytes(b"/site/\n*.bak")
    made = init(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / ".gitignore").read_bytes() == b"/site/\n*.bak"
    assert made.missing_lines == ("/content/.i18nkit/",)
    assert ".gitignore" not in made.written


@pytest.mark.parametrize("name", ["mkdocs.yml", "content/fields.yaml", "content/en/index.md"])
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    with pytest.raises(I18nKitError, match=f"{name} is there already; nothing was written"):
        init(tmp_path)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [path]
    assert path.read_text() == "mine"


def test_a_catalogue_is_not_made_twice(tmp_path: Path) -> None:
    init(tmp_path)
    with pytest.raises(I18nKitError, match="configures a catalogue here already"):
        init(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(I18nKitError, match="is no folder"):
        init(tmp_path / "file")
