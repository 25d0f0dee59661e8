"""Two strict builds served on this machine, and a real browser to open them in."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from i18nkit.config import read_settings
from i18nkit.flows.sync import sync
from i18nkit.site.build import build_site
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

PROSE = {
    "papers/bert.yaml": "title: 'BERT: Pre-training of Deep Bidirectional Transformers'\nshort: BERT\nauthors: [Jacob Devlin]\nyear: 2018\nids: {arxiv: '1810.04805'}\n",
    "papers/transformer.yaml": "title: Attention Is All You Need\nshort: Transformer\nauthors: [Ashish Vaswani, Noam Shazeer]\nyear: 2017\nids: {arxiv: '1706.03762'}\nformulas: ['\\frac{QK^\\top}{\\sqrt{d_k}}']\n",
    "papers/lora.yaml": "title: 'LoRA: Low-Rank Adaptation'\nshort: LoRA\nauthors: [Edward Hu]\nyear: 2021\nids: {arxiv: '2106.09685'}\n",
    "papers/gpt-3.yaml": "title: Language Models are Few-Shot Learners\nshort: GPT-3\nyear: 2020\n",
    "lists/roadmap.yaml": "sections:\n- id: foundation\n  weeks: [1, 2]\n  rows:\n  - {papers: [transformer], no: [1]}\n  - {papers: [bert], no: [2]}\n- id: tuning\n  weeks: [2, 2]\n  rows:\n  - {papers: [lora], no: [3]}\n",
    "zh-Hans/papers/transformer.yaml": "summary: 只靠注意力机制的架构，多头注意力并行计算。\nstamps:\n  summary: {by: hand@00000000}\n",
    "zh-Hans/papers/lora.yaml": "summary: 冻结权重，用低秩矩阵微调，省内存。\n",
    "zh-Hant/papers/bert.yaml": "summary: 雙向預訓練的 Transformer 架構，沿用注意力機制，接上網路就能微調。\n",
    "zh-Hant/papers/lora.yaml": "summary: 凍結權重，以低秩矩陣微調，節省記憶體。\n",
    "en/papers/transformer.yaml": "summary: An architecture built on the attention mechanism alone.\ncontribution: Multi-head attention.\n",
    "en/papers/gpt-3.yaml": 'summary: |\n  <script>window.harmed = 1</script> [press](javascript:window.harmed=1) <img src=x onerror="window.harmed=1">\n',
    "zh-Hans/lists/roadmap.yaml": "title: 学习路线\nintro: 从这里开始。\nsections:\n  foundation: {title: 基础, goal: 打好基础。}\n  tuning: {title: 微调, goal: 少用内存。}\n",
    "zh-Hans/index.md": "---\ntitle: 论文目录\n---\n\n欢迎。\n\n<!-- i18nkit: figures -->\n\n## 列表 { #lists }\n\n<!-- i18nkit: lists -->\n",
    "en/index.md": "---\ntitle: Papers\n---\n\nWelcome.\n\n<!-- i18nkit: figures -->\n\n## Lists { #lists }\n\n<!-- i18nkit: lists -->\n",
    "glossary.yaml": "- {zh-Hans: 内存, zh-Hant: 記憶體, en: memory}\n- {zh-Hans: 网络, zh-Hant: 網路, en: network}\n",
}


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


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


def _serve(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def hostile(toy_site: Path) -> Iterator[str]:
    """The toy catalogue of the other site tests: gaps, and words that mean harm."""
    yield from _serve(toy_site)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A catalogue whose every word the search tests know."""
    yield from _serve(build_site(make(tmp_path_factory.mktemp("small"), PROSE)))


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
