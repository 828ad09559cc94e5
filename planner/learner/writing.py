"""A profile to a fresh YAML file with short comments in the learner's language.

Invariant: what is written here reads back to the same profile.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.learner.model import Availability, DayException, Profile, Study, WeekPattern, Windows
from planner.learner.values import say_window
from planner.text.dates import WEEKDAYS
from planner.text.durations import write_minutes
from planner.text.messages import Translator, msg

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_/+-]*")
_NOT_PLAIN = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def profile_yaml(profile: Profile, t: Translator, goal: date | None = None) -> str:
    """Write a profile, with comments said by `t`; `goal` is the day that holds when the profile names none."""
    return (
        "\n".join([*_who(profile, t, goal), *_when(profile.availability, t), *_habits(profile.study, t)])
        + "\n"
    )


def _who(profile: Profile, t: Translator, goal: date | None) -> Iterator[str]:
    yield f"# {t(msg('Your profile. Edit it as you like; `planner profile check` reads it over.'))}"
    yield f"curriculum: {_word(profile.curriculum)}"
    yield f"start: {profile.start.isoformat()}"
    comment = t(msg("the day by which all is done; without this line, the curriculum's months"))
    if profile.goal:
        yield f"goal: {profile.goal.isoformat()}  # {comment}"
    elif goal:
        yield f"# goal: {goal.isoformat()}  # {comment}"
    yield f"timezone: {_word(profile.timezone)}"
    if profile.language:
        yield f"language: {_word(profile.language)}"
    yield f"background: {_list(profile.background)}  # {t(msg('what you bring; it saves effort'))}"
    picks = ", ".join(f"{_word(name)}: {_list(chosen)}" for name, chosen in profile.choices)
    yield f"choices: {{{picks}}}  # {t(msg('which options you take'))}"
    yield f"drop: {_list(profile.drop)}  # {t(msg('modules that you leave out, or a priority: stretch'))}"


def _when(availability: Availability, t: Translator) -> Iterator[str]:
    yield f"availability:  # {t(msg('when you can study; an end before the start is on the next day'))}"
    pattern = availability.pattern
    yield f"  weekday: {_windows(pattern.weekday)}"
    yield f"  day_off: {_windows(pattern.day_off)}  # {t(msg('Saturday, Sunday and public holidays'))}"
    comment = t(msg("one weekday with windows of its own, such as {example}", example="{wednesday: []}"))
    yield f"  days: {_days(pattern)}  # {comment}"
    if availability.holidays:
        yield f"  holidays: {_word(availability.holidays)}"
    if availability.cap is not None:
        yield f"  hours_per_week: {_hours(availability.cap)}  # {t(msg('at most'))}"
    if availability.rotation:
        yield f"  rotation:  # {t(msg('weeks that come in turn'))}"
        yield f"    from: {availability.rotation.start.isoformat()}"
        yield "    weeks:"
        yield from (f"      - {_week(week)}" for week in availability.rotation.weeks)
    comment = t(msg("days with windows of their own; no windows: time off"))
    if availability.exceptions:
        yield f"  exceptions:  # {comment}"
        yield from (f"    - {_exception(exception)}" for exception in availability.exceptions)
    else:
        yield f"  exceptions: []  # {comment}"


def _habits(study: Study, t: Translator) -> Iterator[str]:
    yield "study:"
    session = f"{{min: {write_minutes(study.session_min)}, max: {write_minutes(study.session_max)}}}"
    yield f"  session: {session}  # {t(msg('the shortest and the longest block'))}"
    yield f"  buffer: {_percent(study.buffer)}  # {t(msg('kept free each week for catching up'))}"
    yield f"  tracks: {study.tracks}  # {t(msg('so many threads side by side'))}"
    yield f"  checkin: {WEEKDAYS[study.checkin]}  # {t(msg('the day of the weekly check-in'))}"
    comment = t(msg("short reviews of what is finished, in the same hours; false: none"))
    yield f"  reviews: {'true' if study.reviews else 'false'}  # {comment}"


def _week(week: WeekPattern) -> str:
    return f"{{weekday: {_windows(week.weekday)}, day_off: {_windows(week.day_off)}, days: {_days(week)}}}"


def _exception(exception: DayException) -> str:
    first, last = exception.first.isoformat(), exception.last.isoformat()
    return f"{{from: {first}, to: {last}, windows: {_windows(exception.windows)}}}"


def _days(week: WeekPattern) -> str:
    return "{" + ", ".join(f"{WEEKDAYS[day]}: {_windows(windows)}" for day, windows in week.days) + "}"


def _windows(windows: Windows) -> str:
    return "[" + ", ".join(f'"{say_window(window)}"' for window in windows) + "]"


def _list(words: Iterable[str]) -> str:
    return "[" + ", ".join(_word(word) for word in words) + "]"


def _word(word: str) -> str:
    """Write a word plain where every reader of YAML takes it for text, else in quotes."""
    plain = _PLAIN.fullmatch(word) and word.casefold() not in _NOT_PLAIN
    return word if plain else f'"{word}"'


def _hours(minutes: int) -> str:
    return f"{(Decimal(minutes) / 60).quantize(Decimal('0.0001')).normalize():f}"


def _percent(share: Fraction) -> str:
    percent = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return f"{percent.quantize(Decimal('0.0001')).normalize():f}%"
