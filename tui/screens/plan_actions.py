"""What can be done on the plan over time: zoom, scroll, fold, order, and the hand on a module's next session.

Invariant: whatever is done, the cursor stays on its module or milestone, or goes to the heading of its group.
"""

from datetime import date, timedelta

from planner.keymap.table import MILESTONES
from planner.learner.windows import monday
from planner.text.messages import Message, msg
from planner.workspace.views.plan import MilestoneMark, ModuleRow, PlanView
from planner.workspace.views.sessions import SessionView, view_session
from planner.workspace.views.week import DayView
from tui.places import go
from tui.screens.week_actions import WeekActions
from tui.widgets.plan_rows import Group
from tui.widgets.rows import Rows
from tui.widgets.timeline_head import TimelineHead

ZOOMS = (0.0, 1.0, 0.25)  # days a cell; 0 fits the whole plan
LEAD = 5  # the day that is gone to has a fifth of the timeline before it


class PlanActions(WeekActions):
    """The actions; the screen lays out what they change."""

    view: PlanView

    def __init__(self) -> None:
        super().__init__()
        self.by_track = False
        self.zoom = 0
        self.around: date | None = None
        self.folded: set[str] | None = None
        self.groups: tuple[Group, ...] = ()
        self.modules: dict[str, ModuleRow] = {}
        self.marks: dict[str, MilestoneMark] = {}

    def lay_out(self) -> None:
        """Draw head and rows."""
        raise NotImplementedError

    def put(self, name: str) -> None:
        """Put the cursor on a module or a milestone."""
        raise NotImplementedError

    def cursor(self) -> str:
        """Return what the cursor is on."""
        return self.query_one(Rows).cursor

    def group_at_cursor(self) -> Group | None:
        """Return the group that the cursor is on or in."""
        cursor = self.cursor()
        return next((group for group in self.groups if cursor == group.id or group.has(cursor)), None)

    def action_zoom_in(self) -> None:
        """Show fewer days, larger, around what the cursor is on."""
        if not self.zoom:
            self.around = self._day_at_cursor()
        self.zoom = min(self.zoom + 1, len(ZOOMS) - 1)
        self.lay_out()

    def action_zoom_out(self) -> None:
        """Show more days, at last the whole plan."""
        self.zoom = max(self.zoom - 1, 0)
        self.lay_out()

    def _day_at_cursor(self) -> date:
        """Return the day to look at: of the next session, of a milestone, of what was studied last; else today."""
        row, mark = self.modules.get(self.cursor()), self.marks.get(self.cursor())
        if row is not None and row.next is not None:
            return row.next.day
        if row is not None and row.studied:
            return row.studied[-1][0]
        if mark is not None:
            return mark.reached or mark.plan.expected or mark.plan.due
        return self.view.today

    def action_earlier(self) -> None:
        """Scroll to earlier days."""
        self._scroll(-1)

    def action_later(self) -> None:
        """Scroll to later days."""
        self._scroll(1)

    def _scroll(self, way: int) -> None:
        head = self.query_one(TimelineHead).head
        if head is None or not self.zoom:
            self.say(msg("The whole plan is on the screen; + shows it closer."))
            return
        length = timedelta(days=int(head.scale.days * head.scale.width))
        step = timedelta(days=max(1, length.days // 4))
        last = self.view.last - length + timedelta(days=1)
        first = max(self.view.first, min(head.scale.first + way * step, last))
        self.around = first + timedelta(days=length.days // LEAD)
        self.lay_out()

    def action_fold(self) -> None:
        """Fold the group that the cursor is in, or open it again."""
        group = self.group_at_cursor()
        if group is None or self.folded is None:
            return
        if group.folded:
            self.folded.discard(group.id)
        else:
            self.folded.add(group.id)
            self.query_one(Rows).cursor = group.id
        self.lay_out()

    def action_order(self) -> None:
        """Order by track, or by phase again."""
        kept, self.by_track, self.folded = self.cursor(), not self.by_track, None
        self.lay_out()
        self.put(kept if kept in self.modules or kept in self.marks else "")

    def action_detail(self) -> None:
        """Open the module or the milestone under the cursor; a heading is folded or opened."""
        cursor = self.cursor()
        if cursor in self.modules:
            from tui.screens.module import ModuleScreen

            self.app.push_screen(ModuleScreen(cursor))
        elif cursor in self.marks:
            go(self.planner, MILESTONES, cursor)
        else:
            self.action_fold()

    def asked_about(self) -> str:
        """Return the module or the milestone under the cursor."""
        cursor = self.cursor()
        if cursor in self.modules or cursor in self.marks:
            return f"milestone:{cursor}" if cursor in self.marks else f"module:{cursor}"
        self.say(msg("Put the cursor on a module or a milestone: the arrow keys go up and down."))
        return ""

    def session_at_cursor(self) -> SessionView | None:
        """Return the next session of the module under the cursor."""
        row = self.modules.get(self.cursor())
        return (
            view_session(self.planner.plan, row.next, {})
            if row is not None and row.next is not None
            else None
        )

    def session_missing(self) -> Message:
        """Say that the module has no session ahead, or that the cursor is on none."""
        if self.cursor() in self.modules:
            return msg("This module has no session ahead.")
        return msg("Put the cursor on a module: the arrow keys go up and down.")

    def shown_week(self) -> date:
        """Return the week of that session, in which a weekday given alone lies."""
        row = self.modules.get(self.cursor())
        return monday(row.next.day if row is not None and row.next is not None else self.view.today)

    def day_at_cursor(self) -> DayView | None:
        """Return no day: the lines are modules."""
        return None
