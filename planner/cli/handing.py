"""What the learner's own hand does, on the screen: recorded at once, shown, and how to take it back.

Invariant: with --dry-run nothing is recorded; what is shown is what is recorded.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.text.messages import msg

if TYPE_CHECKING:
    from planner.workspace.hand.changing import Change

Declare = Callable[[Callable[..., Any]], click.Command]


def hand_command(name: str, *, more: str = "") -> Declare:
    """Declare a command of the hand: it has --dry-run and --json, and its function gets the edge and `dry_run`."""

    def declare(function: Callable[..., Any]) -> click.Command:
        dry_run = option("--dry-run", is_flag=True, help=N_("Only show what would change."))
        return make_command(name, more=more)(dry_run(json_option(pass_edge(function))))

    return declare


def lay_hand(edge: Edge, done: "Change", *, dry_run: bool) -> None:
    """Record a change, and show it; a dry run only shows it."""
    from planner.workspace.hand.changing import act

    recorded = bool(done.proposal.drafts) and not dry_run
    if recorded:
        act(done)
    if edge.json:
        _write_document(done, recorded=recorded)
        return
    closing = msg("To take it back: planner undo") if recorded else msg("A dry run: nothing is recorded.")
    last = ["", done.proposal.opened.t(closing)] if done.proposal.drafts else []
    write_lines([*_lines(done), *last])


def _lines(done: "Change") -> list[str]:
    from planner.cli.views.diff import diff_lines
    from planner.cli.views.page import join, make_page

    page = make_page(done.proposal.opened.t)
    said = page.paragraph(page.t(done.said))
    return join(said, diff_lines(page, done.proposal)) if done.proposal.drafts and done.replans else said


def _write_document(done: "Change", *, recorded: bool) -> None:
    from planner.workspace.views.documents import proposal_document

    text = done.proposal.opened.t(done.said)
    write_json({"accepted": recorded, "text": text, **proposal_document(done.proposal)})
