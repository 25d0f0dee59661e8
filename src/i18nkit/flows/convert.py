"""Convert a text that is no part of the catalogue, by the catalogue's own terms and routes where there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.conversion import Converter, Step, usual_profile
from i18nkit.errors import I18nKitError, say
from i18nkit.flows.routes import converter
from i18nkit.model import Locale

USUAL = ("zh-Hans", "zh-Hant")


def convert(text: str, *, to: str, source: str | None = None, settings: Settings | None = None) -> str:
    """Without `source` the first route to `to` is taken; without `settings` there are zh-Hans and zh-Hant.

    Raises I18nKitError where no route leads there.
    """
    return _converter(to, source, settings).convert(text)


def explain(
    text: str, *, to: str, source: str | None = None, settings: Settings | None = None
) -> Sequence[Step]:
    """What `convert` changes, place by place, and what did it."""
    return _converter(to, source, settings).explain(text)


def _converter(to: str, source: str | None, settings: Settings | None) -> Converter:
    locales = settings.locales if settings else _usual_locales()
    target = locales.get(to)
    routes = target.converts_from if target else {}
    source = source or next(iter(routes), None)
    if target is None or source is None or source not in routes:
        ways = ", ".join(f"{tag} -> {there.tag}" for there in locales.values() for tag in there.converts_from)
        raise I18nKitError(
            say("nothing converts {source} to {target}", source=source or "", target=to)
            if source
            else say("nothing converts to {target}", target=to),
            remedy=say("known routes: {names}", names=ways or "-"),
        )
    glossary = store.read_glossary(settings) if settings else ()
    return converter(glossary, source, target)


def _usual_locales() -> Mapping[str, Locale]:
    hans, hant = (Locale(tag, tag) for tag in USUAL)
    pairs = ((hans, hant), (hant, hans))
    return {
        to.tag: Locale(to.tag, to.tag, {source.tag: usual_profile(source.script, to.script) or ""})
        for source, to in pairs
    }
