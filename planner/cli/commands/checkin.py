"""`planner checkin`: the week reported in a file or by questions, then the change, then the question."""

from typing import TYPE_CHECKING

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.proposing import check_can_settle, settle
from planner.cli.reading import read_input
from planner.cli.telling import can_ask, usage
from planner.problems import DataError
from planner.text.messages import msg

if TYPE_CHECKING:
    from planner.workspace.checkin.proposing import CheckInAnswers
    from planner.workspace.opening import Opened


@make_command(
    "checkin",
    more=N_("On a terminal it asks four things: hours, what is finished, evidence, days off next week."),
)
@option("--answers", metavar="FILE", help=N_("A YAML file with the answers; - is standard input."))
@option("--dry-run", is_flag=True, help=N_("Only show what would change."))
@option("--yes", is_flag=True, help=N_("Accept without asking."))
@json_option
@pass_edge
def command(edge: Edge, answers: str | None, dry_run: bool, yes: bool) -> None:
    """Check in."""
    if answers is None and not can_ask():
        raise usage(edge, msg("There is no terminal to ask on; give the answers with --answers FILE"))
    check_can_settle(edge, dry_run=dry_run, yes=yes)
    from planner.workspace.checkin.days import check_begun
    from planner.workspace.checkin.proposing import propose_checkin

    opened = edge.open()
    check_begun(opened)
    given = _ask(edge, opened) if answers is None else _read(opened, answers)
    settle(edge, propose_checkin(opened, given), dry_run=dry_run, yes=yes)
    if not edge.json:
        _say_newer(opened)


def _read(opened: "Opened", file: str) -> "CheckInAnswers":
    from planner.workspace.checkin.answers import read_answers

    text, name = read_input(file)
    answers, problems = read_answers(text, name, opened)
    if answers is None:
        raise DataError(problems)
    return answers


def _ask(edge: Edge, opened: "Opened") -> "CheckInAnswers":
    from planner.cli.questions import ask_checkin

    return ask_checkin(edge, opened)


def _say_newer(opened: "Opened") -> None:
    from planner.cli.newer import newer_lines
    from planner.cli.output import write_lines
    from planner.cli.views.page import make_page

    lines = newer_lines(make_page(opened.t), opened)
    if lines:
        write_lines(["", *lines])
