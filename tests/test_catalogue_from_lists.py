"""The shipped catalogue can be had from the lists it began with.

`data/lists/shipped/` has the three lists in the layouts in which such lists are published: Markdown with linked
titles, plain text without a link, Markdown from a blog with titles in bold. Their words are the catalogue's own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from i18nkit import store
from i18nkit.config import Settings, find_settings
from i18nkit.flows.import_list import import_lists
from i18nkit.model import Catalogue, Paper, ReadingList

from .conftest import Project

HERE = Path(__file__).parent
LISTS = {
    id: HERE / "data" / "lists" / "shipped" / name
    for id, name in (("picks", "picks.md"), ("roadmap", "roadmap.txt"), ("llm-notes", "llm-notes.md"))
}
FIELDS = (HERE.parent / "content" / "fields.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return store.read_catalogue(find_settings(HERE.parent))


def take_in(settings: Settings, order: Sequence[str]) -> list[str]:
    """What the import was not sure of."""
    unsure = []
    for id in order:
        [imported] = import_lists(settings, [LISTS[id]], list_id=id)
        unsure += [
            decision.record.title for decision in imported.linked.decisions if decision.kind == "unsure"
        ]
    return unsure


def names(paper: Paper, printed: Mapping[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """What two papers have to share to be one: an identifier, else the link, else a title."""
    yield from paper.ids.items()
    if paper.url:
        yield ("url", paper.url)
    for title in {paper.title, *paper.aliases, *printed.get(paper.id, ())}:
        yield ("title", title.casefold())


def printed(catalogue: Catalogue) -> dict[str, set[str]]:
    """The titles that lists print for each paper: often cut short."""
    titles: dict[str, set[str]] = {}
    for reading_list in catalogue.lists.values():
        for _, row in reading_list.rows():
            for id in row.papers if row.printed.title else ():
                titles.setdefault(id, set()).add(row.printed.title)
    return titles


def same_papers(imported: Catalogue, shipped: Catalogue) -> dict[str, str]:
    """Imported id -> shipped id, of each paper that both have."""
    titles = printed(shipped)
    known = {name: paper.id for paper in shipped.papers.values() for name in names(paper, titles)}
    return {
        paper.id: next(known[name] for name in names(paper, {}) if name in known)
        for paper in imported.papers.values()
        if any(name in known for name in names(paper, {}))
    }


Outline = list[tuple[int, tuple[int, int] | None, list[str]]]


def outline(reading_list: ReadingList, ids: Mapping[str, str]) -> Outline:
    """Depth, weeks and papers of each section in order. A single heading over all the others is none of them."""
    outermost = [section for section in reading_list.sections if not section.under]
    above = 1 if len(outermost) == 1 else 0
    return [
        (
            len(reading_list.path(section)) - above,
            section.weeks,
            [ids.get(id, id) for row in section.rows for id in row.papers],
        )
        for section in reading_list.sections[above:]
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(LISTS)), ids="-".join)
def test_the_lists_bring_the_papers_the_lists_and_their_order(
    project: Project, shipped: Catalogue, order: tuple[str, ...]
) -> None:
    settings = project({"fields.yaml": FIELDS})
    assert take_in(settings, order) == []
    imported = store.read_catalogue(settings)
    same = same_papers(imported, shipped)
    assert set(imported.papers) == set(same)
    assert len(set(same.values())) == len(same)
    assert set(same.values()) == {id for there in shipped.lists.values() for id in there.papers()}
    assert set(imported.lists) == set(shipped.lists)
    nothing: dict[str, str] = {}
    for id, there in shipped.lists.items():
        assert outline(imported.lists[id], same) == outline(there, nothing)


def test_a_second_import_changes_nothing(project: Project) -> None:
    settings = project({"fields.yaml": FIELDS})
    take_in(settings, list(LISTS))
    before = {path: path.read_bytes() for path in settings.content.rglob("*.yaml")}
    take_in(settings, list(reversed(LISTS)))
    assert {path: path.read_bytes() for path in settings.content.rglob("*.yaml")} == before


def test_the_lists_are_complete(shipped: Catalogue) -> None:
    """31 slots of the roadmap hold 30 papers: one of them has two numbers."""
    counts = {id: len(list(there.papers())) for id, there in shipped.lists.items()}
    assert counts == {"picks": 14, "roadmap": 30, "llm-notes": 66}
    assert sorted(number for _, row in shipped.lists["roadmap"].rows() for number in row.no) == list(
        range(1, 32)
    )
