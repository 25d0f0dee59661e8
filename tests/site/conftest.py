"""One strict build of the toy catalogue, shared by every test that only looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18nkit.site.build import build_site
from tests.site.toy import TOY, make


@pytest.fixture(scope="session")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(make(tmp_path_factory.mktemp("toy"), TOY))
