"""What if: the same plan over changed inputs, as a pure function; nothing is recorded.

Invariant: `suppose` returns other inputs and changes none; a change of settings lets freed time draw work forward, as
a replan after an edit of the profile does, and a change of what happened does not.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from fractions import Fraction

from planner.journal.model import Progress
from planner.learner.model import Profile
from planner.learner.stretching import with_weekly_minutes
from planner.records import dataclass
from planner.schedule.dates import goal_of
from planner.schedule.frame import make_capacity
from planner.schedule.model import Inputs, Plan
from planner.schedule.planning import make_plan

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What would be different; what is left out stays.

    Settings: minutes a week, the goal, what to drop besides (modules or a priority), options by choice, backgrounds
    besides, the buffer's share of a week. What happens: days off, [start, end) in epoch minutes kept free, the next
    minutes of free time lost, estimates (minutes still to do, by module), modules done.
    """

    hours_per_week: int | None = None
    goal: date | None = None
    drop: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    background: tuple[str, ...] = ()
    off: tuple[date, ...] = ()
    skip: Spans = ()
    lost: int = 0
    estimates: Mapping[str, int] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    buffer: Fraction | None = None

    @property
    def of_settings(self) -> bool:
        """Tell whether the profile would be another."""
        plain = (self.hours_per_week, self.goal, self.buffer) == (None, None, None)
        return not plain or bool(self.drop or self.choices or self.background)


def suppose(inputs: Inputs, change: Change) -> Inputs:
    """Return the inputs with a change; more hours a week than the windows hold make the windows longer."""
    changed = replace(
        inputs,
        profile=_profile(inputs.profile, change) if change.of_settings else inputs.profile,
        progress=_progress(inputs, change),
    )
    if not change.lost:
        return changed
    skipped = (*changed.progress.skipped, *next_free(changed, change.lost))
    return replace(changed, progress=replace(changed.progress, skipped=skipped))


def supposed_plan(inputs: Inputs, change: Change, *, pull: bool = False) -> Plan:
    """Make the plan that a replan would give after a change; `pull` as when the settings have changed already."""
    return make_plan(suppose(inputs, change), repairs=False, pull=pull or change.of_settings)


def next_free(inputs: Inputs, minutes: int) -> Spans:
    """Return the next free time as [start, end) in epoch minutes, `minutes` in all or as much as there is."""
    capacity = make_capacity(inputs, goal_of(inputs.profile, inputs.curriculum).toordinal())
    spans: list[tuple[int, int]] = []
    for index in range(capacity.index(capacity.horizon) + 1):
        for start, end in (span for day in capacity.week(index).days for span in day):
            if minutes <= 0:
                return tuple(spans)
            spans.append((start, min(end, start + minutes)))
            minutes -= end - start
    return tuple(spans)


def _profile(profile: Profile, change: Change) -> Profile:
    availability = profile.availability
    if change.hours_per_week is not None:
        availability = with_weekly_minutes(availability, change.hours_per_week)
    choices = dict(profile.choices) | {name: tuple(picks) for name, picks in change.choices.items()}
    return replace(
        profile,
        availability=availability,
        goal=change.goal or profile.goal,
        drop=tuple(dict.fromkeys((*profile.drop, *change.drop))),
        choices=tuple(choices.items()),
        background=tuple(dict.fromkeys((*profile.background, *change.background))),
        study=profile.study if change.buffer is None else replace(profile.study, buffer=change.buffer),
    )


def _progress(inputs: Inputs, change: Change) -> Progress:
    progress = inputs.progress
    if not (change.off or change.skip or change.estimates or change.done):
        return progress
    return replace(
        progress,
        time_off=progress.time_off | set(change.off),
        skipped=(*progress.skipped, *change.skip),
        efforts={
            **progress.efforts,
            **{n: progress.logged(n) + left for n, left in change.estimates.items()},
        },
        done={**dict.fromkeys(change.done, inputs.now.date()), **progress.done},
    )
