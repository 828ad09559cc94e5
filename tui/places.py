"""Where the app can be: the screen it opens with, and the way from one place to another; each is imported when needed.

Invariant: Today lies at the bottom, Milestones on top of it, and everything else on top of these.
"""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from planner.workspace.opening import Opened
    from tui.app import PlannerApp


def first_screen(app: "PlannerApp") -> Screen[None]:
    """Open Today when there is a plan, else the first-run steps; a plan that cannot be read is explained.

    The first-run steps are pushed, since Textual loads a screen's own styles only then.
    """
    from planner.problems import DataError
    from planner.workspace.opening import has_plan, open_plan

    try:
        if not has_plan(app.context):
            from tui.screens.first_run import FirstRunScreen

            app.call_later(app.push_screen, FirstRunScreen())
            return Screen()
        app.take(open_plan(app.context))
    except DataError as error:
        from tui.screens.trouble import TroubleScreen

        return TroubleScreen(error.problems)
    from tui.screens.today import TodayScreen

    return TodayScreen()


def go(app: "PlannerApp", name: str, at: str = "") -> None:
    """Go to Today or to Milestones, there to the milestone `at`."""
    from tui.commands import MILESTONES

    if getattr(app.screen, "NAME", "") == name:
        return
    if name == MILESTONES:
        from tui.screens.milestones import MilestonesScreen

        app.push_screen(MilestonesScreen(at))
    else:
        app.pop_screen()


def begin(app: "PlannerApp", opened: "Opened") -> None:
    """Show a plan that was just made."""
    from tui.screens.today import TodayScreen

    app.take(opened)
    app.push_screen(TodayScreen())
