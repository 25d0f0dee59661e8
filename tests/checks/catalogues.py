"""Small catalogues for the rules to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from i18nkit.checks import Case
from i18nkit.model import Address, Catalogue, Field, Locale, Mark, Paper, Stamp, Term, Unit

LOCALES = {
    "zh-Hans": Locale("zh-Hans", "简体中文", {"zh-Hant": "tw2sp"}, ("zh-Hant", "en")),
    "zh-Hant": Locale("zh-Hant", "繁體中文", {"zh-Hans": "s2twp"}, ("zh-Hans", "en")),
    "en": Locale("en", "English", {}, ("zh-Hans", "zh-Hant")),
}
FIELDS = {"summary": Field("summary")}


def paper(id: str = "bert", **facts: object) -> Paper:
    known: dict[str, object] = {
        "title": "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
        "short": "BERT",
        "authors": ("Jacob Devlin",),
        "year": 2018,
        "ids": {"arxiv": "1810.04805"},
        "file": f"content/papers/{id}.yaml",
    }
    return Paper(id, **{**known, **facts})  # type: ignore[arg-type]


def place(locale: str | None, owner: str) -> str:
    suffix = ".yaml" if locale is None or owner.startswith(("papers/", "lists/")) else ".md"
    return "/".join(part for part in ("content", locale, owner + suffix) if part)


def unit(address: str, text: str, stamp: Stamp | None = None, line: int = 1) -> Unit:
    parsed = Address.parse(address)
    assert parsed
    return Unit(parsed, text, stamp, place(parsed.locale, parsed.owner), line)


def original(address: str, text: str, **stamp: object) -> Unit:
    return unit(address, text, Stamp(Mark.of("hand", text), **stamp))  # type: ignore[arg-type]


def made_from(source: Unit, locale: str, text: str, by: str = "hand", **stamp: object) -> Unit:
    mark = Mark.of(source.address.locale, source.text)
    return unit(
        str(source.address.within(locale)),
        text,
        Stamp(Mark.of(by, text), mark, **stamp),  # type: ignore[arg-type]
    )


def catalogue(units: Iterable[Unit] = (), **more: object) -> Catalogue:
    known: dict[str, object] = {"papers": {"bert": paper()}, "fields": FIELDS}
    return Catalogue(LOCALES, units={unit.address: unit for unit in units}, **{**known, **more})  # type: ignore[arg-type]


def case(units: Iterable[Unit] = (), **more: object) -> Case:
    return Case(catalogue(units, **more), {}, place, lambda catalogue, address: None)


def terms(rows: Iterable[Mapping[str, str]]) -> tuple[Term, ...]:
    return tuple(
        Term(keep=row["keep"])
        if "keep" in row
        else Term({tag: said for tag, said in row.items() if tag != "only"}, only=row.get("only", ""))
        for row in rows
    )
