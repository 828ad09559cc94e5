"""Search: a field, and below it what it finds, at each letter; Enter goes there."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Input

from planner.keymap.table import MILESTONES, PLAN, SEARCH, WEEK
from planner.text.messages import KeyOf, Message, msg, msg_n
from planner.workspace.views.search import MILESTONE, PHASE, SESSION, Found, everything, search
from tui.commands import bindings_of
from tui.places import go
from tui.screens.spoken import Spoken
from tui.widgets.cells import MUTED, cell, row
from tui.widgets.fields import Field
from tui.widgets.foot import Keys, Sentence
from tui.widgets.line_rows import LineRows
from tui.widgets.rows import Row, Rows
from tui.widgets.top import Top
from tui.wording.search import FoundLine, found_line

_MOST = 60


class Hits(LineRows, can_focus=False):
    """What was found; its cursor is seen although the field has the focus."""

    def shows_cursor(self) -> bool:
        """Show the cursor always."""
        return True


class SearchScreen(Spoken, ModalScreen[None]):
    """The field and the list, over the screen from which it was asked for."""

    CSS_PATH = "../styles/forms.tcss"
    NAME = SEARCH
    AUTO_FOCUS = "#wanted"
    BINDINGS = [*bindings_of(SEARCH), ("up", "move(-1)"), ("down", "move(1)")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.every: tuple[Found, ...] = ()
        self.found: dict[str, Found] = {}

    def compose(self) -> ComposeResult:
        """Put the field above the list."""
        with Vertical(id="sheet"):
            yield Top()
            yield Field(name="wanted", placeholder=self.t(msg("a module, milestone, session or phase")))
            with VerticalScroll(id="hits", can_focus=False):
                yield Hits("found")
            yield Sentence()
            yield Keys()

    def on_mount(self) -> None:
        """Show what is next, before anything is typed."""
        self.every = everything(self.planner.plan)
        if self.has_parts:
            self.query_one(Top).place = self.t(msg("search"))
            self.show_keys()
            self.look("")

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self.look(message.value)

    def look(self, wanted: str) -> None:
        """Show what is found, with the cursor on the first."""
        every = search(self.every, wanted)
        found = every[:_MOST]
        lines = [found_line(each, self.t) for each in found]
        self.found = {line.id: each for line, each in zip(lines, found, strict=True)}
        kinds = max((Content(kind).cell_length for kind in {line.kind for line in lines}), default=0)
        rows = self.query_one(Hits)
        rows.rows = tuple(Row(partial(_drawn, line, kinds), line.id) for line in lines)
        rows.cursor = lines[0].id if lines else ""
        self.query_one("#hits").scroll_home(animate=False)
        self.query_one(Sentence).judgement = self.t(_judgement(wanted, len(every)))

    def action_move(self, step: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Hits).action_move(step)

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        region = Region(0, message.top, 1, message.bottom - message.top + 1)
        self.query_one("#hits").scroll_to_region(region, animate=False)

    @on(Input.Submitted)
    @on(Rows.Chosen)
    async def _entered(self) -> None:
        """Go there: after every key typed before it, however fast they came."""
        await self.run_action("go_there")

    def action_go_there(self) -> None:
        """Leave the search for the place of what is under the cursor."""
        found = self.found.get(self.query_one(Hits).cursor)
        if found is None:
            return
        self.dismiss()
        places = {MILESTONE: (MILESTONES, found.id), SESSION: (WEEK, found.id), PHASE: (PLAN, found.module)}
        self.app.call_later(go, self.planner, *places.get(found.kind, (PLAN, found.id)))


def _judgement(wanted: str, found: int) -> Message:
    if not wanted.strip():
        return msg("Type part of a name; {go} goes to the line under the cursor.", go=KeyOf("go_there"))
    if not found:
        return msg("Nothing has that name.")
    return msg_n("{count} found.", "{count} found.", found)


def _drawn(line: FoundLine, kinds: int, width: int) -> list[Content]:
    when = Content.styled(line.when, MUTED)
    room = max(1, width - kinds - 4 - when.cell_length)
    return [cell(row(cell(line.kind, kinds, MUTED), "  ", cell(line.title, room), "  ", when), width)]
