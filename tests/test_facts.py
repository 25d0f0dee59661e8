"""The facts of the shipped papers agree with a table that was checked by hand against public bibliographies.

`data/papers.csv` has a row for each paper. Rows and papers find each other by identifier or link, never by a
name that either side made up. Confidence columns and notes of the table say how a fact was checked; whatever
the table gives, the paper gives too, and what the table leaves empty the paper leaves empty.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from i18nkit.config import find_settings
from i18nkit.model import Catalogue, Paper
from i18nkit.store import read_catalogue

HERE = Path(__file__).parent
Row = dict[str, str]

with open(HERE / "data" / "papers.csv", encoding="utf-8", newline="") as table:
    ROWS: list[Row] = list(csv.DictReader(table))


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return read_catalogue(find_settings(HERE.parent))


def same_paper(row: Row, paper: Paper) -> bool:
    if any(row[kind] and row[kind] == paper.ids.get(kind) for kind in ("arxiv", "doi", "acl")):
        return True
    return row["url"] == paper.link


def authors(cell: str) -> tuple[list[str], bool]:
    """Names, and whether there are more. The table prints `A; B`, `A et al.` or, for a group, `Group (A et al.)`."""
    if group := re.fullmatch(r"(.+?) \((.+) et al\.\)", cell):
        return [group[1], group[2]], True
    names = cell.removesuffix(" et al.")
    return [name for name in names.split("; ") if name], names != cell


def as_table(row: Row) -> Row:
    names, more = authors(row["authors"])
    return {
        "title": row["title"],
        "short": row["short_name"],
        "authors": "; ".join(names),
        "more authors": str(more or not names),  # none in the table: not established
        "year": row["year"],
        "venue": row["venue"],
        "arxiv": row["arxiv"],
        "doi": row["doi"],
        "acl": row["acl"],
        "url": row["url"],
    }


def as_shipped(paper: Paper) -> Row:
    return {
        "title": paper.title,
        "short": paper.short,
        "authors": "; ".join(paper.authors),
        "more authors": str(paper.et_al),
        "year": str(paper.year or ""),
        "venue": paper.venue,
        "arxiv": paper.ids.get("arxiv", ""),
        "doi": paper.ids.get("doi", ""),
        "acl": paper.ids.get("acl", ""),
        "url": paper.link,
    }


@pytest.mark.parametrize("row", ROWS, ids=[row["short_name"] for row in ROWS])
def test_a_paper_has_the_facts_of_its_row(row: Row, shipped: Catalogue) -> None:
    [paper] = [paper for paper in shipped.papers.values() if same_paper(row, paper)]
    assert as_shipped(paper) == as_table(row)
    names, more = authors(row["authors"])
    if row["n_authors"] and not more:
        assert len(names) == int(row["n_authors"])


def test_every_shipped_paper_has_a_row(shipped: Catalogue) -> None:
    rowless = {
        paper.id for paper in shipped.papers.values() if not any(same_paper(row, paper) for row in ROWS)
    }
    assert not rowless


def test_what_the_table_infers_is_doubted_in_the_facts(shipped: Catalogue) -> None:
    """A number that the table calls inferred may stand, with a word of doubt beside it and in the notes."""
    inferred = [row for row in ROWS if "INFERRED" in row["note"]]
    assert inferred
    for row in inferred:
        [paper] = [paper for paper in shipped.papers.values() if same_paper(row, paper)]
        facts = (HERE.parent / paper.file).read_text(encoding="utf-8")
        assert re.search(rf"# Inferred, not verified:[^\n]*\n(#[^\n]*\n)*ids: .*{row['arxiv']}", facts)
        for locale in ("zh-Hans", "en"):
            notes = [unit for address, unit in shipped.units.items() if address.paper == paper.id]
            assert any(row["arxiv"] in unit.text for unit in notes if unit.address.locale == locale)


def test_links_are_https_unless_the_table_says_otherwise(shipped: Catalogue) -> None:
    """`http` stands only where the table, whose links were looked up, has it as well."""
    plain = {paper.link for paper in shipped.papers.values() if not paper.link.startswith("https://")}
    assert plain <= {row["url"] for row in ROWS if row["url"].startswith("http://")}


def test_arxiv_numbers_are_well_formed(shipped: Catalogue) -> None:
    numbers = [paper.ids["arxiv"] for paper in shipped.papers.values() if "arxiv" in paper.ids]
    malformed = [number for number in numbers if not re.fullmatch(r"\d{2}(0[1-9]|1[0-2])\.\d{4,5}", number)]
    assert not malformed
    assert len(set(numbers)) == len(numbers)
