"""Bytes -> text, for the four ways in which Chinese reading lists reach us."""

from __future__ import annotations

import codecs
import re

from i18nkit.errors import ListError, Message, say
from i18nkit.text.han import HAN
from i18nkit.text.script import fold

# A list is prose and links. What is longer than this is some other file.
_LONGEST_FILE = 8_000_000
_LONGEST_LINE = 20_000

_LIKELY = 0.7
_SIGN = 0.1  # what a Chinese mark proves, against a common character

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HAN = re.compile(f"[{HAN}]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def decode(data: bytes, file: str) -> str:
    """The text with line ends LF and no byte order mark. Raises ListError for what is no text."""
    if not data.strip():
        raise ListError(say("the file is empty"), file=file)
    if len(data) > _LONGEST_FILE:
        size = f"{len(data) / 1_000_000:.0f}"
        raise ListError(say("a file of {size} MB is no reading list", size=size), file=file)
    text = _decoded(data, file).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ListError(say("the file is empty"), file=file)
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise ListError(_binary(f"U+{ord(control[0]):04X}"), file=file, line=line)
    for line, printed in enumerate(text.split("\n"), 1):
        if len(printed) > _LONGEST_LINE:
            length = len(printed)
            raise ListError(
                say("a line of {length} characters is no text", length=length), file=file, line=line
            )
    return text


def _binary(character: str) -> Message:
    return say("this is no text: it holds the control character {character}", character=character)


def _decoded(data: bytes, file: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(data, file, error.start) from error
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise ListError(_binary("U+0000"), file=file, line=line)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            raise _undecodable(data, file, error.start) from error
        likely = max((_fit(data, encoding), encoding) for encoding in ("gb18030", "big5hkscs", "cp950"))
        if likely[0] < _LIKELY:
            raise _undecodable(data, file, error.start) from error
        return data.decode(likely[1])


def _undecodable(data: bytes, file: str, offset: int) -> ListError:
    return ListError(
        say("neither UTF-8 nor GB18030 nor Big5"),
        file=file,
        line=data.count(b"\n", 0, offset) + 1,
        remedy=say("save the file as UTF-8 and import it again"),
    )


def _is_mostly_utf8(data: bytes) -> bool:
    """A UTF-8 file with a few broken bytes must not be taken for a Chinese encoding that happens to fit."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    return len(_HAN.findall(lenient)) > 4 * broken


def _fit(data: bytes, encoding: str) -> float:
    """The share of Han characters that belong to the few thousand in daily use.

    Both standards sort their characters by use: GB 2312 has its 3,755 common ones in the rows B0-D7, Big5 its
    5,401 in A4-C6. Read in the wrong encoding, common characters turn into rare ones. GB 18030 may hold Traditional
    text: that is folded first. A text whose only foreign characters are Chinese marks fits too.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    rows = range(0xB0, 0xD8) if encoding == "gb18030" else range(0xA4, 0xC7)
    han = foreign = common = 0
    signs = 0
    for character in fold(text) if encoding == "gb18030" else text:
        if character < "\x80":
            continue
        if _HAN.match(character):
            code = character.encode(encoding)
            han += 1
            common += len(code) == 2 and code[0] in rows and (encoding != "gb18030" or code[1] > 0xA0)
        elif _is_chinese_sign(character):
            signs += 1
        else:
            foreign += 1
    return (common + _SIGN * signs) / (han + foreign + _SIGN * signs)


def _is_chinese_sign(character: str) -> bool:
    """Punctuation, full-width forms and signs that stand in Chinese prose."""
    code = ord(character)
    return (
        0x2000 <= code <= 0x2BFF
        or 0x3000 <= code <= 0x303F
        or 0xFE30 <= code <= 0xFFEF
        or code in (0xB7, 0xD7)
    )
