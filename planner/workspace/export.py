"""Out of the planner: the calendar file, and writing it where the user wants it.

Invariant: what is written is whole or not there. A new file is readable by its owner only; one that is written again
stays as readable as it was, so that a calendar shared on purpose stays shared.
"""

from pathlib import Path
from stat import S_IMODE

from planner.problems import fail, write_failed
from planner.workspace.files import write_file
from planner.workspace.opening import Opened

__all__ = ["export_ics", "write_export", "write_file"]


def export_ics(opened: Opened, *, alarm: int | None = None) -> bytes:
    """Return the accepted plan as iCalendar; `alarm` is minutes before each session."""
    from planner.calendars.exporting import export_ics as export

    return export(opened.plan, opened.curriculum, opened.profile, opened.progress, opened.t, alarm=alarm)


def write_export(file: Path, data: bytes) -> None:
    """Write to a file, whole or not at all; a pipe or a device is written to, never replaced. Raises `DataError`."""
    try:
        if file.is_file():
            write_file(file, data, mode=S_IMODE(file.stat().st_mode))
        elif file.exists():
            file.write_bytes(data)
        else:
            write_file(file, data)
    except OSError as error:
        raise fail(write_failed(error), file=str(file)) from error
