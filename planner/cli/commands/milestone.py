"""`planner milestone …`: steps, attempts, results."""

from collections.abc import Callable
from datetime import date
from typing import Any

from planner.cli.building import PAST_DAY, Whole, argument, group, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import confirm_recorded
from planner.journal.model import Evidence
from planner.text import LocalText, msg
from planner.workspace.naming import milestone_named
from planner.workspace.opening import Opened

command = group("milestone")
COUNT = Whole(1, 1_000_000)


@make_command("list", of="milestone")
@json_option
@pass_edge
def list_all(edge: Edge) -> None:
    """Show the milestones."""
    from planner.workspace.views.milestones import milestone_rows

    opened = edge.open()
    if edge.json:
        from planner.workspace.views.documents import milestones_document

        write_json(milestones_document(opened))
        return
    from planner.cli.views.milestones import board_lines
    from planner.cli.views.page import make_page

    write_lines(board_lines(make_page(opened.t), milestone_rows(opened)))


@make_command("step", of="milestone", more=N_("N counts from 1; without --on or --off the tick changes."))
@argument("milestone", metavar="ID")
@argument("number", metavar="N", type=COUNT)
@option("--on/--off", "ticked", default=None, help=N_("Tick it off, or open it again."))
@json_option
@pass_edge
def step(edge: Edge, milestone: str, number: int, ticked: bool | None) -> None:
    """Tick a step."""
    from planner.workspace.milestones import tick_step

    opened = edge.open()
    milestone = milestone_named(opened, milestone)
    after = tick_step(opened, milestone, number, ticked)
    known = after.progress.milestones.get(milestone)
    title = _title(after, milestone)
    if known and number in known.steps:
        text = msg("{milestone}: step {number} ticked off.", milestone=title, number=number)
    else:
        text = msg("{milestone}: step {number} open again.", milestone=title, number=number)
    confirm_recorded(edge, opened, after, text)


def _evidence_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what shows a result."""
    for add in (
        option("--on", "day", type=PAST_DAY, metavar="DATE", help=N_("The day, instead of today.")),
        option("--teams", type=COUNT, metavar="N", help=N_("How many teams took part.")),
        option("--rank", type=COUNT, metavar="N", help=N_("The rank in the competition.")),
        option("--metric", default="", metavar="TEXT", help=N_("A score, such as 0.78.")),
        option("--url", default="", metavar="URL", help=N_("Where the result can be seen.")),
    ):
        function = add(function)
    return function


@make_command("try", of="milestone")
@argument("milestone", metavar="ID")
@_evidence_options
@json_option
@pass_edge
def attempt_it(
    edge: Edge,
    *,
    milestone: str,
    day: date | None,
    teams: int | None,
    rank: int | None,
    metric: str,
    url: str,
) -> None:
    """Record an attempt."""
    from planner.workspace.milestones import attempt, medal_sentence
    from planner.workspace.names import find_milestone

    opened = edge.open()
    milestone = milestone_named(opened, milestone)
    after = attempt(opened, milestone, Evidence(url, metric, rank, teams), day)
    text = msg("{milestone}: attempt recorded.", milestone=_title(after, milestone))
    found = find_milestone(after, milestone)
    medal = medal_sentence(rank, teams, found.target) if rank else None
    if medal is not None:
        text = msg("{sentence} {more}", sentence=text, more=medal)
    confirm_recorded(edge, opened, after, text)


@make_command("reach", of="milestone")
@argument("milestone", metavar="ID")
@_evidence_options
@json_option
@pass_edge
def reach_it(
    edge: Edge,
    *,
    milestone: str,
    day: date | None,
    teams: int | None,
    rank: int | None,
    metric: str,
    url: str,
) -> None:
    """Record a result."""
    from planner.workspace.milestones import doubts, reach
    from planner.workspace.names import find_milestone

    opened = edge.open()
    milestone = milestone_named(opened, milestone)
    known = opened.progress.milestones.get(milestone)
    after = reach(opened, milestone, Evidence(url, metric, rank, teams), day)
    text = msg("{milestone}: reached. Well done.", milestone=_title(after, milestone))
    if known and known.reached:
        title = _title(after, milestone)
        text = msg("{milestone}: was reached already on {day}.", milestone=title, day=known.reached)
    evidence = Evidence(url, metric, rank, teams)
    found = find_milestone(after, milestone)
    for doubt in doubts(found, after.progress.milestones[milestone], evidence):
        text = msg("{sentence} {more}", sentence=text, more=doubt)
    if found.evidence and not after.progress.milestones[milestone].shown:
        add = msg("To add evidence: planner milestone reach {id} --url …", id=milestone)
        text = msg("{sentence} {more}", sentence=text, more=add)
    confirm_recorded(edge, opened, after, text)


@make_command("reopen", of="milestone")
@argument("milestone", metavar="ID")
@json_option
@pass_edge
def reopen_it(edge: Edge, milestone: str) -> None:
    """Take a result back."""
    from planner.workspace.milestones import reopen

    opened = edge.open()
    milestone = milestone_named(opened, milestone)
    after = reopen(opened, milestone)
    text = msg("{milestone}: open again.", milestone=_title(after, milestone))
    confirm_recorded(edge, opened, after, text)


def _title(opened: Opened, milestone: str) -> LocalText | str:
    return opened.titles.get(milestone, milestone)
