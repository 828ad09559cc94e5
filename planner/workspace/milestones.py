"""Milestones: steps, attempts, results, and what a Kaggle medal takes."""

import re
from dataclasses import replace
from datetime import date
from typing import Any
from unicodedata import normalize

from planner.curriculum.kaggle import RANKS, medal_for, rank_needed
from planner.curriculum.model import Medal, Milestone, MilestoneKind
from planner.journal.events import Draft
from planner.journal.model import Evidence, MilestoneProgress
from planner.problems import fail
from planner.text.controls import harmless
from planner.text.messages import Message, msg
from planner.workspace.acting import record
from planner.workspace.names import find_milestone
from planner.workspace.opening import Opened
from planner.workspace.tracking.log import check_past
from planner.workspace.views.milestones import MilestoneRow, milestone_rows, standing

__all__ = [
    "MEDALS",
    "MilestoneRow",
    "attempt",
    "evidence_data",
    "medal_problem",
    "milestone_rows",
    "reach",
    "reopen",
    "tick_step",
]


def tick_step(opened: Opened, milestone: str, number: int, ticked: bool | None = None) -> Opened:
    """Tick a step (from 1), or take the tick back; without `ticked` it changes. No change records nothing."""
    found = find_milestone(opened, milestone)
    if not 1 <= number <= len(found.steps):
        count = len(found.steps)
        raise fail(
            msg(
                "There is no step {number}: {milestone} has {count}",
                number=number,
                milestone=found.title,
                count=count,
            )
        )
    now = number in opened.progress.milestones.get(found.id, MilestoneProgress()).steps
    wanted = not now if ticked is None else ticked
    if wanted == now:
        return opened
    return record(opened, Draft("step", {"milestone": found.id, "step": number, "ticked": wanted}))


def attempt(opened: Opened, milestone: str, evidence: Evidence, day: date | None = None) -> Opened:
    """Record a try that need not have reached the milestone."""
    found = find_milestone(opened, milestone)
    return record(opened, Draft("attempt", _data(opened, found, evidence), _day(opened, day)))


def reach(opened: Opened, milestone: str, evidence: Evidence, day: date | None = None) -> Opened:
    """Record that a milestone is reached; reaching it again adds evidence, and a rank without the medal is refused."""
    found = find_milestone(opened, milestone)
    data = _data(opened, found, evidence)
    problem = medal_problem(found, evidence)
    if problem is not None:
        raise fail(problem)
    return record(opened, Draft("reached", data, _day(opened, day)))


def reopen(opened: Opened, milestone: str) -> Opened:
    """Take back that a milestone is reached, with its result."""
    found = find_milestone(opened, milestone)
    if opened.progress.milestones.get(found.id, MilestoneProgress()).reached is None:
        raise fail(
            msg("{milestone} is not reached yet, so there is nothing to reopen.", milestone=found.title)
        )
    return record(opened, Draft("reopened", {"milestone": found.id}))


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    """Return what there is of evidence, as an event holds it; raises `DataError` when a rank makes no sense."""
    rank, teams = evidence.rank, evidence.teams
    if (rank is None) != (teams is None):
        raise fail(msg("A rank and the number of teams go together: give both"))
    if rank is not None and teams is not None and not 1 <= rank <= teams <= RANKS:
        raise fail(msg("Rank {rank} of {teams} teams cannot be: check both", rank=rank, teams=teams))
    url, metric = harmless(evidence.url).strip(), harmless(evidence.metric).strip()
    if url and not is_address(url):
        raise fail(
            msg(
                "“{given}” is no address: write one such as https://example.org, or a file's name. "
                "A score or a note belongs to the result",
                given=url,
            )
        )
    data = {"url": url, "metric": metric, "rank": rank, "teams": teams}
    return {key: value for key, value in data.items() if value not in ("", None)}


def medal_problem(milestone: Milestone, evidence: Evidence) -> Message | None:
    """Say why a rank does not reach a milestone whose target is a medal; None when it does, or no rank is given."""
    if milestone.kind is not MilestoneKind.KAGGLE or milestone.target is Medal.NONE:
        return None
    if evidence.rank is None or evidence.teams is None:
        return None
    needed = rank_needed(milestone.target, evidence.teams)
    if evidence.rank <= needed:
        return None
    return msg(
        "Rank {rank} of {teams} does not win the {medal} medal, which takes rank {needed} or better: "
        "record it as a try instead",
        rank=f"{evidence.rank:,}",
        teams=f"{evidence.teams:,}",
        medal=MEDALS[milestone.target],
        needed=f"{needed:,}",
    )


def medal_sentence(rank: int | None, teams: int | None, target: Medal) -> Message | None:
    """Say which medal a rank is worth among so many teams, and the rank that the target needs."""
    if target is Medal.NONE:
        return msg("A practice competition: it gives no medals.")
    if not teams:
        return None
    need = msg(
        "{medal} needs rank {rank} of {teams} or better.",
        medal=_FIRST[target],
        rank=f"{rank_needed(target, teams):,}",
        teams=f"{teams:,}",
    )
    if not rank:
        return need
    won = msg(
        "Rank {rank} of {teams} is {medal}.",
        rank=f"{rank:,}",
        teams=f"{teams:,}",
        medal=MEDALS[medal_for(rank, teams)],
    )
    return msg("{won} {need}", won=won, need=need)


def doubts(milestone: Milestone, known: MilestoneProgress, evidence: Evidence) -> tuple[Message, ...]:
    """Say what speaks against that a milestone is reached: its best rank wins too little, or nothing shows it."""
    best = standing(milestone, replace(known, attempts=(*known.attempts, (date.min, evidence))))
    said = []
    if best is not None and best.rank and best.teams and best.needed is not None and best.rank > best.needed:
        won = medal_sentence(best.rank, best.teams, best.target)
        said += [won] if won else []
    if milestone.evidence and all(each == Evidence() for each in (known.result, evidence)):
        said.append(msg("Nothing shows it yet."))
    return tuple(said)


def is_address(text: str) -> bool:
    """Tell whether a text can be an address on the web or a file's name; widths of letters do not matter."""
    return _ADDRESS.fullmatch(normalize("NFKC", text)) is not None


_ADDRESS = re.compile(
    r"(?i)[a-z][a-z0-9+.-]*:\S+|\S*[/\\]\S*|\S(?:.*\S)?\.[a-z][a-z0-9]+(?:[?#:]\S*)?"
    r"|(?:\S.*)?[/\\](?=[^\W\d]).*"  # with spaces a slash leads on to a name: “rank 5/100” is a result
)
MEDALS = {
    Medal.NONE: msg("no medal"),
    Medal.BRONZE: msg("bronze"),
    Medal.SILVER: msg("silver"),
    Medal.GOLD: msg("gold"),
}


def _data(opened: Opened, milestone: Milestone, evidence: Evidence) -> dict[str, Any]:
    known = {each.id for each in opened.plan.milestones}
    if milestone.id not in known:
        raise fail(
            msg(
                "{milestone} is not part of this plan: all that it requires is dropped",
                milestone=milestone.title,
            )
        )
    return {"milestone": milestone.id, **evidence_data(evidence)}


def _day(opened: Opened, day: date | None) -> date:
    return check_past(opened, day or opened.now.date())


_FIRST = {
    Medal.BRONZE: msg("Bronze"),
    Medal.SILVER: msg("Silver"),
    Medal.GOLD: msg("Gold"),
}  # begins a sentence
