"""`python -m bench.corrections`: what people would still have to correct in the shipped catalogue's conversions.

The converter as it is now, over every source that was converted, against the text that stands today.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from bench.conversion_quality import han
from i18nkit.config import find_settings
from i18nkit.flows.routes import converter
from i18nkit.model import Catalogue
from i18nkit.store import read_catalogue

WAYS = (("zh-Hans", "zh-Hant"), ("zh-Hant", "zh-Hans"))


def main() -> None:
    settings = find_settings(Path(__file__).parents[1])
    catalogue = read_catalogue(settings)
    for source, target in WAYS:
        convert = converter(catalogue.glossary, source, settings.locales[target]).convert
        pairs = [(han(convert(text)), han(final)) for text, final in converted(catalogue, source, target)]
        wrong = sum(Levenshtein.distance(made, final) for made, final in pairs)
        characters = sum(len(final) for _, final in pairs)
        same = sum(made == final for made, final in pairs)
        print(
            f"{source} -> {target}: {wrong / characters * 1000:.2f} Han characters in 1,000 to correct"
            f" ({len(pairs)} texts, {characters:,} characters, {same} texts as converted)"
        )


def converted(catalogue: Catalogue, source: str, target: str) -> Iterator[tuple[str, str]]:
    """Source and text, where a machine made the text, or made what a person then corrected."""
    for unit in catalogue.units.values():
        stamp = unit.stamp
        if unit.address.locale != target or not stamp or not stamp.source or stamp.source.owner != source:
            continue
        original = catalogue.units.get(unit.address.within(source))
        if original and (stamp.by_machine or stamp.over):
            yield original.text, unit.text


if __name__ == "__main__":
    main()
