"""Milestones as text: each with its dates and state, its steps, attempts, and what a medal takes."""

from collections.abc import Sequence
from datetime import date

from planner.cli.views.page import GAP, Page, join
from planner.cli.views.plan import milestone_lines
from planner.journal.model import Evidence
from planner.text.languages import LocalText
from planner.text.messages import msg
from planner.workspace.milestones import MEDALS
from planner.workspace.views.milestones import MilestoneRow, Standing


def board_lines(page: Page, rows: Sequence[MilestoneRow]) -> list[str]:
    """Return every milestone with its steps, attempts and medal; what to do next where there is none."""
    if not rows:
        return page.paragraph(
            page.t(msg("This plan has no milestones. What it studies: planner curriculum show"))
        )
    titles = {row.plan.id: row.milestone.title for row in rows}
    parts = [milestone_lines(page, [row.plan for row in rows], titles)]
    parts += [_detail(page, row) for row in rows]
    return join(*parts)


def _detail(page: Page, row: MilestoneRow) -> list[str]:
    t = page.t
    lines = [f"{page.accent(t(row.milestone.title))}{GAP}{page.heading(row.milestone.id)}"]
    for number, step in enumerate(row.milestone.steps, 1):
        box = "[x]" if number in row.progress.steps else "[ ]"
        lines += _hung(page, f"  {box} {number}  ", step)
    lines += [_attempt(page, day, evidence) for day, evidence in row.progress.attempts]
    if row.medal is not None:
        lines += page.items([medal_text(page, row.medal)])
    if row.progress.reached is not None:
        reached = t(msg("reached on {day}", day=row.progress.reached))
        first, *more = [evidence_text(page, evidence) for _, evidence in row.progress.shown] or [""]
        lines += page.items([" ".join(filter(None, [reached, first])), *more])
    return lines


def _hung(page: Page, label: str, text: LocalText) -> list[str]:
    first, *rest = page.paragraph(page.t(text), " " * len(label))
    return [label + first.lstrip(), *rest]


def _attempt(page: Page, day: date, evidence: Evidence) -> str:
    told = evidence_text(page, evidence)
    return GAP + " ".join(filter(None, [page.t(msg("attempt on {day}", day=day)), told]))


def evidence_text(page: Page, evidence: Evidence) -> str:
    """Return evidence in one line."""
    rank = ""
    if evidence.rank is not None and evidence.teams is not None:
        rank = page.t(msg("rank {rank} of {teams}", rank=f"{evidence.rank:,}", teams=f"{evidence.teams:,}"))
    return " · ".join(filter(None, [evidence.metric, rank, evidence.url]))


def medal_text(page: Page, standing: Standing) -> str:
    """Say which medal is wanted, which one the best rank wins, and the rank that it takes."""
    target = MEDALS[standing.target]
    if standing.rank is None or standing.teams is None or standing.needed is None:
        return page.t(msg("Target: {medal}. Record a rank to see what it takes.", medal=target))
    return page.t(
        msg(
            "Target: {target}, which takes rank {needed} of {teams}. Best so far: rank {rank}, {medal}.",
            target=target,
            needed=f"{standing.needed:,}",
            teams=f"{standing.teams:,}",
            rank=f"{standing.rank:,}",
            medal=MEDALS[standing.medal],
        )
    )
