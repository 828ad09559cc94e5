"""An explanation as text: what it is about, why, what may be lost, what waits for what, and what would change it."""

from planner.cli.views.page import GAP, Page, join
from planner.cli.views.verdict import stale_lines
from planner.schedule.why.model import Why
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened
from planner.workspace.why.explaining import Explained
from planner.workspace.why.passages import AGAINST_A_REPLAN, LIST, NAMES, Passage, passages_of

_BULLET = "  - "


def why_lines(page: Page, opened: Opened, explained: Explained) -> list[str]:
    """Return the explanation."""
    why, t = explained.why, page.t
    return join(
        [page.accent(line) for line in page.paragraph(t(why.head))],
        *(_passage(page, each) for each in passages_of(opened, why)),
        _stale(page, opened) if why.ifs else [],
        page.paragraph(t(_also(explained, why))) if explained.also else [],
    )


def _stale(page: Page, opened: Opened) -> list[str]:
    """Say that the plan is out of date, and what the statements then compare with."""
    if not opened.plan.stale:
        return []
    return [*stale_lines(page, opened.plan), *page.paragraph(page.t(AGAINST_A_REPLAN), GAP)]


def _passage(page: Page, passage: Passage) -> list[str]:
    said = [page.t(text) for text in passage.texts]
    if passage.form == NAMES:
        lines = page.packed(GAP, said)
    else:
        indent = _BULLET if passage.form == LIST else GAP
        lines = [line for text in said for line in page.paragraph(text, indent)]
    return [page.heading(page.t(passage.heading)), *lines]


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
