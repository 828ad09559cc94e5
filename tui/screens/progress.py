"""Progress: hours by week, the days, tracks, pace, and how long modules really took."""

from textual.app import ComposeResult
from textual.containers import Vertical

from planner.keymap.table import PROGRESS
from planner.text.messages import KeyOf, msg
from planner.workspace.views.progress import ProgressView, progress_view
from tui.commands import bindings_of
from tui.screens.base import PlanScreen
from tui.screens.scrolling import ScrollingScreen
from tui.widgets.fold import Fold
from tui.widgets.foot import Sentence
from tui.widgets.heat_map import HeatMap
from tui.widgets.shares import Shares
from tui.widgets.top import Top
from tui.widgets.week_bars import WeekBars
from tui.wording.progress import estimates_of, heat_of, judgement, paces_of, tracks_of, week_bars
from tui.wording.today import aside

_STEP, _SOME = 8, 8  # weeks
_WIDE = 104
_FRAME = 21  # lines besides the weeks: the top, the foot, and the estimates


class ProgressScreen(PlanScreen, ScrollingScreen):
    """What came of the weeks so far."""

    CSS_PATH = "../styles/progress.tcss"
    NAME = PROGRESS
    PAGE = "#progress"
    BINDINGS = bindings_of(PROGRESS)
    view: ProgressView
    by_track = False

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at = at

    def body(self) -> ComposeResult:
        """Left the pace, the days and the tracks; right, or below them, the weeks and the estimates."""
        with Fold(id="progress", can_focus=False):
            with Vertical(id="parts"):
                yield Shares("paces")
                yield HeatMap("days")
                yield Shares("tracks")
            with Vertical(id="weeks"):
                yield WeekBars("bars")
                yield Shares("estimates")

    def show(self) -> None:
        """Fill all blocks from the open plan."""
        super().show()
        opened, t = self.planner.plan, self.t
        self.view = progress_view(opened)
        top = self.query_one(Top)
        top.place, top.title, top.aside = t(msg("progress")), t(opened.curriculum.title), aside(opened)
        paces, estimates = self.query_one("#paces", Shares), self.query_one("#estimates", Shares)
        paces.heading, paces.shares = t(msg("pace")), paces_of(self.view, t)
        paces.nothing = t(msg("It is known after the first week."))
        days = self.query_one(HeatMap)
        days.heading, days.heat = t(msg("days")), heat_of(self.view, t, opened.now.date())
        estimates.heading, estimates.shares = t(msg("studied against estimated")), estimates_of(self.view, t)
        estimates.nothing = t(
            msg("No module is finished yet: {done} on Today marks one.", done=KeyOf("done"))
        )
        self.query_one(Sentence).judgement = judgement(self.view, t)
        self._show_weeks()
        self.lay_out()

    def on_resize(self) -> None:
        """Fit the number of weeks to the new size."""
        self.lay_out()

    def lay_out(self) -> None:
        """Show some weeks where the blocks stand below one another, and as many as there is room for beside them."""
        width, height = self.app.size
        self.query_one(WeekBars).most = _SOME if width < _WIDE else max(_SOME, height - _FRAME)

    def _show_weeks(self) -> None:
        """Fill the weeks, as studied and planned or by track; the tracks then have their signs."""
        t, bars, tracks = self.t, self.query_one(WeekBars), self.query_one("#tracks", Shares)
        bars.heading = t(msg("hours by week and track") if self.by_track else msg("hours by week"))
        bars.weeks = week_bars(self.view, t, by_track=self.by_track)
        bars.more = t(msg("{key} shows earlier weeks", key=KeyOf("earlier")))
        tracks.heading, tracks.shares = t(msg("tracks")), tracks_of(self.view, t, signs=self.by_track)
        self.query_one(Fold).settle()

    def action_tracks(self) -> None:
        """Show the weeks by track, or as studied and planned again; where they are out of sight, go there."""
        self.by_track = not self.by_track
        self._show_weeks()
        if self.has_class("-narrow"):
            self.query_one("#tracks").scroll_visible(animate=False, top=True)

    def action_earlier(self) -> None:
        """Show earlier weeks among the days."""
        self._turn(_STEP)

    def action_later(self) -> None:
        """Show later weeks among the days."""
        self._turn(-_STEP)

    def _turn(self, weeks: int) -> None:
        days, bars = self.query_one(HeatMap), self.query_one(WeekBars)
        most = max(0, len(self.view.weeks) - bars.most)
        if not most and days.room(days.content_size.width) >= len(self.view.weeks):
            self.say(msg("All weeks are on the screen."))
        back = max(0, min(bars.back + weeks, most))
        days.back = bars.back = back
