"""The outlook of a plan that is behind: what a replan would bring, remembered, since it takes a search to find.

Invariant: an outlook comes back only for the same journal, the same files and the same day, and while no more of the
free time has gone by: between two windows a plan does not depend on the clock.
"""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from planner.learner.windows import FreeTime
from planner.schedule import showing
from planner.schedule.model import Inputs
from planner.schedule.showing import Outlook, outlook
from planner.workspace.cache import recall, remember
from planner.workspace.context import Context


def known_outlook(
    context: Context, journal: tuple[object, ...], digests: Mapping[str, str], inputs: Inputs
) -> Outlook:
    """Return what a replan would bring, from the cache where it is the same; `journal` is what tells its state."""
    key = (journal, tuple(sorted(digests.items())), inputs.now.date(), free_time_gone(inputs), _program())
    found = recall(context, "outlooks", key)
    if isinstance(found, Outlook):
        return found
    made = outlook(inputs)
    remember(context, "outlooks", key, made)
    return made


def free_time_gone(inputs: Inputs) -> int:
    """Return the minutes of the windows of today, and of the night before, that are over."""
    profile, progress = inputs.profile, inputs.progress
    extra = [(each.day, each.start, each.end) for each in progress.extra]
    free = FreeTime(profile.availability, profile.timezone, progress.time_off, progress.skipped, extra)
    now, today = int(inputs.now.timestamp()) // 60, inputs.now.date()
    days = (today - timedelta(days=1), today)
    spans = [span for day in days for span in free.windows(day.toordinal())]
    return sum(min(end, now) - start for start, end in spans if start < now)


def _program() -> int:
    """Return when the scheduler's code was last put there: another scheduler may plan otherwise."""
    return Path(showing.__file__).parent.stat().st_mtime_ns
