"""How commands are declared: `command`, `group`, `option`, `json_option`, and the types of their values.

Invariant: a command's one line comes from the table of commands.
"""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from planner.cli.click_words import N_
from planner.cli.table import COMMANDS, PARTS
from planner.cli.words import Command, Day, Group, Option, edge_of, said
from planner.text.durations import hours_to_minutes, parse_minutes, plain
from planner.text.messages import msg
from planner.text.refusals import no_length

MOST_MINUTES = 600_000  # 10,000 h
option = partial(click.option, cls=Option)
argument = click.argument
pass_edge = click.pass_obj
PAST_DAY, NEAREST_DAY, COMING_DAY = Day("PAST"), Day("NEAREST"), Day("COMING")


def command(name: str, *, of: str = "", more: str = "") -> Callable[[Callable[..., Any]], click.Command]:
    """Declare the command `name`, or the one of a group; `more` (marked with `N_`) follows its one line in help."""
    line = (PARTS[of] if of else COMMANDS)[name][1]
    return click.command(name, cls=Command, help=line, more=more)


def group(name: str) -> Group:
    """Declare a group of commands by its name in the table."""
    return Group(name, help=COMMANDS[name][1], lazy=PARTS[name], no_args_is_help=True)


def _set_json(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        edge_of(ctx).json = True


json_option = option(
    "--json",
    is_flag=True,
    expose_value=False,
    callback=_set_json,
    help=N_("Print one JSON document and nothing else."),
)


if TYPE_CHECKING:
    MinutesType = click.ParamType[int]
    PairType = click.ParamType[tuple[str, tuple[str, ...]]]
else:
    MinutesType = PairType = click.ParamType


class Length(MinutesType):
    """A length of time: 1h30m, 90m, 1.5h."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401  # click's own
        """Read minutes; anything else is wrong usage."""
        minutes = value if isinstance(value, int) else parse_minutes(value)
        if minutes is None or minutes > MOST_MINUTES:
            self.fail(
                said(no_length(str(value))),
                param,
                ctx,
            )
        return minutes


class Hours(MinutesType):
    """Hours a week, as a number (`20`, `18.5`) or a length (`18h30m`); kept as minutes."""

    name = "hours"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401  # click's own
        """Read minutes a week; anything else is wrong usage."""
        if isinstance(value, int):
            return value
        try:
            minutes: int | None = hours_to_minutes(Decimal(plain(value))) if len(value) <= 10 else None
        except (InvalidOperation, ValueError, OverflowError):
            minutes = parse_minutes(value)
        if minutes is None or not 0 <= minutes <= MOST_MINUTES:
            self.fail(
                said(msg("“{value}” is not a number of hours; write it as 20 or 18h30m", value=value)),
                param,
                ctx,
            )
        return minutes


class Pair(PairType):
    """A choice and the options picked: `speciality=vision`, `speciality=nlp,vision`."""

    name = "choice"

    def convert(
        self,
        value: Any,  # noqa: ANN401  # click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, tuple[str, ...]]:
        """Read a choice; anything else is wrong usage."""
        if isinstance(value, tuple):
            return value
        name, _, picked = value.partition("=")
        options = tuple(part.strip() for part in picked.split(",") if part.strip())
        if not name.strip() or not options:
            self.fail(
                said(msg("“{value}” is no choice; write it as speciality=vision", value=value)), param, ctx
            )
        return name.strip(), options


class Whole(MinutesType):
    """A whole number from `low` to `high`, in digits of any width."""

    name = "number"

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401  # click's own
        """Read a number; anything else is wrong usage."""
        written = plain(str(value)).strip()
        number = int(written) if re.fullmatch(r"[+-]?[0-9]{1,9}", written) else None
        if number is None or not self.low <= number <= self.high:
            wrong = msg(
                "“{value}” does not fit; write a whole number from {low} to {high}",
                value=str(value), low=self.low, high=self.high,
            )  # fmt: skip
            self.fail(said(wrong), param, ctx)
        return number


LENGTH, HOURS, PAIR = Length(), Hours(), Pair()
