"""What `planner progress --json` prints: plain values, days in ISO 8601, lengths in minutes.

Invariant: the minutes of a week are those of its days and of its check-in together, and again those of its tracks.
"""

from planner.workspace.opening import Opened
from planner.workspace.views.plan_json import Document
from planner.workspace.views.progress import ProgressView, WeekHours


def progress_document(opened: Opened, view: ProgressView) -> Document:
    """Return what `planner progress` shows."""
    t = opened.t
    return {
        "day": opened.now.date().isoformat(),
        "done_minutes": view.done,
        "effort_minutes": view.effort,
        "modules_done": view.modules[0],
        "modules": view.modules[1],
        "milestones_reached": view.milestones[0],
        "milestones": view.milestones[1],
        "pace": _pair(view.pace, "studied_minutes", "planned_minutes"),
        "recent_pace": _pair(view.recent, "studied_minutes", "planned_minutes"),
        "effort_ratio": _pair(view.ratio, "actual_minutes", "estimated_minutes") if view.ratio else None,
        "weeks": [_week(week) for week in view.weeks],
        "tracks": [
            {
                "id": each.track,
                "title": t(each.title),
                "studied_minutes": each.studied,
                "effort_minutes": each.effort,
            }
            for each in view.tracks
        ],
        "finished_modules": [
            {
                "id": each.module,
                "title": t(each.title),
                "finished": each.finished.isoformat(),
                "actual_minutes": each.actual,
                "estimated_minutes": each.estimated,
            }
            for each in view.took
        ],
    }


def _pair(pair: tuple[int, int], first: str, second: str) -> Document:
    return {first: pair[0], second: pair[1]}


def _week(week: WeekHours) -> Document:
    return {
        "start": week.monday.isoformat(),
        "studied_minutes": week.studied,
        "planned_minutes": week.planned,
        "studied_by_day": list(week.days),
        "studied_on_no_day": week.reported,
        "days_off": list(week.off),
        "by_track": dict(week.tracks),
        "checked_in": week.checked_in,
    }
