"""The values that only the commands of the learner's hand take: where to move a session, and a window of a day."""

from typing import TYPE_CHECKING, Any

import click

from planner.cli.words import said
from planner.text.messages import msg
from planner.text.moments import Moment, read_moment

__all__ = ["WHEN", "WINDOW", "Moment"]

if TYPE_CHECKING:
    WhenType = click.ParamType["Moment"]
    WindowType = click.ParamType[tuple[int, int]]
else:
    WhenType = WindowType = click.ParamType


class When(WhenType):
    """A place in time: `2026-12-04T20:00`, a clock time on the same day, or a day at the same clock time."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Moment:  # noqa: ANN401  # click's own
        """Read a day and minutes after midnight, each if it is there; anything else is wrong usage."""
        if isinstance(value, tuple):
            return value
        found = read_moment(value)
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


WHEN, WINDOW = When(), Window()
