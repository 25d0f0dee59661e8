"""`serve` outlives a catalogue that cannot be read for a while."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.site.toy import TOY, make

SERVE = """
import sys
from pathlib import Path
from i18nkit.config import find_settings
from i18nkit.site.build import serve
serve(find_settings(Path(sys.argv[1])), sys.argv[2])
"""


def wait(until: Callable[[], bool], what: Callable[[], str]) -> None:
    for _ in range(300):
        if until():
            return
        time.sleep(0.2)
    raise AssertionError(what())


def test_a_broken_file_is_told_and_a_mended_one_is_built(tmp_path: Path) -> None:
    make(tmp_path, TOY)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    said = tmp_path / "said"
    text = tmp_path / "content/zh-Hans/papers/bert.yaml"

    def page() -> str:
        try:
            url = f"http://{address}/catalogue/zh-Hans/papers/bert/"
            return urllib.request.urlopen(url, timeout=5).read().decode()
        except OSError:
            return ""

    def told() -> str:
        return said.read_text("utf-8")

    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with said.open("w") as output:
        serving = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(tmp_path), address],
            stdout=output,
            stderr=output,
            env=environment,
        )
    try:
        wait(lambda: "双向预训练" in page(), told)
        text.write_text("summary: 一\nsummary: 二\n", "utf-8")
        wait(lambda: "content/zh-Hans/papers/bert.yaml:2" in told(), told)
        assert "双向预训练" in page()
        text.write_text("summary: 改好了。\n", "utf-8")
        wait(lambda: "改好了" in page(), told)
    finally:
        serving.send_signal(signal.SIGINT)
        serving.wait(30)
    assert "Traceback" not in told()
