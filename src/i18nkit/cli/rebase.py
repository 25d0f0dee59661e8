"""What `i18nkit sync --rebase` shows, asks and does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say

if TYPE_CHECKING:
    from i18nkit.config import Settings
    from i18nkit.flows.rebase import Rebase


def bring_over(terminal: Terminal, settings: Settings, *, dry_run: bool, ask: bool) -> bool:
    """Whether anything was written."""
    from i18nkit.flows.rebase import apply, rebases

    found = rebases(settings)
    chosen = []
    for rebase in found:
        _put(terminal, rebase)
        if rebase.text is not None and not dry_run and (not ask or _agreed(terminal)):
            chosen.append(rebase)
    apply(settings, chosen)
    clean = sum(rebase.text is not None for rebase in found)
    terminal.tell(
        say(
            "corrections to bring over: {clean}; for a person to decide: {unclean}",
            clean=clean,
            unclean=len(found) - clean,
        )
        if dry_run
        else say(
            "corrections brought over: {count}; for a person to decide: {unclean}",
            count=len(chosen),
            unclean=len(found) - clean,
        )
    )
    if chosen:
        terminal.tell(say("They ask for a look: read them, then `i18nkit accept` them."))
    return bool(chosen)


def _put(terminal: Terminal, rebase: Rebase) -> None:
    """On lines that no patch program takes for its own: they may stand below a diff."""
    from i18nkit.translation import marked

    unit = rebase.unit
    place = say("{address} ({place})", address=str(unit.address), place=f"{unit.file}:{unit.line}")
    lines = [terminal.speak(place)]
    if rebase.text is not None:
        lines += [f"  {line}" for line in marked(unit.text, rebase.text).splitlines()]
    if rebase.problem:
        lines.append(f"  {terminal.speak(rebase.problem)}")
    for conflict in rebase.merge.conflicts if rebase.merge else ():
        lines += [
            "  " + terminal.speak(say("it was: {text}", text=conflict.base)),
            "    " + terminal.speak(say("a person wrote: {text}", text=conflict.ours)),
            "    " + terminal.speak(say("the converter now says: {text}", text=conflict.theirs)),
        ]
    for line in lines:
        terminal.put(f"# {line}")


def _agreed(terminal: Terminal) -> bool:
    import click

    return click.confirm(terminal.speak(say("Bring it over?")), default=False, err=True)
