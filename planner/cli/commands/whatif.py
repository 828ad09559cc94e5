"""`planner whatif`: what another week, goal or choice would change; with --apply it is made so."""

from datetime import date
from typing import TYPE_CHECKING

import click

from planner.cli.building import COMING_DAY, HOURS, LENGTH, PAIR, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import usage
from planner.text.messages import msg

if TYPE_CHECKING:
    from planner.schedule.supposing import Change
    from planner.workspace.opening import Opened


def _read_estimates(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, int]:
    """Read `module=12` and `module=12h30m`; anything else is wrong usage."""
    pairs = [(name, hours) for name, _, hours in (value.partition("=") for value in values)]
    return {name: HOURS.convert(hours, param, ctx) for name, hours in pairs}


@make_command("whatif")
@option("--hours-per-week", "hours", type=HOURS, metavar="N", help=N_("Another number of hours a week."))
@option("--goal", type=COMING_DAY, metavar="DATE", help=N_("Another goal."))
@option("--drop", multiple=True, metavar="ID", help=N_("Drop a module, or a priority such as stretch."))
@option(
    "--choice", "choices", multiple=True, type=PAIR, metavar="ID=OPTION", help=N_("Choose another option.")
)
@option("--background", multiple=True, metavar="ID", help=N_("Bring something already, such as programming."))
@option("--off", multiple=True, type=COMING_DAY, metavar="DATE", help=N_("Take a day off."))
@option("--lost", type=LENGTH, default=0, metavar="TIME", help=N_("Lose that much of the next free time."))
@option(
    "--estimate",
    "estimates",
    multiple=True,
    callback=_read_estimates,
    metavar="ID=HOURS",
    help=N_("Let a module have so many hours still to do."),
)
@option("--done", multiple=True, metavar="ID", help=N_("Let a module be finished today."))
@option("--apply", is_flag=True, help=N_("Write the settings into profile.yaml, and accept the plan."))
@json_option
@pass_edge
def command(
    edge: Edge,
    *,
    hours: int | None,
    goal: date | None,
    drop: tuple[str, ...],
    choices: tuple[tuple[str, tuple[str, ...]], ...],
    background: tuple[str, ...],
    off: tuple[date, ...],
    lost: int,
    estimates: dict[str, int],
    done: tuple[str, ...],
    apply: bool,
) -> None:
    """Suppose a change."""
    from planner.curriculum.model import Priority
    from planner.workspace.naming import module_named
    from planner.workspace.supposing.whatif import Change, what_if

    if not any((hours is not None, goal, drop, choices, background, off, lost, estimates, done)):
        raise usage(edge, msg("Say what would be different, as in: planner whatif --hours-per-week 20"))
    if apply and (off or lost or estimates or done):
        raise usage(edge, msg("--apply is for settings: leave out --off, --lost, --estimate and --done"))
    opened = edge.open()
    drop = tuple(each if each in set(Priority) else module_named(opened, each) for each in drop)
    settings = (hours, goal, drop, dict(choices), background)
    done = tuple(module_named(opened, each) for each in done)
    estimates = {module_named(opened, each): minutes for each, minutes in estimates.items()}
    change = Change(*settings, off=off, lost=lost, estimates=estimates, done=done)
    if apply:
        _make_so(edge, opened, change)
        return
    supposed = what_if(opened, change)
    if edge.json:
        from planner.workspace.views.documents import proposal_document

        write_json(proposal_document(supposed))
        return
    from planner.cli.views.page import make_page
    from planner.cli.views.whatif import whatif_lines

    write_lines(whatif_lines(make_page(opened.t), supposed, opened.titles))


def _make_so(edge: Edge, opened: "Opened", change: "Change") -> None:
    """Write what was supposed into profile.yaml, and accept the plan that follows."""
    from planner.cli.setting import settle_settings
    from planner.workspace.settings.supposed import settings_of
    from planner.workspace.supposing.whatif import changed_profile

    changed_profile(opened, change)
    settle_settings(edge, opened, settings_of(opened, change), dry_run=False)
