from __future__ import annotations

import json

from tests.cli.conftest import Cli

TEXT = "第一行。\n“函数”在线程里，长的头发。\n"


def test_a_table_has_a_line_for_every_change(cli: Cli) -> None:
    ran = cli("convert", "--to", "zh-Hant", "--explain", stdin=TEXT.encode())
    rows = [line.split() for line in ran.out.splitlines()[1:]]
    assert ["2", "函数", "函式", "programming", "函数", "函數"] in rows
    assert ["2", "“", "「", "quotes", "“"] in rows
    assert ran.code == 0


def test_json_has_the_places_on_both_sides(cli: Cli) -> None:
    told = json.loads(
        cli("convert", "--to", "zh-Hant", "--explain", "--format", "json", stdin=TEXT.encode()).out
    )
    converted = cli("convert", "--to", "zh-Hant", stdin=TEXT.encode()).out
    for step in told["steps"]:
        source, result = step["source"], step["result"]
        assert TEXT[source["start"] : source["end"]] == source["text"]
        assert converted[result["start"] : result["end"]] == result["text"]


def test_a_form_without_an_explanation_is_an_error(cli: Cli) -> None:
    assert cli("convert", "--to", "zh-Hant", "--format", "json", stdin=b"").code == 2
