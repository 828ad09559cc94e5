"""Clockify's detailed report as CSV; a workspace may call its tasks activities, and leave columns out."""

from planner.journal.imports.tracked_table import Columns

CLOCKIFY = Columns(
    program="Clockify",
    end_date=("end date",),
    end_time=("end time",),
    length=("duration (h)", "duration (decimal)", "duration"),
    names=("project", "task", "activity", "description", "tags"),
    person=("email", "user"),
)
