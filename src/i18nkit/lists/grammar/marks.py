"""Everything in a printed line that is dress, not words."""

from __future__ import annotations

import html
import re

from i18nkit.text.han import HAN, PUNCTUATION

_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u25a0-\u25ff\u2300-\u23ff\u3030\u303d\u3297\u3299"
    "\ufe0f\ufe0e\u200b-\u200d\u2060\ufeff\U000e0020-\U000e007f]|(?<=[0-9#*])\u20e3"
)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--.*?-->")
_LIQUID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_STRONG = re.compile(r"\*{2,}|__(?=\S)|(?<=\S)__|~~")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_]*[^\s_])_(?![\w_])"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$])")
_HAN_SPACE = re.compile(f"(?<=[{HAN}{PUNCTUATION}]) (?=[{HAN}{PUNCTUATION}])")  # as the catalogue reads it
_SPACE = re.compile(r"[\s\u00a0\u3000]+")


def bare(text: str) -> str:
    """Without emoji, emphasis, tags and escapes, on one line. For titles, headings and labels, never for notes."""
    text = html.unescape(without_tags(text))
    text = _EMOJI.sub("", text)
    text = _STRONG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    text = _ESCAPE.sub(r"\1", text.replace("`", ""))
    return _HAN_SPACE.sub("", _SPACE.sub(" ", text).strip())


def without_tags(text: str) -> str:
    return _LIQUID.sub("", _TAG.sub("", text))


def without_emoji(text: str) -> str:
    return _EMOJI.sub("", text)


def is_bold(text: str) -> bool:
    """Whether the whole line is set in bold."""
    text = without_emoji(text).strip()
    return len(text) > 4 and text[:2] == text[-2:] and text[:2] in ("**", "__") and "**" not in text[2:-2]
