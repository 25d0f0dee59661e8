"""The settings of one catalogue: `[tool.i18nkit]` in pyproject.toml, or the same keys in i18nkit.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from i18nkit.errors import ConfigError, I18nKitError, Message, say
from i18nkit.model.locale import Locale, is_language_tag

OWN_FILE = "i18nkit.toml"
PROJECT_FILE = "pyproject.toml"

PROFILES = ("s2t", "s2tw", "s2twp", "s2hk", "s2hkp", "t2s", "tw2s", "tw2sp", "hk2s", "hk2sp", "t2tw", "t2hk", "tw2t", "hk2t")  # fmt: skip
LAYERS = ("learning", "mathematics", "programming")


@dataclass(frozen=True, slots=True)
class Settings:
    """`root` is the project's folder, `content` the folder of the catalogue inside it. `locales` stand in the
    order readers see them; each one's `fallback` names only others of them."""

    root: Path
    file: str
    locales: Mapping[str, Locale]
    content: Path
    repo_url: str = ""
    edit_uri: str = "edit/main/"

    @property
    def mkdocs_yml(self) -> Path:
        return self.root / "mkdocs.yml"

    def shown(self, path: Path) -> str:
        """A path as the user knows it: relative to the project's root."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def find_settings(start: Path) -> Settings:
    """The settings of the catalogue that `start` lies in: its own folder first, then upward.

    Raises I18nKitError where there is none, ConfigError where it says something impossible.
    """
    if settings := settings_above(start):
        return settings
    raise I18nKitError(
        say("no catalogue in {folder} or above it", folder=str(start.resolve())),
        remedy=say("run `i18nkit init` here, or name the project with -C"),
    )


def settings_above(start: Path) -> Settings | None:
    """As `find_settings`, for what works without a catalogue too."""
    start = start.resolve()
    found = (read_settings(folder) for folder in (start, *start.parents))
    return next(filter(None, found), None)


def read_settings(folder: Path) -> Settings | None:
    """None where neither file in `folder` configures a catalogue. i18nkit.toml wins over pyproject.toml."""
    own, project = folder / OWN_FILE, folder / PROJECT_FILE
    if own.is_file():
        return _Reader(own).settings(_load(own))
    if project.is_file():
        tool = _load(project).get("tool", {})
        if isinstance(tool, dict) and "i18nkit" in tool:
            return _Reader(project).settings(tool["i18nkit"])
    return None


def _load(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(say("cannot be read: {why}", why=error.strerror or ""), file=str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(say("is not UTF-8"), file=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(say("is no TOML: {why}", why=str(error)), file=str(path)) from error


class _Reader:
    """Types one table of settings; the file's text gives a fault its line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = path.read_text("utf-8-sig").splitlines()

    def settings(self, table: object) -> Settings:
        if not isinstance(table, dict):
            raise self.fault("tool.i18nkit", say("must be a table"))
        known = {"content", "locales", "repo-url", "edit-uri", "conversion-layers"}
        for key in table:
            if key not in known:
                names = ", ".join(sorted(known))
                raise self.fault(key, say("is no setting"), say("known settings: {names}", names=names))
        content = self.text(table, "content", "content")
        root = self.path.parent
        folder = (root / content).resolve()
        if not folder.is_relative_to(root):
            raise self.fault("content", say("must lie inside the project"))
        return Settings(
            root=root,
            file=self.path.name,
            locales=self.locales(table.get("locales"), self.layers(table.get("conversion-layers"))),
            content=folder,
            repo_url=self.text(table, "repo-url", "").rstrip("/"),
            edit_uri=self.text(table, "edit-uri", "edit/main/").strip("/") + "/",
        )

    def layers(self, names: object) -> tuple[str, ...] | None:
        if names is None:
            return None
        if not isinstance(names, list) or not all(name in LAYERS for name in names):
            raise self.fault(
                "conversion-layers",
                say("must be a list of layers"),
                say("some of {names}; the first counts first", names=", ".join(LAYERS)),
            )
        return tuple(dict.fromkeys(names))

    def locales(self, table: object, layers: tuple[str, ...] | None) -> dict[str, Locale]:
        if not isinstance(table, dict) or not table:
            raise self.fault(
                "locales",
                say("names no locale"),
                say('add a table [locales.en] with name = "English", one for each language'),
            )
        locales = {tag: self.locale(tag, row, layers) for tag, row in table.items()}
        for tag, locale in locales.items():
            for other in (*locale.fallback, *locale.converts_from):
                if other not in locales or other == tag:
                    raise self.fault(tag, say("{other} is no other locale of this catalogue", other=other))
        return locales

    def locale(self, tag: str, row: object, layers: tuple[str, ...] | None) -> Locale:
        if not is_language_tag(tag):
            raise self.fault(
                tag,
                say("{tag} is no BCP 47 language tag", tag=tag),
                say("write it as in zh-Hans, zh-Hant-HK, en or pt-BR"),
            )
        if not isinstance(row, dict):
            raise self.fault(tag, say("must be a table"))
        for key in row:
            if key not in {"name", "converts-from", "fallback"}:
                raise self.fault(key, say("is no setting of a locale"))
        converts = row.get("converts-from", {})
        if not isinstance(converts, dict):
            raise self.fault("converts-from", say('must be a table such as { "zh-Hans" = "s2twp" }'))
        for profile in converts.values():
            if profile not in PROFILES:
                names = ", ".join(PROFILES)
                raise self.fault(
                    "converts-from",
                    say("{profile} is no OpenCC profile", profile=repr(profile)),
                    say("one of {names}", names=names),
                )
        fallback = row.get("fallback", [])
        if not isinstance(fallback, list) or not all(isinstance(other, str) for other in fallback):
            raise self.fault("fallback", say("must be a list of locales"))
        return Locale(tag, self.text(row, "name", tag), dict(converts), tuple(fallback), layers)

    def text(self, table: Mapping[str, object], key: str, default: str) -> str:
        value = table.get(key, default)
        if not isinstance(value, str):
            raise self.fault(key, say("must be a text"))
        return value

    def fault(self, key: str, message: Message, remedy: Message | None = None) -> ConfigError:
        line = next((n for n, text in enumerate(self.lines, 1) if key in text.partition("#")[0]), 0)
        return ConfigError(message, file=str(self.path), line=line, field=key, remedy=remedy)
