"""Numbers, weeks and names of languages, as a locale writes them (CLDR, through Babel)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from i18nkit.text.spacing import space_out

_WEEK = "duration-week"
_LENGTHS: Final = ("long", "short")


@dataclass(frozen=True, slots=True)
class Words:
    locale: Locale

    @classmethod
    def of(cls, tag: str) -> Words:
        return cls(_cldr(tag) or Locale("en"))

    def number(self, value: int) -> str:
        return format_decimal(value, locale=self.locale)

    def share(self, part: int, whole: int) -> str:
        """In whole per cent; neither nothing nor everything is ever said of a part: `<1%`, `>99%`."""
        percent = round(100 * part / whole)
        said = format_percent(min(max(percent, 1), 99) / 100, locale=self.locale)
        if 0 < part < whole:
            return f"<{said}" if percent < 1 else f">{said}" if percent > 99 else said
        return format_percent(part // whole, locale=self.locale)

    def weeks(self, fewest: int, most: int) -> str:
        """`2 weeks`, `1–2 周`. CLDR's Chinese has no long form and no space before Han: the house's rule adds it."""
        forms = (format_unit(most, _WEEK, length, locale=self.locale) for length in _LENGTHS)
        said = next((form for form in forms if _WEEK not in form), f"{most} w")
        if fewest != most:
            said = said.replace(self.number(most), f"{self.number(fewest)}–{self.number(most)}")
        return space_out(said)

    def language(self, tag: str) -> str:
        """The name of the language `tag`, said in this one."""
        other = _cldr(tag)
        if other is None:
            return tag
        name = self.locale.languages.get(tag.replace("-", "_"))
        return name or other.get_display_name(self.locale) or tag


@cache
def _cldr(tag: str) -> Locale | None:
    """CLDR's data for a BCP 47 tag: those of its longest beginning that has any."""
    while tag:
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            tag = tag.rpartition("-")[0]
    return None
