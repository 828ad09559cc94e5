"""Week: seven days with windows, sessions, buffer and days off; what can be done with them is done at once."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region

from planner.keymap.table import WEEK
from planner.learner.windows import monday
from planner.text.messages import Message, msg
from planner.workspace.views.week import week_view
from tui.commands import Command, bindings_of
from tui.screens.week_beside import WeekBeside
from tui.widgets.day_strip import HoursAbove, hours_for
from tui.widgets.foot import Key, Sentence
from tui.widgets.options import Labelled
from tui.widgets.passages import Passages
from tui.widgets.rows import Rows
from tui.widgets.top import Top
from tui.widgets.week_rows import GAP, place_of, week_rows
from tui.wording.today import aside
from tui.wording.week import day_rows, day_sentence, hours_needed, session_sentence, week_sentence, week_title

_ROOMY, _LOW = 32, 28
_BROAD, _WIDE = 164, 104
_MARGIN = 5
_NOTE = 20
_HERE = ("move", "pin", "skip", "off", "why")
_BESIDES = ("extra", "timer")


class WeekScreen(WeekBeside):
    """The seven days."""

    CSS_PATH = "../styles/week.tcss"
    NAME = WEEK
    BINDINGS = bindings_of(WEEK)

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
        above.legend = () if height < _LOW else self._legend()
        rows.rows = tuple(week_rows(days, replace(place, hours=hours), lambda: rows.cursor))

    def _legend(self) -> tuple[tuple[str, str], ...]:
        t, shades = self.t, self.planner.glyphs.shades
        words = {1: msg("free"), 4: msg("study"), 3: msg("done"), 2: msg("buffer")}
        named = tuple((shades[number], t(word)) for number, word in words.items())
        return (*named, (self.planner.glyphs.upright, t(msg("now"))))

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
