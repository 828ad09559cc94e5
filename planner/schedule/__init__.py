"""What goes where: a pure function from curriculum, profile, progress and the accepted plan to a plan, in integers.

The names are loaded when they are first used, so that showing a plan does not load what makes one.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.schedule.diff import compare
    from planner.schedule.model import Diff, Inputs, Plan
    from planner.schedule.planning import make_plan
    from planner.schedule.showing import show_plan

__all__ = ["Diff", "Inputs", "Plan", "compare", "make_plan", "show_plan"]

_ROOMS = {"compare": "diff", "make_plan": "planning", "show_plan": "showing"}


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_ROOMS.get(name, 'model')}"), name)
