"""`i18nkit init`."""

from __future__ import annotations

import click

from i18nkit.cli.spoken import command
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say


@command(
    "init",
    say(
        "Make a new, empty catalogue in DIR, or here: its configuration, note fields, a glossary and a first page "
        "in each locale. No file that is there is touched."
    ),
)
@click.argument("folder", metavar="[DIR]", required=False)
def init_command(terminal: Terminal, folder: str | None) -> None:
    from pathlib import Path

    from i18nkit.flows.init import init

    chosen = folder or terminal.project or "."
    made = init(Path(chosen))
    for name in made.written:
        terminal.put(name)
    if made.missing_lines:
        terminal.tell(say(".gitignore is yours; these lines belong into it:"))
        for line in made.missing_lines:
            terminal.tell(f"  {line}")
    option = "" if chosen == "." else f" -C {chosen}"
    terminal.tell(say("The catalogue is made. What to do next:"))
    for line, why in (
        ("import LIST.md", say("take in a reading list")),
        ("sync", say("stamp its texts and convert them")),
        ("status", say("see what is missing")),
        ("serve", say("look at the site")),
    ):
        terminal.tell(f"  i18nkit{option} {line:<16}{terminal.speak(why)}")
