"""A supposed change as text: milestones and finish before and after, the sentence, and what would make it fit."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.cli.views.diff import milestone_changes, verdict_changes
from planner.cli.views.page import Page, join
from planner.text.durations import write_minutes
from planner.text.languages import LocalText
from planner.text.messages import Message, msg

if TYPE_CHECKING:
    from planner.schedule.supposing import Change
    from planner.workspace.supposing.whatif import Supposed


def whatif_lines(page: Page, supposed: "Supposed", titles: Mapping[str, LocalText]) -> list[str]:
    """Return what would be different; nothing of it is recorded."""
    t = page.t
    repairs = page.items(t(each.message) for each in supposed.after.verdict.repairs)
    needed = supposed.after.verdict.needed_hours_per_week
    hours = (
        page.paragraph(t(msg("The goal needs {hours} h a week.", hours=round(needed, 1)))) if needed else []
    )
    return join(
        [*verdict_changes(page, supposed.before, supposed.after), *hours],
        milestone_changes(page, supposed.diff, titles),
        [page.heading(t(msg("what would make it fit"))), *repairs] if repairs else [],
        page.paragraph(t(_closing(supposed.change))),
    )


def _closing(change: "Change") -> Message:
    """Say how to make it so: --apply for settings, commands for what happens."""
    commands = [
        *(f"planner off {day.isoformat()}" for day in change.off),
        *(f"planner estimate {name} {write_minutes(time)}" for name, time in change.estimates.items()),
        *(f"planner done {name}" for name in change.done),
    ]
    if change.of_settings and not (commands or change.lost):
        return msg("Nothing is recorded. To make it so: the same command with --apply")
    if change.of_settings:
        return msg(
            "Nothing is recorded. To make it so: the settings alone with --apply, the rest by commands"
        )
    if not commands:
        return msg("Nothing is recorded.")
    return msg("Nothing is recorded. To make it so: {commands}", commands=", ".join(commands))
