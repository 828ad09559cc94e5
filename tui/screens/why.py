"""Why: the explanation of a session, a module, a milestone, a week or a day, and what would change it.

Invariant: it is found in a thread; who goes back meanwhile, or leaves, is not kept waiting, and nothing is written.
"""

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from planner.keymap.table import WHY
from planner.problems import DataError
from planner.text.messages import KeyOf, msg
from tui.commands import bindings_of
from tui.screens.scrolling import ScrollingScreen
from tui.waiting import waited
from tui.widgets.foot import Sentence
from tui.widgets.passages import Passages
from tui.widgets.top import Top
from tui.wording.why import title_of, why_said


class WhyScreen(ScrollingScreen):
    """The page about `name`, as `planner why` takes it: `session:ID`, `week:2027-02-08`, …"""

    NAME = WHY
    BINDINGS = bindings_of(WHY)
    found = False

    def __init__(self, name: str) -> None:
        super().__init__()
        self.about = name

    def body(self) -> ComposeResult:
        """Return the passages."""
        with VerticalScroll(id="body"):
            yield Passages()

    def begin(self) -> None:
        """Ask."""
        self.explain()

    def show(self) -> None:
        """Say what this is."""
        super().show()
        self.query_one(Top).place = self.t(msg("why"))

    def refresh_plan(self) -> None:
        """Ask anew when the plan is another one."""
        super().refresh_plan()
        if self.is_mounted:
            self.explain()

    @work(group="why", exclusive=True, description="an explanation")
    async def explain(self) -> None:
        """Find the explanation off the UI thread; Escape, or leaving the page, drops it."""
        from planner.workspace.why.explaining import explain

        opened, name = self.planner.plan.at(self.planner.clock()), self.about
        try:
            found = await waited(self, lambda: explain(opened, name), msg("Trying what would change it …"))
        except DataError as error:
            self._end()
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        if found is None:
            self.dismiss()
            return
        self.query_one(Top).title = title_of(found.why, self.t)
        self.query_one(Passages).passages = why_said(opened, found.why, self.t)
        self._end()

    def _end(self) -> None:
        self.found = True
        said = msg("Nothing is changed by looking. {back} goes back.", back=KeyOf("back"))
        self.query_one(Sentence).judgement = self.t(said)
