"""Out of the planner: the calendar file."""

from planner.workspace.files import write_file
from planner.workspace.opening import Opened

__all__ = ["export_ics", "write_file"]


def export_ics(opened: Opened, *, alarm: int | None = None) -> bytes:
    """Return the accepted plan as iCalendar; `alarm` is minutes before each session."""
    from planner.calendars.exporting import export_ics as export

    return export(opened.plan, opened.curriculum, opened.profile, opened.progress, opened.t, alarm=alarm)
