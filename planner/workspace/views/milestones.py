"""Milestones to be shown: the plan's, the curriculum's and the learner's side of each, and how far a medal is."""

from planner.curriculum.kaggle import medal_for, rank_needed
from planner.curriculum.model import Curriculum, Medal, Milestone, MilestoneKind, Phase
from planner.journal.model import MilestoneProgress
from planner.records import dataclass
from planner.schedule.model import MilestonePlan
from planner.workspace.opening import Opened


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a competition stands: the best rank so far, its medal, and the rank that the target takes."""

    target: Medal
    rank: int | None
    teams: int | None
    medal: Medal
    needed: int | None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone in the plan, as the curriculum has it, as far as it is; `medal` only where a medal is the target."""

    plan: MilestonePlan
    milestone: Milestone
    progress: MilestoneProgress
    medal: Standing | None


def milestone_rows(opened: Opened) -> tuple[MilestoneRow, ...]:
    """Return the milestones of the plan in the order of their due dates."""
    known = {milestone.id: milestone for milestone in opened.curriculum.milestones}
    rows = []
    for plan in sorted(opened.plan.milestones, key=lambda each: each.due):
        progress = opened.shown.milestones.get(plan.id, MilestoneProgress())
        milestone = known[plan.id]
        rows.append(MilestoneRow(plan, milestone, progress, standing(milestone, progress)))
    return tuple(rows)


def standing(milestone: Milestone, progress: MilestoneProgress) -> Standing | None:
    """Return how far a medal is, from the attempt with the best share of ranks; None where no medal is the target."""
    if milestone.kind is not MilestoneKind.KAGGLE or milestone.target is Medal.NONE:
        return None
    tries = [*(evidence for _, evidence in progress.attempts), progress.result]
    ranked = [(e.rank / e.teams, e.rank, e.teams) for e in tries if e.rank and e.teams]
    if not ranked:
        return Standing(milestone.target, None, None, Medal.NONE, None)
    _, rank, teams = min(ranked)
    needed = rank_needed(milestone.target, teams)
    return Standing(milestone.target, rank, teams, medal_for(rank, teams), needed)


def phase_of(curriculum: Curriculum, milestone: Milestone) -> Phase | None:
    """Return the last phase in which something lies that the milestone requires."""
    modules = set(milestone.requires)
    for choice in curriculum.choices:
        if choice.id in modules:
            modules |= {module for option in choice.options for module in option.modules}
    phases = [phase for phase in curriculum.phases if modules & set(phase.modules)]
    return phases[-1] if phases else None
