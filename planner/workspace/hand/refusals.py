"""Why a session cannot be moved somewhere, in one line with what would help."""

from datetime import date, datetime

from planner.journal.model import Session
from planner.learner.windows import GRANULE
from planner.problems import DataError, fail
from planner.text.messages import KeyOf, Message, Minutes, either, msg
from planner.workspace.hand.changing import now_minute
from planner.workspace.hand.time import say_session, windows_of
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import local


def moment(opened: Opened, wall: date, minute: int) -> int:
    """Return the epoch minute of a clock time: of two the first, and a missing one moves forward."""
    naive = datetime(wall.year, wall.month, wall.day, minute // 60, minute % 60, tzinfo=opened.zone)
    return int(naive.timestamp()) // 60


def not_free(opened: Opened, session: Session, wall: date, minute: int, days: list[date]) -> DataError:
    """Say why a place is not free, and what would help."""
    start = moment(opened, wall, minute)
    clock = _clock(minute)
    if start % GRANULE:
        return fail(
            msg(
                "Sessions begin on a quarter of an hour, at :00, :15, :30 or :45; {clock} does not",
                clock=clock,
            )
        )
    if start < now_minute(opened):
        return fail(msg("{day} {clock} has passed: give a later time", day=wall.isoformat(), clock=clock))
    spans = [span for day in days for span in windows_of(opened.inputs, day)]
    room = next((end - start for begin, end in spans if begin <= start < end), 0)
    day, window = wall.isoformat(), f"{clock}-{_clock(minute + session.minutes)}"
    if room:
        return fail(_too_short(Minutes(room), day, window, Minutes(session.minutes)))
    return fail(
        either(
            msg(
                "{day} {clock} is not in your free time. To open it: planner extra {day} {window}",
                day=day,
                clock=clock,
                window=window,
            ),
            msg(
                "{day} {clock} is not in your free time: {extra} in Week adds time to a day",
                day=day,
                clock=clock,
                extra=KeyOf("extra"),
            ),
        )
    )


def _too_short(room: Minutes, day: str, window: str, length: Minutes) -> Message:
    clock = window.partition("-")[0]
    return either(
        msg(
            "There is only {room} of free time from {clock} on {day}, and the session takes {length}. More time: "
            "planner extra {day} {window}",
            room=room,
            clock=clock,
            day=day,
            length=length,
            window=window,
        ),
        msg(
            "There is only {room} of free time from {clock} on {day}, and the session takes {length}: "
            "{extra} in Week adds time to a day",
            room=room,
            clock=clock,
            day=day,
            length=length,
            extra=KeyOf("extra"),
        ),
    )


def check_release(opened: Opened, moved: Session) -> None:
    """Refuse a place before the day on which the module can begin."""
    module = opened.modules.get(moved.module or "")
    if module and module.not_before and moved.day < module.not_before:
        raise fail(
            msg(
                "“{module}” cannot begin before {day}: choose that day or a later one",
                module=module.title,
                day=module.not_before,
            )
        )


def check_pins(opened: Opened, moved: Session, others: list[Session]) -> None:
    """Refuse a place where another session is pinned."""
    for other in others:
        if other.pinned and other.start < moved.end and moved.start < other.end:
            told = say_session(opened, other)
            raise fail(
                either(
                    msg(
                        "{other} is pinned there: choose another time, or first: planner unpin {id}",
                        other=told,
                        id=other.id,
                    ),
                    msg(
                        "{other} is pinned there: choose another time, or let it go first, with {pin} on it",
                        other=told,
                        pin=KeyOf("pin"),
                    ),
                )
            )


def cannot_hold(opened: Opened, moved: Session, wall: date) -> DataError:
    """Say why the scheduler cannot keep a session at a place that is free."""
    ends = {name: _ends(opened, name) for name in _needed(opened, moved.module or "")}
    waits = max(ends, key=lambda name: ends[name], default="")
    day, clock = wall.isoformat(), f"{local(opened, moved.start):%H:%M}"
    if waits and ends[waits] > moved.start:
        return fail(
            msg(
                "{day} {clock} is too early: “{other}” comes before it, and is planned until {last}. "
                "Choose a later time.",
                day=day,
                clock=clock,
                other=opened.titles.get(waits, waits),
                last=local(opened, ends[waits]).date(),
            )
        )
    return fail(_no_room(day, clock))


def _no_room(day: str, clock: str) -> Message:
    return msg(
        "{day} {clock} cannot be kept beside the week's hours and what is pinned: choose another time",
        day=day,
        clock=clock,
    )


def _needed(opened: Opened, module: str) -> list[str]:
    """Return all that a module requires, directly or not, as the plan has it."""
    from planner.curriculum.selection import select

    profile = opened.profile
    requires = select(opened.curriculum, dict(profile.choices), profile.drop).requires
    found: dict[str, None] = {}
    stack = list(requires.get(module, ()))
    while stack:
        name = stack.pop()
        if name not in found:
            found[name] = None
            stack += requires.get(name, ())
    return list(found)


def _ends(opened: Opened, module: str) -> int:
    """Return when the last session of a module ends in the plan; 0 when it has none."""
    return max((session.end for session in opened.plan.sessions if session.module == module), default=0)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
