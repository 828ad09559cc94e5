"""Remedies: what a repair changes of the profile, how that is written, and how it is said.

Invariant: `kind` and `value` name the changed settings in one order, joined by `+`, and say all that is needed to make
the change by hand or to try it with `planner whatif`.
"""

from dataclasses import replace
from datetime import date

from planner.learner.model import Profile
from planner.learner.stretching import with_weekly_minutes
from planner.records import dataclass
from planner.schedule.model import Inputs

Picks = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change of the profile: minutes a week, the goal, what to drop besides, a background, picks of a choice."""

    minutes: int | None = None
    goal: date | None = None
    drop: tuple[str, ...] = ()
    background: str = ""
    picks: Picks | None = None

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The kinds of what changes, each with its value as `planner whatif` takes it."""
        choice = f"{self.picks[0]}={','.join(self.picks[1])}" if self.picks else ""
        found = (
            ("hours", f"{self.minutes / 60:g}" if self.minutes is not None else ""),
            ("goal", self.goal.isoformat() if self.goal else ""),
            ("drop", ",".join(self.drop)),
            ("credit", self.background),
            ("choice", choice),
        )
        return tuple((kind, value) for kind, value in found if value)

    @property
    def kind(self) -> str:
        """The kinds of what changes."""
        return "+".join(kind for kind, _ in self.parts)

    @property
    def value(self) -> str:
        """The new values of what changes."""
        return "+".join(value for _, value in self.parts)


def with_remedy(inputs: Inputs, remedy: Remedy) -> Inputs:
    """Return the inputs of a learner who takes the advice."""
    profile = inputs.profile
    return replace(
        inputs,
        profile=replace(
            profile,
            availability=profile.availability
            if remedy.minutes is None
            else with_weekly_minutes(profile.availability, remedy.minutes),
            goal=remedy.goal or profile.goal,
            drop=(*profile.drop, *remedy.drop),
            background=_with_background(profile, remedy.background),
            choices=_with_picks(profile, remedy.picks),
        ),
    )


def _with_background(profile: Profile, background: str) -> tuple[str, ...]:
    return (*profile.background, background) if background else profile.background


def _with_picks(profile: Profile, picks: Picks | None) -> tuple[Picks, ...]:
    return tuple((dict(profile.choices) | dict([picks])).items()) if picks else profile.choices
