from __future__ import annotations

from typing import Any

import pytest

from i18nkit.checks import chosen, findings
from i18nkit.model import Answer, Linkage, Paper, ReadingList, Row, Section, Term
from tests.checks.catalogues import case, paper


def messages(rule: str, *papers: Paper, **more: Any) -> list[str]:
    looked_at = case(papers={paper.id: paper for paper in papers}, **more)
    return [str(found.message) for found in findings(looked_at, chosen([rule]))]


def test_a_whole_paper() -> None:
    for rule in ("facts-missing", "malformed-ids", "arxiv-year", "duplicates", "unsafe"):
        assert messages(rule, paper()) == []


def test_missing_facts_are_told_one_by_one() -> None:
    assert messages("facts-missing", paper(title="", authors=(), year=None, ids={})) == [
        "the paper has no title",
        "the paper has no authors",
        "the paper has no year",
        "the paper has no link or identifier",
    ]


def test_an_address_is_link_enough() -> None:
    assert messages("facts-missing", paper(authors=(), et_al=True)) == []
    assert messages("facts-missing", paper(ids={}, url="https://example.org/bitter-lesson")) == []


@pytest.mark.parametrize(
    "ids",
    [
        {"arxiv": "1810.04805"},
        {"arxiv": "2301.00770"},
        {"arxiv": "0704.0001"},
        {"arxiv": "cs/0112017"},
        {"arxiv": "math.GT/0309136"},
        {"doi": "10.18653/v1/N19-1423"},
        {"doi": "10.1037/bul0000498"},
        {"doi": "10.1016/S0092-8674(00)80414-7"},
        {"acl": "N19-1423"},
        {"acl": "2020.acl-main.703"},
        {"acl": "2023.findings-emnlp.68"},
    ],
)
def test_identifiers_in_form(ids: dict[str, str]) -> None:
    assert messages("malformed-ids", paper(ids=ids)) == []


@pytest.mark.parametrize(
    "ids",
    [
        {"arxiv": "2301.770"},
        {"arxiv": "1810.04805v2"},
        {"arxiv": "1813.04805"},
        {"arxiv": "https://arxiv.org/abs/1810.04805"},
        {"doi": "doi:10.1037/bul0000498"},
        {"doi": "10.1037"},
        {"acl": "1423"},
        {"isbn": "9780262035613"},
    ],
)
def test_identifiers_out_of_form(ids: dict[str, str]) -> None:
    assert len(messages("malformed-ids", paper(ids=ids))) == 1


@pytest.mark.parametrize(
    ("arxiv", "year", "fits"),
    [
        ("1810.04805", 2018, True),
        ("1810.04805", 2019, True),
        ("1810.04805", 2020, True),
        ("1810.04805", 2021, False),
        ("1810.04805", 2017, False),
        ("cs/9308101", 1993, True),
        ("cs/9308101", 2093, False),
    ],
)
def test_the_year_against_the_arxiv_month(arxiv: str, year: int, fits: bool) -> None:
    assert messages("arxiv-year", paper(ids={"arxiv": arxiv}, year=year)) == (
        [] if fits else [f"{year} does not fit arXiv {arxiv}"]
    )


def test_the_same_identifier_in_other_words() -> None:
    twin = paper("bert-2", title="Another title", ids={"doi": "10.48550/arXiv.1810.04805"})
    assert messages("duplicates", paper(), twin) == [
        "bert-2 and bert have the same identifier arxiv:1810.04805"
    ]


def test_the_same_title_in_other_letters() -> None:
    twin = paper(
        "bert-2",
        title="BERT — Pre-Training of Deep Bidirectional Transformers for language understanding",
        ids={},
    )
    assert messages("duplicates", paper(), twin) == ["bert-2 and bert have the same title"]


def test_one_finding_for_two_reasons() -> None:
    assert len(messages("duplicates", paper(), paper("bert-2"))) == 1


def test_papers_kept_apart_are_no_duplicates() -> None:
    apart = Linkage(apart=(frozenset({"bert", "bert-2"}),))
    assert messages("duplicates", paper(), paper("bert-2"), linkage=apart) == []


def test_like_titles_are_not_the_same() -> None:
    assert (
        messages("duplicates", paper(), paper("x", title="BERT: Pre-training", ids={"arxiv": "1909.00001"}))
        == []
    )


def test_a_row_that_names_no_paper() -> None:
    rows = (Row(("bert",), line=7), Row(("brt", "bert"), line=9))
    lists = {
        "picks": ReadingList("picks", sections=(Section("s1", rows=rows),), file="content/lists/picks.yaml")
    }
    found = findings(case(lists=lists), chosen(["unknown-papers"]))
    assert [(str(one.message), one.file, one.line) for one in found] == [
        ("the catalogue has no paper brt", "content/lists/picks.yaml", 9)
    ]


def test_an_answer_that_names_no_paper() -> None:
    linkage = Linkage(
        same=(Answer(title="BERT", paper="brt", line=3),), refused=(Answer(identifier="arxiv:1", line=4),)
    )
    found = findings(case(linkage=linkage), chosen(["unknown-papers"]))
    assert [(str(one.message), one.file, one.line) for one in found] == [
        ("the catalogue has no paper brt", "content/linkage.yaml", 3)
    ]


def test_a_term_that_names_no_paper() -> None:
    glossary = (
        Term(keep="MLM", papers=("bert",), line=2),
        Term(keep="n-gram", papers=("bert", "brt"), line=5),
    )
    found = findings(case(papers={"bert": paper()}, glossary=glossary), chosen(["unknown-papers"]))
    assert [(str(one.message), one.file, one.line) for one in found] == [
        ("the catalogue has no paper brt", "content/glossary.yaml", 5)
    ]


def test_a_dangerous_address_in_the_facts() -> None:
    assert messages("unsafe", paper(url="javascript:alert(1)")) == ["a link may not begin with javascript:"]
