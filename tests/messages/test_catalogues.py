"""What the tool says is collected, translated and compiled: `make messages` does it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from i18nkit.errors import say
from i18nkit.messages import CATALOGUES, LANGUAGES, best_language, speaker, wanted_language
from i18nkit.text.script import simplified_only, traditional_only

PACKAGE = Path(CATALOGUES).parents[1]
LOCALES = ("zh_Hans", "zh_Hant")


def catalogue(locale: str) -> Catalog:
    with (Path(CATALOGUES) / locale / "LC_MESSAGES" / "i18nkit.po").open("rb") as file:
        return read_po(file, locale)


def template() -> Catalog:
    with (Path(CATALOGUES) / "i18nkit.pot").open("rb") as file:
        return read_po(file)


def said_in_source() -> set[str]:
    """The first argument of every `say(…)`, which must be a literal."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                first = node.args[0]
                assert isinstance(first, ast.Constant), f"{path}:{node.lineno}: no literal"
                found.add(first.value)
    return found


def forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def said_by(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {forms(message.id): forms(message.string) for message in catalogue if message.id}


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_of_the_sources_is_collected() -> None:
    clicks = {
        tuple(line.split("\t")) for line in (PACKAGE / "messages/click.tsv").read_text("utf-8").splitlines()
    }
    collected = {forms(message.id) for message in template() if message.id}
    assert collected == clicks | {(text,) for text in said_in_source()}, "run `make messages`"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_is_translated(locale: str) -> None:
    wanted = {forms(message.id) for message in template()}
    there = {forms(message.id): message for message in catalogue(locale)}
    assert set(there) == wanted, "run `make messages`"
    assert [id for id, message in there.items() if not all(forms(message.string))] == []
    assert [id for id, message in there.items() if message.fuzzy and any(id)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_placeholders_agree(locale: str) -> None:
    for message in catalogue(locale):
        if not message.id:
            continue
        for said in forms(message.string):
            assert names(said) == names(forms(message.id)[-1]), message.id


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalogue_is_fresh(locale: str) -> None:
    with (Path(CATALOGUES) / locale / "LC_MESSAGES" / "i18nkit.mo").open("rb") as file:
        compiled = read_mo(file)
    assert said_by(compiled) == said_by(catalogue(locale)), "run `make messages`"


@pytest.mark.parametrize(("locale", "foreign"), [("zh_Hans", traditional_only), ("zh_Hant", simplified_only)])
def test_each_is_in_its_own_script(locale: str, foreign: object) -> None:
    assert callable(foreign)
    said = "".join(text for message in catalogue(locale) if message.id for text in forms(message.string))
    assert foreign(said) == ""
    assert ("“" in said) == (locale == "zh_Hans")
    assert ("「" in said) == (locale == "zh_Hant")


def test_no_sentence_has_braces_that_are_no_placeholder() -> None:
    """`{{` would be shown as it stands where a message has no values."""
    assert [text for text in said_in_source() if "{{" in text] == []


def test_a_message_is_said_in_the_language_asked_for() -> None:
    message = say("no paper has the id {id}", id="bert")
    assert [speaker(language)(message) for language in LANGUAGES] == [
        "no paper has the id bert",
        "没有 id 为 bert 的论文",
        "沒有 id 為 bert 的論文",
    ]


def test_messages_within_messages_are_said_too() -> None:
    why = say("the title is the same")
    assert speaker("zh-Hans")(say("perhaps {paper}: {how}", paper="bert", how=why)) == "可能是 bert：标题相同"


def test_what_nobody_translated_stays_english() -> None:
    assert speaker("zh-Hant")("bert") == "bert"
    assert speaker("fr")(say("year")) == "year"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_HK"}, "zh-Hant"),
        ({"LANGUAGE": "zh_Hant:en", "LC_ALL": "en_GB"}, "zh-Hant"),
        ({"LC_MESSAGES": "de_DE", "LANG": "zh_CN"}, "en"),
    ],
)
def test_the_environment_chooses(environment: dict[str, str], language: str) -> None:
    assert wanted_language(environment) == language


def test_the_nearest_language_serves() -> None:
    assert [best_language(tag) for tag in ("zh", "zh-SG", "zh-Hant-HK", "zh-MO", "pt-BR")] == [
        "zh-Hans",
        "zh-Hans",
        "zh-Hant",
        "zh-Hant",
        "en",
    ]
