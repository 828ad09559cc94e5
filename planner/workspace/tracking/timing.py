"""Starting and stopping the timer, and logging what it measured.

Invariant: stopping and logging are one action, and so are starting and the stopping of what ran before. No minute is
logged for a time that has not come, and none twice.
"""

from datetime import UTC, date
from typing import Any

from planner.journal.events import Draft, next_moment
from planner.journal.undo import void_events
from planner.problems import fail
from planner.text.dates import say_day
from planner.text.languages import LocalText
from planner.text.messages import KeyOf, Message, Minutes, either, msg
from planner.workspace.acting import record
from planner.workspace.names import find_module
from planner.workspace.opening import Opened
from planner.workspace.tracking.log import tidy_note
from planner.workspace.tracking.span import (
    MINUTE,
    NOW,
    At,
    Stop,
    days_of,
    moment,
    now_of,
    span,
    whole_minutes,
)
from planner.workspace.tracking.timer import Running, latest, running, say_moment, say_start
from planner.workspace.views.sessions import local


def start_timer(
    opened: Opened, module: str | None = None, at: At | None = None, before: Stop = NOW
) -> tuple[Opened, Message]:
    """Start the timer of a module, by default that of the session of now or of the next one today.

    What ran before is stopped first, as `before` says. Returns the same `opened` when it runs already. Raises
    `DataError`.
    """
    name = _module_of_now(opened) if module is None else find_module(opened, module).id
    began = now_of(opened) if at is None else moment(opened, at)
    other = latest(opened)
    if other is not None and other.timer.module == name and at is None and not other.doubtful:
        since = say_start(other, opened.now.date(), opened.language)
        return opened, msg("{module}: the timer runs already, since {when}.", module=other.title, when=since)
    data: dict[str, Any] = {"module": name}
    if at is not None or _begins_apart(opened):
        data["start"] = began // MINUTE
    started = Draft("started", data)
    said = msg(
        "{module}: timer started at {when}.",
        module=opened.titles.get(name, LocalText.of(name)),
        when=say_moment(local(opened, began // MINUTE), opened.now.date(), opened.language),
    )
    if other is None:
        return record(opened, started), said
    drafts, told = _stopping(opened, other, before, None if at is None else began)
    return record(opened, *drafts, started), msg("{stopped} {started}", stopped=told, started=said)


def stop_timer(opened: Opened, how: Stop = NOW) -> tuple[Opened, Message]:
    """Stop the timer that was started last, and log its time; raises `DataError`, with a doubtful one unless told."""
    found = running(opened)
    if not found:
        raise fail(
            either(
                msg("No timer is running: planner start begins one."),
                msg("No timer is running: {timer} starts one.", timer=KeyOf("timer")),
            )
        )
    drafts, said = _stopping(opened, found[-1], how)
    after = record(opened, *drafts)
    if _is_stopped_twice(after, found[-1].timer.event):
        said = msg(
            "{what} It was stopped elsewhere just now, too: this one counts, and only once.", what=said
        )
    if len(found) > 1:
        said = msg("{what} Still running: {module}.", what=said, module=found[-2].title)
    return after, said


def _is_stopped_twice(opened: Opened, timer: str) -> bool:
    """Tell whether another window or machine stopped a timer since this one was opened."""
    stops = [event for event in opened.events if event.kind == "stopped" and event.data.get("start") == timer]
    return len(stops) > len(void_events(opened.events) & {event.id for event in stops}) + 1


def _stopping(
    opened: Opened, each: Running, how: Stop, then: int | None = None
) -> tuple[list[Draft], Message]:
    """Return what stops a timer, now or `then`, and logs its time; and say it."""
    begin, end = span(opened, each, how, then)
    data: dict[str, Any] = {"start": each.timer.event, "module": each.timer.module}
    if end != int(opened.context.now.timestamp()):
        data["end"] = max(0, end // MINUTE)
    days = days_of(opened, begin, whole_minutes(begin, end))
    note = {"note": tidy_note(how.note)} if how.note.strip() else {}
    log = [Draft("log", {"module": each.timer.module, "minutes": m, **note}, day) for day, m in days]
    done = [Draft("done", {"module": each.timer.module}, days[-1][0] if days else None)] if how.done else []
    if each.timer.module in opened.shown.done:
        done = []
    said = _said(opened, each, how, days)
    if done:
        said = either(
            msg("{what} Finished: planner replan shows what becomes free.", what=said),
            msg("{what} Finished: {replan} shows what becomes free.", what=said, replan=KeyOf("replan")),
        )
    if how.took is not None and not each.doubtful and how.took > each.minutes + 1:
        said = msg(
            "{what} That is longer than the timer ran ({time}), so it was begun at {when}.",
            what=said,
            time=Minutes(each.minutes),
            when=say_moment(local(opened, begin // MINUTE), opened.now.date(), opened.language),
        )
    return [Draft("stopped", data), *log, *done], said


def _said(opened: Opened, each: Running, how: Stop, days: tuple[tuple[date, int], ...]) -> Message:
    if how.discard:
        return msg("{module}: timer stopped, nothing recorded.", module=each.title)
    if not days:
        return msg("{module}: timer stopped; under a minute, so nothing is recorded.", module=each.title)
    minutes = sum(part for _, part in days)
    logged = Minutes(opened.shown.logged(each.timer.module) + minutes)
    if [day for day, _ in days] == [opened.now.date()]:
        return msg(
            "{module}: {time} recorded, {sum} in all.", module=each.title, time=Minutes(minutes), sum=logged
        )
    return msg(
        "{module}: {days} recorded, {sum} in all.",
        module=each.title,
        days=(", " if opened.language != "ja" else "、").join(_say_part(opened, *part) for part in days),
        sum=logged,
    )


def _say_part(opened: Opened, day: date, minutes: int) -> str:
    on = say_day(day, opened.language, year=False, weekday=True)
    return opened.t(msg("{time} on {day}", time=Minutes(minutes), day=on))


def _module_of_now(opened: Opened) -> str:
    """Return the module of the session of now, else of the next one today."""
    from planner.workspace.views.today import today_view

    session = today_view(opened).now
    if session is None or session.session.module is None:
        raise fail(
            msg("Nothing more is planned today: name a module, as in planner start python-first-steps")
        )
    return session.session.module


def _begins_apart(opened: Opened) -> bool:
    """Tell whether an event's own moment is not now: with `--today`, or with a clock that runs behind."""
    at = next_moment(opened.context.now, opened.progress.latest)
    return opened.context.today is not None or at != opened.context.now.astimezone(UTC)
