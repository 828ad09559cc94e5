"""A newer version of the curriculum as text and as a document: what differs, what would go, the plan that follows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planner.cli.views.diff import diff_lines
from planner.cli.views.page import GAP, Page, join
from planner.text.messages import Minutes, msg, msg_n
from planner.workspace.views.change_said import and_more

if TYPE_CHECKING:
    from planner.curriculum.comparing import Difference
    from planner.workspace.update.updating import Update

_MOST_LINES = 10
_PARTS = ("module", "milestone", "choice")


def update_lines(page: Page, update: "Update") -> list[str]:
    """Return what taking the version would change."""
    return join(
        page.paragraph(page.t(msg("A newer version of the curriculum. What is different in it:"))),
        *(_part(page, update.differences, part) for part in _PARTS),
        _same(page, update.differences),
        _total(page, update),
        _kept(page, update),
        _lost(page, update),
        _own(page, update),
        diff_lines(page, update.proposal),
    )


def _part(page: Page, differences: "Sequence[Difference]", part: str) -> list[str]:
    said = [page.t(each.said) for each in differences if each.kind.startswith(f"{part}-")]
    headings = {
        "module": msg("modules"),
        "milestone": msg("milestones"),
        "choice": msg("choices"),
    }
    return [page.heading(page.t(headings[part])), *page.items(said)] if said else []


def _same(page: Page, differences: "Sequence[Difference]") -> list[str]:
    said = msg("Modules, milestones and choices are the same; only words or sources differ.")
    return [] if differences else page.paragraph(page.t(said))


def _total(page: Page, update: "Update") -> list[str]:
    before, after = update.proposal.before.effort, update.proposal.after.effort
    if before == after:
        return page.paragraph(page.t(msg("In all it takes {hours} as before.", hours=Minutes(after))))
    said = msg("In all: {before} → {after} of work.", before=Minutes(before), after=Minutes(after))
    return page.paragraph(page.t(said))


def _kept(page: Page, update: "Update") -> list[str]:
    t = page.t
    return [
        line
        for title, minutes in update.kept
        for line in page.paragraph(
            t(
                msg(
                    "{hours} studied on {module} are kept in the journal, but {module} is no longer part of the plan.",
                    hours=Minutes(minutes),
                    module=title,
                )
            )
        )
    ]


def _lost(page: Page, update: "Update") -> list[str]:
    t = page.t
    if not update.lost:
        return []
    head = page.heading(t(msg("ticked steps that are no more")))
    return [head, *page.items(f"{t(each.milestone)}: {t(each.step)}" for each in update.lost)]


def _own(page: Page, update: "Update") -> list[str]:
    t, lines = page.t, update.own_lines
    if not update.edited:
        return []
    said = msg_n(
        "curriculum.yaml was edited by hand. {count} line of it is not in the new version and would go:",
        "curriculum.yaml was edited by hand. {count} lines of it are not in the new version and would go:",
        len(lines),
    )
    if not lines:
        said = msg("curriculum.yaml was edited by hand; the new version has all of its lines.")
    more = len(lines) - _MOST_LINES
    rest = [GAP + t(and_more(more))] if more > 0 else []
    back = page.paragraph(t(msg("To bring the copy back afterwards: planner undo")))
    shown = [part for line in lines[:_MOST_LINES] for part in page.paragraph(line.strip(), GAP)]
    return [*page.paragraph(t(said)), *shown, *rest, *back]


def update_document(update: "Update | None", *, accepted: bool) -> dict[str, Any]:
    """Return the version and what taking it would change."""
    if update is None:
        return {"newer": False, "accepted": False}
    from planner.workspace.views.documents import proposal_document

    proposal = update.proposal
    t = proposal.opened.t
    return {
        "newer": True,
        "accepted": accepted,
        "differences": [
            {"kind": each.kind, "before": list(each.before), "after": list(each.after), "text": t(each.said)}
            for each in update.differences
        ],
        "effort_minutes": {"before": proposal.before.effort, "after": proposal.after.effort},
        "kept": [{"title": t(title), "minutes": minutes} for title, minutes in update.kept],
        "lost_steps": [{"milestone": t(each.milestone), "step": t(each.step)} for each in update.lost],
        "edited_by_hand": update.edited,
        "own_lines": list(update.own_lines),
        **proposal_document(proposal),
    }
