"""The tool's own words in the user's language: one gettext domain for the terminal and for the site."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Mapping
from functools import cache

from i18nkit.errors import Message, say

__all__ = ["LANGUAGES", "Speaker", "say", "speaker", "wanted_language"]

CATALOGUES = os.path.join(os.path.dirname(__file__), "locale")  # pathlib would double the time to load
DOMAIN = "i18nkit"
LANGUAGES = ("en", "zh-Hans", "zh-Hant")

Speaker = Callable[[str], str]

_TRADITIONAL = {"hant", "tw", "hk", "mo"}


@cache
def speaker(language: str) -> Speaker:
    """A function that says a Message in `language` (a BCP 47 tag); what has no translation stays English.

    A plain str comes back as it is.
    """
    translations = _translations(language)

    def speak(message: str) -> str:
        if not isinstance(message, Message):
            return message
        template = translations.gettext(message.template) if message.template else ""
        values = {
            name: speak(value) if isinstance(value, str) else value for name, value in message.values.items()
        }
        return template.format(**values) if values else template

    return speak


def _translations(language: str) -> gettext.NullTranslations:
    known = best_language(language)
    if known == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, CATALOGUES, languages=[known.replace("-", "_")], fallback=True)


def best_language(tag: str) -> str:
    """Which of LANGUAGES serves a tag or a POSIX locale name best: zh_TW.UTF-8 -> zh-Hant."""
    parts = tag.split(".")[0].replace("_", "-").lower().split("-")
    if parts[0] == "zh":
        return "zh-Hant" if _TRADITIONAL & set(parts[1:]) else "zh-Hans"
    return "en"


def wanted_language(environment: Mapping[str, str] = os.environ) -> str:
    """What the user's environment asks for, in gettext's order of variables."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return best_language(value.split(":")[0])
    return "en"
