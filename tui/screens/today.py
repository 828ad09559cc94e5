"""Today: what now, how am I doing, what is coming; the home of the app."""

from dataclasses import replace
from datetime import timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from planner.keymap.table import MILESTONES, TODAY
from planner.text.messages import KeyOf, Message, msg
from planner.workspace.views.history import sessions_between
from planner.workspace.views.milestones import milestone_rows
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.today import TodayView, over, today_view
from tui.commands import Command, bindings_of
from tui.places import go
from tui.screens.session_actions import SessionActions
from tui.screens.walking import WalkingScreen
from tui.widgets.agenda import Agenda
from tui.widgets.block import Block
from tui.widgets.burn_up import BurnUp
from tui.widgets.foot import Key, Sentence
from tui.widgets.rows import Rows
from tui.widgets.timer_line import TimerLine
from tui.widgets.today_rows import first_line, milestone_lines, session_rows
from tui.widgets.too_small import too_small
from tui.widgets.top import Top
from tui.widgets.week_strip import WeekStrip
from tui.wording.milestones import milestone_line
from tui.wording.timer import timers_said
from tui.wording.today import (
    agenda_of,
    aside,
    judgement,
    nothing_today,
    session_line,
    target,
    towards_of,
    week_of,
)

HEADINGS = 2
MILESTONES_SEEN = 2
FRAME = 6  # top lines, an empty line, another above the sentence, keys
LOW = 22  # below that, no empty line follows the top lines
NARROW, BROAD = 104, 164


class TodayScreen(WalkingScreen, SessionActions):
    """The home screen."""

    NAME = TODAY
    BINDINGS = bindings_of(TODAY)
    view: TodayView
    laid_out: tuple[int, int] = (0, 0)

    def body(self) -> ComposeResult:
        """Left what to do, right where it leads; beside them the week, where there is room."""
        with Vertical(id="body"):
            with Vertical(id="left"):
                yield TimerLine("timer")
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
        timer = self.query_one(TimerLine)
        timer.heading, timer.timers = t(msg("timer")), timers_said(self.view.timers, t, today)
        self._show_sessions()
        strip, burn = self.query_one(WeekStrip), self.query_one(BurnUp)
        strip.heading, strip.week = t(msg("this week")), week_of(self.view, t, today)
        burn.heading, burn.towards = t(target(self.view)), towards_of(self.view, t, today)
        self.query_one(Sentence).judgement = judgement(self.view, t, today, opened.problems)
        self._show_milestones()
        self.lay_out()

    def _key(self, command: Command) -> Key:
        """Keep help in the footer, and the replan while the plan shown is stale."""
        key = super()._key(command)
        kept = command.name == "help" or (command.name == "replan" and self.planner.plan.plan.stale)
        return replace(key, rank=0) if kept else key

    def begin(self) -> None:
        """Put the cursor on what is now, and ask about a timer that was forgotten."""
        if self.view.now:
            self.query_one("#now", Rows).cursor = self.view.now.session.id
        self.focus_first()
        if any(each.doubtful for each in self.view.timers[-1:]):
            self.call_later(self.action_timer)

    def on_resize(self) -> None:
        """Fit the blocks to the new size; one too small for any screen leaves them, and the cursor, as they are."""
        if not too_small(self.app.size) and self.laid_out not in {(0, 0), self.app.size}:
            self._show_sessions()
            self._show_milestones()
            self.lay_out()

    def lay_out(self) -> None:
        """Put headings beside the lines and leave the chart out where there is little room."""
        width, height = self.laid_out = self.app.size
        narrow = width < NARROW
        self.set_class(height < LOW, "-tight")
        blocks = list(self.query("#body Block").results(Block))
        lead = max(Content(block.heading).cell_length for block in blocks) + HEADINGS if narrow else 0
        for block in blocks:
            block.lead = lead
        if width >= BROAD:
            self._show_week()
        if narrow:
            self._make_room(width, height)
        rows = min(8, height - 37) if narrow else min(14 if width < BROAD else 24, height - 20)
        self.query_one(BurnUp).chart = rows if rows >= 4 else 0

    def _make_room(self, width: int, height: int) -> None:
        """Leave sessions out of `then`, and then topics out of `now`, where fewer than two milestones would be seen."""
        shown = {"now", "then", *(["timer"] if self.view.timers else [])}
        above = [block for block in self.query("#body Block").results(Block) if block.id in shown]
        above += [self.query_one(WeekStrip), self.query_one(BurnUp)]
        used = sum(len(block.lines(width - 4)) + 1 for block in above)
        foot = len(self.query_one(Sentence).lines(width))
        missing = MILESTONES_SEEN - (height - FRAME + (height < LOW) - foot - used)
        then = self.query_one("#then", Rows)
        if missing > 0 and len(then.rows) > 1:
            kept = then.rows[: max(1, len(then.rows) - missing)]
            missing -= len(then.rows) - len(kept)
            then.rows = kept
        if missing > 0:
            now = self.query_one("#now", Rows)
            now.rows = tuple(first_line(each) for each in now.rows)

    def _show_week(self) -> None:
        from planner.workspace.views.week import week_view

        agenda = self.query_one(Agenda)
        agenda.heading = self.t(msg("the week"))
        agenda.days = agenda_of(week_view(self.planner.plan), self.t, self.view.day)

    def _show_sessions(self) -> None:
        view, t = self.view, self.t
        today = self.planner.plan.now.date()
        now = self.query_one("#now", Rows)
        name = view.now.session.id if view.now else ""
        now.heading = t(self._heading())
        lines = [
            session_line(
                each,
                t,
                today,
                strong=each.session.id == name,
                finished=self._finished(each),
                fresh=self._mark(each),
            )
            for each in view.today
        ]
        later = [session_line(each, t, today, fresh=self._mark(each)) for each in self._later()]
        now.rows = session_rows(lines, t(nothing_today(self.planner.plan)), later)
        then = self.query_one("#then", Rows)
        then.heading = t(msg("then"))
        then.rows = session_rows(later, t(msg("Nothing is planned after today.")), lines)

    def _mark(self, view: SessionView) -> str:
        """Return the sign of a session that the last action moved."""
        return self.planner.glyphs.fresh if view.session.id in self.planner.fresh else ""

    def _later(self) -> tuple[SessionView, ...]:
        """Return the sessions after today: three, or where there is more room those of the next week."""
        width, height = self.app.size
        if width < NARROW or height < 30:
            return self.view.later
        day = self.view.day
        near = sessions_between(self.planner.plan, day + timedelta(days=1), day + timedelta(days=6))
        ahead = (each for each in near if not over(self.planner.plan, each.session))
        wanted = tuple(each for each in ahead if each.session.kind != "buffer")[
            : min(7 if width < BROAD else 14, height - 24)
        ]
        return wanted if len(wanted) > len(self.view.later) else self.view.later

    def _heading(self) -> Message:
        if self.view.now is not None and self.view.now.status == "now":
            return msg("now")
        return msg("today")

    def _finished(self, view: SessionView) -> bool:
        """Tell whether a session that is ahead is of a finished module."""
        return view.status in {"now", "planned"} and over(self.planner.plan, view.session)

    def _show_milestones(self) -> None:
        t, today = self.t, self.planner.plan.now.date()
        width, height = self.app.size
        narrow = width < NARROW
        count = max(3, min(6, height - 21)) if narrow else max(6, height - 44)
        if narrow and self.view.timers:
            count -= 1
        waiting = [row for row in milestone_rows(self.planner.plan) if not row.plan.reached]
        waiting.sort(key=lambda row: -max(0, row.plan.lateness_days or 0))  # the latest first
        lines = tuple(milestone_line(row, t, today) for row in waiting[:count])
        rows = self.query_one("#milestones", Rows)
        rows.heading = t(msg("milestones"))
        rows.rows = milestone_lines(lines, self.planner.glyphs, t(msg("No milestone is left.")))

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_detail()

    def action_across(self) -> None:
        """Go from the sessions to the milestones, or back."""
        rows = self.focused_rows()
        name = "#now" if rows is not None and rows.id == "milestones" else "#milestones"
        other = self.query_one(name, Rows)
        self.set_focus(other if other.ids() else self.query_one("#then", Rows))

    def session_at_cursor(self) -> SessionView | None:
        """Return the session under the cursor, else the one to do now."""
        rows = self.focused_rows()
        every = [*self.view.today, *self._later(), *([self.view.now] if self.view.now else [])]
        chosen = next((each for each in every if rows and each.session.id == rows.cursor), None)
        return chosen or self.view.now or next(iter(self.view.later), None)

    def session_missing(self) -> Message:
        """Say that nothing is planned any more."""
        return msg(
            "No session is ahead: {log} logs time, {replan} shows a new plan.",
            log=KeyOf("log"),
            replan=KeyOf("replan"),
        )

    def asked_about(self) -> str:
        """Return the session or the milestone under the cursor."""
        rows = self.focused_rows()
        if rows is not None and rows.id == "milestones":
            return f"milestone:{rows.cursor}"
        session = self.session_meant()
        return f"session:{session.session.id}" if session else ""

    def action_replan(self) -> None:
        """Make a new plan and show what it changes."""
        from tui.screens.change import ChangeScreen

        self.app.push_screen(ChangeScreen())

    def action_detail(self) -> None:
        """Open the session or the milestone under the cursor."""
        rows = self.focused_rows()
        if rows is not None and rows.id == "milestones":
            go(self.planner, MILESTONES, rows.cursor)
        elif session := self.session_meant():
            self.open_session(session)
