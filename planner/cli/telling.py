"""What a command says after it recorded something, and what it asks before.

Invariant: questions go to standard error, so that standard output holds only what was asked for.
"""

import sys
from collections.abc import Callable
from typing import Any

import click

from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.words import said
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened


def usage(edge: Edge, message: Message) -> click.UsageError:
    """Make the error for wrong usage."""
    return click.UsageError(edge.t(message), click.get_current_context(silent=True))


def confirm_recorded(edge: Edge, before: Opened, after: Opened, message: Message) -> None:
    """Say what was recorded; when nothing new was, say that instead. With --json: the new events."""
    known = {event.id for event in before.events}
    new = [event for event in after.events if event.id not in known]
    text = after.t(message if new else msg("Nothing to change: it was so already."))
    if edge.json:
        events = [
            {"id": each.id, "kind": each.kind, "day": each.day.isoformat(), "data": dict(each.data)}
            for each in new
        ]
        write_json({"recorded": bool(new), "text": text, "events": events})
        return
    write_lines([text])


def can_ask() -> bool:
    """Tell whether there is a terminal to ask on: questions go to standard error."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(edge: Edge, question: Message, *, default: bool = False) -> bool:
    """Ask yes or no on the terminal; an empty answer is the default."""
    answer = prompt(edge, question, read_yes, default="y" if default else "n")
    return bool(answer)


def prompt(edge: Edge, question: Message, read: Callable[[str], Any], default: str = "") -> Any:  # noqa: ANN401  # what `read` gives
    """Ask on the terminal until `read` accepts the answer; Ctrl-C and the end of input raise as themselves."""
    try:
        return click.prompt(
            edge.t(question),
            default=default,
            show_default=bool(default),
            err=True,
            value_proc=read,
            prompt_suffix=" ",
        )
    except click.Abort as stopped:
        raise KeyboardInterrupt from stopped


def read_yes(answer: str) -> bool:
    """Read yes or no; raises `click.UsageError` for anything else, so that the question is asked again."""
    word = answer.strip().lower()
    if word in {"y", "yes", "はい"}:
        return True
    if word in {"n", "no", "いいえ"}:
        return False
    raise click.UsageError(said(msg("Answer y or n.")))
