"""The session under the cursor beside the week: what it is, and why it is there.

Invariant: the reasons come from a thread and are shown only while the cursor rests on what they are about.
"""

import asyncio

from textual import work

from planner.problems import DataError
from planner.text.messages import msg
from tui.screens.week_ways import WeekWays
from tui.waiting import waited
from tui.widgets.options import Labelled
from tui.widgets.passages import Passages

_REST = 0.15  # seconds that the cursor rests before reasons are looked for


class WeekBeside(WeekWays):
    """The page at the right."""

    def show_beside(self) -> None:
        """Show the session under the cursor at the right; why it is there comes from a thread."""
        from tui.wording.detail import session_pairs

        session = self.session_at_cursor()
        labelled, reasons = self.query_one(Labelled), self.query_one(Passages)
        labelled.heading = self.t(session.title) if session else ""
        labelled.pairs = session_pairs(session, self.planner.plan) if session else ()
        reasons.passages = ()
        self.explain(self.asked_about())

    @work(group="beside", exclusive=True, description="the reasons beside")
    async def explain(self, name: str) -> None:
        """Find the reasons of what the cursor rests on."""
        from planner.workspace.why.reasons import reasons_of
        from tui.wording.why import why_said

        await asyncio.sleep(_REST)
        opened = self.planner.plan
        try:
            why = await waited(self, lambda: reasons_of(opened, name), msg("Looking for the reasons …"))
        except DataError:
            return
        if why is not None and name == self.asked_about():
            self.query_one(Passages).passages = why_said(opened, why, self.t)
