"""Terms in front of OpenCC's dictionaries: the layers shipped here, and above them those of a catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from i18nkit.text.script import fold

# The layers write as Taiwan does, so they belong to the two profiles that convert vocabulary that way. Above stands
# what counts first.
_LAYERS: Mapping[str, tuple[str, ...]] = {
    "s2twp": ("boundaries", "learning"),
    "tw2sp": ("boundaries", "learning"),
}


def front(profile: str, terms: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What stands in front of the dictionaries of `profile`: source term to target term, guards included."""
    own = {source: target for source, target in reversed(terms) if source and target}
    shipped = {
        source: target
        for source, target in _shipped(profile).items()
        if not _contradicts(source, target, own)
    }
    layer = shipped | own
    return _guards(layer, towards_traditional=profile.startswith("s2")) | layer


@cache
def _shipped(profile: str) -> Mapping[str, str]:
    rows: dict[str, str] = {}
    for name in _LAYERS.get(profile, ()):
        for simplified, traditional, way in read_layer(name):
            if profile.startswith("s2") and way != "<":
                rows.setdefault(simplified, traditional)
            elif not profile.startswith("s2") and way != ">":
                rows.setdefault(traditional, simplified)
    return rows


def read_layer(name: str) -> Iterator[tuple[str, str, str]]:
    """The rows of a layer: Simplified, Traditional, and the way (`=`, `>`, `<`)."""
    for line in files("i18nkit.conversion").joinpath("layers", f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            simplified, traditional, way, *_ = line.split("\t")
            yield simplified, traditional, way


def _contradicts(source: str, target: str, own: Mapping[str, str]) -> bool:
    """Whether a longer shipped term would hide what the catalogue says of a part of it."""
    return any(part in own and own[part] not in target for part in _parts(source))


def _guards(layer: Mapping[str, str], *, towards_traditional: bool) -> dict[str, str]:
    """Targets that hold a source term (演算法 holds 算法) are converted to themselves, however they are written."""
    guards: dict[str, str] = {}
    for target in layer.values():
        for written in {target, fold(target)} if towards_traditional else {target}:
            if any(part in layer and part != written for part in _parts(written)):
                guards[written] = target
    return guards


def _parts(term: str) -> Iterator[str]:
    for start in range(len(term)):
        for end in range(start + 1, len(term) + 1):
            yield term[start:end]
