"""`i18nkit check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from i18nkit.cli.findings import json_finding, put_findings
from i18nkit.cli.spoken import choice, command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say
from i18nkit.model.finding import Finding, Severity

SCHEMA = 1


@command(
    "check",
    say(
        "Look for what is wrong in texts and facts. Exit with 1 where something is found; notes do not count. "
        "A rule is waived for one text in its stamp: waived: {rule: reason}."
    ),
)
@option("--rule", "rules", metavar="RULE", multiple=True, help=say("only this rule; may be repeated"))
@option("--skip", metavar="RULE", multiple=True, help=say("not this rule; may be repeated"))
@option("--fix", is_flag=True, help=say("mend what can only be mended one way, then look again"))
@option(
    "--format",
    "form",
    **choice("table", "json", "github", "sarif", default="table"),
    help=say("how it is shown"),
)
def check_command(
    terminal: Terminal, rules: tuple[str, ...], skip: tuple[str, ...], fix: bool, form: str
) -> int:
    from i18nkit.flows.check import check, fixes

    settings = terminal.settings()
    checked = check(settings, rules=rules, skip=skip)
    if fix:
        from i18nkit.store import apply

        rewrites = apply(settings, fixes(checked))
        terminal.tell(say("files changed: {count}", count=len(rewrites)))
        checked = check(settings, rules=rules, skip=skip)
    _FORMS[form](terminal, checked.findings)
    if form == "table":
        _tell_count(terminal, checked.findings)
    return int(checked.failed)


def _put_json(terminal: Terminal, findings: Sequence[Finding]) -> None:
    from i18nkit.cli.view import put_json

    put_json(
        terminal,
        {"schema": SCHEMA, "findings": [json_finding(finding, terminal.speak) for finding in findings]},
    )


def _put_github(terminal: Terminal, findings: Sequence[Finding]) -> None:
    from i18nkit.cli.annotations import github

    for finding in findings:
        terminal.put(github(finding, terminal.speak))


def _put_sarif(terminal: Terminal, findings: Sequence[Finding]) -> None:
    from i18nkit.checks import RULES
    from i18nkit.cli.annotations import sarif
    from i18nkit.cli.view import put_json

    put_json(terminal, sarif(findings, {rule.name: rule.about for rule in RULES}, terminal.speak))


_FORMS = {"table": put_findings, "json": _put_json, "github": _put_github, "sarif": _put_sarif}


def _tell_count(terminal: Terminal, findings: Sequence[Finding]) -> None:
    if not findings:
        terminal.tell(say("Nothing found."))
        return
    counts = Counter(finding.severity for finding in findings)
    terminal.tell(
        say(
            "errors: {errors}, warnings: {warnings}, notes: {notes}",
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
        )
    )
    fixable = sum(bool(finding.fix) for finding in findings)
    if fixable:
        terminal.tell(say("`i18nkit check --fix` mends {count} of them.", count=fixable))
