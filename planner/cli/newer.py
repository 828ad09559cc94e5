"""The one line that says that a newer version of the plan's curriculum is there."""

from typing import TYPE_CHECKING

from planner.text.messages import msg

if TYPE_CHECKING:
    from planner.cli.views.page import Page
    from planner.workspace.opening import Opened


def newer_lines(page: "Page", opened: "Opened | None" = None) -> list[str]:
    """Return the notice; of an opened plan only when there is a newer version."""
    from planner.workspace.update.newer import newer_version

    if opened is not None and newer_version(opened) is None:
        return []
    said = msg("A newer version of this curriculum is here. What it would change: planner curriculum update")
    return page.paragraph(page.t(said))
