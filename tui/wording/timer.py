"""The running timer in words."""

from collections.abc import Sequence
from datetime import date

from planner.text.messages import KeyOf, Translator, msg
from planner.workspace.tracking.timer import Running, say_running
from tui.widgets.timer_line import TimerSaid


def timers_said(found: Sequence[Running], t: Translator, today: date) -> tuple[TimerSaid, ...]:
    """Say the timers that run, the one started last first; about that one the app can ask."""
    asks = t(msg("How long was it really? {timer} asks.", timer=KeyOf("timer")))
    return tuple(
        TimerSaid(
            t(each.title),
            t(say_running(each, today, t.language)),
            asks if each.doubtful and each is found[-1] else "",
        )
        for each in reversed(found)
    )
