from __future__ import annotations

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


def test_what_is_not_known_is_left_out() -> None:
    assert bibtex(Paper("x", "X")) == "@misc{x,\n  title = {{X}}\n}\n"
