"""Where the app can be: the screen it opens with, and the way from one place to another; each is imported when needed.

Invariant: Today lies at the bottom, at most one other place on top of it, and everything else on top of these.
"""

import importlib
from typing import TYPE_CHECKING

from textual.screen import Screen

from planner.keymap.table import HISTORY, MILESTONES, PLAN, PROGRESS, TODAY, WEEK, WHATIF

if TYPE_CHECKING:
    from planner.workspace.opening import Opened
    from tui.app import PlannerApp

PLACES = {
    PLAN: "plan:PlanOverTime",
    WEEK: "week:WeekScreen",
    MILESTONES: "milestones:MilestonesScreen",
    HISTORY: "history:HistoryScreen",
    WHATIF: "whatif:WhatIfScreen",
    PROGRESS: "progress:ProgressScreen",
}  # each takes where to put its cursor, or an empty text


def first_screen(app: "PlannerApp") -> Screen[None]:
    """Open Today when there is a plan, else the first-run steps; a plan that cannot be read is explained.

    The first-run steps are pushed, since Textual loads a screen's own styles only then.
    """
    from planner.problems import DataError
    from planner.workspace.opening import has_plan, open_plan
    from tui.watching import Seen, files_of

    try:
        if not has_plan(app.context):
            app.call_later(begin_anew, app)
            return Screen()
        app.seen = Seen(files_of(app.context))
        app.take(open_plan(app.context))
    except DataError as error:
        from tui.screens.trouble import TroubleScreen

        return TroubleScreen(error.problems)
    from tui.screens.today import TodayScreen

    return TodayScreen()


def go(app: "PlannerApp", name: str, at: str = "") -> None:
    """Go to one of the places, there to the module, session, day or milestone `at`; Today lies below all others."""
    here = getattr(app.screen, "NAME", "")
    if here == name and not at:
        return
    if name == TODAY:
        app.pop_screen()
        return
    module, _, screen = PLACES[name].partition(":")
    place = getattr(importlib.import_module(f"tui.screens.{module}"), screen)(at)
    if here == TODAY:
        app.push_screen(place)
    else:
        app.switch_screen(place)


def begin(app: "PlannerApp", opened: "Opened") -> None:
    """Show a plan that was just made, or mended."""
    from tui.screens.today import TodayScreen

    app.take(opened)
    app.push_screen(TodayScreen())


def begin_anew(app: "PlannerApp") -> None:
    """Show the first-run steps."""
    from tui.screens.first_run import FirstRunScreen

    app.push_screen(FirstRunScreen())
