"""Statements in words: the change as a condition, the result as its outcome; they are put together as one sentence.

Invariant: what is said of a result follows from its figures alone.
"""

from datetime import date

from planner.curriculum.model import Priority
from planner.learner.windows import typical_week
from planner.schedule.supposing import Change
from planner.schedule.why.model import Result
from planner.schedule.why.scene import Scene
from planner.text.dates import say_day
from planner.text.languages import LANGUAGES, LocalText, joined
from planner.text.messages import Message, Minutes, msg


def long_day(day: date) -> LocalText:
    """Say a day with its weekday, in every language."""
    return LocalText.of({language: say_day(day, language, weekday=True) for language in LANGUAGES})


def say_change(scene: Scene, change: Change) -> Message:
    """Say a change of one thing as the condition of a sentence."""
    if change.hours_per_week is not None:
        now = typical_week(scene.inputs.profile.availability)
        return msg(
            "you study {hours} a week instead of {now}",
            hours=Minutes(change.hours_per_week),
            now=Minutes(now),
        )
    if change.goal is not None:
        return msg("the goal is moved to {day}", day=change.goal)
    if change.drop == (Priority.STRETCH.value,):
        return msg("you leave out the stretch modules")
    if change.drop:
        return msg("you leave out “{modules}”", modules=joined([scene.title(name) for name in change.drop]))
    return _say_event(scene, change)


def _say_event(scene: Scene, change: Change) -> Message:
    if change.off:
        first, last = min(change.off), max(change.off)
        if first == last:
            return msg("you take {day} off", day=long_day(first))
        return msg("you take the days from {first} to {last} off", first=first, last=last)
    if change.skip:
        start, end = change.skip[0]
        return msg(
            "you keep {day}, {start}–{end} free",
            day=long_day(scene.moment(start).date()),
            start=scene.clock(start),
            end=scene.clock(end),
        )
    if change.lost:
        return msg("you lose the next {minutes} of your free time", minutes=Minutes(change.lost))
    for name, minutes in change.estimates.items():
        more = minutes - scene.modules[name].remaining
        return msg(
            "the module “{module}” needs {minutes} more", module=scene.title(name), minutes=Minutes(more)
        )
    return msg(
        "the module “{module}” is finished today", module=joined([scene.title(n) for n in change.done])
    )


def say_result(scene: Scene, result: Result) -> Message:
    """Say a result as the outcome of a sentence."""
    if isinstance(result.value, tuple):
        return msg("no milestone is reached later")
    of_milestone = result.quantity.startswith("milestone")
    title = scene.milestone_title(result.id) if of_milestone else scene.title(result.id)
    if isinstance(result.value, date):
        return _say_day(result, title, result.value)
    if isinstance(result.value, int):
        return _say_minutes(result, result.value)
    if result.quantity == "finish":
        return msg("not all has a place in the plan")
    return msg("“{title}” has no place in the plan", title=title)


def _say_day(result: Result, title: LocalText, day: date) -> Message:
    before = result.before if isinstance(result.before, date) else day
    if result.quantity == "milestone-expected":
        return _say_expected(result, title, day, before)
    if day == before:
        return {
            "finish": msg("all is still done on {day}", day=day),
            "milestone-due": msg("“{title}” is still due on {day}", title=title, day=day),
            "module-start": msg("“{title}” still begins on {day}", title=title, day=day),
            "module-finish": msg("“{title}” still ends on {day}", title=title, day=day),
        }[result.quantity]
    return {
        "finish": msg("all is done on {day} instead of {before}", day=day, before=before),
        "milestone-due": msg(
            "“{title}” is due on {day} instead of {before}", title=title, day=day, before=before
        ),
        "module-start": msg(
            "“{title}” begins on {day} instead of {before}", title=title, day=day, before=before
        ),
        "module-finish": msg(
            "“{title}” ends on {day} instead of {before}", title=title, day=day, before=before
        ),
    }[result.quantity]


def _say_expected(result: Result, title: LocalText, day: date, before: date) -> Message:
    if day == before and result.on_time:
        return msg("“{title}” is still reached on {day}, on time", title=title, day=day)
    if day == before:
        return msg("“{title}” is still reached on {day}, too late", title=title, day=day)
    if result.on_time:
        return msg(
            "“{title}” is reached on {day} instead of {before}, on time", title=title, day=day, before=before
        )
    return msg(
        "“{title}” is reached on {day} instead of {before}, too late", title=title, day=day, before=before
    )


def _say_minutes(result: Result, minutes: int) -> Message:
    day = date.fromisoformat(result.id)
    if result.value == result.before:
        return msg("the week of {day} still has {minutes} of study", day=day, minutes=Minutes(minutes))
    return msg(
        "the week of {day} has {minutes} of study instead of {before}",
        day=day,
        minutes=Minutes(minutes),
        before=Minutes(result.before if isinstance(result.before, int) else 0),
    )
