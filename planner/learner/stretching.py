"""An availability with more or fewer hours a week: what a learner would do first when time must be found.

Fewer hours are a cap. More hours make each window longer, in proportion, at its end, then at its start.
"""

from dataclasses import replace
from fractions import Fraction

from planner.learner.model import Availability, Rotation, WeekPattern, Windows
from planner.learner.windows import GRANULE, typical_week

_DAY = 1440


def with_weekly_minutes(availability: Availability, minutes: int) -> Availability:
    """Return an availability whose ordinary week holds `minutes`, or as many as fit into its days."""
    open_week = typical_week(replace(availability, cap=None))
    if minutes <= open_week or open_week == 0:
        return replace(availability, cap=minutes)
    low, high = Fraction(minutes, open_week), Fraction(minutes, open_week) * 4
    best = _stretched(availability, low)
    for _ in range(12):
        if typical_week(best) >= minutes:
            break
        low = min(high, low * Fraction(21, 20))
        best = _stretched(availability, low)
    return replace(best, cap=minutes)


def _stretched(availability: Availability, factor: Fraction) -> Availability:
    rotation = availability.rotation
    return replace(
        availability,
        cap=None,
        pattern=_stretch_pattern(availability.pattern, factor),
        rotation=rotation
        and Rotation(rotation.start, tuple(_stretch_pattern(p, factor) for p in rotation.weeks)),
    )


def _stretch_pattern(pattern: WeekPattern, factor: Fraction) -> WeekPattern:
    return WeekPattern(
        weekday=_stretch(pattern.weekday, factor),
        day_off=_stretch(pattern.day_off, factor),
        days=tuple((day, _stretch(windows, factor)) for day, windows in pattern.days),
    )


def _stretch(windows: Windows, factor: Fraction) -> Windows:
    """Make each window longer: towards the next window or midnight, then towards the one before."""
    result: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(windows):
        wanted = -(-int((end - start) * factor) // GRANULE) * GRANULE
        latest = windows[index + 1][0] if index + 1 < len(windows) else max(end, _DAY)
        earliest = result[-1][1] if result else 0
        new_end = min(start + wanted, latest)
        result.append((min(start, max(earliest, new_end - wanted)), new_end))
    return tuple(result)
