"""The site built or served by our own command: the same as `mkdocs build --strict` and `mkdocs serve`."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from i18nkit.config import Settings
from i18nkit.errors import Faults, I18nKitError, say

# Material tells on stderr, at each build, about a version of MkDocs that this project does not use.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_site(settings: Settings, *, strict: bool = True, site_dir: Path | None = None) -> Path:
    """Where the site lies. Raises what reading the catalogue raises, and I18nKitError where MkDocs gives up: if
    `strict`, at the first warning."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    chosen = {"site_dir": str(site_dir)} if site_dir else {}
    with _listening(settings):
        config = load_config(str(settings.mkdocs_yml), strict=strict, **chosen)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return Path(config.site_dir)


def serve(settings: Settings, address: str = "127.0.0.1:8000") -> None:
    """Until interrupted. A catalogue that cannot be read any more is told of, and the last good site stays."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    talk = logging.StreamHandler()
    talk.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("mkdocs").addHandler(talk)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    with _listening(settings):
        mkdocs_serve(str(settings.mkdocs_yml), dev_addr=address)


class _Heard(logging.Handler):
    """What MkDocs logs before it aborts without saying why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _listening(settings: Settings) -> Iterator[None]:
    from mkdocs.exceptions import MkDocsException

    if not settings.mkdocs_yml.is_file():
        raise I18nKitError(
            say("{file} is not there", file=settings.shown(settings.mkdocs_yml)),
            remedy=say("`i18nkit init` in an empty folder makes one that works"),
        )
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        yield
    except MkDocsException as error:
        raise _cause(error, heard.messages) from error
    finally:
        logger.removeHandler(heard)


def _cause(error: BaseException, heard: list[str]) -> Exception:
    """Our own error where there is one: MkDocs was handling it when it aborted."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, (I18nKitError, Faults)):
            return found
        found = found.__cause__ or found.__context__
    return I18nKitError(say("the site was not built: {why}", why="\n".join(heard) or str(error)))
