from __future__ import annotations

from pathlib import Path

import pytest

from i18nkit.config import find_settings, read_settings
from i18nkit.errors import ConfigError, I18nKitError
from tests.conftest import I18NKIT_TOML


def test_found_upward_and_in_pyproject(tmp_path: Path) -> None:
    tables = I18NKIT_TOML.replace("[locales.", "[tool.i18nkit.locales.")
    (tmp_path / "pyproject.toml").write_text(f"[tool.i18nkit]\ncontent = 'texts'\n\n{tables}", "utf-8")
    (tmp_path / "texts" / "zh-Hans").mkdir(parents=True)
    settings = find_settings(tmp_path / "texts" / "zh-Hans")
    assert settings.content == tmp_path / "texts"
    assert list(settings.locales) == ["zh-Hans", "zh-Hant", "en"]
    assert settings.locales["zh-Hant"].converts_from == {"zh-Hans": "s2twp"}


def test_none_anywhere_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(I18nKitError, match="no catalogue in") as raised:
        find_settings(tmp_path)
    assert "i18nkit init" in str(raised.value.remedy)


@pytest.mark.parametrize(
    ("toml", "line", "says"),
    [
        ("[locales.zh_hant]\nname = 'a'\n", 1, "no BCP 47 language tag"),
        ("[locales.en]\nname = 3\n", 2, "must be a text"),
        ("[locales.en]\nfallback = ['fr']\n", 1, "fr is no other locale"),
        ("[locales.zh-Hant]\nconverts-from = { en = 's2x' }\n", 2, "no OpenCC profile"),
        ("contents = 'a'\n[locales.en]\n", 1, "is no setting"),
        ("content = '../elsewhere'\n[locales.en]\n", 1, "must lie inside the project"),
        ("content = 'a'\n", 0, "names no locale"),
        ("conversion-layers = ['cooking']\n[locales.en]\n", 1, "must be a list of layers"),
        ("locales = [\n", 0, "is no TOML"),
    ],
)
def test_impossible_settings_have_an_address(tmp_path: Path, toml: str, line: int, says: str) -> None:
    (tmp_path / "i18nkit.toml").write_text(toml, "utf-8")
    with pytest.raises(ConfigError, match=says) as raised:
        read_settings(tmp_path)
    assert raised.value.line == line
    assert raised.value.file.endswith("i18nkit.toml")


def test_the_layers_of_conversions_hold_for_every_locale(tmp_path: Path) -> None:
    layers = 'conversion-layers = ["programming", "mathematics"]\n'
    for toml, expected in ((I18NKIT_TOML, None), (layers + I18NKIT_TOML, ("programming", "mathematics"))):
        (tmp_path / "i18nkit.toml").write_text(toml, "utf-8")
        settings = read_settings(tmp_path)
        assert settings is not None
        assert {locale.layers for locale in settings.locales.values()} == {expected}
