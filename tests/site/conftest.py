"""One strict build of the toy catalogue, shared by every test that only looks; and a server for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from i18nkit.site.build import build_site
from tests.site.toy import SITE_URL, TOY, make


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
