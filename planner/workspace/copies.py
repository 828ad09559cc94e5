"""Copies of the plan that the app makes: the calendar as a file, and a backup.

Invariant: the plan itself stays as it is.
"""

from pathlib import Path

from planner.problems import fail
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened

CALENDAR = "study.ics"


def save_calendar(opened: Opened) -> tuple[Opened, Message]:
    """Write the accepted plan as iCalendar into the working folder, over an older calendar only; raises `DataError`."""
    from planner.workspace.export import export_ics, write_export
    from planner.workspace.targets import check_target, is_calendar

    try:
        file = Path.cwd() / CALENDAR
    except OSError:
        raise fail(
            msg("the folder that the planner was started in is gone: start it in another one")
        ) from None
    check_target(opened.context, file, is_calendar, msg("calendar"))
    write_export(file, export_ics(opened))
    return opened, msg("The calendar is in {file}", file=str(file))


def save_backup(opened: Opened) -> tuple[Opened, Message]:
    """Make a backup beside those that are made by themselves; raises `DataError`."""
    from planner.workspace.backup.making import BY_HAND, make_backup

    made = make_backup(opened.context, BY_HAND)
    return opened, msg("The backup is in {file}", file=str(made.path))
