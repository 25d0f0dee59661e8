"""Terms side by side, note fields, and people's answers: what the catalogue knows besides its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """One concept. `texts` maps locale to term. `keep` is a word that no converter or translator touches;
    a term has either `texts` or `keep`. A term with `only` is used for the conversion into that locale and for nothing
    else. `definition` maps locale to one line for readers: only terms that have it are
    published. `papers` are those of the catalogue that introduced the concept."""

    texts: Mapping[str, str] = field(default_factory=dict)
    keep: str = ""
    only: str = ""
    remark: str = ""
    definition: Mapping[str, str] = field(default_factory=dict)
    papers: tuple[str, ...] = ()
    line: int = 1

    def leads(self, source: str, target: str) -> bool:
        """Whether it says how a word of `source` comes out in `target`."""
        return source in self.texts and target in self.texts and self.only in ("", target)


@dataclass(frozen=True, slots=True)
class Field:
    """A kind of note. `label` maps locale to the heading readers see; `printed` are the labels lists use for it.

    `unlabelled`: a note without a label goes here (one field at most). `fact`: in no language, so it is kept
    with the facts.
    """

    id: str
    label: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[str, ...] = ()
    unlabelled: bool = False
    fact: bool = False
    line: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said about a record: the record of list `list` with this printed `title`, or any record with
    this identifier (`arxiv:…`, `doi:…`, `acl:…`), or both.

    In `Linkage.same` and `.different`, `paper` is what it is or is not. In `.refused` the identifier does not
    belong to the record and is not taken; with no identifier the whole record is left out of the catalogue.
    """

    list: str = ""
    title: str = ""
    identifier: str = ""
    paper: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Linkage:
    """People's answers: they beat every score. `apart` are pairs of papers that look alike and are not."""

    same: tuple[Answer, ...] = ()
    different: tuple[Answer, ...] = ()
    refused: tuple[Answer, ...] = ()
    apart: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is remembered of converting. `routes` maps (source, target) locale to the parts of the fingerprint that the
    converter had when it made the texts; `declined` are rows that `learn` proposed and a person turned down."""

    routes: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    declined: tuple[Term, ...] = ()
