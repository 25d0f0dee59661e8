"""Languages as this catalogue writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# RFC 5646, section 2.1, without grandfathered tags and extensions: language, script, region, variants, private use.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-x(?:-[a-z\d]{1,8})+)?"
)


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a BCP 47 tag in its canonical case (`zh-Hant-HK`, not `zh_hant_hk`)."""
    return _TAG.fullmatch(tag) is not None


@dataclass(frozen=True, slots=True)
class Locale:
    """One language the catalogue is published in.

    `tag` is a BCP 47 tag. `converts_from` maps a source locale to the OpenCC profile that makes this locale's
    text from it; empty where only people translate. `fallback` is the order in which a reader is shown another
    locale's text, never containing `tag` itself. `layers` are the fields whose terms its conversions follow, None
    where the configuration says nothing.
    """

    tag: str
    name: str
    converts_from: Mapping[str, str] = field(default_factory=dict)
    fallback: tuple[str, ...] = ()
    layers: tuple[str, ...] | None = None

    @property
    def script(self) -> str:
        """ISO 15924: as the tag says, else `Hans` for zh (CLDR's likely subtag) and `Latn` for the rest."""
        match = _TAG.fullmatch(self.tag)
        if match and match["script"]:
            return match["script"]
        return "Hans" if self.tag.split("-")[0] == "zh" else "Latn"

    @property
    def writes_han(self) -> bool:
        return self.script in {"Hans", "Hant"}
