"""The pages that i18nkit makes of a catalogue, as plain Markdown files for plain MkDocs: `dump_pages.py FROM TO`.

The navigation is the same short one on both sides; Material's search, which Material brings, stands against ours.
"""

import json
import sys
from pathlib import Path

from i18nkit.config import find_settings
from i18nkit.site.publication import Publication

SETTINGS = """\
site_name: Bench
site_url: https://example.org/
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions: [admonition, attr_list, footnotes, md_in_html]
validation: {{omitted_files: ignore, not_found: ignore, unrecognized_links: ignore, anchors: ignore}}
not_in_nav: "*"
nav: {nav}
"""

publication = Publication.load(find_settings(Path(sys.argv[1])))
root = Path(sys.argv[2])
nav: list[object] = []
for locale, pages in publication.pages.items():
    for path, page in pages.items():
        file = root / "docs" / locale / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n" + page.markdown, "utf-8")
    nav.append({locale: publication.nav(locale)})
(root / "mkdocs.yml").write_text(SETTINGS.format(nav=json.dumps(nav, ensure_ascii=False)), "utf-8")
