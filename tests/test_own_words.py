"""The words here are this project's own: none are copied from the lists that the catalogue began with.

The lists are not in the repository, only digests of what they say (see `tools/make_digests.py`).
"""

from __future__ import annotations

from pathlib import Path

from .own_words import DIGESTS, HAN_RUN, digest, pieces

ROOT = Path(__file__).resolve().parents[1]
FOREIGN = frozenset(DIGESTS.read_text(encoding="utf-8").split())
PLACES = ("*.md", "docs/**/*", "content/**/*", "tests/data/**/*")


def test_no_run_of_words_is_taken_from_a_source_list() -> None:
    texts = {path for place in PLACES for path in ROOT.glob(place) if path.is_file()} - {DIGESTS}
    taken = [
        f"{path.relative_to(ROOT)}: {piece}"
        for path in sorted(texts)
        for piece in pieces(path.read_text(encoding="utf-8", errors="replace"))
        if digest(piece) in FOREIGN
    ]
    assert taken == []


def test_a_copied_run_is_found_in_either_script_and_behind_marks() -> None:
    run = "先把论文读懂再来谈怎样翻译才好"
    copied = list(pieces(f"{run}读"))
    assert [len(piece) for piece in copied] == [HAN_RUN]
    assert list(pieces("* 「先把**論文**讀懂，再來談 GPT 怎樣翻譯」才好讀")) == copied


def test_an_english_sentence_counts_and_a_title_does_not() -> None:
    assert list(pieces("**Notes:** A model that *writes* its own notes (2020).")) == [
        "a model that writes its own notes"
    ]
    assert list(pieces("BERT: Pre-training of Deep Bidirectional Transformers (2018)")) == []
