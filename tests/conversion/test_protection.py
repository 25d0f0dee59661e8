from __future__ import annotations

import pytest

from i18nkit.conversion import Converter

TO_TRADITIONAL = Converter("s2twp")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '原文是<span translate="no">软件网络</span>，软件。',
            '原文是<span translate="no">软件网络</span>，軟體。',
        ),
        ("<q translate=no>软件，<b>网络</b></q>与软件。", "<q translate=no>软件，<b>网络</b></q>與軟體。"),
        ('<i lang="zh-Hans">软件</i>与软件。', '<i lang="zh-Hans">软件</i>與軟體。'),
        ('`<i translate="no">`软件</i>', '`<i translate="no">`軟體</i>'),
        ("<b>软件</b>", "<b>軟體</b>"),
        ("---\n标题: 软件\n---\n软件: 网络\n", "---\n标题: 軟體\n---\n軟體: 網路\n"),
        ("写信给 a@软件.example.org 或 a@b.org。", "寫信給 a@軟體.example.org 或 a@b.org。"),
    ],
)
def test_what_authors_mark_and_what_is_no_prose_stays(text: str, expected: str) -> None:
    assert TO_TRADITIONAL.convert(text) == expected
    assert TO_TRADITIONAL.convert(expected) == expected
