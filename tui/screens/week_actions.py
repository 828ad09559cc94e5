"""What can be done on the week: every action is recorded at once, says what changed, and is taken back by u.

Invariant: what cannot be is said in one line, and nothing is recorded.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from planner.text.messages import Message
from planner.workspace.hand.changing import Change, act
from planner.workspace.opening import Opened
from planner.workspace.views.week import DayView
from tui.screens.session_actions import SessionActions
from tui.widgets.rows import Rows
from tui.wording.hand import said_of

if TYPE_CHECKING:
    from planner.workspace.hand.move import When

_STEP = 15


class WeekActions(SessionActions):
    """The hand on sessions and days, listed in one block of rows; the screen says what the cursor is on."""

    following = ""

    def day_at_cursor(self) -> DayView | None:
        """Return the day that the cursor is on, or on a session of."""
        raise NotImplementedError

    def shown_week(self) -> date:
        """Return the Monday of the week that is shown."""
        raise NotImplementedError

    def action_up(self) -> None:
        """Move up."""
        self.query_one(Rows).action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        self.query_one(Rows).action_move(1)

    def action_detail(self) -> None:
        """Open what the cursor is on."""
        raise NotImplementedError

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_detail()

    def lay(self, wish: Callable[[Opened], Change], follow: str = "") -> None:
        """Record a wish; the cursor follows a session to where it went."""

        t = self.t

        def use_case(opened: Opened) -> tuple[Opened, Message]:
            done = wish(opened)
            return act(done), said_of(done, t)

        def settled(done: bool) -> None:
            self.following = follow if done else self.following

        self.planner.act(use_case, settled=settled)

    def action_pin(self) -> None:
        """Pin the session, or let it move again."""
        from planner.workspace.hand.time import pin, unpin

        if session := self.session_meant():
            wish, name = (unpin if session.session.pinned else pin), session.session.id
            self.lay(lambda opened: wish(opened, name))

    def action_skip(self) -> None:
        """Skip the session."""
        from planner.workspace.hand.time import skip

        if session := self.session_meant():
            name = session.session.id
            self.lay(lambda opened: skip(opened, name))

    def action_first(self) -> None:
        """Study the session's module before others."""
        from planner.workspace.hand.work import put_first

        session = self.session_meant()
        if session is not None and session.session.module is not None:
            module = session.session.module
            self.lay(lambda opened: put_first(opened, module))

    def action_move(self) -> None:
        """Ask for another time."""
        from tui.screens.move import MoveSheet

        if session := self.session_meant():
            sheet = MoveSheet(session, self.shown_week(), partial(self._move, session.session.id))
            self.app.push_screen(sheet)

    def _move(self, name: str, when: "When") -> None:
        from planner.workspace.hand.move import move

        self.lay(lambda opened: move(opened, name, when), follow=name)

    def action_off(self) -> None:
        """Take the day off, or give it back; the cursor stays on the day, wherever its sessions go."""
        from planner.workspace.hand.days import switch_day
        from planner.workspace.undoing.undo import undo_action

        found = self.day_at_cursor()
        if found is None:
            return
        day, t = found.day, self.t

        def use_case(opened: Opened) -> tuple[Opened, Message]:
            done = switch_day(opened, day)
            if isinstance(done, Change):
                return act(done), said_of(done, t)
            return undo_action(opened, done)

        def settled(done: bool) -> None:
            if not done or not self.living:
                return
            here = self.day_at_cursor()
            if here is not None and here.day == day:
                self.query_one(Rows).cursor = day.isoformat()

        self.planner.act(use_case, settled=settled)

    def action_extra(self) -> None:
        """Ask for a window."""
        from planner.workspace.hand.time import add_time
        from tui.screens.extra import ExtraSheet

        found = self.day_at_cursor()
        if found is not None:
            day = found.day

            def add(span: tuple[int, int]) -> None:
                self.lay(lambda opened: add_time(opened, day, *span))

            self.app.push_screen(ExtraSheet(found, add))

    def action_sooner(self) -> None:
        """Move the session a quarter of an hour back."""
        self._nudge(minutes=-_STEP)

    def action_later_by(self) -> None:
        """Move the session a quarter of an hour on."""
        self._nudge(minutes=_STEP)

    def action_day_before(self) -> None:
        """Move the session to the day before."""
        self._nudge(days=-1)

    def action_day_after(self) -> None:
        """Move the session to the day after."""
        self._nudge(days=1)

    def _nudge(self, *, minutes: int = 0, days: int = 0) -> None:
        from planner.workspace.hand.move import When

        if session := self.session_meant():
            day = session.session.day + timedelta(days=days) if days else None
            moment = session.start + timedelta(minutes=minutes)
            when = When(day, None) if days else When(moment.date(), moment.hour * 60 + moment.minute)
            self._move(session.session.id, when)
