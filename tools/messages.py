"""Collect the tool's own words, bring the catalogues up to date, compile them: `make messages`.

What zh-Hans lacks a person translates in its .po. What zh-Hant lacks is converted from zh-Hans here and then read by a
person, whose corrections stay. Run it again after either.
"""

from __future__ import annotations

import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from i18nkit.conversion import Converter, usual_profile

PACKAGE = Path(__file__).parents[1] / "src" / "i18nkit"
HOME = PACKAGE / "messages" / "locale"
DOMAIN = "i18nkit"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # a compiled catalogue says when: ours stays the same bytes
CLICK = PACKAGE / "messages" / "click.tsv"  # sentences of click's that our users meet; singular, tab, plural
_NOISE = re.compile(
    r'^"(?!Language:|Plural-Forms:|MIME-|Content-)[A-Z][A-Za-z-]+: .*\\n"\n', re.M
)  # of the header


def main() -> int:
    """1 where a message is not translated yet."""
    template = collected()
    write(HOME / f"{DOMAIN}.pot", template)
    hans = updated("zh_Hans", template)
    save("zh_Hans", hans)
    hant = updated("zh_Hant", template)
    fill_from(hans, hant)
    save("zh_Hant", hant)
    missing = [message.id for message in hans if message.id and not is_translated(message.string)]
    for id in missing:
        print(f"zh_Hans: not translated yet: {id}")
    return 1 if missing else 0


def collected() -> Catalog:
    template = blank()
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords={"say": None})
    for _, _, id, _, _ in found:
        template.add(id)
    for line in CLICK.read_text("utf-8").splitlines():
        forms = tuple(line.split("\t"))
        template.add(forms if len(forms) > 1 else line)
    return template


def blank(locale: str | None = None) -> Catalog:
    return Catalog(
        locale, DOMAIN, header_comment="# The words of i18nkit itself.", project=DOMAIN, fuzzy=False
    )


def updated(locale: str, template: Catalog) -> Catalog:
    path = po(locale)
    catalogue = read_po(path.open("rb"), locale, DOMAIN) if path.exists() else blank(locale)
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def fill_from(hans: Catalog, hant: Catalog) -> None:
    convert = Converter(usual_profile("Hans", "Hant") or "").convert
    for message in filter(lambda message: message.id, hant):
        said = hans[message.id].string
        if is_translated(said) and not is_translated(message.string):
            message.string = tuple(map(convert, said)) if isinstance(said, tuple) else convert(said)


def is_translated(said: str | tuple[str, ...]) -> bool:
    return all(said) if isinstance(said, tuple) else bool(said)


def save(locale: str, catalogue: Catalog) -> None:
    write(po(locale), catalogue)
    catalogue.creation_date = catalogue.revision_date = NEVER
    with po(locale).with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def write(path: Path, catalogue: Catalog) -> None:
    """Sorted, without places and dates: a diff shows words and nothing else."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_NOISE.sub("", buffer.getvalue().decode()), "utf-8", newline="\n")


def po(locale: str) -> Path:
    return HOME / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


if __name__ == "__main__":
    sys.exit(main())
