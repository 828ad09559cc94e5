"""A module: its topics and what is done of them, what it stands between, and its sessions, ahead and past."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region

from planner.keymap.table import MODULE, WEEK
from planner.text.messages import msg
from planner.workspace.views.module import module_page
from tui.commands import bindings_of
from tui.places import go
from tui.screens.walking import WalkingScreen
from tui.widgets.fold import Fold
from tui.widgets.foot import Sentence
from tui.widgets.options import Labelled
from tui.widgets.rows import Rows
from tui.widgets.today_rows import session_rows
from tui.widgets.top import Top
from tui.wording.module import module_judgement, module_pairs, session_lines
from tui.wording.today import aside


class ModuleScreen(WalkingScreen):
    """The page of a module."""

    CSS_PATH = "../styles/module.tcss"
    NAME = MODULE
    BINDINGS = bindings_of(MODULE)

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module

    def body(self) -> ComposeResult:
        """Return what is said about it, and beside it its sessions."""
        with Fold(id="body", can_focus=False):
            with Vertical(id="left"):
                yield Labelled("about")
            with Vertical(id="right"):
                yield Rows("ahead")
                yield Rows("past")

    def begin(self) -> None:
        """Put the cursor on the next session."""
        self.focus_first()
        self.tell()

    def show(self) -> None:
        """Fill them from the open plan; a module that it no longer has is left."""
        super().show()
        opened, t = self.planner.plan, self.t
        page = module_page(opened, self.module)
        if page is None:
            self.call_later(self._gone)
            return
        top = self.query_one(Top)
        top.place, top.title, top.aside = t(msg("module")), t(page.row.title), aside(opened)
        self.query_one(Labelled).pairs = module_pairs(page, opened, self.planner.glyphs)
        lines = session_lines(page.sessions, t)
        over = [each for each in lines.values() if each.quiet][::-1]
        ahead, past = self.query_one("#ahead", Rows), self.query_one("#past", Rows)
        coming = [each for each in lines.values() if not each.quiet]
        ahead.heading, past.heading = t(msg("sessions ahead")), t(msg("sessions past")) if over else ""
        ahead.rows = session_rows(coming, t(msg("None.")))
        past.rows = session_rows(over, "")
        self.tell()
        self.query_one(Fold).settle()

    def tell(self) -> None:
        """Say at the foot what lies ahead, and what Enter opens."""
        page, rows = module_page(self.planner.plan, self.module), self.focused_rows()
        if page is not None:
            cursor = rows.cursor if rows else ""
            self.query_one(Sentence).judgement = module_judgement(page, cursor, self.t)

    def _gone(self) -> None:
        if not self.is_active:
            self.stale = True  # a sheet lies over it
            return
        self.dismiss()
        self.planner.say(self.t(msg("This module is no longer in the plan.")))

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        top = message.rows.virtual_region.y if self.has_class("-narrow") else 0
        region = Region(0, top + message.top, 1, message.bottom - message.top + 2)
        self.query_one("#body").scroll_to_region(region, animate=False)
        self.tell()

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_detail()

    def asked_about(self) -> str:
        """Return the module."""
        return f"module:{self.module}"

    def action_detail(self) -> None:
        """Go to the week of the session under the cursor."""
        rows = self.focused_rows()
        if rows is not None and rows.cursor:
            self.app.pop_screen()
            go(self.planner, WEEK, rows.cursor)
