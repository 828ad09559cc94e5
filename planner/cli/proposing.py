"""A proposal on the screen: the change first, then the question; nothing is recorded before the answer."""

from typing import TYPE_CHECKING

from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import ask, can_ask, usage
from planner.text.messages import Message, msg

if TYPE_CHECKING:
    from planner.workspace.proposal import Proposal


def check_can_settle(edge: Edge, *, dry_run: bool, yes: bool) -> None:
    """Refuse, before anything is computed, to propose what nobody can accept or look at."""
    if dry_run and yes:
        raise usage(edge, msg("--dry-run and --yes exclude each other; give one of them"))
    if not (dry_run or yes or edge.json or can_ask()):
        raise usage(edge, msg("There is no terminal to ask on; add --yes to accept, or --dry-run to look"))


def settle(edge: Edge, proposal: "Proposal", *, dry_run: bool, yes: bool) -> None:
    """Show a proposal and accept it when the answer is yes; --json without --yes only shows it."""
    from planner.cli.views.diff import is_empty
    from planner.workspace.proposal import accept

    t = proposal.opened.t
    idle = is_empty(proposal.diff) and not proposal.drafts and not proposal.before.stale
    if edge.json:
        accepted = yes and not idle
        if accepted:
            accept(proposal)
        _write_document(proposal, accepted=accepted)
    elif idle:
        write_lines([t(msg("Nothing changes: the accepted plan stands."))])
    elif dry_run:
        write_lines([*_lines(proposal), "", t(msg("A dry run: nothing is recorded."))])
    elif yes:
        accept(proposal)
        write_lines([*_lines(proposal), "", t(_accepted(proposal))])
    else:
        write_lines([*_lines(proposal), ""])
        agreed = ask(edge, msg("Accept this plan? (y/n)"))
        if agreed:
            accept(proposal)
        said = _accepted(proposal) if agreed else msg("Nothing was changed.")
        write_lines([t(said)])


def _accepted(proposal: "Proposal") -> Message:
    """Say that a proposal was accepted; a first plan cannot be taken back."""
    if proposal.opened.shown.accepted is None and not proposal.drafts:
        return msg("Accepted: this is the plan now.")
    return msg("Accepted. To take it back: planner undo")


def _lines(proposal: "Proposal") -> list[str]:
    from planner.cli.views.diff import diff_lines
    from planner.cli.views.page import make_page

    return diff_lines(make_page(proposal.opened.t), proposal)


def _write_document(proposal: "Proposal", *, accepted: bool) -> None:
    from planner.workspace.documents import proposal_document

    write_json({"accepted": accepted, **proposal_document(proposal)})
