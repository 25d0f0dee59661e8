"""The site built or served by our own command: the same as `mkdocs build --strict` and `mkdocs serve`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from i18nkit.config import Settings
from i18nkit.errors import Faults, I18nKitError, say

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# Material tells on stderr, at each build, about a version of MkDocs that this project does not use.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_site(settings: Settings, *, strict: bool = True, site_dir: Path | None = None) -> Path:
    """Where the site lies. Raises what reading the catalogue raises, and I18nKitError where MkDocs gives up."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    config = _configuration(settings, strict, site_dir)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except MkDocsException as error:
        raise _cause(error) from error
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def serve(settings: Settings, address: str = "127.0.0.1:8000") -> None:
    """Until interrupted. A catalogue that cannot be read any more is told of and the last good site stays."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import MkDocsException

    _must_have(settings)
    try:
        mkdocs_serve(str(settings.mkdocs_yml), dev_addr=address)
    except MkDocsException as error:
        raise _cause(error) from error


def _configuration(settings: Settings, strict: bool, site_dir: Path | None) -> MkDocsConfig:
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    _must_have(settings)
    chosen = {"site_dir": str(site_dir)} if site_dir else {}
    try:
        return load_config(str(settings.mkdocs_yml), strict=strict, **chosen)
    except MkDocsException as error:
        raise _cause(error) from error


def _must_have(settings: Settings) -> None:
    if not settings.mkdocs_yml.is_file():
        raise I18nKitError(
            say("{file} is not there", file=settings.shown(settings.mkdocs_yml)),
            remedy=say("`i18nkit init` in an empty folder makes one that works"),
        )


def _cause(error: BaseException) -> Exception:
    """MkDocs aborts in words of its own: our error is what it was handling then."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, (I18nKitError, Faults)):
            return found
        found = found.__cause__ or found.__context__
    return I18nKitError(say("the site was not built: {why}", why=str(error)))
