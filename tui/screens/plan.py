"""Plan: months and modules as a timeline, phase by phase or track by track, with milestones, slack and today."""

from collections.abc import Mapping
from datetime import timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region

from planner.keymap.table import PLAN
from planner.text.languages import LocalText
from planner.text.messages import msg
from planner.workspace.views.plan import DONE, PhaseRows, plan_view
from tui.commands import bindings_of
from tui.fresh import fresh_modules
from tui.screens.plan_actions import LEAD, ZOOMS, PlanActions
from tui.widgets.foot import Sentence
from tui.widgets.line_rows import LineRows
from tui.widgets.plan_rows import GROUP, Place, groups_of, plan_rows, widest_figures
from tui.widgets.rows import Rows
from tui.widgets.timeline import Scale
from tui.widgets.timeline_head import Head, TimelineHead
from tui.widgets.top import Top
from tui.wording.plan import group_sentence, milestone_sentence, module_sentence
from tui.wording.today import aside

_MARGIN = 6  # of the rows and their scroll bar
_NARROW, _WIDE, _BROAD = 72, 104, 164


class PlanOverTime(PlanActions):
    """The timeline."""

    CSS_PATH = "../styles/plan.tcss"
    NAME = PLAN
    BINDINGS = bindings_of(PLAN)
    homes: Mapping[str, str]

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at, self.laid_out_for = at, 0

    def body(self) -> ComposeResult:
        """Return the months, and below them the rows."""
        yield TimelineHead("months")
        with VerticalScroll(id="rows", can_focus=False):
            yield LineRows("timeline")

    def begin(self) -> None:
        """Put the cursor where it was asked for, else on what is under way."""
        rows = self.query_one(Rows)
        ahead = [each for each in self.modules.values() if each.next is not None]
        coming = min(ahead, key=lambda each: each.next.start if each.next else 0, default=None)
        self.put(self.at or (coming.id if coming else ""))
        self.set_focus(rows)

    def show(self) -> None:
        """Fill the rows from the open plan."""
        super().show()
        opened, t = self.planner.plan, self.t
        self.view = plan_view(opened)
        self.modules = {each.id: each for phase in self.view.phases for each in phase.modules}
        self.marks = {each.id: each for phase in self.view.phases for each in phase.milestones}
        top = self.query_one(Top)
        top.place, top.title, top.aside = t(msg("plan")), t(opened.curriculum.title), aside(opened)
        self.lay_out()

    def on_resize(self) -> None:
        """Fit the timeline to the new width."""
        if self.app.size.width != self.laid_out_for and self.laid_out_for:
            self.lay_out()
        else:
            self.call_after_refresh(self._reveal)

    def _ordered(self) -> tuple[PhaseRows, ...]:
        """Return the groups in the order that was chosen; what is finished is folded at first."""
        ordered = self.view.by_track() if self.by_track else self.view.phases
        if self.folded is None:
            self.folded = {GROUP + each.id for each in ordered if each.finished}
        return ordered

    def lay_out(self) -> None:
        """Set the scale, and draw head and rows with it."""
        t, width, whole = self.t, self.app.size.width, self.planner.plan.curriculum.title
        ordered = self._ordered()
        self.homes = self._homes()
        self.laid_out_for = width
        self.groups = groups_of(ordered, whole, t, self.folded or (), self.homes, by_track=self.by_track)
        place = self._place(width)
        head = self.query_one(TimelineHead)
        order = t(msg("by track") if self.by_track else msg("by phase"))
        zoom = t((msg("zoom: all"), msg("zoom: month"), msg("zoom: week"))[self.zoom])
        head.head = Head(place.scale, self.view.today, t(msg("today")), t.language, place.left, order, zoom)
        rows = self.query_one(Rows)
        fresh = fresh_modules(self.planner)
        rows.rows = tuple(plan_rows(self.groups, place, t, fresh, lambda: rows.cursor))
        self._say()
        self.call_after_refresh(self._reveal)

    def _place(self, width: int) -> Place:
        """Return where names, figures and the timeline are at this width."""
        names = 20 if width < _NARROW else 26 if width < _WIDE else 34
        homes = 22 if width >= _BROAD else 0
        figures = widest_figures(self.groups, self.t, self.planner.glyphs)
        nowhere = Scale(self.view.first, 1, 0)
        place = Place(names, homes, figures, nowhere, self.view.today, self.planner.glyphs)
        scale = self._scale(max(8, width - place.left - _MARGIN))
        return Place(names, homes, figures, scale, self.view.today, self.planner.glyphs)

    def _scale(self, width: int) -> Scale:
        """Return the scale of the zoom: the whole plan, or around the day that was gone to."""
        view = self.view
        days = (view.last - view.first).days + 1
        each = ZOOMS[self.zoom]
        if not each or each * width >= days:
            return Scale(view.first, days / width, width)
        length = timedelta(days=int(each * width))
        first = (self.around or view.today) - timedelta(days=length.days // LEAD)
        return Scale(max(view.first, min(first, view.last - length + timedelta(days=1))), each, width)

    def _homes(self) -> dict[str, str]:
        """Return the track of every module, or in the order of tracks its phase."""
        t, view = self.t, self.view
        if self.by_track:
            return {row.id: t(each.title) for each in view.phases if each.title for row in each.modules}
        return {
            row.id: t(view.tracks[row.track]) for row in self.modules.values() if row.track in view.tracks
        }

    def _say(self) -> None:
        """Say at the foot what the cursor is on."""
        cursor, t, opened = self.query_one(Rows).cursor, self.t, self.planner.plan
        said = ""
        if cursor in self.modules:
            row = self.modules[cursor]
            said = module_sentence(row, self.homes.get(cursor, ""), opened.now, self._waits(cursor), t)
        elif cursor in self.marks:
            said = milestone_sentence(self.marks[cursor], t)
        elif group := self.group_at_cursor():
            said = group_sentence(group.title, group.rows, t)
        self.query_one(Sentence).judgement = said

    def _waits(self, name: str) -> list[LocalText]:
        """Return the titles of what a module waits for."""
        requires = self.planner.plan.modules[name].requires
        found = (self.modules[each] for each in requires if each in self.modules)
        return [each.title for each in found if each.state != DONE]

    def put(self, name: str) -> None:
        """Put the cursor on a module or a milestone; its group is opened for it."""
        for group in self.groups:
            if group.folded and group.has(name) and self.folded:
                self.folded.discard(group.id)
                self.lay_out()
        self.query_one(Rows).cursor = name

    def _reveal(self) -> None:
        """Scroll to the row under the cursor."""
        if place := self.query_one(Rows).place():
            region = Region(0, place[0] - 1, 1, place[1] - place[0] + 3)
            self.query_one("#rows").scroll_to_region(region, animate=False)

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._reveal()
        self._say()
