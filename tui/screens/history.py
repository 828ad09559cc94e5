"""History: what was done, day by day; any entry can be looked at, undone, brought back, corrected or deleted."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Region

from planner.journal.model import Logged
from planner.keymap.table import HISTORY
from planner.text.messages import KeyOf, Message, msg, msg_n
from planner.workspace.device import known_name
from planner.workspace.undoing.actions import ActionLine, action_lines, machines
from planner.workspace.undoing.choosing import redo_entry, undo_entry
from tui.commands import bindings_of
from tui.screens.base import PlanScreen
from tui.widgets.cells import MUTED, cell, row, wrapped
from tui.widgets.foot import Sentence
from tui.widgets.options import Labelled
from tui.widgets.rows import Row, Rows
from tui.widgets.top import Top
from tui.wording.history import EntryLine, day_heading, entry_line, entry_pairs
from tui.wording.today import aside

SEEN = 200


class HistoryScreen(PlanScreen):
    """The list, and beside it, where there is room, the entry under the cursor."""

    CSS_PATH = "../styles/history.tcss"
    NAME = HISTORY
    BINDINGS = bindings_of(HISTORY)

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at = at
        self.lines: tuple[ActionLine, ...] = ()
        self.seen, self.more = SEEN, 0

    def body(self) -> ComposeResult:
        """Return the list and the page."""
        with Horizontal(id="board"):
            with VerticalScroll(id="list", can_focus=False):
                yield Rows("all")
            with VerticalScroll(id="page", can_focus=False):
                yield Labelled()

    def begin(self) -> None:
        """Put the cursor where it was asked for, else on the newest entry."""
        rows = self.query_one("#all", Rows)
        rows.cursor = self.at
        self.set_focus(rows)
        self.show_page()

    def show(self) -> None:
        """Fill the list from the open plan."""
        super().show()
        opened, t = self.planner.plan, self.t
        self.lines, self.more = action_lines(opened, most=self.seen)
        top = self.query_one(Top)
        top.place, top.title, top.aside = t(msg("history")), t(opened.curriculum.title), aside(opened)
        self.query_one("#all", Rows).rows = self._rows(several=machines(opened) > 1)
        self.query_one(Sentence).judgement = t(self._judgement())
        self.show_page()

    def _rows(self, *, several: bool) -> tuple[Row, ...]:
        shown = [entry_line(line, self.t, machines=several) for line in self.lines]
        rows: list[Row] = []
        for number, line in enumerate(shown):
            if number == 0 or line.day != shown[number - 1].day:
                rows.append(_heading(day_heading(line.day, self.t), first=number == 0))
            rows.append(Row(partial(_draw, line), line.id))
        if self.more:
            rows.append(
                _heading(self.t(msg("… and {count} more: ↓ shows them", count=self.more)), first=False)
            )
        return tuple(rows)

    def _judgement(self) -> Message:
        if len(self.lines) <= 1:
            return msg(
                "Nothing but the first plan so far. {today} goes to Today; {log} there logs time.",
                today=KeyOf("today"),
                log=KeyOf("log"),
            )
        return msg_n(
            "{count} entry. {undo} takes back the one under the cursor.",
            "{count} entries. {undo} takes back the one under the cursor.",
            len(self.lines) + self.more,
            undo=KeyOf("undo_entry"),
        )

    def show_page(self) -> None:
        """Show the entry under the cursor beside the list."""
        line = self.at_cursor()
        self.query_one(Labelled).pairs = self._pairs(line) if line else ()

    def _pairs(self, line: ActionLine) -> tuple[tuple[str, str], ...]:
        return entry_pairs(line, self.lines, self.t, known_name(self.planner.context))

    def at_cursor(self) -> ActionLine | None:
        """Return the entry under the cursor."""
        cursor = self.query_one("#all", Rows).cursor
        return next((line for line in self.lines if line.id == cursor), None)

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        top = max(0, message.top - 2)  # the day above the first entry
        region = Region(0, top, 1, message.bottom - top + 1)
        self.query_one("#list").scroll_to_region(region, animate=False)
        self.show_page()

    @on(Rows.Left)
    def _more(self, message: Rows.Left) -> None:
        """Show older entries below the last one."""
        if message.step > 0 and self.more:
            self.seen += SEEN
            self.show()
            message.rows.action_move(1)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_detail()

    def action_up(self) -> None:
        """Move up."""
        self.query_one("#all", Rows).action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        self.query_one("#all", Rows).action_move(1)

    def action_detail(self) -> None:
        """Open the entry under the cursor."""
        from tui.screens.entry import EntryScreen

        line = self.at_cursor()
        if line is not None:
            self.app.push_screen(EntryScreen(self._pairs(line)))

    def action_undo_entry(self) -> None:
        """Take back the entry under the cursor, or say why that cannot be."""
        line = self.at_cursor()
        if line is not None:
            self.planner.act(lambda opened: undo_entry(opened, line.id))

    def action_redo_entry(self) -> None:
        """Bring back the entry under the cursor, or say why that cannot be."""
        line = self.at_cursor()
        if line is not None:
            self.planner.act(lambda opened: redo_entry(opened, line.id))

    def action_amend(self) -> None:
        """Correct the time studied under the cursor."""
        from tui.screens.amend import AmendSheet

        if (entry := self._logged()) is not None:
            self.app.push_screen(AmendSheet(entry))

    def action_erase(self) -> None:
        """Delete the time studied under the cursor, after a question."""
        from tui.screens.erase import EraseSheet

        if (entry := self._logged()) is not None:
            self.app.push_screen(EraseSheet(entry))

    def _logged(self) -> Logged | None:
        """Return the time studied under the cursor as it counts now; where there is none, say what can be done."""
        line = self.at_cursor()
        logs = self.planner.plan.progress.logs
        entry = next((each for each in logs if line and line.log and each.event == line.log), None)
        if entry is None and line is not None:
            self.say(self._cannot_change(line), wrong=True)
        return entry

    def _cannot_change(self, line: ActionLine) -> Message:
        if line.void:
            return msg("This entry is undone; {redo} brings it back.", redo=KeyOf("redo_entry"))
        if line.parts[0].kind == "checkin":
            return msg(
                "A check-in of the same week replaces this one: {checkin} begins it.",
                checkin=KeyOf("checkin"),
            )
        return msg(
            "Only time studied can be corrected or deleted; {undo} takes this entry back.",
            undo=KeyOf("undo_entry"),
        )


def _heading(text: str, *, first: bool) -> Row:
    """Return a day above its entries, after a gap but for the first."""
    gap = [] if first else [Content()]
    return Row(lambda width: [*gap, *wrapped(text, width, MUTED)])


def _draw(line: EntryLine, width: int) -> list[Content]:
    when = f"{line.clock}  {line.machine}  " if line.machine else f"{line.clock}  "
    before = row((when, MUTED))
    room = max(8, width - before.cell_length)
    return [row(before, cell(line.text, room, MUTED if line.void else ""))]
