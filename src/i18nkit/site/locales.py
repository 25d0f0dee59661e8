"""One build per locale: mkdocs-static-i18n and Material, told what our settings say."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs_static_i18n.plugin import I18n

from i18nkit.site.publication import Publication


def locales_plugin(publication: Publication, config: MkDocsConfig) -> Any:
    """Made here and not in mkdocs.yml, so that a locale is added in one place."""
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)
    languages = [
        {
            "locale": tag,
            "name": locale.name,
            "default": number == 0,
            "site_name": publication.site_name(tag) or config.site_name,
            "nav": publication.nav(tag),
        }
        for number, (tag, locale) in enumerate(publication.settings.locales.items())
    ]
    plugin = I18n()
    failed, _ = plugin.load_config(
        {
            "docs_structure": "folder",
            "fallback_to_default": False,
            "reconfigure_material": False,
            "languages": languages,
        },
        config_file_path=config.config_file_path,
    )
    if failed:
        raise PluginError("; ".join(f"mkdocs-static-i18n, {key}: {why}" for key, why in failed))
    return plugin


def material_language(tag: str, folders: list[str]) -> str:
    """The translation of Material's own words that serves a locale best: its own file, else that of the longest
    beginning of its tag, else English."""
    beginning = tag
    while beginning:
        if any(Path(folder, "partials/languages", f"{beginning}.html").is_file() for folder in folders):
            return beginning
        beginning = beginning.rpartition("-")[0]
    return "en"
