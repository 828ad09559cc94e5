"""The ways after missed time as a short table: when it would end, how late, and how much would change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.cli.views.page import Page
from planner.text.messages import Message, msg, msg_n
from planner.workspace.views.change_said import WAY_NAMES

if TYPE_CHECKING:
    from planner.workspace.supposing.offers import Offer


def offer_lines(page: Page, offers: Sequence["Offer"]) -> list[str]:
    """Return the table, and how to take another way; nothing when there is no choice."""
    if not offers:
        return []
    t = page.t
    heads = (msg("finish"), msg("dates"), msg("to other weeks"), msg("changes in 7 days"))
    rows = [[t(msg("after missed time")), *map(t, heads)], *(_row(page, offer) for offer in offers)]
    head, *lines = page.table(rows, "*rrrr", indent="")
    hint = t(msg("Another way: planner replan --how rebalance, or --how extend"))
    return [page.heading(head), *lines, *page.paragraph(hint)]


def _row(page: Page, offer: "Offer") -> list[str]:
    t, plan = page.t, offer.proposal.after
    name = t(WAY_NAMES[offer.how])
    if offer.goal is not None:
        name = t(msg("extend to {goal}", goal=offer.goal))
    elif offer.how == "extend":
        name = t(msg("extend: would not help") if offer.needed else msg("extend: not needed"))
    return [
        name,
        page.day(plan.finish) if plan.finish else "–",
        t(_dates(plan.work_lateness_days)),
        page.minutes(offer.proposal.diff.moved_minutes),
        page.minutes(offer.soon),
    ]


def _dates(days: int) -> Message:
    return msg("on time") if days <= 0 else msg_n("{count} day late", "{count} days late", days)
