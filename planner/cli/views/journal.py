"""The journal as text: what happened, last first."""

from collections.abc import Sequence

from planner.cli.views.page import GAP, Page
from planner.text.dates import say_clock
from planner.text.messages import msg
from planner.workspace.journal import JournalLine

_ID = 8
_STUDY = {"log", "done", "attempt", "reached"}


def journal_text(page: Page, lines: Sequence[JournalLine], more: int) -> list[str]:
    """Return a line for each event: when, the end of its id, and what; what was undone says so."""
    if not lines:
        return page.paragraph(
            page.t(msg("Nothing has happened yet. Record time with: planner log MODULE 1h30m"))
        )
    rows = []
    for line in lines:
        text = page.t(line.text)
        if line.kind in _STUDY and line.day != line.at.date():
            text = page.t(msg("for {day}: {what}", day=line.day, what=text))
        if line.void:
            text = page.t(msg("undone: {what}", what=text))
        clock = f"{page.day(line.at.date(), year=False)} {say_clock(line.at)}"
        rows.append([clock, line.id[-_ID:], ("  " if line.part else "") + text])
    shown = page.table(rows, "rl*", indent="")
    rest = page.t(msg("… and {count} more: planner journal show --all", count=more))
    return [*shown, *([GAP + rest] if more > 0 else [])]
