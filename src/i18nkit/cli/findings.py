"""Findings as people and programs read them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say
from i18nkit.messages import Speaker
from i18nkit.model.finding import Finding


def put_findings(terminal: Terminal, findings: Sequence[Finding]) -> None:
    from i18nkit.cli.view import Column, put_table

    if not findings:
        return
    place, severity, rule = Column(say("place")), Column(say("severity")), Column(say("rule"))
    if sys.stdout.isatty():  # narrow: one thing below the other
        columns = [severity, rule, Column(say("finding"), whole=True)]
        put_table(terminal, columns, [_stacked_row(finding, terminal.speak) for finding in findings])
    else:
        columns = [place, severity, rule, Column(say("finding"))]
        put_table(terminal, columns, [_row(finding, terminal.speak) for finding in findings])


def json_finding(finding: Finding, speak: Speaker) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": speak(finding.message),
        "remedy": speak(finding.remedy or ""),
        "address": str(finding.address or ""),
        "file": finding.file,
        "line": finding.line,
        "fixable": bool(finding.fix),
    }


def _row(finding: Finding, speak: Speaker) -> Sequence[str]:
    return _place(finding), finding.severity, finding.rule, _told(finding, speak)


def _stacked_row(finding: Finding, speak: Speaker) -> Sequence[str]:
    return finding.severity, finding.rule, f"{_place(finding)}\n{_told(finding, speak)}"


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.line}" if finding.line else finding.file


def _told(finding: Finding, speak: Speaker) -> str:
    lines = (str(finding.address or ""), finding.message, finding.remedy)
    return "\n".join(speak(line) for line in lines if line)
