"""Kaggle medals: which rank wins which medal, by the number of teams (Kaggle's progression system).

Invariant: shares are rounded down, and a better rank never wins a lesser medal. Getting Started and Playground
competitions give none: their milestones have no target.
"""

from planner.curriculum.model import Medal

RANKS = 10_000_000


def rank_needed(medal: Medal, teams: int) -> int:
    """Return the last rank that wins a medal among so many teams; 0 when none does. `NONE` takes any rank."""
    if medal is Medal.NONE:
        return teams
    if medal is Medal.GOLD:
        return _gold(teams)
    silver = medal is Medal.SILVER
    if teams < 250:
        return teams * (20 if silver else 40) // 100
    if teams < 1000:
        return 50 if silver else 100
    return teams * (5 if silver else 10) // 100


def _gold(teams: int) -> int:
    if teams < 100:
        return teams // 10
    return 10 if teams < 250 else 10 + teams * 2 // 1000


def medal_for(rank: int, teams: int) -> Medal:
    """Return the best medal that a rank (from 1) wins among so many teams."""
    for medal in (Medal.GOLD, Medal.SILVER, Medal.BRONZE):
        if rank <= rank_needed(medal, teams):
            return medal
    return Medal.NONE
