from __future__ import annotations

import pytest

from i18nkit.model import Paper
from i18nkit.site.bibtex import bibtex


def test_an_entry() -> None:
    paper = Paper(
        "attention",
        "Attention & {All} 100% You_Need",
        authors=("Ashish Vaswani", "Łukasz Kaiser"),
        et_al=True,
        year=2017,
        venue="NeurIPS 2017",
        ids={"arxiv": "1706.03762"},
    )
    assert bibtex(paper) == (
        "@inproceedings{attention,\n"
        "  title = {{Attention \\& \\{All\\} 100\\% You\\_Need}},\n"
        "  author = {Ashish Vaswani and Łukasz Kaiser and others},\n"
        "  year = {2017},\n"
        "  booktitle = {NeurIPS 2017},\n"
        "  eprint = {1706.03762},\n"
        "  archiveprefix = {arXiv},\n"
        "  url = {https://arxiv.org/abs/1706.03762}\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("venue", "kind", "said"),
    [
        ("ICLR 2022", "inproceedings", ["year = {2022}", "booktitle = {ICLR 2022}"]),
        ("NeurIPS (NIPS) 2014", "inproceedings", ["year = {2014}", "booktitle = {NeurIPS (NIPS) 2014}"]),
        ("TACL 8 (2020)", "article", ["year = {2020}", "journal = {TACL}", "volume = {8}"]),
        (
            "JMLR 23(120), 2022",
            "article",
            ["year = {2022}", "journal = {JMLR}", "volume = {23}", "number = {120}"],
        ),
        (
            "Psychological Bulletin 151(9), 1125-1146",
            "article",
            [
                "year = {2021}",
                "journal = {Psychological Bulletin}",
                "volume = {151}",
                "number = {9}",
                "pages = {1125--1146}",
            ],
        ),
        (
            "Nature 645, 633-638 (2025), under another title",
            "article",
            [
                "year = {2025}",
                "journal = {Nature}",
                "volume = {645}",
                "pages = {633--638}",
                "note = {under another title}",
            ],
        ),
        ("TMLR 2024", "article", ["year = {2024}", "journal = {TMLR}"]),
        ("arXiv preprint", "misc", ["year = {2021}", "howpublished = {arXiv preprint}"]),
    ],
)
def test_where_it_was_published_decides_the_kind_and_the_year(venue: str, kind: str, said: list[str]) -> None:
    lines = bibtex(Paper("x", "X", year=2021, venue=venue)).splitlines()
    assert lines[0] == f"@{kind}{{x,"
    assert [line.strip(" ,") for line in lines[2:-1]] == said


def test_what_is_not_known_is_left_out() -> None:
    assert bibtex(Paper("x", "X")) == "@misc{x,\n  title = {{X}}\n}\n"
