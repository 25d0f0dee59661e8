"""The converters of a catalogue: one for each route between two of its locales, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from i18nkit.conversion import FIELDS, Converter
from i18nkit.model import OPENCC, Catalogue, Locale, Term, Unit


class Route(NamedTuple):
    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source} -> {self.target}"


class Routes:
    """Remembers what it has converted: the same text is asked for by more than one question."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._locales = catalogue.locales
        self._glossary = catalogue.glossary
        self._converters: dict[Route, Converter] = {}
        self._converted: dict[tuple[Route, str], str] = {}

    def leads(self, route: Route) -> bool:
        target = self._locales.get(route.target)
        return target is not None and route.source in target.converts_from

    def convert(self, route: Route, text: str) -> str:
        """`route` must lead somewhere."""
        key = route, text
        if key not in self._converted:
            self._converted[key] = self.converter(route).convert(text)
        return self._converted[key]

    def fingerprint(self, route: Route) -> Mapping[str, str]:
        """Of everything that decides how a text comes out: part -> version or digest."""
        return self.converter(route).fingerprint

    def converter(self, route: Route) -> Converter:
        if route not in self._converters:
            self._converters[route] = converter(self._glossary, route.source, self._locales[route.target])
        return self._converters[route]


def changed_routes(catalogue: Catalogue, routes: Routes) -> Mapping[Route, Sequence[str]]:
    """The routes by which texts here were made, and whose converter is not as recorded -> the parts that differ."""
    used = {
        route_of(unit) for unit in catalogue.units.values() if unit.stamp and unit.stamp.by.owner == OPENCC
    }
    changed = {}
    for route in sorted(route for route in used if routes.leads(route)):
        was, now = catalogue.conversion.routes.get(route, {}), routes.fingerprint(route)
        if was != now:
            names = dict.fromkeys((*was, *now)) if was else ()
            changed[route] = [name for name in names if was.get(name) != now.get(name)]
    return changed


def route_of(unit: Unit) -> Route:
    source = unit.stamp.source.owner if unit.stamp and unit.stamp.source else ""
    return Route(source, unit.address.locale)


def converter(glossary: Sequence[Term], source: str, target: Locale) -> Converter:
    """The conversion into `target` with the catalogue's glossary in front; rows for this way only go before others.
    `target` must have a route from `source`."""
    first: dict[str, str] = {}
    for term in sorted(glossary, key=lambda term: not term.only):
        if term.leads(source, target.tag):
            first.setdefault(term.texts[source], term.texts[target.tag])
    keep = sorted({term.keep for term in glossary if term.keep})
    # Sorted, so that rows may be moved about without being taken for others.
    layers = FIELDS if target.layers is None else target.layers
    return Converter(target.converts_from[source], sorted(first.items()), keep, layers)
