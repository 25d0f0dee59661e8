from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.errors import ListError
from i18nkit.lists.decoding import decode

SIMPLIFIED = "注意力机制让每个词直接看到其他所有的词，训练因此可以并行。"
TRADITIONAL = "注意力機制讓每個詞直接看到其他所有的詞，訓練因此可以平行。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_simplified(encoding: str) -> None:
    bom = "\ufeff" if encoding == "utf-16-le" else ""
    assert decode((bom + SIMPLIFIED).encode(encoding), "f") == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5"])
def test_traditional(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "f") == TRADITIONAL


@given(st.text(st.sampled_from(SIMPLIFIED), min_size=4))
def test_even_a_few_characters_tell_gb18030(text: str) -> None:
    printed = f"{text}的是\n"
    assert decode(printed.encode("gb18030"), "f") == printed


@given(st.text(st.sampled_from(TRADITIONAL), min_size=4))
def test_even_a_few_characters_tell_big5(text: str) -> None:
    printed = f"{text}的是\n"
    assert decode(printed.encode("big5"), "f") == printed


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "f: the file is empty"),
        (b" \n\t\n", "f: the file is empty"),
        (b"\xef\xbb\xbf\n", "f: the file is empty"),
        (b"ok\nno\0t ok", r"f:2: this is no text: it holds the control character U\+0000"),
        (b"ok\n\x1b[31mred", r"f:2: this is no text: it holds the control character U\+001B"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "f:1: (neither UTF-8|this is no text)"),
        ("ok\n好\n".encode() + "文".encode()[:2] + b"\n" + "字字字字字".encode(), "f:3: neither UTF-8 nor"),
        ("Café".encode("latin-1"), "f:1: neither UTF-8 nor GB18030 nor Big5"),
        (b"x" * 30_000, "f:1: a line of 30000 characters is no text"),
        (b"x\n" * 5_000_000, "f: a file of 10 MB is no reading list"),
    ],
)
def test_what_is_no_text_is_an_error_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=f"^{message}"):
        decode(data, "f")
