"""Punctuation of the other language, and the space between Han and Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18nkit.checks.case import Case
from i18nkit.checks.data import words
from i18nkit.checks.prose import Prose, cover
from i18nkit.checks.rule import rule
from i18nkit.errors import say
from i18nkit.model import Finding, Severity
from i18nkit.text.han import HAN, LATIN
from i18nkit.text.spacing import space_out

Edit = tuple[int, int, str]

_CLOSING = "”’」』）》〉】"
_CHINESE = f"{HAN}，。；：！？、（）“”‘’「」『』《》〈〉【】…—"
_HALF = re.compile(
    rf"(?<=[{HAN}{_CLOSING}])(?P<after>[,;:!?])(?:[ ]+(?=\S))?"  # 模型, 数据
    rf"|(?<=[A-Za-z0-9%*)\]])(?P<between>[,;:](?:[ ]+(?=\S))?|[!?])(?=[{HAN}《“「（])"  # 使用 LSTM,再
)
_MARKDOWN = re.compile(r"!\[|:[a-z0-9_+-]+:|:-")
_STOP = re.compile(rf"(?<=[{HAN}{_CLOSING}])(?<![一二三四五六七八九十])\.(?=[ ]*$|[ ]+[{HAN}])", re.MULTILINE)
_DOTS = re.compile(rf"(?<=[{HAN}])\.{{3,6}}")
_DASHES = re.compile(rf"(?<=[{HAN}”」』）])[ ]?--+[ ]?(?=[{HAN}“「『（])")
_BRACKETS = re.compile(r"\(([^()\n]*)\)")
_STRAIGHT = re.compile(r'"([^"\n]*)"')
_CURLY = re.compile(r"“([^“”\n]*)”")
_INNER = re.compile(r"‘([^‘’\n]*)’")
_CORNER = str.maketrans("「」『』", "“”‘’")
_QUOTATION = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|「[^「」\n]*」|《[^《》\n]*》")
_WIDE = re.compile(r"[Ａ-Ｚａ-ｚ０-９]+")
_HAN = re.compile(f"[{HAN}]")
_ENDS_CHINESE = re.compile(f"[{HAN}{_CLOSING}]")
_BETWEEN_CHINESE = re.compile(f"[{_CHINESE}]")


def in_own_marks(text: str, script: str) -> str:
    """A mark put right may bring its neighbour into reach: again until nothing changes."""
    before = ""
    while text != before:
        before = text
        for start, end, mark in reversed(_edits(Prose(text), script)):
            text = text[:start] + mark + text[end:]
    return text


@rule(
    "punctuation",
    Severity.WARNING,
    say("punctuation of the other language or script"),
    tidy=in_own_marks,
)
def punctuation(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.units.values():
        prose = case.prose(unit.text)
        if edits := _edits(prose, case.locale(unit).script):
            places = ", ".join(dict.fromkeys(_around(prose.text, edit) for edit in edits))
            yield punctuation.at(
                unit, say("not this language's punctuation: {places}", places=places), offset=edits[0][0]
            )


def _around(text: str, edit: Edit) -> str:
    start, end, _ = edit
    return text[max(0, start - 2) : end + 2].replace("\n", " ").strip()


def _edits(prose: Prose, script: str) -> list[Edit]:
    if script in {"Hans", "Hant"}:
        edits = [*_chinese(prose.covered), *_quotes(prose.covered, script), *_wide(prose.covered)]
    else:
        edits = list(_english(prose.covered)) if not prose.text.isascii() else []
    return _apart(edits)


def _apart(edits: list[Edit]) -> list[Edit]:
    """In order, the first of those that overlap."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _chinese(text: str) -> Iterator[Edit]:
    if not _HAN.search(text):
        return
    full = words("punctuation", "full")
    for found in _HALF.finditer(text):
        if not _is_syntax(text, found):
            yield *found.span(), full[(found["after"] or found["between"]).rstrip()]
    for found in _STOP.finditer(text):
        yield *found.span(), "。"
    for found in _DOTS.finditer(text):
        yield *found.span(), "……"
    for found in _DASHES.finditer(text):
        yield *found.span(), "——"
    for found in _BRACKETS.finditer(text):
        yield from _bracket(text, found)


def _is_syntax(text: str, found: re.Match[str]) -> bool:
    """`![`, `:smile:` and a table's `:---` are Markdown's own."""
    return _MARKDOWN.match(text, found.start()) is not None


def _bracket(text: str, found: re.Match[str]) -> Iterator[Edit]:
    """Brackets of a Chinese sentence. Those of a link, of a call such as `f(x)` and of `(1)` stay."""
    start, end = found.span()
    before = text[start - 1] if start else ""
    if before == "]" or before == "\\":
        return
    inside = found[1]
    chinese_inside = bool(_HAN.search(inside))
    ahead = text[max(0, start - 9) : start]
    outside = ahead.rstrip(" ")[-1:]
    if re.fullmatch(r"\d{0,2}|[A-Za-z]", inside):
        return
    if not chinese_inside and (before.isascii() and before.isalnum()):
        return
    if chinese_inside or _ENDS_CHINESE.match(outside):
        leading = len(ahead) - len(ahead.rstrip(" ")) if _ENDS_CHINESE.match(outside) else 0
        behind = text[end : end + 9]
        trailing = len(behind) - len(behind.lstrip(" ")) if _BETWEEN_CHINESE.match(behind.lstrip(" ")) else 0
        yield start - leading, start + 1, "（"
        yield end - 1, end + trailing, "）"


def _quotes(text: str, script: str) -> Iterator[Edit]:
    opening, closing, inner, outer = words("punctuation", "quotes")[script]
    if script == "Hans":
        for offset, mark in enumerate(text):
            if mark in "「」『』":
                yield offset, offset + 1, mark.translate(_CORNER)
    else:
        for found in _CURLY.finditer(text):
            if _is_chinese(text, found):
                yield found.start(), found.start() + 1, opening
                yield found.end() - 1, found.end(), closing
        for found in _INNER.finditer(text):
            if _is_chinese(text, found):
                yield found.start(), found.start() + 1, inner
                yield found.end() - 1, found.end(), outer
    for found in _STRAIGHT.finditer(text):
        if _is_chinese(text, found):
            yield found.start(), found.start() + 1, opening
            yield found.end() - 1, found.end(), closing


def _is_chinese(text: str, quoted: re.Match[str]) -> bool:
    """Whether a quotation belongs to a Chinese sentence, not to an English phrase inside one."""
    if _HAN.search(quoted[1]):
        return True
    before = text[max(0, quoted.start() - 9) : quoted.start()].rstrip(" *_")[-1:]
    after = text[quoted.end() : quoted.end() + 9].lstrip(" *_")[:1]
    return bool(_BETWEEN_CHINESE.match(before) or _BETWEEN_CHINESE.match(after))


def _wide(text: str) -> Iterator[Edit]:
    for found in _WIDE.finditer(text):
        yield *found.span(), "".join(chr(ord(character) - 0xFEE0) for character in found[0])


def _english(text: str) -> Iterator[Edit]:
    """Full-width marks, unless they belong to a Chinese quotation. What to write instead is not always certain,
    so each stays as it is."""
    alien = words("punctuation", "english")["alien"]
    text = cover(text, [found.span() for found in _QUOTATION.finditer(text) if _HAN.search(found[0])])
    for offset, mark in enumerate(text):
        if mark in alien and not _beside_han(text, offset):
            yield offset, offset + 1, mark
    yield from _wide(text)


def _beside_han(text: str, offset: int) -> bool:
    return bool(_HAN.match(text, offset + 1) or (offset and _HAN.match(text, offset - 1)))


_CRAMPED = re.compile(
    f"(?<=[{HAN}])(?:|[ ]{{2,}})(?=[{LATIN}0-9])|(?<=[{LATIN}0-9%])(?:|[ ]{{2,}})(?=[{HAN}])"
)


def spaced(text: str, script: str) -> str:
    return space_out(text)


@rule("spacing", Severity.NOTE, say("no space between Han and Latin letters or digits"), tidy=spaced)
def spacing(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.units.values():
        if found := _CRAMPED.search(case.prose(unit.text).covered):
            offset = found.start()
            yield spacing.at(
                unit,
                say(
                    "not one space between Han and Latin: {place}",
                    place=unit.text[max(0, offset - 3) : offset + 3].strip(),
                ),
                offset=offset,
            )
