"""A supposed change of settings as settings: what to write into profile.yaml to make it so.

Invariant: a profile with these settings is the profile that was supposed, and windows that stay keep their order in the
file.
"""

from typing import Any

from planner.documents.editing import value_at
from planner.documents.wrong import Wrong
from planner.learner.model import Profile, Rotation, WeekPattern, Windows
from planner.learner.values import say_window, window
from planner.schedule.supposing import Change, suppose
from planner.text.dates import WEEKDAYS
from planner.workspace.files import read_file
from planner.workspace.opening import PROFILE, Opened
from planner.workspace.settings.profile_text import profile_value


def settings_of(opened: Opened, change: Change) -> dict[str, Any]:
    """Return the settings that a supposed change asks for, by their dotted keys; what happens is none of them.

    The file's own profile is changed, not the one that the learner's hand made of it.
    """
    before = opened.settings
    inputs = opened.inputs
    after = suppose(type(inputs)(inputs.curriculum, before, inputs.progress, inputs.now), change).profile
    chosen = dict(before.choices)
    found: dict[str, Any] = {}
    if after.goal != before.goal and after.goal:
        found["goal"] = after.goal.isoformat()
    if after.background != before.background:
        found["background"] = list(after.background)
    found |= {f"choices.{name}": list(picks) for name, picks in after.choices if chosen.get(name) != picks}
    if after.drop != before.drop:
        found["drop"] = list(after.drop)
    if after.study.buffer != before.study.buffer:
        found["study.buffer"] = f"{float(after.study.buffer * 100):g}%"
    return _in_order_of_file(opened, found | _availability(before, after))


def _in_order_of_file(opened: Opened, settings: dict[str, Any]) -> dict[str, Any]:
    """Return settings whose windows stand where the file has them, changed ones included; new ones come last."""
    said = profile_value(read_file(opened.context.home / PROFILE, PROFILE))
    return {key: _as_in(value_at(said, key.split(".")), value) for key, value in settings.items()}


def _as_in(old: object, new: object) -> object:
    """Return windows in the order of the old ones: the earliest new one where the earliest old one is, and so on.

    Where there are more or fewer, those that stay keep their places, and the others follow.
    """
    if not (isinstance(old, list) and isinstance(new, list) and all(isinstance(each, str) for each in new)):
        return new
    spans = [span for span in map(_span, old) if span]
    if len(spans) < len(old):
        return new
    kept = dict(zip(spans, old, strict=True))
    said = [kept.get(span, each) if (span := _span(each)) else each for each in new]
    if len(new) != len(old):
        return [*(each for each in old if each in said), *(each for each in said if each not in old)]
    places = sorted(range(len(old)), key=spans.__getitem__)
    return [each for _, each in sorted(zip(places, said, strict=True))]


def _span(value: object) -> tuple[int, int] | None:
    try:
        return window(value)
    except Wrong:
        return None


def _availability(before: Profile, after: Profile) -> dict[str, Any]:
    old, new = before.availability, after.availability
    found: dict[str, Any] = {}
    was, will = _week(old.pattern), _week(new.pattern)
    for name in ("weekday", "day_off"):
        if was[name] != will[name]:
            found[f"availability.{name}"] = will[name]
    for day, windows in will["days"].items():
        if was["days"].get(day) != windows:
            found[f"availability.days.{day}"] = windows
    if new.rotation and new.rotation != old.rotation:
        found["availability.rotation.weeks"] = _weeks(new.rotation)
    if new.cap != old.cap and new.cap is not None:
        found["availability.hours_per_week"] = _hours(new.cap)
    return found


def _weeks(rotation: Rotation) -> list[dict[str, Any]]:
    return [_week(week) for week in rotation.weeks]


def _week(pattern: WeekPattern) -> dict[str, Any]:
    return {
        "weekday": _windows(pattern.weekday),
        "day_off": _windows(pattern.day_off),
        "days": {WEEKDAYS[day]: _windows(windows) for day, windows in pattern.days},
    }


def _windows(windows: Windows) -> list[str]:
    return [say_window(window) for window in windows]


def _hours(minutes: int) -> int | float:
    return minutes // 60 if minutes % 60 == 0 else round(minutes / 60, 4)
