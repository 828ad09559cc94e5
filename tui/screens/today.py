"""Today: what now, how am I doing, what is coming; the home of the app."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from planner.text.messages import Message, msg
from planner.workspace.history import sessions_between
from planner.workspace.milestone_rows import milestone_rows
from planner.workspace.sessions import SessionView
from planner.workspace.today import TodayView, today_view
from tui.commands import MILESTONES, TODAY, Command, bindings_of
from tui.glyphs import Glyphs
from tui.places import go
from tui.screens.base import PlanScreen
from tui.widgets.agenda import Agenda
from tui.widgets.block import Block
from tui.widgets.burn_up import BurnUp
from tui.widgets.cells import wrapped
from tui.widgets.foot import Key, Sentence
from tui.widgets.milestone_line import MilestoneLine, Widths, draw_milestone
from tui.widgets.rows import Row, Rows
from tui.widgets.session_line import SessionLine, draw_session
from tui.widgets.top import Top
from tui.widgets.week_strip import WeekStrip
from tui.wording.milestones import milestone_line
from tui.wording.today import agenda_of, aside, judgement, session_line, target, towards_of, week_of

HEADINGS = 2
MILESTONES_SEEN = 2
FRAME = 5  # top lines, an empty line, keys
NARROW, BROAD = 104, 164


class TodayScreen(PlanScreen):
    """The home screen."""

    NAME = TODAY
    BINDINGS = bindings_of(TODAY)
    view: TodayView
    laid_out: tuple[int, int] = (0, 0)

    def body(self) -> ComposeResult:
        """Left what to do, right where it leads; beside them the week, where there is room."""
        with Vertical(id="body"):
            with Vertical(id="left"):
                yield Rows("now")
                yield Rows("then")
                yield WeekStrip()
            with Vertical(id="right"):
                yield BurnUp()
                yield Rows("milestones")
            yield Agenda("aside")

    def show(self) -> None:
        """Fill all blocks from the open plan."""
        super().show()
        opened = self.planner.plan
        self.view = today_view(opened)
        today, t = opened.now.date(), self.t
        top = self.query_one(Top)
        top.place, top.title, top.aside = "planner", t(opened.curriculum.title), aside(opened)
        self._show_sessions()
        strip, burn = self.query_one(WeekStrip), self.query_one(BurnUp)
        strip.heading, strip.week = t(msg("this week")), week_of(self.view, t, today)
        burn.heading, burn.towards = t(target(self.view)), towards_of(self.view, t, today)
        self.query_one(Sentence).judgement = judgement(self.view, t, today, len(opened.problems))
        self._show_milestones()
        self.lay_out()

    def _key(self, command: Command) -> Key:
        """Keep the replan in the footer while the plan shown is stale."""
        key = super()._key(command)
        return replace(key, rank=0) if command.name == "replan" and self.planner.plan.plan.stale else key

    def begin(self) -> None:
        """Fill the screen, with the cursor on what is now."""
        first = next((rows for rows in self.query(Rows) if rows.ids()), None)
        if first is not None:
            self.set_focus(first, scroll_visible=False)

    def on_resize(self) -> None:
        """Fit the blocks to the new size."""
        if self.laid_out not in {(0, 0), self.app.size}:
            self._show_sessions()
            self._show_milestones()
            self.lay_out()

    def lay_out(self) -> None:
        """Put headings beside the lines and leave the chart out where there is little room."""
        width, height = self.laid_out = self.app.size
        narrow = width < NARROW
        blocks = list(self.query("#body Block").results(Block))
        lead = max(Content(block.heading).cell_length for block in blocks) + HEADINGS if narrow else 0
        for block in blocks:
            block.lead = lead
        if width >= BROAD:
            self._show_week()
        if narrow:
            self._make_room(width, height)
        rows = min(8, height - 36) if narrow else min(14 if width < BROAD else 24, height - 20)
        self.query_one(BurnUp).chart = rows if rows >= 4 else 0

    def _make_room(self, width: int, height: int) -> None:
        """Leave sessions out of `then`, and then topics out of `now`, where fewer than two milestones would be seen."""
        above = [block for block in self.query("#body Block").results(Block) if block.id in {"now", "then"}]
        above += [self.query_one(WeekStrip), self.query_one(BurnUp)]
        used = sum(len(block.lines(width - 4)) + 1 for block in above)
        foot = len(self.query_one(Sentence).lines(width))
        missing = MILESTONES_SEEN - (height - FRAME - foot - used)
        then = self.query_one("#then", Rows)
        if missing > 0 and len(then.rows) > 1:
            kept = then.rows[: max(1, len(then.rows) - missing)]
            missing -= len(then.rows) - len(kept)
            then.rows = kept
        if missing > 0:
            now = self.query_one("#now", Rows)
            now.rows = tuple(_first_line(each) for each in now.rows)

    def _show_week(self) -> None:
        from planner.workspace.week import week_view

        agenda = self.query_one(Agenda)
        agenda.heading = self.t(msg("the week"))
        agenda.days = agenda_of(week_view(self.planner.plan), self.t, self.view.day)

    def _show_sessions(self) -> None:
        view, t = self.view, self.t
        today = self.planner.plan.now.date()
        now = self.query_one("#now", Rows)
        rest = [each for each in view.today if view.now is None or each.session.id != view.now.session.id]
        first = [session_line(view.now, t, today, strong=True)] if view.now else []
        now.heading = t(self._heading())
        now.rows = _rows([*first, *(session_line(each, t, today) for each in rest)], t(self._nothing()))
        then = self.query_one("#then", Rows)
        then.heading = t(msg("then"))
        lines = [session_line(each, t, today) for each in self._later()]
        then.rows = _rows(lines, t(msg("Nothing is planned after today.")))

    def _later(self) -> tuple[SessionView, ...]:
        """Return the sessions after today: three, or where there is more room those of the next week."""
        width, height = self.app.size
        if width < NARROW or height < 30:
            return self.view.later
        day = self.view.day
        near = sessions_between(self.planner.plan, day + timedelta(days=1), day + timedelta(days=6))
        wanted = tuple(each for each in near if each.session.kind != "buffer")[
            : min(7 if width < BROAD else 14, height - 24)
        ]
        return wanted if len(wanted) > len(self.view.later) else self.view.later

    def _heading(self) -> Message:
        if self.view.now is not None and self.view.now.status == "now":
            return msg("now")
        return msg("today")

    def _nothing(self) -> Message:
        return msg("Nothing planned today. l logs time all the same.")

    def _show_milestones(self) -> None:
        t, today = self.t, self.planner.plan.now.date()
        width, height = self.app.size
        narrow = width < NARROW
        count = max(3, min(6, height - 21)) if narrow else max(6, height - 44)
        waiting = [row for row in milestone_rows(self.planner.plan) if not row.plan.reached]
        lines = tuple(milestone_line(row, t, today) for row in waiting[:count])
        widths, glyphs = Widths.of(lines), self.planner.glyphs
        rows = self.query_one("#milestones", Rows)
        rows.heading = t(msg("milestones"))
        drawn = tuple(Row(partial(_milestone, line, widths, glyphs), line.id) for line in lines)
        rows.rows = drawn or _said(t(msg("No milestone is left.")))

    @on(Rows.Left)
    def _leave(self, message: Rows.Left) -> None:
        """Go on to the next rows above or below."""
        self._focus_beside(message.rows, message.step)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_detail()

    def _focus_beside(self, rows: Rows, step: int) -> None:
        blocks = [each for each in self.query(Rows) if each.ids()]
        place = blocks.index(rows) + step if rows in blocks else 0
        if 0 <= place < len(blocks):
            ids = blocks[place].ids()
            blocks[place].cursor = ids[0] if step > 0 else ids[-1]
            self.set_focus(blocks[place])

    def _focused_rows(self) -> Rows | None:
        return self.focused if isinstance(self.focused, Rows) else None

    def action_up(self) -> None:
        """Move up."""
        if rows := self._focused_rows():
            rows.action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        if rows := self._focused_rows():
            rows.action_move(1)

    def action_across(self) -> None:
        """Go from the sessions to the milestones, or back."""
        rows = self._focused_rows()
        name = "#now" if rows is not None and rows.id == "milestones" else "#milestones"
        other = self.query_one(name, Rows)
        self.set_focus(other if other.ids() else self.query_one("#then", Rows))

    def session_at_cursor(self) -> SessionView | None:
        """Return the session under the cursor, else the one to do now."""
        rows = self._focused_rows()
        every = [*self.view.today, *self._later(), *([self.view.now] if self.view.now else [])]
        chosen = next((each for each in every if rows and each.session.id == rows.cursor), None)
        return chosen or self.view.now or next(iter(self.view.later), None)

    def action_log(self) -> None:
        """Log time on the module under the cursor."""
        from tui.screens.log import LogSheet

        session = self.session_at_cursor()
        self.app.push_screen(LogSheet(session.session.module if session else None))

    def action_done(self) -> None:
        """Ask whether the module under the cursor is finished."""
        from tui.screens.done import DoneSheet

        session = self.session_at_cursor()
        if session is not None and session.session.module is not None:
            self.app.push_screen(DoneSheet(session.session.module))

    def action_replan(self) -> None:
        """Make a new plan and show what it changes."""
        from tui.screens.change import ChangeScreen

        self.app.push_screen(ChangeScreen())

    def action_detail(self) -> None:
        """Open the session or the milestone under the cursor."""
        rows = self._focused_rows()
        if rows is not None and rows.id == "milestones":
            go(self.planner, MILESTONES, rows.cursor)
        elif session := self.session_at_cursor():
            from tui.screens.detail import DetailScreen

            self.app.push_screen(DetailScreen(session))


def _rows(lines: list[SessionLine], nothing: str) -> tuple[Row, ...]:
    when = max((Content(line.when).cell_length for line in lines), default=0)
    length = max((Content(line.length).cell_length for line in lines), default=0)
    drawn = tuple(Row(partial(draw_session, line, when, length), line.id) for line in lines)
    return drawn or _said(nothing)


def _first_line(whole: Row) -> Row:
    return Row(lambda width: whole.draw(width)[:1], whole.id)


def _milestone(line: MilestoneLine, widths: Widths, glyphs: Glyphs, width: int) -> list[Content]:
    return [draw_milestone(line, widths, width, glyphs)]


def _said(text: str) -> tuple[Row, ...]:
    return (Row(lambda width: wrapped(text, width, "$muted")),)
