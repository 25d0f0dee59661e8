"""Real strict builds, looked at from outside."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from i18nkit.errors import Faults, I18nKitError
from i18nkit.site.build import build_site
from tests.site.toy import MKDOCS_YML, SITE_URL, TOY, make

LOCALES = ("zh-Hans", "zh-Hant", "en")


class Seen(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.html = file.read_text("utf-8")
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.elements if name == tag and attributes.items() <= found.items()]

    def ids(self) -> list[str]:
        return [found["id"] or "" for _, found in self.elements if "id" in found]


def pages(site: Path) -> Iterator[Path]:
    return site.rglob("*.html")


def head(site: Path, page: str) -> tuple[str | None, dict[str | None, str | None], list[str | None]]:
    seen = Seen(site / page / "index.html")
    canonical = [link["href"] for link in seen.all("link", rel="canonical")]
    alternates = {
        link["hreflang"]: link["href"]
        for link in seen.all("link")
        if (link.get("rel") or "").strip() == "alternate"
    }
    robots = [meta["content"] for meta in seen.all("meta", name="robots")]
    return (canonical[0] if canonical else None), alternates, robots


def test_the_three_locales_stand_under_their_prefix(toy_site: Path) -> None:
    for page in ("", "papers/", "papers/bert/", "lists/", "lists/roadmap/", "status/", "about/"):
        for locale in LOCALES:
            assert Seen(toy_site / locale / page / "index.html").all("html", lang=locale)
    outside = {path.name for path in toy_site.iterdir()}
    assert outside == {*LOCALES, "index.html", "404.html", "sitemap.xml", "assets", "search", "images"}
    assert not list(toy_site.rglob("*.yaml"))


def test_no_page_asks_another_host(toy_site: Path) -> None:
    loading = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}
    for file in pages(toy_site):
        seen = Seen(file)
        for tag, attribute in loading.items():
            assert not [found for found in seen.all(tag) if "//" in (found.get(attribute) or "")], file
        for link in seen.all("link"):
            if (link.get("rel") or "").strip() not in ("canonical", "alternate"):
                assert "//" not in (link["href"] or ""), file
        assert "fonts.googleapis" not in seen.html


def test_every_link_leads_somewhere(toy_site: Path) -> None:
    base = urlsplit(SITE_URL).path
    anchors = {file: set(Seen(file).ids()) for file in pages(toy_site)}
    for file in anchors:
        here = base + file.relative_to(toy_site).as_posix()
        for link in Seen(file).all("a"):
            goal = urlsplit(urljoin(here, link.get("href") or ""))
            if goal.scheme or goal.netloc:
                continue
            assert goal.path.startswith(base), (file, link)
            target = toy_site / unquote(goal.path.removeprefix(base))
            target = target / "index.html" if goal.path.endswith("/") else target
            assert target.is_file(), (file, link)
            assert not goal.fragment or goal.fragment in anchors[target], (file, link)


def test_headings_have_the_same_ids_in_every_locale(toy_site: Path) -> None:
    def headings(page: Path) -> list[str | None]:
        return [found.get("id") for tag, found in Seen(page).elements if re.fullmatch("h[1-6]", tag)]

    for page in (toy_site / "en").rglob("index.html"):
        path = page.relative_to(toy_site / "en")
        ids = [headings(toy_site / locale / path) for locale in LOCALES]
        if path.parts[0] != "index.html":  # the two home pages of the toy are different pages
            assert ids[0] == ids[1] == ids[2], path
        for found in ids:
            assert None not in found, path
            assert len(found) == len(set(found)), path


def test_only_true_translations_are_declared(toy_site: Path) -> None:
    canonical, alternates, robots = head(toy_site, "zh-Hans/papers/bert")
    assert (canonical, alternates, robots) == (f"{SITE_URL}zh-Hans/papers/bert/", {}, [])
    canonical, alternates, robots = head(toy_site, "en/papers/bert")
    assert (canonical, alternates, robots) == (f"{SITE_URL}en/papers/bert/", {}, ["noindex"])
    _, alternates, robots = head(toy_site, "zh-Hans")
    assert alternates == {
        "zh-Hans": f"{SITE_URL}zh-Hans/",
        "en": f"{SITE_URL}en/",
        "x-default": SITE_URL,
    }
    assert robots == []
    _, alternates, _ = head(toy_site, "zh-Hant/papers/nameless")
    assert alternates["x-default"] == f"{SITE_URL}en/papers/nameless/"
    assert len(alternates) == 4


def test_the_space_that_keeps_materials_script_away_is_still_there(toy_site: Path) -> None:
    html = (toy_site / "en/status/index.html").read_text("utf-8")
    assert 'rel="alternate " hreflang=' in html
    assert 'rel="alternate"' not in html


def test_the_sitemap_names_true_pages_with_their_translations(toy_site: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ElementTree.parse(toy_site / "sitemap.xml").getroot()
    found = {
        url.findtext("s:loc", namespaces=space): [
            link.get("hreflang") for link in url.findall("x:link", space)
        ]
        for url in root.findall("s:url", space)
    }
    assert found[f"{SITE_URL}zh-Hans/"] == ["zh-Hans", "en", "x-default"]
    assert found[f"{SITE_URL}zh-Hans/papers/bert/"] == []
    assert f"{SITE_URL}en/papers/bert/" not in found
    assert f"{SITE_URL}en/papers/gpt-3/" in found


def test_the_root_and_the_lost_page_work_without_script(toy_site: Path) -> None:
    root, lost = Seen(toy_site / "index.html"), Seen(toy_site / "404.html")
    for locale in LOCALES:
        assert root.all("a", href=f"{locale}/", hreflang=locale, lang=locale)
        assert lost.all("section", lang=locale)
        assert lost.all("a", href=f"/catalogue/{locale}/")


def test_the_switcher_offers_the_same_page(toy_site: Path) -> None:
    seen = Seen(toy_site / "en/papers/bert/index.html")
    links = {link["data-ik-locale"]: link["href"] for link in seen.all("a") if "data-ik-locale" in link}
    assert links["zh-Hans"] == "../../../zh-Hans/papers/bert/"
    assert links["zh-Hant"] == "../../../zh-Hant/papers/bert/"


def test_words_that_mean_harm_are_inert(toy_site: Path) -> None:
    for locale in LOCALES:
        seen = Seen(toy_site / locale / "papers/gpt-3/index.html")
        assert "alert(1)" not in "".join(re.findall(r"<script\b.*?</script>", seen.html, re.S))
        assert not [found for _, found in seen.elements if any(key.startswith("on") for key in found)]
        assert not [found for found in seen.all("a") if "script:" in (found.get("href") or "")]
        assert "far.example/pixel.png" not in {found.get("src") for found in seen.all("img")}


def test_a_title_that_markdown_would_misread(toy_site: Path) -> None:
    html = (toy_site / "en/papers/bert/index.html").read_text("utf-8")
    title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S)
    assert title
    assert title[1].replace("&#42;", "*").replace("&#123;", "{").replace("&#125;", "}").replace(
        "&#60;", "&lt;"
    ).replace("&#62;", "&gt;").replace("&#38;", "&amp;").replace("&#35;", "#") == (
        "BERT: *Pre-training* of {Deep} &lt;Bidirectional&gt; Transformers &amp; #1"
    )


def test_formulas_are_mathml(toy_site: Path) -> None:
    html = (toy_site / "zh-Hans/papers/bert/index.html").read_text("utf-8")
    assert html.count("<math") == 2
    assert '<code class="ik-tex">\\notacommand{</code>' in html
    page = (toy_site / "zh-Hans/index.html").read_text("utf-8")
    assert "<em>" not in page.partition("<math")[2].partition("</math>")[0]


def test_weeks_and_texts_of_a_list(toy_site: Path) -> None:
    said = {locale: (toy_site / locale / "lists/roadmap/index.html").read_text("utf-8") for locale in LOCALES}
    assert [weeks in said[tag] for tag, weeks in zip(LOCALES, ("1–2 周", "1–2 週", "1–2 weeks"), strict=True)]
    assert "ik-notice--borrowed" in said["en"]
    assert "ik-notice--borrowed" not in said["zh-Hans"]
    assert '<span class="ik-row__no">6–7</span>' in said["en"]


def test_front_matter_reaches_the_theme_and_pictures_their_place(toy_site: Path) -> None:
    assert (toy_site / "images/dot.svg").is_file()
    assert "../../images/dot.svg" in (toy_site / "zh-Hant/about/index.html").read_text("utf-8")


def tree(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and "search" not in path.relative_to(site).parts[:1]
    }


def test_mkdocs_itself_builds_the_same_bytes(tmp_path: Path) -> None:
    settings = make(tmp_path, TOY)
    ours = tree(build_site(settings, site_dir=tmp_path / "ours"))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "theirs"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "theirs") == ours


def test_other_locales_than_ours(tmp_path: Path) -> None:
    toml = '[locales.fr]\nname = "français"\nfallback = ["pt-BR"]\n[locales.pt-BR]\nname = "português"\n'
    files = {
        "papers/x.yaml": "title: X\nyear: 2020\n",
        "pt-BR/papers/x.yaml": "summary: Resumo.\n",
        "pt-BR/index.md": "---\ntitle: Catálogo\n---\n\nOlá.\n",
    }
    site = build_site(make(tmp_path, files, toml=toml))
    assert sorted(path.name for path in site.iterdir() if path.is_dir()) == [
        "assets",
        "fr",
        "pt-BR",
        "search",
    ]
    assert Seen(site / "fr/papers/x/index.html").all("html", lang="fr")
    assert 'lang="pt-BR"><p>Resumo.' in (site / "fr/papers/x/index.html").read_text("utf-8")
    assert Seen(site / "pt-BR/papers/x/index.html").all("html", lang="pt-BR")


def test_an_empty_catalogue_and_a_single_locale(tmp_path: Path) -> None:
    mkdocs = MKDOCS_YML.replace(f"site_url: {SITE_URL}\n", "")
    site = build_site(make(tmp_path, {}, toml='[locales.en-GB]\nname = "English"\n', mkdocs=mkdocs))
    assert Seen(site / "en-GB/status/index.html").all("html", lang="en-GB")
    assert head(site, "en-GB/status") == (None, {}, [])
    assert not (site / "sitemap.xml").exists()


def test_a_broken_file_is_told_with_its_place(tmp_path: Path) -> None:
    settings = make(tmp_path, {**TOY, "zh-Hans/papers/bert.yaml": "summary: a\nsummary: b\n"})
    with pytest.raises(Faults) as caught:
        build_site(settings)
    assert caught.value.exceptions[0].line == 2
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert "content/zh-Hans/papers/bert.yaml:2" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_directive_nobody_knows_stops_the_build(tmp_path: Path) -> None:
    settings = make(tmp_path, {"en/index.md": "---\ntitle: T\n---\n\nA.\n<!-- i18nkit: nothing -->\n"})
    with pytest.raises(I18nKitError) as caught:
        build_site(settings)
    assert str(caught.value).startswith("content/en/index.md:6")


def test_a_link_to_nowhere_in_a_hand_written_page_fails_a_strict_build(tmp_path: Path) -> None:
    settings = make(tmp_path, {"en/index.md": "---\ntitle: T\n---\n\n[x](papers/nobody.md)\n"})
    with pytest.raises(I18nKitError, match=r"papers/nobody\.md"):
        build_site(settings)
    build_site(settings, strict=False)


@pytest.mark.parametrize(
    ("mkdocs", "told"),
    [
        (MKDOCS_YML.replace("docs_dir: content", "docs_dir: content/images"), "docs_dir"),
        (MKDOCS_YML + "use_directory_urls: false\n", "use_directory_urls"),
        (MKDOCS_YML.replace("name: material", "name: nothing"), "theme"),
    ],
)
def test_an_impossible_mkdocs_yml(tmp_path: Path, mkdocs: str, told: str) -> None:
    with pytest.raises(I18nKitError, match=told):
        build_site(make(tmp_path, {"images/dot.svg": ""}, mkdocs=mkdocs))


def test_no_mkdocs_yml(tmp_path: Path) -> None:
    settings = make(tmp_path, {})
    settings.mkdocs_yml.unlink()
    with pytest.raises(I18nKitError, match=r"mkdocs\.yml is not there"):
        build_site(settings)
