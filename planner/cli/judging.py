"""The accepted plan with what would make it fit: repairs take time, so only the views that show them ask for them."""

from dataclasses import replace

from planner.schedule.model import Plan
from planner.workspace.opening import Opened


def judged_plan(opened: Opened) -> Plan:
    """Return the plan that is shown, with repairs when it is late or does not fit."""
    plan = opened.plan
    if plan.verdict.status == "on-time" or plan.verdict.repairs:
        return plan
    from planner.workspace.proposal import propose_replan

    repairs = propose_replan(opened).after.verdict.repairs
    return replace(plan, verdict=replace(plan.verdict, repairs=repairs))
