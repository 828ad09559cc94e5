"""Whether the app's tour was shown on this machine: remembered beside the plan folder, never in it.

Invariant: a tour that was begun is not shown again by itself; without a place to remember it, it is.
"""

from contextlib import suppress

from planner.workspace.context import Context
from planner.workspace.files import exists, replace_file


def tour_is_new(context: Context) -> bool:
    """Tell whether the tour was never shown on this machine."""
    return not exists(context.state / "tour")


def remember_tour(context: Context) -> None:
    """Note that the tour was shown."""
    with suppress(OSError):
        replace_file(context.state / "tour", b"shown\n", lasting=False)
