"""One strict build of the toy catalogue, shared by every test that only looks; a server for it; a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright

from i18nkit.site.build import build_site
from tests.site.toy import SITE_URL, TOY, make

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(make(tmp_path_factory.mktemp("toy"), TOY))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def toy_url(toy_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The toy site behind the path that its `site_url` names."""
    path = urlsplit(SITE_URL).path
    top = tmp_path_factory.mktemp("served")
    (top / path.strip("/")).symlink_to(toy_site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(top)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{path}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A missing browser is an error: `make test` installs one."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
