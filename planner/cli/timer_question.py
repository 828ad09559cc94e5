"""The question of a forgotten timer, and the clock times that the timer's commands take.

Invariant: nothing is asked without a terminal, or for JSON; then the workspace refuses with what to write.
"""

from dataclasses import replace

import click

from planner.cli.edge import Edge
from planner.cli.hand_values import Moment
from planner.cli.telling import can_ask, prompt, usage
from planner.cli.words import said
from planner.text.durations import parse_minutes, write_minutes
from planner.text.messages import msg
from planner.workspace.opening import Opened
from planner.workspace.tracking.log import DAY
from planner.workspace.tracking.span import NOW, At, Stop, in_doubt, moment
from planner.workspace.tracking.timer import latest, planned_length, say_running


def clock_time(edge: Edge, at: Moment | None) -> At | None:
    """Return a day, if there is one, and minutes after midnight; a day alone is wrong usage."""
    if at is None:
        return None
    day, minute = at
    if minute is None:
        raise usage(edge, msg("--at needs a clock time, as in --at 20:00"))
    return day, minute


def length_of_doubtful(edge: Edge, opened: Opened, how: Stop = NOW, at: At | None = None) -> Stop:
    """Ask how long a timer really was, if only the learner knows and can be asked; an answer of 0 discards it.

    `at` is when the next one begins.
    """
    found = latest(opened)
    then = None if at is None else moment(opened, at)
    if found is None or not in_doubt(opened, found, then) or edge.json or not can_ask():
        return how
    question = msg(
        "{module}: {running}. How long did you really study (0: not at all)?",
        module=found.title,
        running=say_running(found, opened.now.date(), opened.language),
    )
    took = int(prompt(edge, question, _read_length, write_minutes(planned_length(opened, found))))
    return replace(how, took=took) if took else replace(how, discard=True)


def _read_length(answer: str) -> int:
    minutes = 0 if answer.strip() == "0" else parse_minutes(answer)
    if minutes is None or minutes > DAY:
        raise click.UsageError(said(msg("Write a length of time, such as 1h30m or 0.")))
    return minutes
