"""MkDocs' events turned into calls, our errors into PluginErrors. Everything else is elsewhere.

mkdocs-static-i18n builds once per locale on one configuration, so each event here fires once per locale. It gets to
see only the theme's files: ours stand under their locale's prefix from the start, its default locale's too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from i18nkit.config import Settings, read_settings
from i18nkit.errors import Faults, I18nKitError, say
from i18nkit.messages import speaker
from i18nkit.site.chrome import words
from i18nkit.site.defaults import lay_defaults
from i18nkit.site.doors import with_slash, write_doors
from i18nkit.site.holders import with_holders, without_holders
from i18nkit.site.locales import locales_plugin, material_language
from i18nkit.site.page import Page
from i18nkit.site.publication import Publication
from i18nkit.site.search import index_site

HERE = Path(__file__).parent

log = get_plugin_logger(__name__)


class I18nKitPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Has no settings of its own: they are those of the catalogue."""

    publication: Publication
    env: Environment
    site_name = ""
    i18n: Any = None

    @property
    def locale(self) -> str:
        return str(self.i18n.current_language)

    @event_priority(100)
    def _load(self, config: MkDocsConfig) -> MkDocsConfig:
        if self.i18n is not None and self.i18n.building:
            return config
        try:
            self.publication = Publication.load(_settings(config))
        except (I18nKitError, Faults) as error:
            raise PluginError(_told(error)) from error
        self.site_name = config.site_name
        lay_defaults(config, HERE / "overrides", self.publication.settings)
        if not config.site_url:
            log.info(
                "site_url is not set: pages get no canonical address and no hreflang, the site no sitemap"
            )
        self.i18n = locales_plugin(self.publication, config)
        config.plugins["i18n"] = self.i18n
        return config

    @event_priority(-150)  # after static-i18n has turned to its next locale
    def _speak(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme["language"] = material_language(self.locale, config.theme.dirs)
        config.extra["locale"] = self.locale
        return config

    on_config = CombinedEvent(_load, _speak)

    @event_priority(100)
    def _set_aside(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Of the catalogue's folder only pictures and the like are files of the site: pages come rendered."""
        ours = [file for file in files if _is_ours(file, config)]
        self.assets = [file for file in ours if not file.src_uri.endswith((".yaml", ".yml", ".md"))]
        if self.i18n.building:  # the first locale's build has copied them
            return Files([])
        return Files(file for file in files if not _is_ours(file, config) and file.src_uri != "sitemap.xml")

    @event_priority(-150)
    def _add(self, files: Files, *, config: MkDocsConfig) -> Files:
        own = () if self.i18n.building else _package_assets(config)
        for file in (*self.assets, *own, *self._pages(config)):
            files.append(file)
        return files

    on_files = CombinedEvent(_set_aside, _add)

    def _pages(self, config: MkDocsConfig) -> Iterator[File]:
        in_nav = {uri for item in self.publication.nav(self.locale) for uri in item.values()}
        for path, page in self.publication.pages[self.locale].items():
            uri = f"{self.locale}/{path}.md"
            inclusion = InclusionLevel.INCLUDED if uri in in_nav else InclusionLevel.NOT_IN_NAV
            yield File.generated(config, uri, content=with_holders(page), inclusion=inclusion)

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> None:
        ours = self.publication.pages[self.locale][self._path(page)]
        page.meta.update(
            self._front_matter(ours) | {"title": ours.title, "kind": str(ours.kind), "edit": ours.edit}
        )

    def _front_matter(self, page: Page) -> dict[str, Any]:
        """What a page that people wrote says to MkDocs and to the theme, such as `hide`."""
        if not page.file:
            return {}
        text = (self.publication.settings.root / page.file).read_text("utf-8-sig")
        return {key: value for key, value in get_data(text)[1].items() if key != "stamps"}

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        return without_holders(html, self.publication.pages[self.locale][self._path(page)])

    @event_priority(-150)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        if not self.i18n.building:
            self.env = env  # later locales find its templates compiled
        self.env.globals["ik"] = words(speaker(self.locale))
        return self.env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        path = self._path(page)
        head = self.publication.head(self.locale, path, with_slash(config.site_url or ""))
        context["head"] = head  # type: ignore[typeddict-unknown-key]
        config.extra["alternate"] = self.publication.switcher(path)
        return context

    def _path(self, page: MkDocsPage) -> str:
        return page.file.src_uri.removeprefix(f"{self.locale}/").removesuffix(".md")

    @event_priority(-200)  # static-i18n builds the other locales at -100
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.i18n.building:
            return
        site_dir = Path(config.site_dir)
        write_doors(self.publication, site_dir, self.env, config.site_url or "", self.site_name)
        try:
            index_site(site_dir, self.publication.catalogue)
        except I18nKitError as error:
            raise PluginError(_told(error)) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        settings = self.publication.settings
        server.watch(str(settings.root / settings.file))

        def build_or_keep() -> None:
            """Without this, MkDocs answers no request until the catalogue can be read again."""
            try:
                builder()
            except Abort:
                log.error("The site stays as it was until this is mended.")

        server.builder = build_or_keep
        return server


def _settings(config: MkDocsConfig) -> Settings:
    folder = Path(config.config_file_path).parent.resolve()
    settings = read_settings(folder)
    if settings is None:
        raise I18nKitError(
            say("{folder} has neither i18nkit.toml nor [tool.i18nkit] in pyproject.toml", folder=str(folder))
        )
    if Path(config.docs_dir).resolve() != settings.content.resolve():
        content = settings.shown(settings.content)
        raise I18nKitError(
            say("mkdocs.yml must say `docs_dir: {content}`, as the settings do", content=content)
        )
    if not config.use_directory_urls:
        raise I18nKitError(say("mkdocs.yml must leave use_directory_urls true: pages link by folder"))
    return settings


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir)


def _package_assets(config: MkDocsConfig) -> Iterator[File]:
    for path in sorted((HERE / "assets").rglob("*")):
        if path.is_file():
            uri = path.relative_to(HERE).as_posix()
            yield File(uri, str(HERE), config.site_dir, config.use_directory_urls)


def _told(error: I18nKitError | Faults) -> str:
    faults = error.exceptions if isinstance(error, Faults) else (error,)
    remedies = (getattr(fault, "remedy", None) for fault in faults)
    return "\n".join(
        f"{fault} ({remedy})" if remedy else str(fault)
        for fault, remedy in zip(faults, remedies, strict=True)
    )
