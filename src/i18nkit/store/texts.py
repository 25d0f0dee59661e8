"""What the files of texts may say, and the stamps at their foot."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from yaml.nodes import MappingNode, Node

from i18nkit.errors import say
from i18nkit.model import NO_NOTES, TITLE, Address, Field, Mark, Stamp, Unit
from i18nkit.store.nodes import line_of
from i18nkit.store.sheet import Sheet

LIST_TEXTS = ("title", "intro", "advice")
SECTION_TEXTS = ("title", "goal", "advice")


def paper_texts(
    sheet: Sheet,
    locale: str,
    owner: str,
    node: Node | None,
    known: Mapping[str, Field],
    locales: Collection[str],
) -> Iterator[Unit]:
    """The texts of one paper in one locale, and at last the stamps without a text (as units with an empty one)."""
    names = tuple(name for name, field in known.items() if not field.fact)
    texts: list[tuple[str, Node, Node]] = []
    stamps: Node | None = None
    for key, key_node, value in sheet.mapping(node):
        if key == "stamps":
            stamps = value
        elif key == "also":
            texts += _also(sheet, value, names)
        elif names and key not in names and key != TITLE:
            sheet.unknown(key_node, key, (*names, *NO_NOTES))
        else:
            texts.append((key, key_node, value))
    yield from _units(sheet, locale, owner, texts, stamps, locales)


def _also(sheet: Sheet, node: Node, names: tuple[str, ...]) -> Iterator[tuple[str, Node, Node]]:
    for list_id, _, by_field in sheet.mapping(node, "also"):
        for key, key_node, value in sheet.mapping(by_field, f"also.{list_id}"):
            if names and key not in names:
                sheet.unknown(key_node, key, names, f"also.{list_id}")
            else:
                yield f"also.{list_id}.{key}", key_node, value


def list_texts(
    sheet: Sheet, locale: str, owner: str, node: Node | None, locales: Collection[str]
) -> Iterator[Unit]:
    texts: list[tuple[str, Node, Node]] = []
    stamps: Node | None = None
    for key, key_node, value in sheet.mapping(node):
        if key == "stamps":
            stamps = value
        elif key == "sections":
            texts += _section_texts(sheet, value)
        elif key in LIST_TEXTS:
            texts.append((key, key_node, value))
        else:
            sheet.unknown(key_node, key, (*LIST_TEXTS, "sections", "stamps"))
    yield from _units(sheet, locale, owner, texts, stamps, locales)


def _section_texts(sheet: Sheet, node: Node) -> Iterator[tuple[str, Node, Node]]:
    for id, _, section in sheet.mapping(node, "sections"):
        for key, key_node, value in sheet.mapping(section, f"sections.{id}"):
            if key in SECTION_TEXTS:
                yield f"{id}.{key}", key_node, value
            else:
                sheet.unknown(key_node, key, SECTION_TEXTS, f"sections.{id}")


def _units(
    sheet: Sheet,
    locale: str,
    owner: str,
    texts: list[tuple[str, Node, Node]],
    stamps_node: Node | None,
    locales: Collection[str],
) -> Iterator[Unit]:
    typed = stamps(sheet, stamps_node, locales)
    for name, key_node, value in texts:
        if text := sheet.text(value, name):
            stamp, _ = typed.pop(name, (None, 0))
            yield Unit(Address(locale, owner, name), text, stamp, sheet.file, line_of(key_node))
    for name, (stamp, line) in typed.items():
        yield Unit(Address(locale, owner, name), "", stamp, sheet.file, line)


def stamps(sheet: Sheet, node: Node | None, locales: Collection[str]) -> dict[str, tuple[Stamp | None, int]]:
    """Field -> stamp and its line. A stamp that cannot be typed is noted and read as none."""
    return {
        name: (_stamp(sheet, value, f"stamps.{name}", locales), line_of(key_node))
        for name, key_node, value in sheet.mapping(node, "stamps")
    }


def _stamp(sheet: Sheet, node: Node, field: str, locales: Collection[str]) -> Stamp | None:
    values = sheet.known(node, ("from", "by", "over", "accepted", "review", "waived"), field)
    by = mark_at(sheet, values["by"], f"{field}.by") if "by" in values else None
    source = mark_at(sheet, values["from"], f"{field}.from") if "from" in values else None
    if source and source.owner not in locales:
        sheet.fault(
            values["from"],
            f"{field}.from",
            say("{tag} is no locale of this catalogue", tag=source.owner),
            say("known locales: {names}", names=", ".join(locales)),
        )
    if by is None:
        if "by" not in values and isinstance(node, MappingNode):
            sheet.fault(
                node,
                field,
                say("a stamp must say `by`"),
                say("delete the stamp's line: `i18nkit sync` makes it anew"),
            )
        return None
    review = sheet.text(values.get("review"), f"{field}.review")
    if review not in {"", "needed"}:
        sheet.fault(values["review"], f"{field}.review", say("can only say: needed"))
    return Stamp(
        by=by,
        source=source,
        over=mark_at(sheet, values["over"], f"{field}.over") if "over" in values else None,
        accepted=sheet.flag(values.get("accepted"), f"{field}.accepted"),
        review=review == "needed",
        waived=tuple(sheet.table(values.get("waived"), f"{field}.waived", sheet.text).items()),
    )


def mark_at(sheet: Sheet, node: Node, field: str) -> Mark:
    text = sheet.text(node, field)
    mark = Mark.parse(text)
    if mark is None:
        sheet.fault(
            node,
            field,
            say("{found} is no mark", found=repr(text)),
            say("a mark is an owner, @ and eight hex digits, such as zh-Hans@0c2f77a1"),
        )
        return Mark("", "")
    return mark
