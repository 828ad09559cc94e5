"""The values that only the commands of the learner's hand take: where to move a session, and a window of a day."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from planner.cli.words import FIRST_YEAR, LAST_YEAR, said
from planner.text.messages import msg

if TYPE_CHECKING:
    WhenType = click.ParamType["Moment"]
    WindowType = click.ParamType[tuple[int, int]]
else:
    WhenType = WindowType = click.ParamType

Moment = tuple[date | None, int | None]


class When(WhenType):
    """A place in time: `2026-12-04T20:00`, a clock time on the same day, or a day at the same clock time."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Moment:  # noqa: ANN401  # click's own
        """Read a day and minutes after midnight, each if it is there; anything else is wrong usage."""
        if isinstance(value, tuple):
            return value
        found = _moment(value)
        if found is None:
            wrong = msg(
                "“{value}” is no place; write it as 2026-12-04T20:00, 20:00 or 2026-12-04", value=value
            )
            self.fail(said(wrong), param, ctx)
        return found


class Window(WindowType):
    """A window of a day, as the profile has them: `20:00-22:00`; `23:00-01:00` goes across midnight."""

    name = "window"

    def convert(
        self,
        value: Any,  # noqa: ANN401  # click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, int]:
        """Read minutes after midnight; anything else is wrong usage."""
        from planner.documents.wrong import Wrong
        from planner.learner.values import window

        if isinstance(value, tuple):
            return value
        try:
            return window(value)
        except Wrong as error:
            self.fail(said(error.faults[0][1]), param, ctx)


def _moment(text: str) -> Moment | None:
    """Read a day, a clock time, or both with a T or a space between."""
    first, both, second = text.strip().replace("T", " ").partition(" ")
    if both or "-" in first:
        day = _day(first)
        minute = _minute(second) if both else None
        return None if day is None or (both and minute is None) else (day, minute)
    minute = _minute(first)
    return None if minute is None else (None, minute)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _minute(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", text)
    hour, minute = (int(found[1]), int(found[2])) if found else (24, 60)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


WHEN, WINDOW = When(), Window()
