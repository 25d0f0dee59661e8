"""click's commands and options, their words said in the user's language at the moment they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, ClassVar
from unicodedata import east_asian_width

import click

from i18nkit.cli.terminal import Terminal
from i18nkit.errors import Message, say
from i18nkit.messages import LANGUAGES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_OPENING, _CLOSING = "（《「『“", "，。、；：！？）》」』”…"


class Help(click.HelpFormatter):
    """Lines are broken where Chinese may be broken too, and counted as terminals count."""

    def write_text(self, text: str) -> None:
        if text.isascii():
            super().write_text(text)
            return
        for line in wrapped(text, self.width - self.current_indent):
            self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_heading(self, heading: str) -> None:
        colon = click.get_current_context().obj.speak(say(":"))
        self.write(f"{'':>{self.current_indent}}{heading}{colon}\n")


def wrapped(text: str, room: int) -> list[str]:
    lines = [""]
    for piece in _unbroken(text):
        if lines[-1] and _cells(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _unbroken(text: str) -> Iterator[str]:
    """What no line is broken within: a word, or one Han character, with the marks and spaces that cling to either."""
    piece = text[:1]
    for before, after in pairwise(text):
        clings = before in _OPENING or after in _CLOSING or after == " "
        if not clings and (before == " " or max(_cells(before), _cells(after)) > 1):
            yield piece
            piece = ""
        piece += after
    yield piece


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


class Context(click.Context):
    formatter_class = Help


class Group(click.Group):
    """`about` is its help; `commands_about` says of each command what it does, in the order of the listing."""

    context_class = Context
    about: ClassVar[Message]
    commands_about: ClassVar[Mapping[str, Message]]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = terminal_of(ctx).speak(self.about)
        super().format_help_text(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        speak = terminal_of(ctx).speak
        with formatter.section(speak(say("Commands"))):
            formatter.write_dl([(name, speak(about)) for name, about in self.commands_about.items()])


class Option(click.Option):
    def __init__(self, declarations: Sequence[str], *, help: Message, **attributes: Any) -> None:
        super().__init__(declarations, help=help, **attributes)
        self.said = help

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = terminal_of(ctx).speak(self.said)
        return super().get_help_record(ctx)


class Command(click.Command):
    """Takes the options that every command takes."""

    context_class = Context

    def __init__(self, name: str | None, *, help: Message, **attributes: Any) -> None:
        super().__init__(name, help=help, **attributes)
        self.said = help
        self.params += shared_options()

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = terminal_of(ctx).speak(self.said)
        super().format_help_text(ctx, formatter)


def command(name: str, help: Message) -> Callable[[Callable[..., Any]], click.Command]:
    """The function gets the Terminal first. What it returns is the exit code; None is 0."""
    return lambda function: click.command(name, cls=Command, help=help)(click.pass_obj(function))


def option(*declarations: str, help: Message, **attributes: Any) -> Decorator:
    return click.option(*declarations, cls=Option, help=help, **attributes)


def choice(*names: str, default: str | None = None) -> dict[str, Any]:
    """The attributes of an option with one of these values."""
    return {"type": click.Choice(names), "default": default, "show_default": default is not None}


def shared_options() -> list[click.Parameter]:
    return [
        Option(
            ["-C", "--project"],
            help=say("the folder of the catalogue, instead of looking for it upward from here"),
            metavar="DIR",
            type=click.Path(),
            expose_value=False,
            callback=_set_project,
        ),
        Option(
            ["--lang"],
            help=say("the language of messages, instead of the environment's"),
            type=click.Choice(LANGUAGES),
            expose_value=False,
        ),
        Option(
            ["--traceback"],
            help=say("on an error of the tool itself, show where it happened"),
            is_flag=True,
            expose_value=False,
            callback=_set_traceback,
        ),
    ]


def _set_project(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        terminal_of(ctx).project = value


def _set_traceback(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        terminal_of(ctx).traceback = True


def terminal_of(ctx: click.Context) -> Terminal:
    terminal = ctx.obj
    assert isinstance(terminal, Terminal)
    return terminal
