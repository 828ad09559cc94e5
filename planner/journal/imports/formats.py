"""Which format a file has, by what is in it.

Invariant: our own table is what everything is that looks like nothing else, so its problems are told as ever.
"""

from planner.journal.imports.cells import TableError, delimiter_of, records
from planner.journal.imports.tracked_table import header_names
from planner.text.messages import Message, msg

CSV, TIMEWARRIOR, TOGGL, CLOCKIFY = "csv", "timewarrior", "toggl", "clockify"
FORMATS = (CSV, TIMEWARRIOR, TOGGL, CLOCKIFY)
_OF_TRACKERS = {"project", "client", "description", "task", "billable", "duration", "user", "member", "email"}
_OF_CLOCKIFY = {"duration (h)", "duration (decimal)", "group", "activity"}


def recognise(text: str) -> str | Message:
    """Return the name of a text's format, or say what to export instead of this."""
    if text.lstrip().startswith(("[", "{")):
        return TIMEWARRIOR
    try:
        cells = next(records(text, delimiter_of(text))).cells
    except TableError:
        return CSV
    names = set(header_names(cells))
    if {"start date", "start time"} <= names:
        written = {cell.strip() for cell in cells}
        return CLOCKIFY if names & _OF_CLOCKIFY or "Start Date" in written else TOGGL
    if not names & {"day", "module"} and len(names & _OF_TRACKERS) > 1:
        return msg("no entry here has a start: export the detailed report of Toggl Track or Clockify as CSV")
    return CSV
