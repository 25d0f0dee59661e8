"""What the files of facts may say: nodes typed into the model, every fault noted with its line. The texts are in `texts`."""

from __future__ import annotations

from collections.abc import Collection

from yaml.nodes import Node

from i18nkit.errors import say
from i18nkit.model import (
    NO_NOTES,
    Answer,
    Conversion,
    Field,
    Linkage,
    Paper,
    Printed,
    ReadingList,
    Row,
    Section,
    Source,
    Term,
    is_id,
)
from i18nkit.store.nodes import line_of
from i18nkit.store.sheet import Sheet
from i18nkit.store.texts import mark_at

_FACTS = (
    "title", "short", "authors", "et-al", "year", "venue", "ids", "url", "aliases", "formulas",
)  # fmt: skip
_IDS = ("arxiv", "doi", "acl")


def paper(sheet: Sheet, id: str, node: Node | None) -> Paper:
    facts = sheet.known(node, _FACTS)
    return Paper(
        id=id,
        title=sheet.text(facts.get("title"), "title"),
        short=sheet.text(facts.get("short"), "short"),
        authors=sheet.texts(facts.get("authors"), "authors"),
        et_al=sheet.flag(facts.get("et-al"), "et-al"),
        year=sheet.number(facts.get("year"), "year"),
        venue=sheet.text(facts.get("venue"), "venue"),
        ids={
            key: text
            for key, value in sheet.known(facts.get("ids"), _IDS, "ids").items()
            if (text := sheet.text(value, f"ids.{key}"))
        },
        url=sheet.text(facts.get("url"), "url"),
        aliases=sheet.texts(facts.get("aliases"), "aliases"),
        formulas=sheet.texts(facts.get("formulas"), "formulas"),
        file=sheet.file,
    )


def reading_list(sheet: Sheet, id: str, node: Node | None) -> ReadingList:
    facts = sheet.known(node, ("source", "sections", "seen"))
    sections = [
        _section(sheet, item, f"sections[{n}]")
        for n, item in enumerate(sheet.items(facts.get("sections"), "sections"))
    ]
    _check_nesting(sheet, facts.get("sections"), sections)
    return ReadingList(
        id=id,
        source=_source(sheet, facts.get("source")),
        sections=tuple(sections),
        seen=sheet.table(facts.get("seen"), "seen", lambda value, field: mark_at(sheet, value, field)),
        file=sheet.file,
    )


def _source(sheet: Sheet, node: Node | None) -> Source:
    facts = sheet.known(node, ("title", "author", "url", "licence", "digest"), "source")
    texts = {key: sheet.text(value, f"source.{key}") for key, value in facts.items() if key not in {"digest"}}
    mark = mark_at(sheet, facts["digest"], "source.digest") if "digest" in facts else None
    return Source(**texts, digest=mark)


def _section(sheet: Sheet, node: Node, field: str) -> Section:
    facts = sheet.known(node, ("id", "under", "weeks", "rows", "seen"), field)
    id = sheet.text(facts.get("id"), f"{field}.id")
    if not is_id(id):
        sheet.fault(
            facts.get("id", node),
            f"{field}.id",
            say("{name} is no id", name=repr(id)),
            say("ids are lower-case Latin letters and digits joined by hyphens, such as gpt-3"),
        )
    return Section(
        id=id,
        under=sheet.text(facts.get("under"), f"{field}.under"),
        weeks=_weeks(sheet, facts.get("weeks"), f"{field}.weeks"),
        rows=tuple(
            _row(sheet, item, f"{field}.rows[{n}]")
            for n, item in enumerate(sheet.items(facts.get("rows"), f"{field}.rows"))
        ),
        seen=sheet.table(facts.get("seen"), f"{field}.seen", lambda value, name: mark_at(sheet, value, name)),
        line=line_of(node),
    )


def _weeks(sheet: Sheet, node: Node | None, field: str) -> tuple[int, int] | None:
    if node is None:
        return None
    numbers = sheet.numbers(node, field)
    if len(numbers) == 2 and numbers[0] <= numbers[1]:
        return numbers[0], numbers[1]
    sheet.fault(node, field, say("must be the fewest and the most weeks"), say("write it as [1, 2]"))
    return None


def _row(sheet: Sheet, node: Node, field: str) -> Row:
    facts = sheet.known(node, ("papers", "no", "printed", "seen"), field)
    papers = sheet.texts(facts.get("papers"), f"{field}.papers")
    for id in papers:
        if not is_id(id):
            sheet.fault(facts["papers"], f"{field}.papers", say("{name} is no id", name=repr(id)))
    printed = sheet.known(facts.get("printed"), ("title", "year"), f"{field}.printed")
    return Row(
        papers=papers,
        no=sheet.numbers(facts.get("no"), f"{field}.no"),
        printed=Printed(
            title=sheet.text(printed.get("title"), f"{field}.printed.title"),
            year=sheet.number(printed.get("year"), f"{field}.printed.year"),
        ),
        seen=sheet.table(facts.get("seen"), f"{field}.seen", lambda value, name: mark_at(sheet, value, name)),
        line=line_of(node),
    )


def _check_nesting(sheet: Sheet, node: Node | None, sections: list[Section]) -> None:
    before: set[str] = set()
    for section in sections:
        if section.id in before and node is not None:
            sheet.fault(node, "sections", say("the section {id} stands twice", id=section.id))
        if section.under and section.under not in before and node is not None:
            sheet.fault(
                node,
                "sections",
                say(
                    "{id} lies under {under}, which does not stand before it",
                    id=section.id,
                    under=section.under,
                ),
                say("put the outer section first"),
            )
        before.add(section.id)


def fields(sheet: Sheet, node: Node | None) -> dict[str, Field]:
    known = ("label", "printed", "unlabelled", "fact")
    typed: dict[str, Field] = {}
    for id, key_node, value in sheet.mapping(node):
        row = sheet.known(value, known, id)
        if not is_id(id):
            sheet.fault(key_node, id, say("{name} is no id", name=repr(id)))
        if id in NO_NOTES:
            sheet.fault(key_node, id, say("cannot be the id of a note"), say("choose another id"))
        typed[id] = Field(
            id=id,
            label=sheet.table(row.get("label"), f"{id}.label", sheet.text),
            printed=sheet.texts(row.get("printed"), f"{id}.printed"),
            unlabelled=sheet.flag(row.get("unlabelled"), f"{id}.unlabelled"),
            fact=sheet.flag(row.get("fact"), f"{id}.fact"),
            line=line_of(key_node),
        )
    return typed


def glossary(sheet: Sheet, node: Node | None, locales: Collection[str]) -> tuple[Term, ...]:
    terms = []
    for n, item in enumerate(sheet.items(node, "glossary")):
        row = sheet.known(item, (*locales, "keep", "only", "remark", "definition", "papers"), f"[{n}]")
        texts = {
            key: text
            for key, value in row.items()
            if key in locales and (text := sheet.text(value, f"[{n}].{key}"))
        }
        keep = sheet.text(row.get("keep"), f"[{n}].keep")
        if bool(texts) == bool(keep):
            sheet.fault(item, f"[{n}]", say("must have either terms by locale or `keep`"))
        terms.append(
            Term(
                texts,
                keep,
                _only(sheet, row.get("only"), f"[{n}].only", locales, texts),
                sheet.text(row.get("remark"), f"[{n}].remark"),
                _definition(sheet, row.get("definition"), f"[{n}].definition", locales),
                sheet.texts(row.get("papers"), f"[{n}].papers"),
                line_of(item),
            )
        )
    return tuple(terms)


def _only(
    sheet: Sheet, node: Node | None, field: str, locales: Collection[str], texts: Collection[str]
) -> str:
    tag = sheet.text(node, field)
    if node is None or tag in texts:
        return tag
    if tag and tag not in locales:
        sheet.fault(
            node,
            field,
            say("{tag} is no locale of this catalogue", tag=tag),
            say("known locales: {names}", names=", ".join(locales)),
        )
    elif tag:
        sheet.fault(
            node,
            field,
            say("the row has no term for {tag}", tag=tag),
            say("add the term, name a locale that the row has a term for, or take `only` out"),
        )
    return ""


def _definition(sheet: Sheet, node: Node | None, field: str, locales: Collection[str]) -> dict[str, str]:
    lines: dict[str, str] = {}
    for key, value in sheet.known(node, locales, field).items():
        text = sheet.text(value, f"{field}.{key}").strip()
        if "\n" in text:
            sheet.fault(value, f"{field}.{key}", say("must be one line"))
        if text:
            lines[key] = text
    return lines


def conversion(sheet: Sheet, node: Node | None, locales: Collection[str]) -> Conversion:
    """A route whose locales are gone is read all the same: the catalogue may have them again."""
    known = sheet.known(node, ("routes", "declined"))
    routes = {
        (source, target): sheet.table(parts, f"routes.{target}.{source}", sheet.text)
        for target, _, by_source in sheet.mapping(known.get("routes"), "routes")
        for source, _, parts in sheet.mapping(by_source, f"routes.{target}")
    }
    declined = []
    for n, item in enumerate(sheet.items(known.get("declined"), "declined")):
        row = sheet.known(item, (*locales, "only"), f"declined[{n}]")
        texts = {key: sheet.text(value, f"declined[{n}].{key}") for key, value in row.items()}
        declined.append(Term(texts, only=texts.pop("only", ""), line=line_of(item)))
    return Conversion(routes, tuple(declined))


def linkage(sheet: Sheet, node: Node | None) -> Linkage:
    known = sheet.known(node, ("same", "different", "refused", "apart"))
    answers = {
        kind: tuple(
            _answer(sheet, item, f"{kind}[{n}]", kind)
            for n, item in enumerate(sheet.items(known.get(kind), kind))
        )
        for kind in ("same", "different", "refused")
    }
    pairs = [
        frozenset(sheet.texts(item, f"apart[{n}]"))
        for n, item in enumerate(sheet.items(known.get("apart"), "apart"))
    ]
    return Linkage(answers["same"], answers["different"], answers["refused"], tuple(pairs))


def _answer(sheet: Sheet, node: Node, field: str, kind: str) -> Answer:
    row = sheet.known(node, ("list", "title", "identifier", "paper"), field)
    texts = {key: sheet.text(value, f"{field}.{key}") for key, value in row.items()}
    if not texts.get("title") and not texts.get("identifier"):
        sheet.fault(node, field, say("must name the record by its printed title or an identifier"))
    if kind != "refused" and not texts.get("paper"):
        sheet.fault(node, field, say("must name a paper"))
    return Answer(**texts, line=line_of(node))
