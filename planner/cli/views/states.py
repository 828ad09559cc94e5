"""The state of a milestone: a word and a shape, and a colour that only repeats them."""

from planner.cli.views.page import Page
from planner.schedule.model import MilestonePlan
from planner.schedule.verdict import TIGHT_MINUTES
from planner.text.messages import msg


def state_word(page: Page, milestone: MilestonePlan) -> str:
    """Return `✓ on track`, `! tight`, `! to record`, `x late`, `x no place` or `✓ reached`."""
    if milestone.reached:
        return "✓ " + page.t(msg("reached"))
    if milestone.expected is None:
        return "x " + page.t(msg("no place"))
    if milestone.overdue_record:
        return "! " + page.t(msg("to record"))
    if (milestone.lateness_days or 0) > 0:
        return "x " + page.t(msg("late"))
    if milestone.slack < TIGHT_MINUTES and not milestone.unrecorded:
        return "! " + page.t(msg("tight"))
    return "✓ " + page.t(msg("on track"))


def painted(page: Page, word: str, line: str) -> str:
    """Colour the state word at the end of a line."""
    if not page.colour or not line.endswith(word):
        return line
    colour = {"✓": "green", "!": "yellow", "x": "red"}[word[0]]
    return line[: len(line) - len(word)] + page.paint(word, fg=colour)
