"""Week: seven days with windows, sessions, buffer and days off; what can be done with them is done at once."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region

from planner.keymap.table import WEEK
from planner.learner.windows import monday
from planner.problems import DataError
from planner.text.messages import Message, msg
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.week import DayView, WeekView, week_view
from tui.commands import Command, bindings_of
from tui.screens.week_actions import WeekActions
from tui.waiting import waited
from tui.widgets.day_strip import HoursAbove, hours_for
from tui.widgets.foot import Key, Sentence
from tui.widgets.options import Labelled
from tui.widgets.passages import Passages
from tui.widgets.rows import Rows
from tui.widgets.top import Top
from tui.widgets.week_rows import GAP, place_of, week_rows
from tui.wording.today import aside
from tui.wording.week import day_rows, day_sentence, hours_needed, session_sentence, week_sentence, week_title

_WEEK = timedelta(days=7)
_ROOMY, _LOW = 32, 28
_BROAD, _WIDE = 164, 104
_MARGIN = 5
_NOTE = 20
_REST = 0.15  # seconds that the cursor rests before reasons are looked for
_HERE = ("move", "pin", "skip", "off", "why")
_BESIDES = ("extra", "timer")


class WeekScreen(WeekActions):
    """The seven days."""

    CSS_PATH = "../styles/week.tcss"
    NAME = WEEK
    BINDINGS = bindings_of(WEEK)
    view: WeekView

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at = at
        self.monday: date | None = None
        self.sessions: dict[str, SessionView] = {}
        self.days: dict[str, DayView] = {}

    def body(self) -> ComposeResult:
        """Return the days, and beside them the session under the cursor."""
        with Horizontal(id="week"):
            with Vertical(id="left-half"):
                yield HoursAbove("hours")
                with VerticalScroll(id="days", can_focus=False):
                    yield Rows("rows")
            with VerticalScroll(id="page", can_focus=False):
                yield Labelled("session")
                yield Passages("reasons")

    def begin(self) -> None:
        """Put the cursor where it was asked for, else on the session of now or the next one, else on today."""
        self.set_focus(self.query_one(Rows))
        if self.at:
            self.find(self.at)
            self.show()
            self.query_one(Rows).cursor = self.at
        else:
            self.query_one(Rows).cursor = self._first()

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

    def show(self) -> None:
        """Fill the days from the open plan; the cursor stays on its session, or else on its day."""
        super().show()
        opened, t = self.planner.plan, self.t
        if self.following:
            self.find(self.following)
            self.following = ""
        self.view = week_view(opened, (self.shown_week() - monday(opened.now.date())).days // 7)
        top, rows = self.query_one(Top), self.query_one(Rows)
        top.place, top.title, top.aside = t(msg("week")), week_title(self.view, opened), aside(opened)
        kept, day = rows.cursor, self.day_at_cursor()
        self.days = {each.day.isoformat(): each for each in self.view.days}
        self.sessions = {each.session.id: each for day in self.view.days for each in day.sessions}
        self.lay_out()
        if kept and rows.cursor != kept and day is not None and day.day.isoformat() in self.days:
            rows.cursor = day.day.isoformat()
        self.tell()

    def on_resize(self) -> None:
        """Fit the strips to the new width."""
        if self.days:
            self.show_keys()
            self.lay_out()
            self.tell()

    def lay_out(self) -> None:
        """Draw hours and days as the room allows."""
        width, height = self.app.size
        opened, t, glyphs, rows = self.planner.plan, self.t, self.planner.glyphs, self.query_one(Rows)
        self.set_class(height < _LOW, "-tight")
        days = day_rows(self.view, opened, glyphs, self.planner.fresh, t)
        inner = min(124, width * 62 // 100 if width >= _BROAD else width)
        place = place_of(days, hours_for(0, 0, 0), glyphs, roomy=width >= _WIDE and height >= _ROOMY)
        hours = hours_for(*hours_needed(self.view), inner - _MARGIN - place.name - GAP - _NOTE)
        above = self.query_one(HoursAbove)
        above.left, above.hours = place.name + GAP, hours
        above.legend = self._legend()
        rows.rows = tuple(week_rows(days, replace(place, hours=hours), lambda: rows.cursor))

    def _legend(self) -> tuple[tuple[str, str], ...]:
        t, shades = self.t, self.planner.glyphs.shades
        words = {1: msg("free"), 4: msg("study"), 3: msg("done"), 2: msg("buffer")}
        return tuple((shades[number], t(word)) for number, word in words.items())

    def tell(self) -> None:
        """Say at the foot, and where there is room beside, what the cursor is on."""
        opened, session, day = self.planner.plan, self.session_at_cursor(), self.day_at_cursor()
        sentence = self.query_one(Sentence)
        if session is not None:
            sentence.judgement = session_sentence(session, opened, self.t)
        elif day is not None and (self.view.planned or day.off):
            sentence.judgement = day_sentence(day, self.view, opened, self.t)
        else:
            sentence.judgement = week_sentence(self.view, opened, self.t)
        self.call_after_refresh(self._keep_in_sight)
        if self.app.size.width >= _BROAD:
            self.show_beside()

    def show_beside(self) -> None:
        """Show the session under the cursor at the right; why it is there comes from a thread."""
        from tui.wording.detail import session_pairs

        session = self.session_at_cursor()
        labelled, reasons = self.query_one(Labelled), self.query_one(Passages)
        labelled.heading = self.t(session.title) if session else ""
        labelled.pairs = session_pairs(session, self.planner.plan) if session else ()
        reasons.passages = ()
        self.explain(self.asked_about())

    @work(group="beside", exclusive=True, description="the reasons beside")
    async def explain(self, name: str) -> None:
        """Find the reasons of what the cursor rests on."""
        from planner.workspace.why.reasons import reasons_of
        from tui.wording.why import why_said

        await asyncio.sleep(_REST)
        opened = self.planner.plan
        try:
            why = await waited(self, lambda: reasons_of(opened, name), msg("Looking for the reasons …"))
        except DataError:
            return
        if why is not None and name == self.asked_about():
            self.query_one(Passages).passages = why_said(opened, why)

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

    def _key(self, command: Command) -> Key:
        """Keep what is done here, and help, in the footer before the ways elsewhere."""
        key = super()._key(command)
        here = _HERE if self.app.size.width < _WIDE else (*_HERE, *_BESIDES)
        kept = {"help": 0, **dict.fromkeys(here, 1)}
        return replace(key, rank=kept.get(command.name, key.rank + 1))

    @on(Rows.Moved)
    def _moved(self) -> None:
        self.tell()

    def say(self, text: Message | str, *, wrong: bool = False) -> None:
        """Say something at the foot; the cursor stays in sight when that takes lines."""
        super().say(text, wrong=wrong)
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if place := self.query_one(Rows).place():
            first, last = place
            region = Region(0, first - 1, 1, last - first + 3)
            self.query_one("#days").scroll_to_region(region, animate=False)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_detail()

    def action_up(self) -> None:
        """Move up."""
        self.query_one(Rows).action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        self.query_one(Rows).action_move(1)

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
        from tui.screens.detail import DetailScreen

        session = self.session_at_cursor()
        if session is not None:
            self.app.push_screen(DetailScreen(session))
        else:
            self.action_why()
