"""The ways through the weeks: what the cursor is on, where it begins, and the weeks before and after.

Invariant: the cursor is on a session or a day of the week that is shown.
"""

from datetime import date, timedelta

from planner.learner.windows import monday
from planner.problems import DataError
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.week import DayView, WeekView
from tui.screens.week_actions import WeekActions
from tui.widgets.rows import Rows

_WEEK = timedelta(days=7)


class WeekWays(WeekActions):
    """The week that is shown, and the cursor in it."""

    view: WeekView

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at = at
        self.monday: date | None = None
        self.sessions: dict[str, SessionView] = {}
        self.days: dict[str, DayView] = {}

    def _first(self) -> str:
        """Return what the cursor is on at first."""
        today = self.planner.plan.now.date().isoformat()
        coming = (
            each for each in self.sessions.values()
            if each.status in {"now", "planned"} and each.session.kind != "buffer"
        )  # fmt: skip
        found = next(coming, None)
        if found is not None:
            return found.session.id
        return today if today in self.days else next(iter(self.days), "")

    def _first_study(self) -> str:
        """Return the week's first session of study; empty when it has none."""
        study = (each.session.id for each in self.sessions.values() if each.session.kind != "buffer")
        return next(study, "")

    def find(self, name: str) -> None:
        """Show the week of a session or a day."""
        session = next((each for each in self.planner.plan.timeline if each.id == name), None)
        try:
            day = session.day if session else date.fromisoformat(name)
        except ValueError:
            return
        self.monday = monday(day)

    def shown_week(self) -> date:
        """Return the Monday of the week that is shown."""
        return self.monday or monday(self.planner.plan.now.date())

    def session_at_cursor(self) -> SessionView | None:
        """Return the session under the cursor."""
        return self.sessions.get(self.query_one(Rows).cursor)

    def day_at_cursor(self) -> DayView | None:
        """Return the day that the cursor is on, or on a session of."""
        cursor = self.query_one(Rows).cursor
        session = self.sessions.get(cursor)
        return self.days.get(session.session.day.isoformat() if session else cursor)

    def log_day(self) -> date | None:
        """Return the day under the cursor."""
        day = self.day_at_cursor()
        return day.day if day else None

    def asked_about(self) -> str:
        """Return the session or the day under the cursor."""
        session, day = self.session_at_cursor(), self.day_at_cursor()
        if session is not None:
            return f"session:{session.session.id}"
        return f"date:{day.day.isoformat()}" if day else ""

    def action_why_week(self) -> None:
        """Explain the week that is shown."""
        from tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(f"week:{self.shown_week().isoformat()}"))

    def action_week_before(self) -> None:
        """Show the week before."""
        self._turn(-_WEEK)

    def action_week_after(self) -> None:
        """Show the week after."""
        self._turn(_WEEK)

    def action_this_week(self) -> None:
        """Show this week, with the cursor where it was at first."""
        self.monday = None
        self.show()
        self.query_one(Rows).cursor = self._first()

    def _turn(self, step: timedelta) -> None:
        """Show another week, with the cursor on its first session, or else on the same weekday."""
        before, day = self.monday, self.day_at_cursor()
        self.monday = self.shown_week() + step
        try:
            self.show()
        except DataError as error:
            self.monday = before
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        if day is not None:
            self.query_one(Rows).cursor = self._first_study() or (day.day + step).isoformat()

    def action_detail(self) -> None:
        """Open the session; of a day, why it is as it is."""
        session = self.session_at_cursor()
        if session is not None:
            self.open_session(session)
        else:
            self.action_why()
