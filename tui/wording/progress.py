"""The progress so far in words: weeks, days, tracks, estimates, and one sentence about the pace."""

from datetime import date, timedelta

from planner.text.dates import month_name, say_day, weekday_name
from planner.text.messages import Message, Translator, msg, msg_n
from planner.workspace.views.progress import RECENT, ProgressView
from planner.workspace.views.progress_said import pace_said, week_note
from tui.widgets.heat_map import Heat, HeatWeek
from tui.widgets.shares import Share
from tui.widgets.week_bars import WeekBar
from tui.wording.figures import hours, of_hours

_TOOK = 6


def week_bars(view: ProgressView, t: Translator, *, by_track: bool = False) -> tuple[WeekBar, ...]:
    """Say the weeks, the latest first."""
    signs = signs_of(view)
    return tuple(
        WeekBar(
            name=say_day(week.monday, t.language, year=False, weekday=t.language == "ja"),
            studied=week.studied,
            planned=week.planned,
            figures=_hours(week.studied, t) if by_track else t(of_hours(week.studied, week.planned)),
            note=t(week_note(week, running=week is view.weeks[-1])),
            today=week is view.weeks[-1],
            year=_year(week.monday.year, t),
            parts=tuple((signs[track], minutes) for track, minutes in week.tracks) if by_track else (),
        )
        for week in reversed(view.weeks)
    )


def signs_of(view: ProgressView) -> dict[str, str]:
    """Return a sign for each track: `1`, `2`, … then letters; what belongs to none of the plan's has `+`."""
    signs = dict(
        zip((each.track for each in view.tracks), "123456789abcdefghijklmnopqrstuvwxyz", strict=False)
    )
    others = (track for week in view.weeks for track, _ in week.tracks)
    return {**dict.fromkeys(others, "+"), **signs}


def _hours(minutes: int, t: Translator) -> str:
    return t(msg("{hours} h", hours=hours(minutes)))


def _year(year: int, t: Translator) -> str:
    return f"{year}年" if t.language == "ja" else str(year)


def heat_of(view: ProgressView, t: Translator, today: date) -> Heat:
    """Say the days; what lies ahead is left blank. Hours of check-ins, which belong to no day, have a row below."""
    reported = any(week.reported for week in view.weeks)
    weeks, before = [], 0
    for week in view.weeks:
        days = [week.monday + timedelta(days=number) for number in range(7)]
        minutes = [done if day <= today else None for day, done in zip(days, week.days, strict=True)]
        month = days[3].month  # of the week's Thursday, to which most of its days belong
        words = _month(days[3], t) if month != before else ()
        weeks.append(HeatWeek((*minutes, *([week.reported] * reported)), (*week.off, False), words))
        before = month
    names = (
        tuple(weekday_name(number, t.language) for number in range(7)) + (t(msg("not by day")),) * reported
    )
    notes = [("off", t(msg("day off")))] if any(any(week.off) for week in view.weeks) else []
    notes += [("", t(msg("not by day: told at the check-in")))] * reported
    return Heat(names, tuple(weeks), ("0", "< 1", "< 2", "< 3", t(msg("3 h or more"))), tuple(notes))


def _month(day: date, t: Translator) -> tuple[str, ...]:
    name = month_name(day.month, t.language)
    if day.month > 1:
        return (name,)
    year = _year(day.year, t)
    return (f"{year}{name}" if t.language == "ja" else f"{name} {year}", year)


def tracks_of(view: ProgressView, t: Translator, *, signs: bool = False) -> tuple[Share, ...]:
    """Say how far each track is; with the sign that it has in the weeks by track."""
    sign = signs_of(view)
    return tuple(
        Share(
            f"{sign[each.track]} {t(each.title)}" if signs else t(each.title),
            each.studied / max(1, each.effort),
            t(of_hours(each.studied, each.effort)),
        )
        for each in view.tracks
    )


def paces_of(view: ProgressView, t: Translator) -> tuple[Share, ...]:
    """Say hours a week studied against planned: of the last weeks, and of all."""
    count = len(view.weeks_over)
    spans = [(msg_n("last week", "last {count} weeks", min(RECENT, count)), view.recent, min(RECENT, count))]
    if count > RECENT:
        spans.append((msg("all {count} weeks", count=count), view.pace, count))
    return tuple(
        Share(
            t(name),
            studied / max(1, planned),
            t(_a_week(studied, planned, weeks)),
            _percent(studied, planned, t),
        )
        for name, (studied, planned), weeks in spans
        if weeks
    )


def _a_week(studied: int, planned: int, weeks: int) -> Message:
    return msg(
        "{studied} of {planned} h a week", studied=hours(studied // weeks), planned=hours(planned // weeks)
    )


def _percent(part: int, whole: int, t: Translator) -> str:
    return t(msg("{percent} %", percent=100 * part // whole)) if whole else ""


def estimates_of(view: ProgressView, t: Translator) -> tuple[Share, ...]:
    """Say what finished modules took against their estimates: all together, then the last finished."""
    if view.ratio is None:
        return ()
    actual, estimated = view.ratio
    together = Share(t(msg("all together")), None, t(of_hours(actual, estimated)), _times(actual, estimated))
    each = (
        Share(
            t(took.title), None, t(of_hours(took.actual, took.estimated)), _times(took.actual, took.estimated)
        )
        for took in view.took[:_TOOK]
    )
    return (together, *each)


def _times(actual: int, estimated: int) -> str:
    return f"{actual / estimated:.2f} ×"


def judgement(view: ProgressView, t: Translator) -> str:
    """Say the pace as a friend would."""
    return t(pace_said(view))
