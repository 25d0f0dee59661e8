"""What mkdocs.yml need not say: the theme, its templates, scripts and styles, Markdown's extensions."""

from __future__ import annotations

import tomllib
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from i18nkit.config import Settings

_FILE = Path(__file__).with_name("defaults.toml")


def lay_defaults(config: MkDocsConfig, templates: Path, settings: Settings) -> None:
    """What mkdocs.yml adds comes after these."""
    defaults = tomllib.loads(_FILE.read_text("utf-8"))
    theme = config.theme
    theme["font"] = False  # Material would fetch it from another host
    # After the catalogue's own templates, where it has any, and before the theme's.
    theme.dirs.insert(1 if theme.custom_dir else 0, str(templates))
    theme.static_templates -= {"404.html", "sitemap.xml"}
    known = {str(extension) for extension in config.markdown_extensions}
    config.markdown_extensions.extend(name for name in defaults["markdown_extensions"] if name not in known)
    config.extra_css[:0] = defaults["extra_css"]
    config.extra_javascript[:0] = [_script(path) for path in defaults["extra_javascript"]]
    config.extra.setdefault("generator", False)
    config.repo_url = config.repo_url or settings.repo_url or None


def _script(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script
