"""Log time studied: on what, how long, on which day."""

from datetime import date, timedelta

from textual.widget import Widget

from planner.keymap.table import LOG
from planner.text.dates import say_day, say_near
from planner.text.durations import parse_minutes, plain, write_minutes
from planner.text.messages import Message, Minutes, msg
from planner.text.refusals import no_length
from planner.workspace.tracking.log import log_time
from planner.workspace.tracking.timer import say_runs_on
from tui.commands import bindings_of
from tui.screens.sheet import Sheet
from tui.widgets.fields import Field, Picker

DAYS = 14
USUAL = 60
LONGEST = 24 * 60


class LogSheet(Sheet):
    """The form of `l`; `module` is chosen already, and so is the day."""

    NAME = LOG
    BINDINGS = bindings_of(LOG)
    AUTO_FOCUS = "#time"

    def __init__(self, module: str | None, day: date | None = None) -> None:
        super().__init__()
        self.module, self.day = module, day

    def heading(self) -> Message:
        """Say what this is."""
        return msg("log time")

    def fields(self) -> list[tuple[Message, Widget]]:
        """Ask for module, length and day."""
        return [
            (msg("module"), Picker(self._modules(), self.module or "", name="module")),
            (msg("time"), Field(write_minutes(self._length()), name="time")),
            (msg("day"), Picker(self._days(), self._day().isoformat(), name="day")),
            (msg("note"), Field(self._note(), name="note")),
        ]

    def _modules(self) -> list[tuple[str, str]]:
        """Return the modules, those with the next sessions first."""
        plan = self.planner.plan.plan
        soon = [session.module for session in plan.sessions if session.module is not None]
        every = list(dict.fromkeys([*soon, *(module.id for module in plan.modules)]))
        return [(module, self.t(self.planner.plan.titles[module])) for module in every]

    def _today(self) -> date:
        return self.planner.plan.now.date()

    def _days(self) -> list[tuple[str, str]]:
        """Return the days that can be chosen, today last: the right arrow goes forward in time."""
        today, language = self._today(), self.t.language
        first = self._first_day()
        days = [first + timedelta(days=number) for number in range((today - first).days + 1)]
        said = [
            f"{say_near(d, today, language)}  {say_day(d, language, year=False, weekday=True)}" for d in days
        ]
        return [(day.isoformat(), text) for day, text in zip(days, said, strict=True)]

    def _first_day(self) -> date:
        return self._today() - timedelta(days=DAYS - 1)

    def _day(self) -> date:
        return max(self._first_day(), min(self.day or self._today(), self._today()))

    def _note(self) -> str:
        return ""

    def _besides(self) -> str:
        """Return the event whose minutes the day need not hold besides these."""
        return ""

    def _length(self) -> int:
        sessions = self.planner.plan.plan.sessions
        first = next((session for session in sessions if session.module == self.module), None)
        return first.minutes if first else USUAL

    def action_save(self) -> None:
        """Log it."""
        field = self.query_one("#time", Field)
        minutes = parse_minutes(field.value)
        if not minutes and (number := plain(field.value).strip()).isdigit() and int(number):
            self.refuse(msg("{number}h or {number}m? Write the one you mean", number=number), field)
            return
        if not minutes:
            self.refuse(no_length(field.value), field)
            return
        module = self.query_one("#module", Picker).chosen
        day = date.fromisoformat(self.query_one("#day", Picker).chosen)
        problem = self._too_much(minutes, day)
        if problem is not None:
            self.refuse(problem, field)
            return
        note = self.query_one("#note", Field).value
        self.keep(module, minutes, day, note)
        self.dismiss()

    def keep(self, module: str, minutes: int, day: date, note: str) -> None:
        """Record what was given."""
        said = self._said(minutes, module, day)
        self.planner.act(lambda opened: log_time(opened, module, minutes, day, note), said)

    def _too_much(self, minutes: int, day: date) -> Message | None:
        """Say that the day does not hold so much, with what is logged there already."""
        logs = self.planner.plan.progress.logs
        logged = sum(each.minutes for each in logs if each.day == day and each.event != self._besides())
        if minutes + logged <= LONGEST:
            return None
        return msg(
            "{minutes} on {day} is more than a day holds; {logged} are logged there already",
            minutes=Minutes(minutes),
            day=day.isoformat(),
            logged=Minutes(logged),
        )

    def _said(self, minutes: int, module: str, day: date) -> Message:
        title = self.planner.plan.titles[module]
        said = msg("{time} logged on {module}", time=Minutes(minutes), module=title)
        if day != self._today():
            on = say_day(day, self.t.language, year=False, weekday=True)
            said = msg("{time} logged on {module}, {day}", time=Minutes(minutes), module=title, day=on)
        running = say_runs_on(self.planner.plan, module)
        return msg("{said}. {more}", said=said, more=running) if running else said
