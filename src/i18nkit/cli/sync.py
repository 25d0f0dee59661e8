"""`i18nkit sync`."""

from __future__ import annotations

from i18nkit.cli.spoken import command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say


@command(
    "sync",
    say(
        "Stamp what awaits a stamp, and convert what is missing or stale along the routes between the scripts. "
        "No text that a person has edited is touched; a second run changes nothing."
    ),
)
@option("--dry-run", is_flag=True, help=say("show the diff and write nothing"))
def sync_command(terminal: Terminal, dry_run: bool) -> None:
    from i18nkit.cli.view import put_diff
    from i18nkit.flows.sync import sync

    done = sync(terminal.settings(), dry_run=dry_run)
    if dry_run:
        for rewrite in done.rewrites:
            put_diff(terminal, rewrite.diff())
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
