"""The verdict in words: one sentence, then what does not agree and what would make it fit."""

from planner.cli.views.page import Page, join
from planner.schedule.model import Plan, Repair
from planner.text.messages import Minutes, msg

GAP_UNDER = "  "
_OPTIONS = {
    "hours": "--hours-per-week",
    "goal": "--goal",
    "drop": "--drop",
    "credit": "--background",
    "choice": "--choice",
}


def verdict_lines(page: Page, plan: Plan) -> list[str]:
    """Return the sentence and, in short lists, contradictions, the proof that it must be late, and repairs."""
    verdict = plan.verdict
    lines = [page.accent(line) for line in page.paragraph(page.t(verdict.sentence))]
    found = page.items(page.t(each.message) for each in verdict.contradictions)
    proof = page.items([page.t(verdict.proof.message)] if verdict.proof else [])
    repairs = [line for each in verdict.repairs for line in repair_lines(page, each)]
    if repairs:
        repairs += page.paragraph(page.t(msg("To take one: its command with --apply")), GAP_UNDER)
    return join(
        [*lines, *page.paragraph(figures(page, plan))],
        page.items(page.t(note) for note in verdict.notes),
        stale_lines(page, plan),
        [page.heading(page.t(msg("what does not agree"))), *found] if found else [],
        [page.heading(page.t(msg("why no plan can be on time"))), *proof] if proof else [],
        [page.heading(page.t(msg("what would make it fit"))), *repairs] if repairs else [],
    )


def repair_lines(page: Page, repair: Repair) -> list[str]:
    """Say a repair, and under it the command that tries it."""
    return [*page.items([page.t(repair.message)]), f"    {repair_command(repair)}"]


def repair_command(repair: Repair) -> str:
    """Return the command that tries a repair; a pair is a command with both options."""
    words = ["planner whatif"]
    for kind, value in zip(repair.kind.split("+"), repair.value.split("+"), strict=True):
        for each in value.split(",") if kind == "drop" else [value]:
            words += [_OPTIONS[kind], each]
    return " ".join(words)


def figures(page: Page, plan: Plan) -> str:
    """Say in a line how much is done, when all is done, and what the goal needs."""
    t = page.t
    share = 100 * plan.done // plan.effort if plan.effort else 100
    parts = [
        t(
            msg(
                "{done} of {effort} done ({share} %).",
                done=Minutes(plan.done),
                effort=Minutes(plan.effort),
                share=share,
            )
        )
    ]
    if plan.finish is not None:
        parts.append(t(msg("Finish {finish}, goal {goal}.", finish=plan.finish, goal=plan.goal)))
    else:
        parts.append(t(msg("Goal {goal}.", goal=plan.goal)))
    needed = plan.verdict.needed_hours_per_week
    if needed:
        parts.append(t(msg("The goal needs {hours} h a week.", hours=round(needed, 1))))
    return page.sentences(*parts)


def stale_lines(page: Page, plan: Plan) -> list[str]:
    """Say why the accepted plan is no longer what a new one would be, and what to do."""
    if not plan.stale:
        return []
    reasons = [page.t(reason) for reason in plan.stale]
    lines = [line for reason in reasons for line in page.paragraph(reason, "! ")]
    return [*lines, *page.paragraph(page.t(msg("See what would change: planner replan")), GAP_UNDER)]
