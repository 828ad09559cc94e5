"""Proposals: what would change, shown before anything is written, and their acceptance.

Invariant: proposing writes nothing, and accepting records exactly the plan that was shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.journal.events import Draft
from planner.schedule import compare, make_plan
from planner.schedule.model import Diff, Inputs, Plan
from planner.text.languages import LocalText
from planner.workspace.acting import record_with_plan
from planner.workspace.opening import Opened


@dataclass(frozen=True)
class Proposal:
    """The plan before and after, their difference, and the events that accepting records besides the plan."""

    opened: Opened
    before: Plan
    after: Plan
    diff: Diff
    drafts: tuple[Draft, ...] = ()

    @property
    def titles(self) -> Mapping[str, LocalText]:
        """The titles of modules and milestones by id, those of modules to be added included."""
        added = (draft.data for draft in self.drafts if draft.kind == "module-added")
        return {**self.opened.titles, **{data["module"]: LocalText.of(data["title"]) for data in added}}


def propose_replan(opened: Opened) -> Proposal:
    """Propose a new plan for what is now; a change of the files may draw later work forward."""
    return propose(opened, opened.inputs)


def judged_plan(opened: Opened) -> Plan:
    """Return the plan that is shown, with the changes that would make it fit when it is late; these take time."""
    plan = opened.plan
    if not plan.is_work_late or plan.verdict.repairs:
        return plan
    repairs = propose_replan(opened).after.verdict.repairs
    return replace(plan, verdict=replace(plan.verdict, repairs=repairs))


def propose(
    opened: Opened,
    inputs: Inputs,
    drafts: Sequence[Draft] = (),
    ratio: tuple[int, int] | None = None,
    *,
    repairs: bool = True,
    first: str | None = None,
) -> Proposal:
    """Propose the plan that follows from `inputs`, against the one that is shown now; repairs cost time.

    `first` is a module that is to be studied before others.
    """
    pull = bool(opened.changed_files)
    after = make_plan(inputs, repairs=repairs, pull=pull, ratio=ratio, first=first)
    return Proposal(opened, opened.plan, after, compare(opened.plan, after), tuple(drafts))


def accept(proposal: Proposal) -> Opened:
    """Record a proposal as one action, and return the plan with it."""
    return record_with_plan(proposal.opened, proposal.drafts, proposal.after)
