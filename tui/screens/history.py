"""History: what was done, day by day; any entry can be looked at, undone, brought back, corrected or deleted."""

from collections.abc import Iterator
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Region

from planner.keymap.table import HISTORY
from planner.text.messages import KeyOf, Message, msg, msg_n
from planner.workspace.device import known_name
from planner.workspace.undoing.actions import ActionLine, action_lines, machines
from tui.commands import bindings_of
from tui.screens.entry_actions import EntryActions
from tui.widgets.cells import MUTED, cell, row
from tui.widgets.foot import Sentence
from tui.widgets.line_rows import LineRows
from tui.widgets.options import Labelled
from tui.widgets.rows import Row, Rows
from tui.widgets.top import Top
from tui.wording.history import EntryLine, day_heading, entry_line, entry_pairs
from tui.wording.today import aside

SEEN = 200
BESIDE = 60  # parts of an entry


class HistoryScreen(EntryActions):
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
                yield LineRows("all")
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
        today = self.planner.plan.now.date()
        shown = [entry_line(line, self.t, today, machines=several) for line in self.lines]
        rows: list[Row] = []
        for number, line in enumerate(shown):
            if number == 0 or line.day != shown[number - 1].day:
                rows += _heading(day_heading(line.day, self.t, today), first=number == 0)
            rows.append(Row(partial(_draw, line), line.id))
        if self.more:
            rows += _heading(self.t(msg("… and {count} more: ↓ shows them", count=self.more)), first=False)
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
        self.query_one(Labelled).pairs = self._pairs(line, BESIDE) if line else ()

    def _pairs(self, line: ActionLine, most: int | None = None) -> tuple[tuple[str, str], ...]:
        return entry_pairs(line, self.lines, self.t, known_name(self.planner.context), most=most)

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
            self.app.push_screen(EntryScreen(line, self.seen))


def _heading(text: str, *, first: bool) -> Iterator[Row]:
    """Return a day above its entries, after a gap but for the first."""
    if not first:
        yield Row(lambda _: [Content()])
    said = Content.styled(text, MUTED)
    yield Row(lambda width: [said.truncate(width, ellipsis=True)])


def _draw(line: EntryLine, width: int) -> list[Content]:
    when = f"{line.clock}  {line.machine}  " if line.machine else f"{line.clock}  "
    before = row((when, MUTED))
    room = max(8, width - before.cell_length)
    return [row(before, cell(line.text, room, MUTED if line.void else ""))]
