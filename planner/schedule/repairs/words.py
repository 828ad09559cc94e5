"""What a remedy asks, in words, and how much that is."""

from datetime import date
from fractions import Fraction

from planner.curriculum.model import Priority
from planner.curriculum.selection import picked_options
from planner.learner.model import Windows
from planner.learner.windows import typical_week
from planner.schedule.model import Inputs
from planner.schedule.repairs.remedy import Picks, Remedy, with_remedy
from planner.schedule.repairs.search import saved
from planner.schedule.repairs.trial import Trials
from planner.text.languages import joined
from planner.text.messages import Message, Minutes, msg, msg_n


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


def say_remedy(trials: Trials, remedy: Remedy) -> Message:
    """Say what a remedy asks."""
    parts = []
    if remedy.minutes is not None:
        parts.append(_hours(trials.inputs, remedy.minutes))
    if remedy.goal is not None:
        now = date.fromordinal(trials.plain.goal)
        parts.append(msg("The goal on {goal} instead of {now}", goal=remedy.goal, now=now))
    if remedy.drop:
        parts.append(_drop(trials, remedy.drop))
    if remedy.background:
        parts.append(_credit(trials, remedy.background))
    if remedy.picks:
        parts.append(_choice(trials.inputs, remedy.picks))
    return parts[0] if len(parts) == 1 else msg("{one} + {other}", one=parts[0], other=parts[1])


def _hours(inputs: Inputs, minutes: int) -> Message:
    now = typical_week(inputs.profile.availability)
    changed = with_remedy(inputs, Remedy(minutes=minutes)).profile.availability
    pattern = changed.pattern
    if changed.rotation is not None or pattern.days or pattern == inputs.profile.availability.pattern:
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
    clocks = [[f"{minute % 1440 // 60:02}:{minute % 60:02}" for minute in window] for window in windows]
    return ", ".join(f'"{start}-{end}"' for start, end in clocks)
