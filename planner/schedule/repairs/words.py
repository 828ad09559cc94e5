"""What a remedy asks, in words, and how much that is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from planner.curriculum.model import Priority
from planner.curriculum.selection import picked_options
from planner.learner.model import WeekPattern, Windows
from planner.learner.windows import typical_week
from planner.schedule.model import Inputs
from planner.schedule.repairs.remedy import Picks, Remedy, with_remedy
from planner.schedule.repairs.search import saved
from planner.schedule.repairs.trial import Trials
from planner.text.languages import joined
from planner.text.messages import Message, Minutes, msg, msg_n

_DAYS = ("weekday", "day_off")
_INSIDE = {
    outside.text: inside.text
    for outside, inside in (
        (
            msg("The goal on {goal} instead of {now}", goal="", now=""),
            msg("the goal on {goal} instead of {now}", goal="", now=""),
        ),
        (msg("Without the stretch modules"), msg("without the stretch modules")),
        (msg("Only the core modules"), msg("only the core modules")),
        (msg("Without {titles}", titles=""), msg("without {titles}", titles="")),
        (
            msg("If you bring this already: {background} ({work} less)", background="", work=""),
            msg("if you bring this already: {background} ({work} less)", background="", work=""),
        ),
    )
}


def cost(trials: Trials, remedy: Remedy) -> Fraction:
    """Return what a remedy asks, as the share of the plan that it changes.

    Hours count against the week's hours, days against the days to the goal, lost work against the work left. What is
    known already and another option ask for nothing of these.
    """
    now = max(1, typical_week(trials.inputs.profile.availability))
    days = max(1, trials.plain.goal - trials.today)
    more = remedy.minutes - now if remedy.minutes is not None else 0
    later = remedy.goal.toordinal() - trials.plain.goal if remedy.goal else 0
    lost = saved(trials, Remedy(drop=remedy.drop)) if remedy.drop else 0
    return Fraction(more, now) + Fraction(later, days) + Fraction(lost, max(1, sum(trials.plain.remaining)))


def say_remedy(trials: Trials, remedy: Remedy, hours: Callable[[Inputs, int], Message]) -> Message:
    """Say what a remedy asks; `hours` says how many minutes a week."""
    parts = []
    if remedy.minutes is not None:
        parts.append(hours(trials.inputs, remedy.minutes))
    if remedy.goal is not None:
        now = date.fromordinal(trials.plain.goal)
        parts.append(msg("The goal on {goal} instead of {now}", goal=remedy.goal, now=now))
    if remedy.drop:
        parts.append(_drop(trials, remedy.drop))
    if remedy.background:
        parts.append(_credit(trials, remedy.background))
    if remedy.picks:
        parts.append(_choice(trials.inputs, remedy.picks))
    return parts[0] if len(parts) == 1 else msg("{one} + {other}", one=parts[0], other=_inside(parts[1]))


def _inside(part: Message) -> Message:
    """Return a part as it is said within a sentence."""
    values = tuple(
        (name, _inside(value) if isinstance(value, Message) else value) for name, value in part.values
    )
    return replace(part, text=_INSIDE.get(part.text, part.text), values=values)


def hours_said(inputs: Inputs, minutes: int) -> Message:
    """Say other hours a week in words: until when the days last."""
    now, pattern = typical_week(inputs.profile.availability), _longer(inputs, minutes)
    whole = {"hours": minutes / 60, "now": round(now / 60, 2)}
    if pattern is None or len(pattern.weekday) > 1 or len(pattern.day_off) > 1:
        return msg("{hours} h a week instead of {now} h", **whole)
    ends = {name: _clock(windows[-1][1]) for name in _DAYS if (windows := getattr(pattern, name))}
    if len(ends) == len(_DAYS):
        return msg(
            "{hours} h a week instead of {now} h (weekdays until {weekday}, days off until {day_off})",
            **whole,
            **ends,
        )
    if "weekday" in ends:
        return msg("{hours} h a week instead of {now} h (weekdays until {weekday})", **whole, **ends)
    return msg("{hours} h a week instead of {now} h (days off until {day_off})", **whole, **ends)


def _longer(inputs: Inputs, minutes: int) -> WeekPattern | None:
    """Return the one pattern of the days that holds other hours; None where there are several, or it stays."""
    changed = with_remedy(inputs, Remedy(minutes=minutes)).profile.availability
    pattern = changed.pattern
    several = changed.rotation is not None or pattern.days
    return None if several or pattern == inputs.profile.availability.pattern else pattern


def hours_written(inputs: Inputs, minutes: int) -> Message:
    """Say other hours a week, and what to write into the profile for them."""
    now, pattern = typical_week(inputs.profile.availability), _longer(inputs, minutes)
    if pattern is None:
        return msg("{hours} h a week instead of {now} h", hours=minutes / 60, now=round(now / 60, 2))
    return msg(
        "{hours} h a week instead of {now} h (weekday: [{weekday}], day_off: [{day_off}])",
        hours=minutes / 60,
        now=round(now / 60, 2),
        weekday=_said(pattern.weekday),
        day_off=_said(pattern.day_off),
    )


def _drop(trials: Trials, drop: tuple[str, ...]) -> Message:
    remedy = Remedy(drop=drop)
    work = Minutes(sum(trials.plain.effort) - sum(trials.work(remedy).effort))
    fallen = len(trials.work(remedy).selection.fallen) - len(trials.plain.selection.fallen)
    if drop == (Priority.STRETCH.value,):
        what = msg("Without the stretch modules")
    elif drop == (Priority.RECOMMENDED.value,):
        what = msg("Only the core modules")
    else:
        titles = {module.id: module.title for module in trials.inputs.curriculum.modules}
        what = msg("Without {titles}", titles=joined([titles[name] for name in drop]))
    if not fallen:
        return msg("{what} ({work} less)", what=what, work=work)
    return msg_n(
        "{what} ({work} and {count} milestone less)",
        "{what} ({work} and {count} milestones less)",
        fallen,
        what=what,
        work=work,
    )


def _credit(trials: Trials, background: str) -> Message:
    titles = {each.id: each.title for each in trials.inputs.curriculum.backgrounds}
    return msg(
        "If you bring this already: {background} ({work} less)",
        background=titles[background],
        work=Minutes(saved(trials, Remedy(background=background))),
    )


def _choice(inputs: Inputs, picks: Picks) -> Message:
    choice = next(choice for choice in inputs.curriculum.choices if choice.id == picks[0])
    now = picked_options(choice, dict(inputs.profile.choices).get(choice.id, ()))
    titles = {option.id: option.title for option in choice.options}
    return msg(
        "{choice}: {options} instead of {now}",
        choice=choice.title,
        options=joined([titles[pick] for pick in picks[1]]),
        now=joined([titles[pick] for pick in now]),
    )


def _said(windows: Windows) -> str:
    """Write windows as the profile has them."""
    clocks = [[_clock(minute) for minute in window] for window in windows]
    return ", ".join(f'"{start}-{end}"' for start, end in clocks)


def _clock(minute: int) -> str:
    return f"{minute % 1440 // 60:02}:{minute % 60:02}"
