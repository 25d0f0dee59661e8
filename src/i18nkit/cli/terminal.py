"""Who the commands talk to: a user with a language, a folder, and a place for data apart from talk."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from i18nkit.errors import I18nKitError, say
from i18nkit.messages import CATALOGUES, DOMAIN, LANGUAGES, speaker, wanted_language

if TYPE_CHECKING:
    from i18nkit.config import Settings


_CONTROL = {code: "\ufffd" for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\n\t"}


class Terminal:
    """`project` is what -C names; None: the catalogue is looked for upward from here."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.speak = speaker(language)
        self.project: str | None = None
        self.traceback = bool(os.environ.get("I18NKIT_TRACEBACK"))
        _teach_click(language)

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Terminal:
        """--lang counts before click reads the options: help and usage errors are said in it too."""
        return cls(_asked_language(arguments) or wanted_language())

    def settings(self) -> Settings:
        """Raises I18nKitError where there is no catalogue."""
        from pathlib import Path

        from i18nkit.config import find_settings, read_settings

        if self.project is None:
            return find_settings(Path.cwd())
        folder = Path(self.project).resolve()
        if not folder.is_dir():
            raise I18nKitError(say("{folder} is no folder", folder=str(folder)))
        if settings := read_settings(folder):
            return settings
        raise I18nKitError(
            say("no catalogue in {folder}", folder=str(folder)),
            remedy=say("-C names the folder in which i18nkit.toml or pyproject.toml lies"),
        )

    def settings_if_any(self) -> Settings | None:
        """As `settings`, for what works without a catalogue too."""
        from pathlib import Path

        from i18nkit.config import settings_above

        return self.settings() if self.project is not None else settings_above(Path.cwd())

    def put(self, data: str) -> None:
        """To stdout: what was asked for."""
        print(data)

    def tell(self, message: str) -> None:
        """To stderr: what there is to say about it."""
        print(clean(self.speak(message)), file=sys.stderr)


def clean(text: str) -> str:
    """A text from a file cannot steer the terminal."""
    return text if text.isprintable() else text.translate(_CONTROL)


def in_colour(stream: TextIO) -> bool:
    """https://no-color.org, and terminals that cannot."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _asked_language(arguments: Sequence[str]) -> str | None:
    asked = ""
    for number, argument in enumerate(arguments, 1):
        if argument == "--":
            break
        if argument == "--lang":
            asked = "".join(arguments[number : number + 1])
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in LANGUAGES else None


def _teach_click(language: str) -> None:
    """click says its own sentences through Python's global gettext domain: ours holds them."""
    import gettext

    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language.replace("-", "_")
