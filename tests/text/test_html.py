from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.text.html import to_html

HARMLESS = {
    "a", "blockquote", "br", "code", "em", "hr", "img", "li", "ol", "p", "pre", "strong", "ul",
    "table", "thead", "tbody", "tr", "th", "td", "math",
}  # fmt: skip
ATTRIBUTES = {"href", "src", "alt", "title", "class", "start", "style"}


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def math(tex: str, display: bool) -> str:
    return f"<math>{len(tex)}</math>"


@pytest.mark.parametrize(
    "note",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick='x'>b</b>",
        "<div>\n\n*x*\n\n</div>",
        "<!-- --><svg onload=x>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](\x01javascript:alert(1))",
        "[x](vbscript:x) [y](data:text/html,x) [z](file:///etc/passwd)",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,x)",
        "![x](https://far.example/x.png)",
        "![x](//far.example/x.png)",
        "![x](\\\\far.example/x.png)",
        "text {: onclick=alert(1) }",
        '!!! note "x"\n    <script>',
        "`<script>` and ```\n<script>\n```",
    ],
)
def test_nothing_in_a_note_can_do_harm(note: str) -> None:
    for tag, attributes in Tags(to_html(note, math)).found:
        assert tag in HARMLESS
        assert attributes.keys() <= ATTRIBUTES
        assert re.match(r"(?:https?:|mailto:|[^:]*$)", attributes.get("href") or "")
        assert not re.match(r"[a-z]+:|//|\\", attributes.get("src") or "", re.I)


@given(st.text("<>/ab'\"=&;#[]()!`*_{}:\\ \n\t$scriptjav"))
def test_no_text_makes_a_tag_of_its_own(note: str) -> None:
    for tag, attributes in Tags(to_html(note, math)).found:
        assert tag in HARMLESS
        assert attributes.keys() <= ATTRIBUTES


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("一句话。", "<p>一句话。</p>\n"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>\n"),
        ("**注意力**机制", "<p><strong>注意力</strong>机制</p>\n"),
        ("$a_1$ 与 $b_1$", "<p><math>3</math> 与 <math>3</math></p>\n"),
        ("`$a$`", "<p><code>$a$</code></p>\n"),
        ("\ue0000\ue001 $x$", "<p>0 <math>1</math></p>\n"),
        ("# 大标题", '<p class="ik-subhead">大标题</p>\n'),
        ("[GPT-3](gpt-3.md)", '<p><a href="to:gpt-3.md">GPT-3</a></p>\n'),
        ("[x](https://a.example/x.md)", '<p><a href="https://a.example/x.md">x</a></p>\n'),
        ("[x](#there)", '<p><a href="#there">x</a></p>\n'),
    ],
)
def test_notes_as_html(note: str, expected: str) -> None:
    assert to_html(note, math, lambda address: f"to:{address}") == expected
