"""Changed settings on the screen: the lines of profile.yaml, what changes in the plan, and how to take it back.

Invariant: with `dry_run` nothing is written or recorded; what is shown is what is written.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.text.messages import msg

if TYPE_CHECKING:
    from planner.workspace.opening import Opened
    from planner.workspace.settings.changing import SettingsChange


def open_to_change(edge: Edge) -> "Opened":
    """Open the plan; where profile.yaml itself is wrong, say that only a hand can mend it."""
    from planner.problems import DataError, Problem

    try:
        return edge.open()
    except DataError as error:
        if any(problem.file != "profile.yaml" for problem in error.problems):
            raise
        mend = msg("Mend this line by hand first, or take it out; settings and undo work again then.")
        raise DataError([*error.problems, Problem(mend)]) from error


def settle_settings(edge: Edge, opened: "Opened", changes: Mapping[str, object], *, dry_run: bool) -> None:
    """Change settings, and show it; a dry run only shows it."""
    from planner.workspace.settings.changing import act_settings, change_settings

    change = change_settings(opened, changes)
    drafts = change.proposal.drafts
    recorded = bool(drafts) and not dry_run
    if recorded:
        act_settings(change)
    if edge.json:
        _write_document(change, recorded=recorded)
    elif not drafts:
        write_lines([opened.t(msg("Nothing to change: it was so already."))])
    else:
        closing = msg("To take it back: planner undo") if recorded else msg("A dry run: nothing is recorded.")
        write_lines([*_lines(change), "", opened.t(closing)])


def _lines(change: "SettingsChange") -> list[str]:
    from planner.cli.views.diff import diff_lines
    from planner.cli.views.page import join, make_page

    page = make_page(change.proposal.opened.t)
    said = [line for each in change.said for line in page.paragraph(page.t(each))]
    return join(said, [f"  {line}" for line in change.changed_lines], diff_lines(page, change.proposal))


def _write_document(change: "SettingsChange", *, recorded: bool) -> None:
    from planner.workspace.views.documents import proposal_document

    t = change.proposal.opened.t
    keys = ("path", "old", "new")
    settings = [{k: d.data[k] for k in keys if k in d.data} for d in change.proposal.drafts]
    text = "; ".join(t(each) for each in change.said)
    document = proposal_document(change.proposal)
    write_json({"accepted": recorded, "text": text, "settings": settings, **document})
