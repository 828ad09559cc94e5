"""The running timer as text."""

from planner.cli.views.page import GAP, Page
from planner.text.messages import msg
from planner.workspace.opening import Opened
from planner.workspace.tracking.timer import Running, running, say_running


def timer_lines(page: Page, opened: Opened) -> list[str]:
    """Return every timer that runs, the one started last first; nothing when none does."""
    found = running(opened)
    if not found:
        return []
    lines = [line for each in reversed(found) for line in _lines(page, opened, each)]
    return [page.heading(page.t(msg("timer"))), *lines]


def _lines(page: Page, opened: Opened, each: Running) -> list[str]:
    t = page.t
    said = t(say_running(each, opened.now.date(), page.language))
    named = t(msg("{module}: {running}", module=each.title, running=said))
    lines = [page.accent(line) for line in page.paragraph(named, GAP)]
    if each.doubtful:
        asked = t(msg("How long was it really? planner stop --took 1h30m, or planner stop --discard"))
        lines += page.paragraph(asked, GAP)
    return lines
