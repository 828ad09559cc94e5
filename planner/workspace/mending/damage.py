"""Damage of the journal as every command and the app say it: a line for each of a few, one line for many."""

from collections.abc import Sequence
from dataclasses import replace

from planner.problems import Problem
from planner.text.messages import Message, msg, msg_n

_FEW = 2


def in_brief(problems: Sequence[Problem]) -> list[Problem]:
    """Return what to say of what is wrong with the journal: with its place when it is little, else how much it is."""
    if len(problems) <= _FEW:
        return [replace(each, message=_with_hint(each.message)) for each in problems]
    damaged = [each for each in problems if each.line]
    gone = sum(each.message.count for each in problems if not each.line)
    said: list[Message] = []
    if damaged:
        said.append(
            msg_n(
                "{count} line of the journal is damaged",
                "{count} lines of the journal are damaged",
                len(damaged),
            )
        )
    if gone:
        said.append(
            msg_n("{count} event that was here is gone", "{count} events that were here are gone", gone)
        )
    what = said[0] if len(said) == 1 else msg("{damage}, and {more}", damage=said[0], more=said[1])
    return [Problem(msg("{what}: planner journal check says which and what can be saved", what=what))]


def _with_hint(message: Message) -> Message:
    return msg("{damage}; planner journal check says what can be saved", damage=message)
