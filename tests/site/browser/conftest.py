"""Strict builds served on this machine, and a real browser to open them in."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from i18nkit.config import read_settings
from i18nkit.flows.sync import sync
from i18nkit.site.build import build_site
from tests.site.browser.small import SMALL
from tests.site.conftest import Quiet
from tests.site.toy import make

REPOSITORY = Path(__file__).parents[3]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = """\
no Chromium for the browser tests: none of {names} is on the PATH, and Playwright has none of its own.
Install one with `apt-get install chromium`, or with `python -m playwright install chromium`."""
# No name is resolved: whoever asks another host is heard and gets nothing.
ALONE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass
class Visit:
    """A page with what went on behind it. `foreign` are addresses asked of any other host."""

    page: Page
    base: str
    asked: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        started = playwright.chromium.launch(executable_path=found, args=ALONE)
    except Error as error:
        if found:
            raise
        pytest.fail(
            f"{MISSING.format(names=', '.join(BROWSERS))}\n({error.message.splitlines()[0]})", pytrace=False
        )
    yield started
    started.close()


def _serve(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A catalogue whose every word the search tests know."""
    yield from _serve(build_site(make(tmp_path_factory.mktemp("small"), SMALL)))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The catalogue that this repository ships, synced: a copy."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(REPOSITORY / "content", root / "content")
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, root / name)
    settings = read_settings(root)
    assert settings
    sync(settings)
    yield from _serve(build_site(settings))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(
        locale="en-GB", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    yield made
    made.close()


@pytest.fixture
def visit(context: BrowserContext, shipped: str) -> Visit:
    return visiting(context, shipped)


def visiting(context: BrowserContext, base: str) -> Visit:
    made = Visit(context.new_page(), base)

    made.page.on(
        "request",
        lambda asked: (made.asked if asked.url.startswith(base) else made.foreign).append(asked.url),
    )
    made.page.on("console", lambda said: made.complaints.append(said.text) if said.type == "error" else None)
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    return made
