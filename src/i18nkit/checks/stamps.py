"""Stamps that fit nothing, and texts that belong to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from i18nkit.checks.case import Case
from i18nkit.checks.rule import rule
from i18nkit.errors import Message, say
from i18nkit.model import MACHINES, RESERVED, Address, Finding, Severity, Unit, set_stamp


@rule("stamps", Severity.WARNING, say("stamps that fit no text, no locale, no list, or run in a circle"))
def stamps(case: Case) -> Iterator[Finding]:
    for unit in case.catalogue.loose:
        message = say("a stamp without a text")
        dead = set_stamp(unit.address, None, message)
        yield replace(stamps.at(unit, message, remedy=say("delete the stamp")), fix=(dead,))
    circled: set[Address] = set()
    for unit in case.catalogue.units.values():
        for message in _misfits(case, unit):
            yield stamps.at(unit, message)
        if unit.address not in circled and (circle := _circle(case, unit)):
            circled.update(other.address for other in circle)
            way = " <- ".join(other.address.locale for other in (*circle, circle[0]))
            yield stamps.at(
                unit,
                say("the stamps run in a circle: {way}", way=way),
                remedy=say("delete `from` where the text begins"),
            )


def _misfits(case: Case, unit: Unit) -> Iterator[Message]:
    stamp, (locale, owner, field) = unit.stamp, unit.address
    if stamp is None:
        return
    if stamp.source:
        source = stamp.source.owner
        if source not in case.catalogue.locales:
            yield say("{tag} is no locale of this catalogue", tag=source)
        elif source == locale:
            yield say("a text cannot be made from itself")
        elif case.catalogue.unit(source, owner, field) is None:
            yield say("{tag} has no text of this field", tag=source)
    if stamp.by.owner not in RESERVED and stamp.by.owner not in case.catalogue.lists:
        yield say("the catalogue has no list {id}", id=stamp.by.owner)
    if stamp.by_machine and not stamp.source:
        yield say("a machine's text must say what it was made from")
    if stamp.over and stamp.over.owner not in MACHINES:
        yield say("{name} is no machine whose text one takes over", name=stamp.over.owner)


def _circle(case: Case, unit: Unit) -> list[Unit]:
    """The units a circle consists of, when `unit` lies on one."""
    way = [unit]
    here = unit
    while here.stamp and here.stamp.source and here.stamp.source.owner != here.address.locale:
        there = case.catalogue.unit(here.stamp.source.owner, here.address.owner, here.address.field)
        if there is None or there in way[1:]:
            return []
        if there is unit:
            return way
        way.append(there)
        here = there
    return []


@rule("unknown-fields", Severity.WARNING, say("texts in fields or sections that nothing declares"))
def unknown_fields(case: Case) -> Iterator[Finding]:
    catalogue = case.catalogue
    for unit in catalogue.units.values():
        address = unit.address
        if address.is_also and (list_id := address.field.split(".")[1]) not in catalogue.lists:
            yield unknown_fields.at(unit, say("the catalogue has no list {id}", id=list_id))
        if address.paper is not None and not address.is_paper_title and catalogue.fields:
            field = catalogue.fields.get(address.kind)
            if field is None:
                yield unknown_fields.at(
                    unit,
                    say("{field} is not in fields.yaml", field=address.kind),
                    remedy=say("add it there, or rename it here"),
                )
            elif field.fact:
                yield unknown_fields.at(unit, say("{field} is a fact, not a text", field=address.kind))
        elif (reading_list := catalogue.lists.get(address.reading_list or "")) and "." in address.field:
            section = address.field.partition(".")[0]
            if reading_list.section(section) is None:
                yield unknown_fields.at(
                    unit,
                    say("the list {list} has no section {section}", list=reading_list.id, section=section),
                )
