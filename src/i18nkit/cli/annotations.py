"""Findings in the forms that code hosts read: GitHub's workflow commands, and SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from i18nkit import __version__
from i18nkit.errors import Message
from i18nkit.messages import Speaker
from i18nkit.model.finding import Finding, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def github(finding: Finding, speak: Speaker) -> str:
    """`::warning file=…,line=…,title=…::…`"""
    properties = {"file": finding.file, "line": str(finding.line or ""), "title": finding.rule}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{_GITHUB[finding.severity]} {listed}::{_data(_words(finding, speak))}"


def sarif(findings: Sequence[Finding], rules: Mapping[str, Message], speak: Speaker) -> dict[str, Any]:
    """One run. `rules` maps a rule's name to the line about it."""
    known = dict(rules)
    for finding in findings:
        known.setdefault(finding.rule, Message(finding.rule, {}))
    order = {name: number for number, name in enumerate(known)}
    driver = {
        "name": "i18nkit",
        "version": __version__,
        "rules": [{"id": name, "shortDescription": {"text": speak(about)}} for name, about in known.items()],
    }
    return {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, order, speak) for finding in findings],
            }
        ],
    }


def _result(finding: Finding, order: Mapping[str, int], speak: Speaker) -> dict[str, Any]:
    place: dict[str, Any] = {}
    if finding.file:
        place["physicalLocation"] = {
            "artifactLocation": {"uri": quote(finding.file), "uriBaseId": "%SRCROOT%"},
            **({"region": {"startLine": finding.line}} if finding.line else {}),
        }
    if finding.address:
        place["logicalLocations"] = [{"fullyQualifiedName": str(finding.address)}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": str(finding.severity),
        "message": {"text": _words(finding, speak)},
        "locations": [place] if place else [],
    }


def _words(finding: Finding, speak: Speaker) -> str:
    where = (f"{finding.address}: " if finding.address else "") + speak(finding.message)
    return f"{where}\n{speak(finding.remedy)}" if finding.remedy else where


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
