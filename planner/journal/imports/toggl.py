"""Toggl Track's detailed report as CSV: both its older columns (End date) and its newer ones (Member, Stop date)."""

from planner.journal.imports.tracked_table import Columns

TOGGL = Columns(
    program="Toggl Track",
    end_date=("end date", "stop date"),
    end_time=("end time", "stop time"),
    length=("duration",),
    names=("project", "task", "description", "tags"),
    person=("email", "user", "member"),
)
