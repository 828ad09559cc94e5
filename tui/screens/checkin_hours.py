"""The hours of a check-in: what is typed beside the modules, modules that were not planned, and weeks that were missed.

Invariant: what was typed and can be read is in the answers before the step is left, whichever way it is left.
"""

from dataclasses import replace
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from planner.learner.windows import monday
from planner.text.durations import parse_minutes
from planner.text.messages import Message, msg
from planner.text.refusals import no_length
from planner.workspace.checkin.days import default_day
from planner.workspace.checkin.proposing import CheckInAnswers, checkin_draft
from planner.workspace.checkin.rows import missed_weeks, other_modules, still_asked, with_modules
from planner.workspace.opening import Opened
from tui.drafts import kept_answers
from tui.screens.base import PlannerScreen
from tui.widgets.fields import Field
from tui.widgets.hours import AddRow, HourRow
from tui.wording.checkin import hours_figures, hours_total, to_go, with_done


class HoursOfWeek(PlannerScreen):
    """The first step, and the answers that it begins from."""

    def __init__(self, opened: Opened, day: date | None = None) -> None:
        super().__init__()
        self.opened = opened
        self.draft = checkin_draft(opened, day)
        self.answers = CheckInAnswers(day=self.draft.day)

    def hours(self) -> ComposeResult:
        """Return the lines of the first step, with what was answered before the check-in was left."""
        kept = kept_answers(self.planner).get(self.draft.week)
        if kept is not None:
            self.draft = with_modules(self.opened, self.draft, kept.hours)
            self.answers = still_asked(self.draft, kept)
        with VerticalScroll(id="hours", classes="step", can_focus=False):
            for row in self.draft.rows:
                minutes = self.answers.hours.get(row.module, row.reported)
                yield HourRow(row.module, self.t(row.title), hours_figures(row, self.t), minutes)
            yield AddRow(self.t(msg("another module")), self._others(), self.t(msg("not planned")))
            yield Static("", id="hours-total", classes="remark", markup=False)

    def _others(self) -> list[tuple[str, str]]:
        return [(name, self.t(title)) for name, title in other_modules(self.opened, self.draft)]

    @on(Input.Changed)
    def show_total(self) -> None:
        """Say what the week comes to with what is typed."""
        typed = {row.module: _minutes(row.field) or 0 for row in self.query(HourRow)}
        more = sum(_minutes(row.field) or 0 for row in self.query(AddRow))
        said = self.t(hours_total(self.draft, sum(typed.values()) + more))
        self.query_one("#hours-total", Static).update(said)

    def read_hours(self) -> bool:
        """Take the hours that were typed; say what cannot be read."""
        add = self.query_one(AddRow)
        for field in (*(row.field for row in self.query(HourRow)), add.field):
            if _minutes(field) is None:
                wrong = no_length(field.value)
                return self._refused(wrong, field)
        if _minutes(add.field) and not add.picker.chosen:
            return self._refused(
                msg("Which module is this time of? ← and → choose it, or type how its name begins."),
                add.picker,
            )
        self._add_module(add)
        self.take_typed()
        return True

    def _refused(self, problem: Message, where: Widget) -> bool:
        self.say(problem, wrong=True)
        where.focus()
        return False

    def _add_module(self, add: AddRow) -> None:
        """Give the module that was added a line of its own, and offer the rest."""
        name, minutes = add.picker.chosen, _minutes(add.field)
        if not name or not minutes:
            return
        self.draft = with_modules(self.opened, self.draft, [name])
        row = self.draft.rows[-1]
        line = HourRow(name, self.t(row.title), hours_figures(row, self.t), minutes)
        self.query_one("#hours").mount(line, before=add)
        add.clear(self._others())
        self.answers = replace(self.answers, hours={**self.answers.hours, name: minutes})

    def take_typed(self) -> None:
        """Take what can be read; what is over by it is finished."""
        mounted = {row.module: _minutes(row.field) for row in self.query(HourRow)}
        typed = {name: minutes for name, minutes in mounted.items() if minutes is not None}
        hours = {**self.answers.hours, **typed}
        if hours == dict(self.answers.hours):
            return
        self.answers = replace(self.answers, hours=hours)
        over = (row.module for row in self.draft.rows if not row.done and to_go(row, self.answers) == 0)
        self.answers = with_done(self.answers, over)

    def adds_open(self) -> bool:
        """Tell whether time is typed for a module that no line asks about, and that is not finished."""
        add = next(iter(self.query(AddRow)), None)
        if add is None or not add.picker.chosen or not _minutes(add.field):
            return False
        return add.picker.chosen not in self.opened.progress.done

    def keep(self) -> None:
        """Keep the answers for when the check-in is opened again."""
        self.take_typed()
        add = self.query_one(AddRow)
        if add.picker.chosen and (minutes := _minutes(add.field)):
            self.answers = replace(self.answers, hours={**self.answers.hours, add.picker.chosen: minutes})
        self.answers = replace(self.answers, note=self.query_one("#note", Field).value)
        kept_answers(self.planner)[self.draft.week] = self.answers

    def week_beside(self, step: int) -> date | None:
        """Return the Monday of the missed week before (-1), or of the next one after that waits (+1)."""
        weeks = [*missed_weeks(self.opened), monday(default_day(self.opened))]
        beside = [week for week in weeks if (week - self.draft.week).days * step > 0]
        return (beside[-1] if step < 0 else beside[0]) if beside else None

    def action_missed_before(self) -> None:
        """Check in for the missed week before instead."""
        self._change_week(-1)

    def action_missed_after(self) -> None:
        """Check in for the later week instead."""
        self._change_week(1)

    def _change_week(self, step: int) -> None:
        week = self.week_beside(step)
        if week is None:
            self.say(msg("No other week waits for a check-in."))
            return
        self.keep()
        last = default_day(self.opened)
        day = last if week == monday(last) else week + timedelta(days=6)
        self.app.switch_screen(type(self)(self.opened, day))


def _minutes(field: Field) -> int | None:
    """Return what is typed in minutes; None when it cannot be read."""
    text = field.value.strip()
    return parse_minutes(text) if text not in {"", "0"} else 0
