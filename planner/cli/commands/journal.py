"""`planner journal …`: what happened."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from planner.cli.building import PAST_DAY, Whole, argument, group, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import usage
from planner.journal.kinds import KINDS
from planner.problems import DataError
from planner.text.messages import msg

if TYPE_CHECKING:
    from planner.workspace.opening import Opened
    from planner.workspace.undoing.actions import ActionLine

_USUAL = 20
command = group("journal")


@make_command(
    "show",
    of="journal",
    more=N_(
        "Newest first; MODULE leaves only what is about it. The ids are for `planner undo ID` and `planner log "
        "--amend ID`."
    ),
)
@argument("module", required=False)
@option("--since", type=PAST_DAY, metavar="DATE", help=N_("Recorded on this day or later."))
@option("--until", type=PAST_DAY, metavar="DATE", help=N_("Recorded on this day or earlier."))
@option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    metavar="KIND",
    help=N_("Only events such as log, checkin or plan; may be given several times."),
)
@option("-n", "count", type=Whole(1, 1_000_000), metavar="N", help=N_("How many, instead of 20."))
@option("--all", "everything", is_flag=True, help=N_("Everything, instead of the last 20."))
@option("--parts", is_flag=True, help=N_("Each part of an action on a line of its own."))
@json_option
@pass_edge
def show(
    edge: Edge,
    *,
    module: str | None,
    since: date | None,
    until: date | None,
    kinds: tuple[str, ...],
    count: int | None,
    everything: bool,
    parts: bool,
) -> None:
    """Show what happened."""
    from planner.workspace.names import unknown_module
    from planner.workspace.naming import module_named
    from planner.workspace.undoing.actions import Asked, action_lines, machines

    if count is not None and everything:
        raise usage(edge, msg("-n and --all exclude each other; give one of them"))
    if module is not None and not module.strip():
        raise usage(edge, unknown_module("", ()))
    opened = edge.open()
    asked = Asked(module or "", since, until, frozenset(kinds))
    most = None if everything or (edge.json and count is None) else count or _USUAL
    try:
        shown, more = action_lines(opened, asked, most)
    except DataError:
        asked = replace(asked, module=module_named(opened, asked.module))
        shown, more = action_lines(opened, asked, most)
    if edge.json:
        _write_document(opened, shown)
        return
    from planner.cli.views.journal import Shown, journal_text
    from planner.cli.views.page import make_page

    view = Shown(shown, more, parts=parts, machines=machines(opened), asked=asked)
    write_lines(journal_text(make_page(opened.t), view))


def _write_document(opened: "Opened", shown: "Sequence[ActionLine]") -> None:
    from planner.workspace.views.documents import journal_document
    from planner.workspace.views.journal import journal_lines

    ids = {part.id for line in shown for part in line.parts}
    write_json(journal_document(opened, tuple(e for e in journal_lines(opened)[::-1] if e.id in ids)))
