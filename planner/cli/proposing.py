"""A proposal on the screen: the change first, then the question; nothing is recorded before the answer."""

from typing import TYPE_CHECKING

from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import ask, can_ask, usage
from planner.text.messages import Message, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.workspace.proposal import Proposal
    from planner.workspace.supposing.offers import Offer


def check_can_settle(edge: Edge, *, dry_run: bool, yes: bool) -> None:
    """Refuse, before anything is computed, to propose what nobody can accept or look at."""
    if dry_run and yes:
        raise usage(edge, msg("--dry-run and --yes exclude each other; give one of them"))
    if not (dry_run or yes or edge.json or can_ask()):
        raise usage(edge, msg("There is no terminal to ask on; add --yes to accept, or --dry-run to look"))


def settle(
    edge: Edge,
    proposal: "Proposal",
    *,
    dry_run: bool,
    yes: bool,
    offers: "Sequence[Offer] | None" = None,
) -> None:
    """Show a proposal and accept it when the answer is yes; --json without --yes only shows it.

    `offers` are the ways after missed time, which a question ends with; with None there is no choice.
    """
    from planner.cli.views.diff import is_empty
    from planner.workspace.proposal import accept

    t = proposal.opened.t
    idle = is_empty(proposal.diff) and not proposal.drafts and not proposal.before.stale
    if edge.json:
        accepted = yes and not idle
        if accepted:
            accept(proposal)
        _write_document(proposal, accepted=accepted, offers=offers)
    elif idle:
        write_lines([t(msg("Nothing changes: the accepted plan stands."))])
    elif dry_run:
        write_lines([*_lines(proposal, offers), "", t(msg("A dry run: nothing is recorded."))])
    elif yes:
        accept(proposal)
        write_lines([*_lines(proposal), "", t(_accepted(proposal))])
    else:
        write_lines([*_lines(proposal, offers), ""])
        agreed = ask(edge, msg("Accept this plan? (y/n)"))
        if agreed:
            accept(proposal)
        said = _accepted(proposal) if agreed else msg("Nothing was changed.")
        write_lines([t(said)])


def show_extension(edge: Edge, offer: "Offer", offers: "Sequence[Offer]") -> None:
    """Show what a later goal would mean, and the command that sets it; nothing is recorded."""
    proposal = offer.proposal
    t = proposal.opened.t
    if edge.json:
        _write_document(proposal, accepted=False, offers=offers)
        return
    if offer.goal is None:
        said = (
            msg("No later goal makes every date: `planner plan` says what would.")
            if offer.needed
            else msg("All is on time without a later goal: planner replan catches up.")
        )
        write_lines([t(said)])
        return
    how = t(msg("To make it so: planner profile set goal {goal}", goal=offer.goal.isoformat()))
    write_lines([*_lines(proposal, offers), "", how, "", t(msg("Nothing is recorded."))])


def _accepted(proposal: "Proposal") -> Message:
    """Say that a proposal was accepted; a first plan cannot be taken back."""
    if proposal.opened.shown.accepted is None and not proposal.drafts:
        return msg("Accepted: this is the plan now.")
    return msg("Accepted. To take it back: planner undo")


def _lines(proposal: "Proposal", offers: "Sequence[Offer] | None" = None) -> list[str]:
    from planner.cli.views.diff import diff_lines
    from planner.cli.views.offers import offer_lines
    from planner.cli.views.page import join, make_page

    page = make_page(proposal.opened.t)
    return join(diff_lines(page, proposal), offer_lines(page, offers or ()))


def _write_document(proposal: "Proposal", *, accepted: bool, offers: "Sequence[Offer] | None" = None) -> None:
    from planner.workspace.views.documents import proposal_document

    ways = {} if offers is None else {"offers": [_offer_document(offer) for offer in offers]}
    write_json({"accepted": accepted, **proposal_document(proposal), **ways})


def _offer_document(offer: "Offer") -> dict[str, object]:
    plan, diff = offer.proposal.after, offer.proposal.diff
    return {
        "how": offer.how,
        "goal": offer.goal.isoformat() if offer.goal else None,
        "needed": offer.needed,
        "finish": plan.finish.isoformat() if plan.finish else None,
        "max_lateness_days": plan.verdict.max_lateness_days,
        "moved_minutes": diff.moved_minutes,
        "changed_minutes_in_7_days": offer.soon,
    }
