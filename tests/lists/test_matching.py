from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.lists.comparing import Description, Verdict, arxiv_year, compare, words_of
from i18nkit.lists.matching import Index

TEXT = (Path(__file__).parent / "cases" / "pairs.txt").read_text("utf-8")
BLOCKS = ["\n".join(line for line in block.splitlines() if line[0] != "#") for block in TEXT.split("\n\n")]
PAIRS = [block.splitlines() for block in BLOCKS if block]


def described(row: str) -> Description:
    title, short, year, arxiv, *_ = [*(part.strip() for part in row.split("|")), "", "", ""]
    return Description(
        (title,), (short,) if short else (), int(year) if year else None, {"arxiv": arxiv} if arxiv else {}
    )


@pytest.mark.parametrize(("verdict", "one", "other"), PAIRS)
def test_pairs(verdict: str, one: str, other: str) -> None:
    there, back = compare(described(one), described(other)), compare(described(other), described(one))
    assert there.verdict.value == verdict
    assert there == back


@pytest.mark.parametrize(("verdict", "one", "other"), [pair for pair in PAIRS if pair[0] != "different"])
def test_what_may_be_the_same_shares_a_block(verdict: str, one: str, other: str) -> None:
    assert list(Index({"it": described(other)}).candidates(described(one))) == ["it"]
    assert list(Index({"it": described(one)}).candidates(described(other))) == ["it"]


WORDS = st.sampled_from(
    [
        "BERT",
        "GPT-2",
        "GPT-3",
        "Llama",
        "2",
        "2.0",
        "A",
        "Survey",
        "of",
        "Attention",
        "Language",
        "Models:",
        "Large",
        "Learning",
        "the",
        "Pre-training",
    ]
)
DESCRIPTIONS = st.builds(
    Description,
    titles=st.lists(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=2).map(tuple),
    names=st.lists(WORDS, max_size=1).map(tuple),
    year=st.none() | st.integers(2017, 2021),
    ids=st.dictionaries(st.sampled_from(["arxiv", "doi"]), st.sampled_from(["1706.03762", "1810.04805"])),
)


@given(DESCRIPTIONS, DESCRIPTIONS)
def test_comparing_is_symmetric_and_so_are_blocks(one: Description, other: Description) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there, there.why.template) == (back, back.why.template)
    assert bool(list(Index({"x": one}).candidates(other))) == bool(list(Index({"x": other}).candidates(one)))


@given(DESCRIPTIONS)
def test_everything_is_itself(one: Description) -> None:
    assert compare(one, one).verdict is Verdict.SAME


@given(DESCRIPTIONS, DESCRIPTIONS)
def test_titles_with_other_numbers_are_never_the_same(one: Description, other: Description) -> None:
    numbers = [
        {word for title in side.titles for word in words_of(title) if word[0].isdigit()}
        for side in (one, other)
    ]
    if (
        numbers[0].isdisjoint(numbers[1])
        and all(numbers)
        and not set(one.ids.items()) & set(other.ids.items())
    ):
        found = compare(one, other)
        assert found.verdict is not Verdict.SAME or len(one.titles) + len(other.titles) > 2


def test_the_best_match_comes_first_and_says_why() -> None:
    index = Index(
        {
            "survey": described("Attention Is All You Need in Speech Separation | | 2020"),
            "transformer": described("Attention Is All You Need | Transformer | 2017 | 1706.03762"),
            "bert": described("BERT: Pre-training of Deep Bidirectional Transformers | BERT | 2018"),
        }
    )
    first, second = index.matches(described("Transformer: Attention is all you need"))
    assert (first.id, first.comparison.score, second.id) == ("transformer", 0.97, "survey")
    assert first.comparison.why == 'title .97 after dropping "Transformer:"'
    assert first.comparison.why.template == 'title .97 after dropping "{name}:"'


def test_only_what_shares_a_block_is_compared() -> None:
    index = Index(
        {f"p{n}": Description((f"{word} Networks for {word} Tasks",)) for n, word in enumerate("ABCDEFGH")}
    )
    assert list(index.candidates(Description(("A Networks for A Tasks",)))) == ["p0"]


@pytest.mark.parametrize(
    ("id", "year"),
    [("1706.03762", 2017), ("0704.0001", 2007), ("hep-th/9901001", 1999), ("cs/0102003", 2001), ("", None)],
)
def test_the_year_an_arxiv_identifier_tells(id: str, year: int | None) -> None:
    assert arxiv_year(id) == year
