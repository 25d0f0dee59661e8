"""Links in all their forms, and the identifiers they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from i18nkit.lists.grammar.marks import bare
from i18nkit.lists.terms import folded, terms

_URL = r"https?://[^\s<>\"'“”‘’（），。；、》」』】|]+"
_OLD_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|"
    "q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_PLAIN_ID = rf"\d{{4}}\.\d{{4,5}}|(?:{_OLD_ARCHIVES})(?:\.[a-z]{{2}})?/\d{{7}}"
_LINK = re.compile(
    r"!\[[^\]]*\]\([^)]*\)"  # an image is no link to a paper
    r"|\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>(?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+[\"'][^)]*)?\s*\)"
    r"|<a\s[^>]*href=[\"'](?P<href>[^\"']+)[\"'][^>]*>(?P<words>.*?)</a>"
    rf"|<(?P<auto>{_URL})>|(?P<bare>{_URL})"
    rf"|arxiv\s*[:：]\s*(?P<arxiv>{_PLAIN_ID})(?:v\d+)?(?:\s*\[[a-z.-]+\])?|doi\s*[:：]\s*(?P<doi>10\.\d{{4,9}}/[^\s，。；、]+)",
    re.IGNORECASE,
)
_ARXIV_ID = rf"(?P<id>{_PLAIN_ID})(?:v\d+)?"
_ARXIV = re.compile(
    rf"(?:(?:arxiv|ar5iv|alphaxiv)\.[a-z.]+/(?:abs|pdf|html|format|ps|e-print|src|overview)?/?|arxiv\s*[:：]\s*"
    rf"|10\.48550/arxiv\.|huggingface\.co/papers/|paperswithcode\.com/paper/arxiv-){_ARXIV_ID}(?![\d/])",
    re.IGNORECASE,
)
_ARXIV_ALONE = re.compile(rf"{_ARXIV_ID}(?:\.pdf)?", re.IGNORECASE)
_DOI = re.compile(r"\b(?P<id>10\.\d{4,9}/[^\s\"'<>（），。；、》」』】|]+)", re.IGNORECASE)
_ACL = re.compile(
    r"(?:aclanthology\.(?:org|info)|aclweb\.org/anthology)/(?:papers/(?:[A-Z]/[A-Z]\d\d/)?|anthology/)?"
    r"(?P<id>[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)",
    re.IGNORECASE,
)
_ACL_DOI = re.compile(
    r"10\.18653/v1/(?P<id>[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Link:
    """`text` is None for a bare address. `start` and `end` are where it stands in the line."""

    start: int
    end: int
    text: str | None
    url: str

    @property
    def is_anchor(self) -> bool:
        """Whether its words say where it leads ("PDF", "论文"), not what the paper is called."""
        if self.text is None:
            return True
        words = folded(bare(self.text))
        return (
            not words
            or words in terms().anchors
            or words in terms().facts
            or bare(self.text).startswith(("http://", "https://"))
            or _ARXIV_ALONE.fullmatch(bare(self.text)) is not None
            or _ARXIV.fullmatch(bare(self.text)) is not None
        )


def find_links(text: str) -> list[Link]:
    links = []
    for match in _LINK.finditer(text):
        address = match["target"] or match["href"] or match["auto"] or match["bare"]
        if id := match["arxiv"] or match["doi"]:
            address = ("https://arxiv.org/abs/" if match["arxiv"] else "https://doi.org/") + _trimmed(id)
        if not address:
            continue
        end = match.end()
        if match["bare"]:
            trimmed = _trimmed(address)
            end -= len(address) - len(trimmed)
            address = trimmed
        words = match["text"] if match["target"] else match["words"]
        links.append(Link(match.start(), end, words, address))
    return links


def identifiers(address: str) -> dict[str, str]:
    """The arXiv, DOI and ACL identifiers that a link, or a line that names one, holds."""
    ids: dict[str, str] = {}
    address = unquote(address)
    if match := _ARXIV.search(address):
        ids["arxiv"] = _arxiv(match["id"])
    if match := _ACL.search(address) or _ACL_DOI.search(address):
        ids["acl"] = _acl(match["id"])
    if (match := _DOI.search(address)) and "10.48550/" not in match[0].lower():
        ids["doi"] = _trimmed(match["id"]).removesuffix(".pdf").lower()
    return ids


def identifier_alone(words: str) -> dict[str, str]:
    """The identifier of a line that holds nothing else: `1706.03762`, `arXiv:1706.03762v5`, `10.1000/182`."""
    words = words.strip()
    if match := _ARXIV_ALONE.fullmatch(words):
        return {"arxiv": _arxiv(match["id"])}
    return identifiers(words) if _ARXIV.fullmatch(words) or _DOI.fullmatch(words) else {}


def is_paper_address(address: str) -> bool:
    """Whether papers lie there: an identifier, a known host, or a PDF."""
    if identifiers(address):
        return True
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    on_host = any(host == known or host.endswith("." + known) for known in terms().hosts)
    return on_host or parts.path.lower().endswith(".pdf")


def _arxiv(printed: str) -> str:
    """Old identifiers once named the subject class too: math.GT/0309136 is math/0309136."""
    archive, slash, number = printed.lower().partition("/")
    return f"{archive.partition('.')[0]}/{number}" if slash else printed


def _acl(printed: str) -> str:
    return printed.upper() if re.match(r"[A-Za-z]\d{2}-", printed) else printed.lower()


def _trimmed(address: str) -> str:
    """Without the sentence's own punctuation behind it, and a closing bracket that was opened outside."""
    address = address.rstrip(".,;:!?*_~`")
    while address.endswith((")", "]")) and address.count(address[-1]) > address.count(
        "(" if address[-1] == ")" else "["
    ):
        address = address[:-1].rstrip(".,;:!?*_~`")
    return address
