"""`i18nkit accept`."""

from __future__ import annotations

import click

from i18nkit.cli.spoken import command
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say


@command(
    "accept",
    say(
        "Say of texts that they are right as they stand. An address reads zh-Hant/papers/bert#summary; "
        "* stands for anything, and an address without # means every field of the file."
    ),
)
@click.argument("patterns", metavar="ADDRESS|PATTERN…", nargs=-1, required=True)
def accept_command(terminal: Terminal, patterns: tuple[str, ...]) -> None:
    from i18nkit.flows.accept import accept

    done = accept(terminal.settings(), patterns)
    for address in done.accepted:
        terminal.put(str(address))
    terminal.tell(
        say(
            "accepted: {accepted}; right already: {unchanged}",
            accepted=len(done.accepted),
            unchanged=len(done.unchanged),
        )
    )
