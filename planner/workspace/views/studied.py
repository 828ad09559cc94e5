"""What was studied on a day, by module: all of it, and what belongs to none of the day's sessions."""

from collections.abc import Iterable
from datetime import date

from planner.journal.model import Session
from planner.text.languages import LocalText
from planner.workspace.opening import Opened

Studied = tuple[tuple[LocalText, int], ...]


def studied_on(opened: Opened, day: date) -> Studied:
    """Return the modules logged on a day by their titles, with their minutes, in the order of the log."""
    return tuple((_title(opened, module), minutes) for module, minutes in _by_module(opened, day).items())


def studied_besides(opened: Opened, day: date, sessions: Iterable[Session]) -> Studied:
    """Return what was logged on a day for modules of which the day has no session."""
    held = {session.module for session in sessions if session.day == day and session.kind != "buffer"}
    return tuple(
        (_title(opened, module), minutes)
        for module, minutes in _by_module(opened, day).items()
        if module not in held
    )


def _by_module(opened: Opened, day: date) -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in opened.shown.logs:
        if entry.day == day:
            found[entry.module] = found.get(entry.module, 0) + entry.minutes
    return found


def _title(opened: Opened, module: str) -> LocalText:
    return opened.titles.get(module, LocalText.of(module))
