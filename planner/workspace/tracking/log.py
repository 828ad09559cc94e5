"""Time studied and modules finished.

Invariant: nothing is logged for a day that has not come. Time before the plan's start counts: it is work done.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from planner.journal.events import Draft
from planner.journal.model import Logged
from planner.problems import fail
from planner.text.controls import harmless
from planner.text.messages import Message, Minutes, msg
from planner.workspace.acting import record
from planner.workspace.names import find_module
from planner.workspace.opening import Opened

DAY = 24 * 60
_LONGEST_NOTE = 2_000


def log_time(opened: Opened, module: str, minutes: int, day: date | None = None, note: str = "") -> Opened:
    """Record minutes studied on a module, today unless said; raises `DataError`."""
    find_module(opened, module)
    on = _past_day(opened, day)
    _check_minutes(opened, minutes, on)
    data: dict[str, Any] = {"module": module, "minutes": minutes}
    if note := tidy_note(note):
        data["note"] = note
    return record(opened, Draft("log", data, on))


def amend_log(  # noqa: PLR0917 - the parts of a log, in the order of `log_time`
    opened: Opened,
    event: str,
    minutes: int | None = None,
    day: date | None = None,
    module: str | None = None,
    note: str | None = None,
) -> Opened:
    """Correct what a log says; what is None stays. `event` is its id, or an end of it that only it has."""
    entry = find_log(opened, event)
    data: dict[str, Any] = {"event": entry.event}
    if module is not None:
        data["module"] = find_module(opened, module).id
    if day is not None:
        data["day"] = _past_day(opened, day).isoformat()
    if minutes is not None or day is not None:
        on = day or entry.day or opened.now.date()
        _check_minutes(opened, entry.minutes if minutes is None else minutes, on, besides=entry.event)
    if minutes is not None:
        data["minutes"] = minutes
    if note is not None:
        data["note"] = tidy_note(note)
    return record(opened, Draft("log-amended", data)) if len(data) > 1 else opened


def delete_log(opened: Opened, event: str) -> Opened:
    """Take back one log; `event` is its id, or an end of it that only it has."""
    return record(opened, Draft("log-deleted", {"event": find_log(opened, event).event}))


def mark_done(opened: Opened, module: str, day: date | None = None) -> Opened:
    """Mark a module as finished; one that is finished already changes nothing (the same `opened` comes back)."""
    find_module(opened, module)
    on = _past_day(opened, day)
    if module in opened.shown.done:
        return opened
    return record(opened, Draft("done", {"module": module}, on))


def find_log(opened: Opened, event: str) -> Logged:
    """Return a log that counts by its id or by an end of its id (from 4 characters) that only it has."""
    wanted = event.strip().upper()
    entries = [entry for entry in opened.progress.logs if entry.day is not None]
    found = [entry for entry in entries if entry.event == wanted]
    if not found and len(wanted) >= 4:
        found = [entry for entry in entries if entry.event.endswith(wanted)]
    if len({entry.event for entry in found}) > 1:
        raise fail(msg("{id} could be several entries: give more of the id", id=event))
    if not found:
        from planner.workspace.tracking.refusals import log_of_stop, no_log

        stopped = log_of_stop(opened, event)
        found = [entry for entry in entries if entry.event == stopped]
    if not found:
        raise no_log(opened, event)
    whole = sum(entry.minutes for entry in found)  # a module that was split shares its entries out
    return found[0] if len(found) == 1 else replace(found[0], minutes=whole)


def tidy_note(note: str) -> str:
    """Return a note as one line of bounded length, without what a terminal would obey."""
    return " ".join(harmless(note).split())[:_LONGEST_NOTE]


def check_past(opened: Opened, day: date) -> date:
    """Return the day, unless it has not come yet."""
    if day > opened.now.date():
        raise fail(future(day))
    return day


def future(day: date) -> Message:
    """Say that a day has not come yet."""
    return msg("{day} has not come yet: give today or an earlier day", day=day.isoformat())


def _past_day(opened: Opened, day: date | None) -> date:
    return check_past(opened, day or opened.now.date())


def _check_minutes(opened: Opened, minutes: int, day: date, besides: str = "") -> None:
    """Refuse nothing, and more than a day holds."""
    if minutes <= 0:
        raise fail(msg("Nothing to log: give a length such as 45m or 1h30m"))
    logs = opened.progress.logs if besides else opened.shown.logs
    logged = sum(entry.minutes for entry in logs if entry.day == day and entry.event != besides)
    if minutes + logged > DAY:
        raise fail(too_much(minutes, day, logged))


def too_much(minutes: int, day: date, logged: int) -> Message:
    """Say that a day does not hold that much besides what is logged."""
    return msg(
        "{minutes} on {day} is more than a day holds; {logged} are logged there already",
        minutes=Minutes(minutes),
        day=day.isoformat(),
        logged=Minutes(logged),
    )
