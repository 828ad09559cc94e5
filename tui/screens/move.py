"""Move a session: the moment it has is filled in; one on which it cannot be is refused in the sheet."""

from collections.abc import Callable
from datetime import date

from textual import work
from textual.widget import Widget

from planner.keymap.table import MOVE
from planner.learner.windows import monday
from planner.problems import DataError
from planner.text.messages import Message, msg
from planner.text.moments import Moment, read_moment
from planner.workspace.hand.changing import Change
from planner.workspace.hand.move import When, move
from planner.workspace.views.sessions import SessionView
from tui.commands import bindings_of
from tui.screens.sheet import Sheet
from tui.waiting import waited
from tui.widgets.fields import Field
from tui.widgets.foot import Sentence
from tui.wording.week import moment_of


class MoveSheet(Sheet):
    """The form of `m`; `act` records the change that was found to be possible."""

    NAME = MOVE
    BINDINGS = bindings_of(MOVE)
    AUTO_FOCUS = "#when"

    def __init__(self, session: SessionView, week: date, act: Callable[[When], None]) -> None:
        super().__init__()
        self.session, self.week, self._act = session, week, act

    def heading(self) -> Message:
        """Say what is moved."""
        return msg("{module}: move to", module=self.session.title)

    def fields(self) -> list[tuple[Message, Widget]]:
        """Ask for the moment."""
        inside = monday(self.session.start.date()) == self.week
        begins = (
            moment_of(self.session, self.t.language) if inside else f"{self.session.start:%Y-%m-%d %H:%M}"
        )
        return [(msg("when"), Field(begins, name="when"))]

    def remark(self) -> None:
        """Say how a moment is written."""
        said = msg("Such as Thu 21:00, 21:00, 2027-02-11 or 2027-02-11 21:00; the session is pinned there.")
        self.query_one(Sentence).judgement = self.t(said)

    def action_save(self) -> None:
        """Move it, if it can be there."""
        field = self.query_one("#when", Field)
        now = self.planner.clock().astimezone(self.planner.plan.zone)
        found = read_moment(field.value, self.week, (now.date(), now.hour * 60 + now.minute))
        if found is None:
            wrong = msg("“{given}” is no moment: write Thu 21:00 or 2027-02-11 21:00", given=field.value)
            self.refuse(wrong, field)
        else:
            self._try(found)

    @work(group="try", exclusive=True, description="a try of a move")
    async def _try(self, moment: Moment) -> None:
        """Look off the UI thread whether it can be there; only then close."""
        opened, when = self.planner.plan.at(self.planner.clock()), When(*moment)

        def tried() -> Change:
            return move(opened.reread(), self.session.session.id, when)

        try:
            found = await waited(self, tried, msg("Looking whether it can be there …"))
        except DataError as error:
            self.refuse(error.problems[0].message, self.query_one("#when", Field))
            return
        if found is not None and not self.left:
            self.dismiss()
            self._act(when)
