"""What goes where: a pure function from curriculum, profile, progress and the accepted plan to a plan, in integers."""

from planner.schedule.diff import compare
from planner.schedule.model import Diff, Inputs, Plan
from planner.schedule.planning import make_plan
from planner.schedule.showing import show_plan

__all__ = ["Diff", "Inputs", "Plan", "compare", "make_plan", "show_plan"]
