"""`i18nkit build` and `i18nkit serve`."""

from __future__ import annotations

import click

from i18nkit.cli.spoken import command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import I18nKitError, say

LAST_PORT = 65535


@command("build", say("Build the site in all locales: the same as `mkdocs build --strict`."))
@option("--site-dir", metavar="DIR", type=click.Path(file_okay=False), help=say("where the site goes"))
def build_command(terminal: Terminal, site_dir: str | None) -> None:
    from pathlib import Path

    from i18nkit.site.build import build_site

    settings = terminal.settings()
    built = build_site(settings, site_dir=Path(site_dir).resolve() if site_dir else None)
    terminal.tell(
        say(
            "The site lies in {folder}. `i18nkit serve` shows it.",
            folder=settings.shown(built),
        )
    )


@command("serve", say("Serve the site on this machine and build it again whenever a file changes."))
@option(
    "-a",
    "--address",
    metavar="HOST:PORT",
    default="127.0.0.1:8000",
    show_default=True,
    help=say("where to listen"),
)
def serve_command(terminal: Terminal, address: str) -> None:
    from i18nkit.site.build import serve

    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > LAST_PORT:
        raise I18nKitError(
            say("{address} is no address to listen on", address=address),
            remedy=say("write it as 127.0.0.1:8000"),
        )
    serve(terminal.settings(), address)
