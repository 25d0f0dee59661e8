"""The command line as a whole: which commands there are, and the one place where errors end."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from typing import ClassVar, NoReturn

import click

from i18nkit import __version__
from i18nkit.cli.spoken import Group, Option, shared_options
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import Faults, I18nKitError, Message, say

COULD_NOT_RUN = 2
BUG = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # as shells tell it: 128 + SIGINT
PIPE_CLOSED = 141  # 128 + SIGPIPE
WIDEST = 80

# name -> its module, and the line about it. In the order of a catalogue's life, not of the alphabet.
COMMANDS: Mapping[str, tuple[str, Message]] = {
    "init": ("init", say("make a new, empty catalogue")),
    "import": ("import_list", say("take reading lists into the catalogue")),
    "sync": ("sync", say("stamp new texts, convert between the scripts")),
    "status": ("status", say("what is missing, stale or awaits review")),
    "check": ("check", say("what is wrong in texts and facts")),
    "accept": ("accept", say("say that texts are right as they stand")),
    "learn": ("learn", say("propose terms from people's corrections")),
    "glossary": ("glossary", say("list, find and add terms")),
    "show": ("show", say("one paper with all its texts")),
    "convert": ("convert", say("convert stdin between the scripts")),
    "build": ("site", say("build the site")),
    "serve": ("site", say("serve the site, with live reload")),
}

_ABOUT = say("A catalogue of papers in several languages: import, convert, check, publish.")


class App(Group):
    """Loads a command's module only when that command is called."""

    about = _ABOUT
    commands_about: ClassVar[Mapping[str, Message]] = {name: about for name, (_, about) in COMMANDS.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        from importlib import import_module

        module = import_module(f"i18nkit.cli.{COMMANDS[name][0]}")
        found = vars(module)[f"{name}_command"]
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise I18nKitError(say("no command is called {name}", name=args[0]), remedy=_meant(args[0]))
        return super().resolve_command(ctx, args)


def _meant(word: str) -> Message:
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, 1)
    if close:
        return say("did you mean {word}?", word=close[0])
    return say("known commands: {names}", names=", ".join(COMMANDS))


def _print_version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        print(f"i18nkit {__version__}")
        ctx.exit()


app = App(
    "i18nkit",
    params=[
        Option(
            ["--version"],
            help=say("say the version"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
        ),
        *shared_options(),
    ],
)


def main() -> NoReturn:
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code: 0 clean, 1 findings, 2 could not run."""
    _open_streams()
    terminal = Terminal.of(arguments)
    try:
        # Not app.main(), which would end errors of its own way.
        with app.make_context("i18nkit", list(arguments), obj=terminal, terminal_width=_width()) as context:
            code = app.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:  # --help, --version
        return done.exit_code
    except click.ClickException as error:  # usage
        error.show()
        return COULD_NOT_RUN
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more as it ends
        return PIPE_CLOSED
    except Exception as error:
        return _told(terminal, error)
    return int(code or 0)


def _open_streams() -> None:
    """What the caller has closed is a file without content; what an encoding cannot say is said by its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 (open till the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _width() -> int:
    """Of help, in columns. click would find it by a library that takes as long to load as all of our words."""
    columns = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else WIDEST
    return max(40, min(columns, WIDEST) - 2)


def _told(terminal: Terminal, error: Exception) -> int:
    from i18nkit.cli import trouble

    match error:
        case Faults():
            trouble.tell_faults(terminal, error)
        case I18nKitError():
            trouble.tell_error(terminal, error)
        case OSError() if error.strerror:
            trouble.tell_refusal(terminal, error)
        case _:
            trouble.tell_bug(terminal, error)
            return BUG
    return COULD_NOT_RUN
