from __future__ import annotations

import pytest

from i18nkit.lists.grammar.links import find_links, identifier_alone, identifiers, is_paper_address

ATTENTION = {"arxiv": "1706.03762"}


@pytest.mark.parametrize(
    ("printed", "ids"),
    [
        ("https://arxiv.org/abs/1706.03762", ATTENTION),
        ("https://arxiv.org/abs/1706.03762v7", ATTENTION),
        ("http://www.arxiv.org/pdf/1706.03762.pdf", ATTENTION),
        ("https://arxiv.org/pdf/1706.03762v5.pdf#page=3", ATTENTION),
        ("https://export.arxiv.org/abs/1706.03762?context=cs", ATTENTION),
        ("https://arxiv.org/html/1706.03762v7", ATTENTION),
        ("https://ar5iv.labs.arxiv.org/html/1706.03762", ATTENTION),
        ("https://www.alphaxiv.org/abs/1706.03762", ATTENTION),
        ("https://huggingface.co/papers/1706.03762", ATTENTION),
        ("https://doi.org/10.48550/arXiv.1706.03762", ATTENTION),
        ("arXiv:1706.03762v2 [cs.CL]", ATTENTION),
        ("arXiv：1706.03762", ATTENTION),
        ("https://arxiv.org/abs/hep-th/9901001v3", {"arxiv": "hep-th/9901001"}),
        ("https://arxiv.org/abs/math.GT/0309136", {"arxiv": "math/0309136"}),
        ("https://arxiv.org/pdf/cs/0102003.pdf", {"arxiv": "cs/0102003"}),
        ("https://doi.org/10.1038/nature14539.", {"doi": "10.1038/nature14539"}),
        ("https://dl.acm.org/doi/pdf/10.1145/3065386", {"doi": "10.1145/3065386"}),
        ("https://doi.org/10.18653/v1/N19-1423", {"doi": "10.18653/v1/n19-1423", "acl": "N19-1423"}),
        ("https://aclanthology.org/2020.acl-main.703.pdf", {"acl": "2020.acl-main.703"}),
        ("https://www.aclweb.org/anthology/P19-1139/", {"acl": "P19-1139"}),
        ("https://example.org/2019/1234.5678", {}),
        ("https://github.com/x/1706.03762", {}),
    ],
)
def test_identifiers(printed: str, ids: dict[str, str]) -> None:
    assert identifiers(printed) == ids


@pytest.mark.parametrize("words", ["1706.03762", "arXiv:1706.03762", "1706.03762v5"])
def test_a_line_may_be_nothing_but_an_identifier(words: str) -> None:
    assert identifier_alone(words) == ATTENTION


def test_a_number_in_a_sentence_is_none() -> None:
    assert identifier_alone("about 1706.03762 of them") == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[A (B) [C]](https://x.org/a_(b)) rest", [("A (B) [C]", "https://x.org/a_(b)")]),
        ('[A](<https://x.org/a> "title")', [("A", "https://x.org/a")]),
        ('<a href="https://x.org">A <b>B</b></a>', [("A <b>B</b>", "https://x.org")]),
        ("<https://x.org/a>", [(None, "https://x.org/a")]),
        (
            "见 https://x.org/a。再看（https://x.org/b）",
            [(None, "https://x.org/a"), (None, "https://x.org/b")],
        ),
        ("(https://x.org/a).", [(None, "https://x.org/a")]),
        ("![image](https://x.org/a.png)", []),
    ],
)
def test_links_in_all_forms(line: str, found: list[tuple[str | None, str]]) -> None:
    assert [(link.text, link.url) for link in find_links(line)] == found


@pytest.mark.parametrize("words", ["PDF", "📄 论文", "arXiv:1706.03762", "Code", "原文链接", "https://x.org"])
def test_anchors_are_no_titles(words: str) -> None:
    [link] = find_links(f"[{words}](https://x.org)")
    assert link.is_anchor


def test_where_papers_lie() -> None:
    assert is_paper_address("https://cdn.openai.com/papers/gpt.pdf")
    assert is_paper_address("https://proceedings.neurips.cc/paper/2017/hash/x-Abstract.html")
    assert not is_paper_address("https://example.medium.com/66-papers")
