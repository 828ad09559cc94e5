"""The progress in words that the app and the command share: the pace as a friend would say it, figures, notes."""

from planner.text.messages import Message, Minutes, msg, msg_n
from planner.workspace.views.progress import RECENT, ProgressView, WeekHours

_NEAR = (95, 105)  # per cent of the plan that count as what was planned


def pace_said(view: ProgressView) -> Message:
    """Say the pace of the last weeks that are over."""
    if view.begins is not None:
        return msg("The plan begins on {day}; after its first week, the pace is shown here.", day=view.begins)
    weeks = min(RECENT, len(view.weeks_over))
    if not weeks:
        return msg("The first week is under way; after it, the pace is shown here.")
    studied, planned = view.recent
    time = Minutes(studied // weeks // 15 * 15)
    rest = Minutes(abs(studied - planned) // weeks // 15 * 15)
    if not planned:
        return msg_n(
            "In the last week nothing was planned; you studied {time}.",
            "In the last {count} weeks nothing was planned; you studied {time} a week.",
            weeks,
            time=time,
        )
    percent = 100 * studied // planned
    if percent < _NEAR[0]:
        return msg_n(
            "In the last week you studied {time}, {rest} less than planned.",
            "In the last {count} weeks you studied {time} a week, {rest} less than planned.",
            weeks,
            time=time,
            rest=rest,
        )
    if percent > _NEAR[1]:
        return msg_n(
            "In the last week you studied {time}, {rest} more than planned.",
            "In the last {count} weeks you studied {time} a week, {rest} more than planned.",
            weeks,
            time=time,
            rest=rest,
        )
    return msg_n(
        "In the last week you studied {time}, as planned.",
        "In the last {count} weeks you studied {time} a week, as planned.",
        weeks,
        time=time,
    )


def week_note(week: WeekHours, *, running: bool) -> Message:
    """Say of a week whether there was a check-in, or that it is this one."""
    if week.checked_in:
        return msg("checked in")
    return msg("this week") if running else msg("no check-in")
