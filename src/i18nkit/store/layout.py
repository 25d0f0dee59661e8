"""Which file holds what. The only module that knows the folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from i18nkit.config import Settings
from i18nkit.errors import ContentError, Message, PlacedError, say
from i18nkit.model import is_id, is_language_tag

FIELDS, GLOSSARY, LINKAGE, CONVERSION = "fields", "glossary", "linkage", "conversion"
SINGLE = (FIELDS, GLOSSARY, LINKAGE, CONVERSION)
FOLDERS = ("papers", "lists")
WORKSHOP = ".i18nkit"  # inside the content folder, so that a rename never crosses file systems


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the catalogue. `locale` is None for facts; `file` is relative to the project's root."""

    path: str
    file: str
    locale: str | None
    owner: str

    @property
    def is_page(self) -> bool:
        return self.file.endswith(".md")


def file_of(settings: Settings, locale: str | None, owner: str) -> str:
    """Relative to the project's root, whether or not the file is there."""
    return settings.shown(path_of(settings, locale, owner))


def path_of(settings: Settings, locale: str | None, owner: str) -> Path:
    parts = owner.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        raise ContentError(
            say("{owner} is no name of a file in the catalogue", owner=owner),
            file=settings.shown(settings.content),
        )
    folder = settings.content / locale if locale else settings.content
    page = locale is not None and parts[0] not in FOLDERS
    return folder.joinpath(*parts[:-1], parts[-1] + (".md" if page else ".yaml"))


def found_at(settings: Settings, path: Path) -> Found:
    """The file that `path_of` gave."""
    parts = path.relative_to(settings.content).with_suffix("").parts
    locale = parts[0] if parts[0] in settings.locales else None
    return Found(str(path), settings.shown(path), locale, "/".join(parts[1:] if locale else parts))


def scan(settings: Settings, faults: list[PlacedError]) -> Iterator[Found]:
    """Every file of the catalogue, facts first, then the locales in their order, each sorted by name."""
    if not settings.content.is_dir():
        faults.append(
            _fault(
                settings,
                settings.content,
                say("the catalogue's folder is not there"),
                say("run `i18nkit init`, or set `content` in {file}", file=settings.file),
            )
        )
        return
    yield from _facts(settings, faults)
    for locale in settings.locales:
        yield from _texts(settings, locale, settings.content / locale, (), faults)
    yield from _strangers(settings, faults)


def _facts(settings: Settings, faults: list[PlacedError]) -> Iterator[Found]:
    top = settings.content
    for name in SINGLE:
        path = top / f"{name}.yaml"
        if path.is_file() and _stays_inside(settings, path, faults):
            yield Found(str(path), settings.shown(path), None, name)
    for folder in FOLDERS:
        yield from _owners(settings, None, top / folder, folder, faults)


def _texts(
    settings: Settings, locale: str, folder: Path, above: tuple[str, ...], faults: list[PlacedError]
) -> Iterator[Found]:
    for entry in _entries(folder):
        path = Path(entry.path)
        if not _stays_inside(settings, path, faults):
            continue
        if entry.is_dir():
            if not above and entry.name in FOLDERS:
                yield from _owners(settings, locale, path, entry.name, faults)
            else:
                yield from _texts(settings, locale, path, (*above, entry.name), faults)
        elif entry.name.endswith(".md"):
            owner = "/".join((*above, entry.name.removesuffix(".md")))
            yield Found(entry.path, settings.shown(path), locale, owner)
        elif entry.name.endswith((".yaml", ".yml")):
            faults.append(
                _fault(
                    settings,
                    path,
                    say("no text of the catalogue lies here"),
                    say("texts lie in papers/ and lists/ of their locale"),
                )
            )


def _owners(
    settings: Settings, locale: str | None, folder: Path, kind: str, faults: list[PlacedError]
) -> Iterator[Found]:
    shown = settings.shown(folder)
    for entry in _entries(folder):
        name, dot, suffix = entry.name.rpartition(".")
        if entry.is_symlink() and not _stays_inside(settings, Path(entry.path), faults):
            continue
        if suffix == "yaml" and dot and is_id(name):
            yield Found(entry.path, f"{shown}/{entry.name}", locale, f"{kind}/{name}")
        else:
            faults.append(_misnamed(settings, Path(entry.path), name, suffix))


def _misnamed(settings: Settings, path: Path, name: str, suffix: str) -> ContentError:
    if suffix != "yaml":
        return _fault(
            settings,
            path,
            say("only files that end in .yaml belong here"),
            say("rename it, or move it elsewhere"),
        )
    return _fault(
        settings,
        path,
        say("{name} is no id", name=name),
        say("ids are lower-case Latin letters and digits joined by hyphens, such as gpt-3"),
    )


def _strangers(settings: Settings, faults: list[PlacedError]) -> Iterator[Found]:
    """Files that look as if they were meant for the catalogue and would silently be passed over."""
    for entry in _entries(settings.content):
        path = Path(entry.path)
        if entry.is_dir() and entry.name not in settings.locales and is_language_tag(entry.name):
            if any((path / folder).is_dir() for folder in FOLDERS) or any(path.glob("*.md")):
                faults.append(
                    _fault(
                        settings,
                        path,
                        say("{tag} is no locale of this catalogue", tag=entry.name),
                        say("add it to the locales in {file}, or move the folder away", file=settings.file),
                    )
                )
        elif entry.name.endswith((".yaml", ".yml")) and entry.name.removesuffix(".yaml") not in SINGLE:
            names = ", ".join(f"{name}.yaml" for name in SINGLE)
            faults.append(
                _fault(
                    settings,
                    path,
                    say("no file of a catalogue is called so"),
                    say("only {names} lie at the top of the catalogue", names=names),
                )
            )
    return iter(())


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Sorted, without hidden files."""
    try:
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    except FileNotFoundError:
        return []


def _stays_inside(settings: Settings, path: Path, faults: list[PlacedError]) -> bool:
    if not path.is_symlink() or path.resolve().is_relative_to(settings.content):
        return True
    faults.append(
        _fault(
            settings,
            path,
            say("a link that leads out of the catalogue is not followed"),
            say("put the file itself here"),
        )
    )
    return False


def _fault(settings: Settings, path: Path, message: Message, remedy: Message) -> ContentError:
    return ContentError(message, file=settings.shown(path), remedy=remedy)
