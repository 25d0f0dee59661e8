"""What stands outside the locales: the root page, the page for addresses that lead nowhere, the sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from i18nkit.errors import say
from i18nkit.messages import speaker
from i18nkit.site.publication import Publication, place

_SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_doors(
    publication: Publication, site_dir: Path, environment: Environment, site_url: str, name: str
) -> None:
    """`site_url` may be empty: then there is no sitemap, whose addresses must be absolute."""
    base = with_slash(site_url)
    locales = [
        {"tag": tag, "name": locale.name, "site": publication.site_name(tag) or name, **_words(tag)}
        for tag, locale in publication.settings.locales.items()
    ]
    values = {
        "locales": locales,
        "elsewhere": publication.elsewhere,
        "base": base,
        "path": urlsplit(base).path or "/",
    }
    for page in ("index.html", "404.html"):
        template = environment.get_template("root.html" if page == "index.html" else "nowhere.html")
        (site_dir / page).write_text(template.render(values), "utf-8")
    if base:
        (site_dir / "sitemap.xml").write_text("".join(_sitemap(publication, base)), "utf-8")


def with_slash(url: str) -> str:
    return url.rstrip("/") + "/" if url else ""


def _words(tag: str) -> dict[str, str]:
    speak = speaker(tag)
    return {
        "lost": speak(say("There is no such page")),
        "why": speak(say("The address may be mistyped, or the page was moved.")),
        "home": speak(say("To the home page")),
    }


def _sitemap(publication: Publication, base: str) -> Iterator[str]:
    """Pages in borrowed words are left out."""
    yield _SITEMAP
    for path, tags in publication.translations.items():
        for tag in tags:
            yield f"<url><loc>{escape(base + place(tag, path))}</loc>"
            for lang, address in publication.alternates(tag, path, base):
                yield f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(address)}"/>'
            yield "</url>\n"
    yield "</urlset>\n"
