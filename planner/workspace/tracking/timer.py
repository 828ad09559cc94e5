"""The timers that run, as screens show them: since when, how long, and whether one was forgotten.

Invariant: a timer's minutes are never negative, whatever the clock does; one that is `doubtful` is never logged
without asking how long it really was.
"""

from datetime import date, datetime

from planner.journal.model import Session, Timer
from planner.records import dataclass
from planner.text.dates import say_clock, say_day
from planner.text.languages import LocalText
from planner.text.messages import Message, Minutes, msg
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import local

_DAY = 24 * 60
_USUAL = 4 * 60
_CLOCKS_DIFFER = 60  # seconds


@dataclass(frozen=True, slots=True)
class Running:
    """A timer that runs: its module's title, its local beginning, whole minutes since then.

    `forgotten` says that it runs for too long to be true, or that another one was started after it; `ahead` that it
    was started later than now, because a clock was set back.
    """

    timer: Timer
    title: LocalText
    started: datetime
    minutes: int
    forgotten: bool
    ahead: bool

    @property
    def doubtful(self) -> bool:
        """Tell whether only the learner knows how long it was."""
        return self.forgotten or self.ahead


def running(opened: Opened) -> tuple[Running, ...]:
    """Return the timers that run, the one started last at the end."""
    return tuple(_running(opened, timer) for timer in opened.shown.timers)


def latest(opened: Opened) -> Running | None:
    """Return the timer started last of those that run."""
    return next(reversed(running(opened)), None)


def say_running(each: Running, today: date, language: str) -> Message:
    """Say since when a timer runs and for how long."""
    when = say_start(each, today, language)
    if each.ahead:
        return msg("started at {when}, which is later than now: was the clock set back?", when=when)
    return msg("running since {when} · {time}", when=when, time=Minutes(each.minutes))


def say_runs_on(opened: Opened, module: str) -> Message | None:
    """Say that a timer still runs on a module for which time was logged by hand; None when none does."""
    found = next((each for each in running(opened) if each.timer.module == module), None)
    if found is None:
        return None
    when = say_start(found, opened.now.date(), opened.t.language)
    return msg("Its timer runs on, since {when}: what it measures counts besides.", when=when)


def say_left_running(opened: Opened) -> Message | None:
    """Say to who leaves the app that a timer runs on; None when none does."""
    found = latest(opened)
    if found is None:
        return None
    return msg("The timer on {module} runs on. To stop it: planner stop", module=found.title)


def say_start(each: Running, today: date, language: str) -> str:
    """Say when a timer was started."""
    return say_moment(each.started, today, language)


def say_moment(moment: datetime, today: date, language: str) -> str:
    """Say a moment: `20:02`, or with the day when that is not today."""
    clock = say_clock(moment)
    if moment.date() == today:
        return clock
    return f"{say_day(moment.date(), language, year=False, weekday=True)} {clock}"


def planned_length(opened: Opened, each: Running) -> int:
    """Return how long the session was meant to be in which a timer was started, but no longer than it ran.

    Without such a session it is the longest that the profile allows.
    """
    minute, module = each.timer.began // 60, each.timer.module
    near = [session for session in opened.timeline if session.kind != "buffer" and _is_near(session, each)]
    meant = min(
        near, key=lambda each: (each.module != module, not each.start <= minute < each.end), default=None
    )
    length = opened.profile.study.session_max if meant is None else meant.minutes
    return length if each.ahead else max(1, min(length, each.minutes))


def is_too_long(opened: Opened, minutes: int) -> bool:
    """Tell whether a timer that ran so long was forgotten: 4 hours, or twice the longest session, or a day."""
    return minutes > min(_DAY, max(_USUAL, 2 * opened.profile.study.session_max))


def _is_near(session: Session, each: Running) -> bool:
    """Tell whether a timer was started in a session, or on the day of a session of its module."""
    inside = session.start <= each.timer.began // 60 < session.end
    return inside or (session.module == each.timer.module and session.day == each.started.date())


def _running(opened: Opened, timer: Timer) -> Running:
    elapsed = int(opened.now.timestamp()) - timer.began
    minutes = max(0, elapsed // 60)
    return Running(
        timer,
        opened.titles.get(timer.module, LocalText.of(timer.module)),
        local(opened, timer.began // 60),
        minutes,
        forgotten=timer.left or is_too_long(opened, minutes),
        ahead=elapsed < -_CLOCKS_DIFFER,
    )
