"""How far the milestones are: steps, attempts, results.

Invariant: reaching a milestone again keeps the day and adds to the evidence; reopening takes both back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from planner.journal.model import Event, Evidence, MilestoneProgress

_NOTHING = MilestoneProgress()


def milestone_progress(live: Iterable[Event]) -> dict[str, MilestoneProgress]:
    """Return the progress of every milestone that an event names; `live` are the usable events that are not void."""
    progress: dict[str, MilestoneProgress] = {}
    for event in live:
        for milestone, data in _named(event):
            before = progress.get(milestone, _NOTHING)
            progress[milestone] = _after(before, event.kind, event.day, data)
    return progress


def _named(event: Event) -> Iterable[tuple[str, Mapping[str, Any]]]:
    if event.kind in {"step", "attempt", "reached", "reopened"}:
        return [(event.data["milestone"], event.data)]
    if event.kind == "checkin":
        results: Mapping[str, Mapping[str, Any]] = event.data.get("milestones", {})
        return results.items()
    return ()


def _after(before: MilestoneProgress, kind: str, day: date, data: Mapping[str, Any]) -> MilestoneProgress:
    if kind == "step":
        step = frozenset({data["step"]})
        return replace(before, steps=before.steps | step if data["ticked"] else before.steps - step)
    if kind == "attempt":
        return replace(before, attempts=(*before.attempts, (day, _evidence(Evidence(), data))))
    if kind == "reopened":
        return replace(before, reached=None, result=Evidence(), shown=())
    given, result = _evidence(Evidence(), data), _evidence(before.result, data)
    known = given == Evidence() or any(given == each for _, each in before.shown)
    shown = before.shown if known else (*before.shown, (day, given))
    return replace(before, reached=before.reached or day, result=result, shown=shown)


def _evidence(before: Evidence, data: Mapping[str, Any]) -> Evidence:
    return Evidence(
        data.get("url", before.url),
        data.get("metric", before.metric),
        data.get("rank", before.rank),
        data.get("teams", before.teams),
    )
