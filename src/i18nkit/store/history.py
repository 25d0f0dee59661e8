"""Texts as they once were, found in git's history by their digest."""

from __future__ import annotations

from collections.abc import Iterator

from i18nkit.config import Settings
from i18nkit.errors import ContentError
from i18nkit.model import Address, Mark
from i18nkit.store.layout import path_of
from i18nkit.store.nodes import Plain, compose, plain
from i18nkit.store.pages import split

MOST_VERSIONS = 200


class NoHistory(Exception):
    """The project is in no git repository, or git is not there."""


def text_with_digest(settings: Settings, mark: Mark, address: Address) -> str | None:
    """The text of `address` in `mark.owner`'s locale whose digest is the mark's; None where no commit has it.

    Looks through the file's last 200 versions, newest first. Raises NoHistory.
    """
    source = address.within(mark.owner)
    for data in _versions(settings, source):
        text = _field(data, source)
        if text is not None and mark.fits(text):
            return text
    return None


def _versions(settings: Settings, address: Address) -> Iterator[bytes]:
    path = settings.shown(path_of(settings, address.locale, address.owner))
    commits = _git(settings, "log", f"-{MOST_VERSIONS}", "--format=%H", "--", path).decode().split()
    for commit in commits:
        try:
            yield _git(settings, "show", f"{commit}:./{path}")
        except NoHistory:  # removed in that commit
            continue


def _git(settings: Settings, *arguments: str) -> bytes:
    import subprocess

    try:
        return subprocess.run(
            ["git", "-C", str(settings.root), *arguments], capture_output=True, check=True, timeout=60
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise NoHistory from error


def _field(data: bytes, address: Address) -> str | None:
    try:
        if address.is_page:
            parts = split(data)
            if address.field == "body":
                return parts.body.decode("utf-8", "replace").rstrip()
            data = parts.yaml
        tree: Plain | None = plain(compose(data, str(address)))
    except ContentError:  # that version was broken
        return None
    keys = address.field.split(".")
    if address.reading_list and len(keys) > 1:
        keys = ["sections", *keys]
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree if isinstance(tree, str) else None
