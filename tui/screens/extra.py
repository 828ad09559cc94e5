"""Add time to study to a day, besides its windows."""

from collections.abc import Callable

from textual.widget import Widget

from planner.documents.wrong import Wrong
from planner.keymap.table import EXTRA
from planner.learner.values import window
from planner.text.dates import say_day
from planner.text.messages import Message, msg
from planner.workspace.views.week import DayView
from tui.commands import bindings_of
from tui.screens.sheet import Sheet
from tui.widgets.fields import Field
from tui.widgets.foot import Sentence
from tui.wording.week import usual_window


class ExtraSheet(Sheet):
    """The form of `a`; `act` records the window."""

    NAME = EXTRA
    BINDINGS = bindings_of(EXTRA)
    AUTO_FOCUS = "#window"

    def __init__(self, day: DayView, act: Callable[[tuple[int, int]], None]) -> None:
        super().__init__()
        self.day, self._act = day, act

    def heading(self) -> Message:
        """Say which day it is."""
        day = say_day(self.day.day, self.t.language, year=False, weekday=True)
        return msg("{day}: more time to study", day=day)

    def fields(self) -> list[tuple[Message, Widget]]:
        """Ask for the window."""
        return [(msg("from–to"), Field(usual_window(self.day), name="window"))]

    def remark(self) -> None:
        """Say how a window is written."""
        said = msg("Such as 21:00-22:30; one such as 23:00-01:00 goes across midnight.")
        self.query_one(Sentence).judgement = self.t(said)

    def action_save(self) -> None:
        """Add it."""
        field = self.query_one("#window", Field)
        try:
            span = window(field.value)
        except Wrong as error:
            self.refuse(error.faults[0][1], field)
            return
        self.dismiss()
        self._act(span)
