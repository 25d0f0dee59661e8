from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.translation import marked

TEXTS = st.text(st.sampled_from("甲乙丙的，。 ab1"), max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("從題目裡找", "從試題裡找", "從[-題目-]{+試題+}裡找"),
        ("用了 15% 的", "用了 12% 的", "用了 [-15-]{+12+}% 的"),
        ("文本到文本", "从文本到文本", "{+从+}文本到文本"),
        ("一样", "一样", "一样"),
        ("", "新的", "{+新的+}"),
    ],
)
def test_whole_words(old: str, new: str, said: str) -> None:
    assert marked(old, new) == said


@given(TEXTS, TEXTS)
def test_both_texts_are_in_it(old: str, new: str) -> None:
    said = marked(old, new)
    assert re.sub(r"\{\+.*?\+\}", "", said).replace("[-", "").replace("-]", "") == old
    assert re.sub(r"\[-.*?-\]", "", said).replace("{+", "").replace("+}", "") == new
