"""Believable catalogues of any size, the same for the same size: `python -m bench.catalogue FOLDER PAPERS`.

Runs in a process of its own, so that what it needs of memory does not count for the processes measured after it.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from random import Random
from typing import Any

from i18nkit.model import Mark

LOCALES = ("zh-Hans", "zh-Hant", "en")
SHIPPED = Path(__file__).parent.parent / "content"
STOCK: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("stock.toml").read_text("utf-8"))

SETTINGS = """\
content = "content"

[locales.zh-Hans]
name = "简体中文"
converts-from = { "zh-Hant" = "tw2sp" }
fallback = ["zh-Hant", "en"]

[locales.zh-Hant]
name = "繁體中文"
converts-from = { "zh-Hans" = "s2twp" }
fallback = ["zh-Hans", "en"]

[locales.en]
name = "English"
fallback = ["zh-Hans", "zh-Hant"]
"""

MKDOCS = """\
site_name: Bench
site_url: https://example.org/
docs_dir: content
theme:
  name: material
plugins:
- i18nkit
"""

HOME = {
    "zh-Hans": "# 论文目录\n\n这里收录了生成的论文，只用来测量速度。\n",
    "zh-Hant": "# 論文目錄\n\n這裡收錄了產生的論文，只用來測量速度。\n",
    "en": "# Papers\n\nThese papers are generated, to measure speed with.\n",
}
LIST_TITLES = {"zh-Hans": "生成的阅读列表", "zh-Hant": "產生的閱讀列表", "en": "A generated reading list"}

# Pattern of a title, and the stocks its words come from, that of its last words first.
TITLES = (
    ("{short}: {} {} for {}", ("fields", "openings", "objects")),
    ("{} {} {}", ("turns", "verbs", "objects")),
    ("{short}: {} {} in {}", ("fields", "verbs", "qualities")),
    ("{} of {} {}", ("turns", "qualities", "objects")),
    ("{} Training and Its {} for {}", ("fields", "openings", "qualities")),
)
STRIDE = 3571  # a prime that divides no product of the stocks' sizes
NAME = ("openers", "middles", "closers")


@dataclass(frozen=True, slots=True)
class Paper:
    id: str
    short: str
    title: str
    year: int
    arxiv: str
    venue: str
    authors: tuple[str, ...]


def paper(number: int) -> Paper:
    """The same for the same number; every title, name and identifier is there once."""
    words, random = STOCK["words"], Random(f"paper {number}")
    pattern, parts = TITLES[number % len(TITLES)]
    named = "{short}" in pattern
    short = "".join(_combination(number // 2, [words[part] for part in NAME])) if named else ""
    last, *others = _combination(number // len(TITLES), [words[part] for part in parts])
    title = pattern.format(*others, last, short=short)
    year = 2013 + number % 12
    return Paper(
        id=short.lower() or f"{_slug(title)[:48].strip('-')}-{number}",
        short=short,
        title=title,
        year=year,
        arxiv=f"{year % 100:02}{1 + number // 12 % 12:02}.{number:05}",
        venue=f"{random.choice(words['venues'])} {year}",
        authors=tuple(
            f"{random.choice(words['given'])} {random.choice(words['family'])}"
            for _ in range(random.randint(2, 6))
        ),
    )


def _combination(number: int, stocks: Sequence[Sequence[str]]) -> list[str]:
    """One word of each stock, well mixed; no two numbers below the product of their sizes share all."""
    chosen = []
    number = number * STRIDE % prod(map(len, stocks))
    for stock in stocks:
        number, place = divmod(number, len(stock))
        chosen.append(stock[place])
    return chosen


def _slug(title: str) -> str:
    return re.sub("[^a-z0-9]+", "-", title.lower())


def notes(paper: Paper) -> Iterator[tuple[str, Mapping[str, str]]]:
    """A field and its text in each locale."""
    random = Random(f"notes {paper.id}")
    for field, stock in STOCK["sentences"].items():
        if field != "summary" and random.random() < 0.2:
            continue
        chosen = random.sample(stock, random.randint(1, 3))
        task, n = random.choice(STOCK["tasks"]), random.randint(2, 9)
        yield (
            field,
            {
                locale: (" " if locale == "en" else "").join(
                    sentence[locale].format(
                        name=paper.short or paper.title, id=paper.id, task=task[locale], n=n
                    )
                    for sentence in chosen
                )
                for locale in LOCALES
            },
        )


def make(root: Path, papers: int, *, synced: bool) -> None:
    """Not synced: as people hand it in, originals and English translations without stamps or conversions."""
    content = root / "content"
    for folder in ("", *LOCALES):
        for kind in ("papers", "lists"):
            (content / folder / kind).mkdir(parents=True)
    (root / "i18nkit.toml").write_text(SETTINGS, "utf-8")
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    for name in ("fields.yaml", "glossary.yaml"):
        shutil.copy(SHIPPED / name, content)
    for locale, text in HOME.items():
        (content / locale / "index.md").write_text(text, "utf-8")
    for number in range(papers):
        _write_paper(content, paper(number), synced)
    for n, share in enumerate((2, 5, 20)):
        _write_list(content, f"list-{n}", list(range(n, papers, share)))


def _write_paper(content: Path, paper: Paper, synced: bool) -> None:
    authors = ", ".join(paper.authors)
    short = f"short: {paper.short}\n" if paper.short else ""
    (content / "papers" / f"{paper.id}.yaml").write_text(
        f"title: {_quoted(paper.title)}\n{short}authors: [{authors}]\nyear: {paper.year}\n"
        f"venue: {paper.venue}\nids: {{arxiv: '{paper.arxiv}'}}\n",
        "utf-8",
    )
    random = Random(f"states {paper.id}")
    begins = "zh-Hant" if random.random() < 0.2 else "zh-Hans"
    texts: dict[str, dict[str, str]] = {locale: {} for locale in LOCALES}
    stamps: dict[str, dict[str, str]] = {locale: {} for locale in LOCALES}
    for field, by_locale in notes(paper):
        for locale, text in by_locale.items():
            if locale == "en" and random.random() < 0.15:
                continue
            if not synced and locale not in {begins, "en"}:
                continue
            texts[locale][field] = text
            if synced:
                stamps[locale][field] = _stamp(random, locale, text, begins, by_locale[begins])
    for locale in LOCALES:
        if texts[locale]:
            (content / locale / "papers" / f"{paper.id}.yaml").write_text(
                _text_file(texts[locale], stamps[locale]), "utf-8"
            )


def _stamp(random: Random, locale: str, text: str, begins: str, source: str) -> str:
    """Most stand as stamped; some are stale, some accepted, some corrected by hand."""
    if locale == begins:
        return f"{{by: {Mark.of('hand', text)}}}"
    stale = random.random() < 0.08
    made_from = Mark.of(begins, source + "旧" if stale else source)
    if locale == "en":
        return f"{{from: {made_from}, by: {Mark.of('hand', text)}}}"
    hand = random.choice(
        (
            f"by: {Mark.of('opencc', text)}",
            f"by: {Mark.of('opencc', text)}",
            f"by: {Mark.of('opencc', text)}, accepted: yes",
            f"by: {Mark.of('hand', text)}, over: {Mark.of('opencc', text + '的')}",
        )
    )
    return f"{{from: {made_from}, {hand}}}"


def _text_file(texts: Mapping[str, str], stamps: Mapping[str, str]) -> str:
    lines = [f"{field}: {_quoted(text)}\n" for field, text in texts.items()]
    if stamps:
        lines += ["\nstamps:\n", *(f"  {field}: {stamp}\n" for field, stamp in stamps.items())]
    return "".join(lines)


def _write_list(content: Path, id: str, numbers: list[int]) -> None:
    """Sections of thirty papers."""
    lines = [f"source: {{title: {id}, licence: CC BY 4.0}}\n", "sections:\n"]
    for n, start in enumerate(range(0, len(numbers), 30)):
        lines.append(f"- id: s{n + 1}\n  rows:\n")
        for place, number in enumerate(numbers[start : start + 30], start + 1):
            one = paper(number)
            lines.append(f"  - papers: [{one.id}]\n    no: [{place}]\n")
            lines.append(f"    printed: {{title: {_quoted(one.title)}, year: {one.year}}}\n")
    (content / "lists" / f"{id}.yaml").write_text("".join(lines), "utf-8")
    for locale, title in LIST_TITLES.items():
        (content / locale / "lists" / f"{id}.yaml").write_text(f"title: {title}\n", "utf-8")


def _quoted(text: str) -> str:
    """Bare where YAML allows it, else in quotes."""
    if ": " in text or " #" in text or text[0] in "[{`'\"&*!|>%@#-":
        return "'" + text.replace("'", "''") + "'"
    return text


def printed_list(papers: int, records: int) -> str:
    """A reading list in Markdown: half its records are among the first `papers`, half are new.

    Of the known ones, every other has its arXiv link; the rest are known by a title that is printed a little
    differently.
    """
    random = Random("printed list")
    known = random.sample(range(papers), records // 2)
    lines = ["# 生成的阅读列表", ""]
    for n, number in enumerate(
        one for pair in zip(known, range(papers, papers + records), strict=False) for one in pair
    ):
        if n % 25 == 0:
            lines += [f"## 第 {n // 25 + 1} 组", ""]
        one = paper(number)
        title = one.title if n % 4 < 2 else one.title.replace(" for ", " For The ").capitalize()
        link = f"[{title}](https://arxiv.org/abs/{one.arxiv})" if n % 4 in (0, 1) else title
        summary = next(iter(notes(one)))[1]["zh-Hans"]
        lines += [f"* {link} ({one.year})", f"    * 简介：{summary}", ""]
    return "\n".join(lines)


def long_prose(characters: int, number: int) -> str:
    """Paragraphs of simplified Chinese, as in a hand-written page, beginning with one paper's notes."""
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        text = "".join(by_locale["zh-Hans"] for _, by_locale in notes(paper(number)))
        paragraphs.append(text)
        length, number = length + len(text), number + 1
    return "\n\n".join(paragraphs)


def short_notes(papers: int) -> list[str]:
    return [by_locale["zh-Hans"] for number in range(papers) for _, by_locale in notes(paper(number))]


def write_texts(folder: Path) -> None:
    """What the conversion figure converts: `notes.json` and `prose.json`, each a list of texts."""
    for name, texts in (
        ("notes", short_notes(800)),
        ("prose", [long_prose(100_000, 0), long_prose(100_000, 500)]),
    ):
        (folder / f"{name}.json").write_text(json.dumps(texts, ensure_ascii=False), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.catalogue")
    parser.add_argument("to", type=Path, help="a folder, or for --list a file")
    parser.add_argument("papers", type=int, nargs="?", default=0)
    parser.add_argument("--unsynced", action="store_true", help="a catalogue without stamps and conversions")
    parser.add_argument(
        "--list", type=int, metavar="RECORDS", help="a reading list that names some of the papers"
    )
    parser.add_argument("--texts", action="store_true", help="texts to convert")
    asked = parser.parse_args()
    if asked.list:
        asked.to.write_text(printed_list(asked.papers, asked.list), "utf-8")
    elif asked.texts:
        write_texts(asked.to)
    else:
        make(asked.to, asked.papers, synced=not asked.unsynced)


if __name__ == "__main__":
    main()
