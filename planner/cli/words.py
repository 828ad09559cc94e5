"""Click's building blocks, made to speak the user's language: help is translated and set when it is shown.

Invariant: help texts in the code are English and marked with `N_`; nothing is translated at import.
"""

import gettext
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.text.messages import LOCALE, Message, Translator, msg
from planner.text.width import pad, width, wrap


def say(text: str) -> str:
    """Say a marked text in the language that `speak` chose."""
    return gettext.gettext(text) if text else ""


class Formatter(click.HelpFormatter):
    """Sets help by the columns that characters take, so that Japanese stays inside the terminal."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, each wrapped to the width."""
        room = self.width - self.current_indent
        paragraphs = [wrap(paragraph, room) for paragraph in text.split("\n\n")]
        space = " " * self.current_indent
        self.write("\n\n".join("\n".join(space + line for line in lines) for lines in paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean in two columns."""
        rows = list(rows)
        column = min(max((width(term) for term, _ in rows), default=0), col_max) + col_spacing
        space = " " * self.current_indent
        for term, meaning in rows:
            lines = wrap(meaning, max(self.width - column - self.current_indent, 20))
            above = width(term) > column - col_spacing
            if above:
                self.write(f"{space}{term}\n")
            for number, line in enumerate(lines):
                label = "" if above or number else term
                self.write(f"{space}{pad(label, column)}{line}".rstrip() + "\n")


class Context(click.Context):
    """Click's context with our formatter."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose help is said in the user's language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's names and its help."""
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], record[1].replace(self.help, say(self.help), 1)


class Command(click.Command):
    """A command whose help is said in the user's language, and which takes the global options too."""

    context_class = Context

    def __init__(self, *args: Any, more: str = "", **kwargs: Any) -> None:  # noqa: ANN401  # click's own
        super().__init__(*args, **kwargs)
        self.more = more

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters, with the global options, unlisted, and help."""
        params = super().get_params(ctx)
        taken = {name for param in params for name in param.opts}
        return [*params, *(option for option in GLOBAL_AFTER if not taken & set(option.opts))]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option; its text is said anew each time."""
        return _said_anew(super().get_help_option(ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click calls it so
        """Write what the command is for."""
        _write_help(formatter, self.help, self.more)


class Group(click.Group):
    """A group of commands, each in a module of `planner.cli.commands` that is imported when it is called.

    `lazy` says where each command is: `module:attribute`, and what it is for, in one line.
    """

    context_class = Context
    command_class = Command

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:  # noqa: ANN401  # click's own
        super().__init__(*args, **kwargs)
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click calls it so
        """Return the commands in the order in which they are listed here."""
        return [*self.lazy, *(name for name in self.commands if name not in self.lazy)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        import importlib

        module, _, attribute = self.lazy[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(f"planner.cli.commands.{module}"), attribute or "command")
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; for a name that is none, say which is near."""
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            import difflib

            near = difflib.get_close_matches(name, self.list_commands(ctx), 1)
            if near:
                ctx.fail(said(msg("No command “{name}”; did you mean “{near}”?", name=name, near=near[0])))
            ctx.fail(said(msg("No command “{name}”; --help lists them.", name=name)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click calls it so
        """List the commands without importing the lazy ones."""
        rows = [(name, say(line)) for name, (_, line) in self.lazy.items()]
        with formatter.section(say("Commands")):
            formatter.write_dl(rows)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters, with the global options, unlisted, where they are not the group's own."""
        params = super().get_params(ctx)
        taken = {name for param in params for name in param.opts}
        return [*params, *(option for option in GLOBAL_AFTER if not taken & set(option.opts))]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option; its text is said anew each time."""
        return _said_anew(super().get_help_option(ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click calls it so
        """Write what the group is for."""
        _write_help(formatter, self.help)


if TYPE_CHECKING:
    DayType = click.ParamType[date]
else:
    DayType = click.ParamType


class Day(DayType):
    """A day, written as 2026-12-01, or as people say it: 12/1, yesterday, Thu.

    `side` names the side of today on which a day without a year is looked for; "" leaves only days that name theirs.
    """

    name = "date"

    def __init__(self, side: Literal["", "PAST", "NEAREST", "COMING"] = "") -> None:
        self.side = side

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401  # click's own
        """Read a day; anything else is wrong usage."""
        if isinstance(value, date):
            return value
        from planner.text.moments import Side, is_far, read_day
        from planner.text.refusals import no_day

        day = read_day(value)
        if day is None and self.side and ctx is not None:
            day = read_day(value, edge_of(ctx).day, Side[self.side])
        if day is None and is_far(value):
            far = msg("{value} is too far away; write a year from 1970 to 2200", value=value)
            self.fail(said(far), param, ctx)
        return self.fail(said(no_day(value)), param, ctx) if day is None else day


def said(message: Message) -> str:
    """Say a message in the language that `speak` chose, for wrong usage, before there is an edge."""
    return Translator("", gettext.translation("planner", LOCALE, fallback=True))(message)


def edge_of(ctx: click.Context) -> Edge:
    """Return the edge that all commands of this run share."""
    return ctx.find_root().ensure_object(Edge)


def _set_home(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        edge_of(ctx).home = Path(value)


def _set_today(ctx: click.Context, _param: click.Parameter, value: date | None) -> None:
    if value is not None:
        edge_of(ctx).today = value


def _set_language(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        edge_of(ctx).language = value


def global_options(*, hidden: bool) -> list[Option]:
    """Return --home, --today and --lang."""
    shared: dict[str, Any] = {"expose_value": False, "is_eager": True, "hidden": hidden}
    return [
        Option(
            ["--home"], metavar="DIR", callback=_set_home,
            help=N_("The plan's folder; else $PLANNER_HOME, else the platform's data folder."), **shared,
        ),
        Option(
            ["--today"], metavar="YYYY-MM-DD", type=Day(), callback=_set_today,
            help=N_("Show and plan as if it were the beginning of this day."), **shared,
        ),
        Option(
            ["--lang"], type=click.Choice(["en", "ja"]), callback=_set_language,
            help=N_("The language; else the profile's, else the locale's."), **shared,
        ),
    ]  # fmt: skip


GLOBAL_AFTER = global_options(hidden=True)


def _said_anew(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = say("Show this message and exit.")
    return option


def _write_help(formatter: click.HelpFormatter, *texts: str | None) -> None:
    for text in filter(None, texts):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(text))
