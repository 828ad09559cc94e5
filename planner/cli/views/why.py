"""An explanation as text: what it is about, why, what may be lost, what waits for what, and what would change it."""

from collections.abc import Sequence

from planner.cli.views.page import GAP, Page, join
from planner.cli.views.verdict import stale_lines
from planner.schedule.why.model import Why
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened
from planner.workspace.why import Explained

_BULLET = "  - "
_MOST = 6


def why_lines(page: Page, opened: Opened, explained: Explained) -> list[str]:
    """Return the explanation."""
    why, t = explained.why, page.t
    slack = page.paragraph(t(why.slack.message), GAP) if why.slack else []
    return join(
        [page.accent(line) for line in page.paragraph(t(why.head))],
        _list(page, msg("why"), [each.message for each in why.reasons]),
        [page.heading(t(msg("slack"))), *slack] if slack else [],
        _names(page, opened, msg("waits for"), why.waits_for),
        _names(page, opened, msg("wait for it"), why.waits_for_it),
        _list(page, msg("what would change it, if you replan now"), [each.message for each in why.ifs]),
        _stale(page, opened) if why.ifs else [],
        page.paragraph(t(_also(explained, why))) if explained.also else [],
    )


def _stale(page: Page, opened: Opened) -> list[str]:
    """Say that the plan is out of date, and what the statements then compare with."""
    if not opened.plan.stale:
        return []
    text = msg("What would change is therefore told against the plan that a replan gives now.")
    return [*stale_lines(page, opened.plan), *page.paragraph(page.t(text), GAP)]


def _list(page: Page, head: Message, texts: Sequence[Message]) -> list[str]:
    if not texts:
        return []
    lines = [line for text in texts for line in page.paragraph(page.t(text), _BULLET)]
    return [page.heading(page.t(head)), *lines]


def _names(page: Page, opened: Opened, head: Message, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    said = [f"{page.t(opened.titles[name])} ({name})" for name in names[:_MOST] if name in opened.titles]
    if len(names) > _MOST:
        said.append(page.t(msg("… and {count} more", count=len(names) - _MOST)))
    return [page.heading(page.t(head)), *page.packed(GAP, said)]


def _also(explained: Explained, why: Why) -> Message:
    """Say which of the things with this id was taken, and how to ask for the others."""
    words = {
        "session": msg("session"),
        "module": msg("module"),
        "milestone": msg("milestone"),
        "week": msg("week"),
        "date": msg("day"),
    }
    other = explained.also[0]
    return msg(
        "This is the {kind}. For the {other} of that name: planner why {command}",
        kind=words[why.kind],
        other=words[other],
        command=f"{other}:{why.id}",
    )
