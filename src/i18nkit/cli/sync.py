"""`i18nkit sync`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from i18nkit.cli.spoken import command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import I18nKitError, say

if TYPE_CHECKING:
    from i18nkit.flows.sync import Synced


@command(
    "sync",
    say(
        "Stamp what awaits a stamp, and convert what is missing or stale along the routes between the scripts. "
        "No text that a person has edited is touched; a second run changes nothing."
    ),
)
@option("--dry-run", is_flag=True, help=say("show the diff and write nothing"))
@option(
    "--reconvert",
    is_flag=True,
    help=say("convert anew, too, what another version of the converter or the glossary would say otherwise"),
)
@option(
    "--rebase",
    is_flag=True,
    help=say("bring corrections of converted texts over to the conversion of a source that has changed"),
)
@option("--ask", is_flag=True, help=say("as --rebase, but ask of each"))
def sync_command(terminal: Terminal, dry_run: bool, reconvert: bool, rebase: bool, ask: bool) -> None:
    from i18nkit.cli.rebase import bring_over
    from i18nkit.cli.view import put_diff
    from i18nkit.flows.sync import sync

    if ask and not sys.stdin.isatty():
        raise I18nKitError(
            say("--ask needs a terminal"), remedy=say("use --rebase, and look with --dry-run first")
        )
    settings = terminal.settings()
    done = sync(settings, dry_run=dry_run, reconvert=reconvert)
    if dry_run:
        for rewrite in done.rewrites:
            put_diff(terminal, rewrite.diff())
        put_impact(terminal, done)
    _tell_moves(terminal, done, reconvert)
    _tell_work(terminal, done, dry_run)
    if (rebase or ask) and bring_over(terminal, settings, dry_run=dry_run, ask=ask):
        sync(settings)  # what was made from a text just brought over


def _tell_work(terminal: Terminal, done: Synced, dry_run: bool) -> None:
    if not done.rewrites:
        terminal.tell(say("Nothing to do: every text is stamped, and every conversion is fresh."))
        return
    for locale in dict.fromkeys((*done.stamped, *done.converted)):
        terminal.tell(
            say(
                "{locale}: stamped {stamped}, converted {converted}",
                locale=locale,
                stamped=done.stamped.get(locale, 0),
                converted=done.converted.get(locale, 0),
            )
        )
    count = len(done.rewrites)
    terminal.tell(
        say("files that would change: {count}", count=count)
        if dry_run
        else say("files changed: {count}", count=count)
    )


def put_impact(terminal: Terminal, done: Synced) -> None:
    """How each text would come out, on lines that no patch program takes for its own."""
    from i18nkit.translation import marked

    for anew in done.impact:
        unit = anew.unit
        accepted = unit.stamp is not None and unit.stamp.accepted
        head = (
            say("{address} ({place}), accepted", address=str(unit.address), place=f"{unit.file}:{unit.line}")
            if accepted
            else say("{address} ({place})", address=str(unit.address), place=f"{unit.file}:{unit.line}")
        )
        terminal.put(f"# {terminal.speak(head)}")
        for line in marked(unit.text, anew.text).splitlines():
            terminal.put(f"#   {line}")


def _tell_moves(terminal: Terminal, done: Synced, reconvert: bool) -> None:
    for moved in done.moved:
        terminal.tell(
            say(
                "{route}: the converter has changed ({parts}); texts that come out differently: {count}",
                route=str(moved.route),
                parts=", ".join(moved.parts),
                count=moved.affected,
            )
            if moved.parts
            else say(
                "{route}: nobody recorded which converter made these texts; texts that come out differently: {count}",
                route=str(moved.route),
                count=moved.affected,
            )
        )
    if done.impact and not reconvert:
        terminal.tell(
            say("`i18nkit sync --reconvert` converts them anew; --dry-run shows how they would read")
        )
