"""`i18nkit learn`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from i18nkit.cli.spoken import choice, command, option
from i18nkit.cli.terminal import Terminal
from i18nkit.errors import say

if TYPE_CHECKING:
    from i18nkit.flows.learn import Example, Learnt, Proposal
    from i18nkit.model.glossary import Term
    from i18nkit.model.unit import Unit

SCHEMA = 1
MOST_EXAMPLES = 3  # of a proposal, in words


@command(
    "learn",
    say(
        "Propose rows for the glossary from what people changed in converted texts, each with what it would change "
        "elsewhere. Accept or decline them by their ids, or one by one on a terminal; declined ones do not come again."
    ),
)
@option("--accept", metavar="ID", multiple=True, help=say("take this row into the glossary; may be repeated"))
@option("--decline", metavar="ID", multiple=True, help=say("never propose this row again; may be repeated"))
@option("--format", "form", **choice("table", "json", default="table"), help=say("how it is shown"))
def learn_command(terminal: Terminal, accept: tuple[str, ...], decline: tuple[str, ...], form: str) -> None:
    from i18nkit.flows.learn import answer, learn

    settings = terminal.settings()
    learnt = learn(settings)
    if form == "table" and not (accept or decline) and sys.stdin.isatty() and sys.stdout.isatty():
        accept, decline = asked(terminal, learnt)
    elif not (accept or decline):
        _put(terminal, learnt, form)
    if accept or decline:
        answer(settings, learnt, accept=accept, decline=decline)
        terminal.tell(
            say(
                "rows accepted: {accepted}; declined: {declined}", accepted=len(accept), declined=len(decline)
            )
        )
        if form == "json":
            _put(terminal, learn(settings), form)
    if accept:
        terminal.tell(say("`i18nkit sync --reconvert` brings them into the texts that nobody has edited"))


def _put(terminal: Terminal, learnt: Learnt, form: str) -> None:
    from i18nkit.cli.view import Column, put_json, put_table

    if form == "json":
        put_json(terminal, _json(learnt))
        return
    if learnt.proposals:
        put_table(
            terminal,
            [
                Column(say("id")),
                Column(say("source")),
                Column(say("converter")),
                Column(say("person")),
                Column(say("only")),
                Column(say("corrections"), right=True),
                Column(say("against"), right=True),
                Column(say("would change"), right=True),
                Column(say("examples"), whole=True),
            ],
            [_row(proposal) for proposal in learnt.proposals],
        )
    _tell(terminal, learnt)


def _row(proposal: Proposal) -> tuple[str | int, ...]:
    places = [str(example.unit.address) for example in proposal.examples]
    more = ["…"] if len(places) > MOST_EXAMPLES else []
    return (
        proposal.id,
        proposal.source,
        proposal.was,
        proposal.target,
        proposal.term.only,
        len(proposal.examples),
        proposal.against,
        len(proposal.impact),
        "\n".join(places[:MOST_EXAMPLES] + more),
    )


def _tell(terminal: Terminal, learnt: Learnt) -> None:
    for unit in learnt.lost:
        terminal.tell(
            say(
                "{place}: the source it was made from is not in the history, so nothing is learnt from it",
                place=f"{unit.file}:{unit.line}",
            )
        )
    if learnt.proposals:
        terminal.tell(
            say("`i18nkit learn --accept ID` takes a row into the glossary, --decline ID turns it down")
        )
    else:
        terminal.tell(say("Nothing to learn: people have changed no word of the converter's."))


def asked(terminal: Terminal, learnt: Learnt) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids accepted and declined, one by one; what is neither comes again."""
    import click

    answers: dict[str, list[str]] = {"a": [], "d": []}
    for proposal in learnt.proposals:
        for line in _described(terminal, proposal):
            terminal.put(line)
        question = terminal.speak(say("accept, decline, skip or quit?"))
        reply = click.prompt(question, type=click.Choice(["a", "d", "s", "q"]), default="s", err=True)
        if reply == "q":
            break
        answers.get(reply, []).append(proposal.id)
    if not learnt.proposals or learnt.lost:
        _tell(terminal, learnt)
    return tuple(answers["a"]), tuple(answers["d"])


def _described(terminal: Terminal, proposal: Proposal) -> Iterator[str]:
    from i18nkit.translation import marked

    yield f"{proposal.source} -> {proposal.target} ({proposal.was})"
    if proposal.is_one_way:
        yield "  " + terminal.speak(
            say(
                "used only for the conversion into {tag}: the way back would spoil texts that people have read",
                tag=proposal.route.target,
            )
        )
    for example in proposal.examples[:MOST_EXAMPLES]:
        yield f"  {_place(example.unit)}"
        yield f"    {example.unit.text}"
    if proposal.against:
        yield "  " + terminal.speak(
            say("texts people have read that say it otherwise: {count}", count=proposal.against)
        )
    yield "  " + terminal.speak(say("other texts it would change: {count}", count=len(proposal.impact)))
    for anew in proposal.impact:
        yield f"  {_place(anew.unit)}"
        yield f"    {marked(anew.unit.text, anew.text)}"


def _place(unit: Unit) -> str:
    return f"{unit.file}:{unit.line}: {unit.address}"


def _json(learnt: Learnt) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "proposals": [_json_proposal(proposal) for proposal in learnt.proposals],
        "without-history": [str(unit.address) for unit in learnt.lost],
    }


def _json_proposal(proposal: Proposal) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "row": _json_row(proposal.term),
        "from": proposal.route.source,
        "to": proposal.route.target,
        "source": proposal.source,
        "converter": proposal.was,
        "person": proposal.target,
        "count": len(proposal.examples),
        "against": proposal.against,
        "examples": [_json_example(example) for example in proposal.examples],
        "would_change": [
            {
                "address": str(anew.unit.address),
                "file": anew.unit.file,
                "line": anew.unit.line,
                "before": anew.unit.text,
                "after": anew.text,
            }
            for anew in proposal.impact
        ],
    }


def _json_row(term: Term) -> dict[str, str]:
    """As it would stand in the glossary."""
    return {**term.texts, "only": term.only} if term.only else dict(term.texts)


def _json_example(example: Example) -> dict[str, Any]:
    unit = example.unit
    return {
        "address": str(unit.address),
        "file": unit.file,
        "line": unit.line,
        "source": example.source,
        "text": unit.text,
    }
