"""Ask how long a timer really was that ran for too long to be true."""

from textual.widget import Widget

from planner.keymap.table import TIMER
from planner.problems import DataError
from planner.text.durations import parse_minutes, write_minutes
from planner.text.messages import Message, msg
from planner.text.refusals import no_length
from planner.workspace.tracking.span import Stop, check_stop
from planner.workspace.tracking.timer import Running, planned_length, say_running
from planner.workspace.tracking.timing import stop_timer
from tui.commands import bindings_of
from tui.screens.sheet import Sheet
from tui.widgets.fields import Field
from tui.widgets.foot import Sentence


class TimerSheet(Sheet):
    """The question about a timer; the length that was planned is filled in."""

    NAME = TIMER
    BINDINGS = bindings_of(TIMER)
    AUTO_FOCUS = "#time"

    def __init__(self, timer: Running) -> None:
        super().__init__()
        self.timer = timer

    def heading(self) -> Message:
        """Ask."""
        return msg("{module}: how long was it really?", module=self.timer.title)

    def fields(self) -> list[tuple[Message, Widget]]:
        """Ask for length and note."""
        planned = planned_length(self.planner.plan, self.timer)
        return [
            (msg("time"), Field(write_minutes(planned), name="time")),
            (msg("note"), Field(name="note")),
        ]

    def remark(self) -> None:
        """Say since when it runs."""
        said = say_running(self.timer, self.planner.plan.now.date(), self.t.language)
        self.query_one(Sentence).judgement = self.t(said)

    def action_save(self) -> None:
        """Stop the timer, and log what is said here."""
        field = self.query_one("#time", Field)
        minutes = 0 if field.value.strip() == "0" else parse_minutes(field.value)
        if minutes is None:
            wrong = no_length(field.value)
            self.refuse(wrong, field)
            return
        how = Stop(took=minutes, note=self.query_one("#note", Field).value) if minutes else Stop(discard=True)
        try:
            check_stop(self.planner.plan, self.timer, how)
        except DataError as error:
            self.refuse(error.problems[0].message, field)
            return
        self._stop(how)

    def action_discard(self) -> None:
        """Stop the timer, and log nothing."""
        self._stop(Stop(discard=True))

    def _stop(self, how: Stop) -> None:
        self.dismiss()
        self.planner.act(lambda opened: stop_timer(opened, how))
