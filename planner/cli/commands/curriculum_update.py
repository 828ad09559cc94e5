"""`planner curriculum update`: a newer version of the plan's curriculum, shown as a difference and taken on yes."""

from typing import TYPE_CHECKING

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.proposing import check_can_settle
from planner.cli.reading import read_input
from planner.cli.telling import ask
from planner.text.messages import Message, msg

if TYPE_CHECKING:
    from planner.workspace.update.updating import Update


@make_command(
    "update",
    of="curriculum",
    more=N_("Time studied stays where modules were renamed, split or merged. A backup is made first."),
)
@option("--from", "file", metavar="FILE", help=N_("Take this version instead; - is standard input."))
@option("--dry-run", is_flag=True, help=N_("Only show what would change."))
@option("--yes", is_flag=True, help=N_("Accept without asking."))
@json_option
@pass_edge
def update(edge: Edge, file: str | None, dry_run: bool, yes: bool) -> None:
    """Update the plan's curriculum."""
    check_can_settle(edge, dry_run=dry_run, yes=yes)
    from planner.workspace.update.updating import propose_update

    opened = edge.open()
    given = read_input(file) if file else ()
    found = propose_update(opened, *given)
    if found is None:
        _say_none(edge, opened.t(_none(given=bool(given))))
    elif edge.json:
        _take(found, wanted=yes)
        write_json(_document(found, accepted=yes))
    elif dry_run:
        write_lines([*_lines(found), "", opened.t(msg("A dry run: nothing is recorded."))])
    elif yes:
        _take(found, wanted=True)
        write_lines([*_lines(found), "", opened.t(_TAKEN)])
    else:
        write_lines([*_lines(found), ""])
        agreed = ask(edge, msg("Take this version, and this plan? (y/n)"))
        _take(found, wanted=agreed)
        write_lines([opened.t(_TAKEN if agreed else msg("Nothing was changed."))])


_TAKEN = msg(
    "Taken: curriculum.yaml is the new version, and this is the plan now. To take it back: planner undo"
)


def _none(*, given: bool) -> Message:
    if given:
        return msg("That is the plan's curriculum.yaml, byte for byte: nothing to take.")
    return msg("No newer version of this plan's curriculum comes with this planner.")


def _say_none(edge: Edge, text: str) -> None:
    if edge.json:
        write_json(_document(None, accepted=False))
        return
    write_lines([text])


def _take(found: "Update", *, wanted: bool) -> None:
    from planner.workspace.update.updating import take

    if wanted:
        take(found)


def _lines(found: "Update") -> list[str]:
    from planner.cli.views.curriculum_update import update_lines
    from planner.cli.views.page import make_page

    return update_lines(make_page(found.proposal.opened.t), found)


def _document(found: "Update | None", *, accepted: bool) -> dict[str, object]:
    from planner.cli.views.curriculum_update import update_document

    return update_document(found, accepted=accepted)
