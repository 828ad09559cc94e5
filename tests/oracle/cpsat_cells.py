"""What a replan may do, as plain numbers: cells of time, the work left, and where the accepted plan had it.

Invariant: a cell is a run of free quarters in one week, with no release date, guard or pinned session inside, and in
the next seven days no midnight either; so the order inside a cell is free, and only minutes by cell matter.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.calendar import QUARTER, Calendar, down, epoch_minutes, monday
from tests.oracle.facts import Facts, closure, read_facts

DAY = timedelta(days=1)
NEAR_DAYS = 7


@dataclass
class Cell:
    """`room` is free quarters; `pinned` names the module that a pinned session fills the cell with."""

    first: date
    last: date
    room: int
    pinned: str | None = None

    @property
    def week(self) -> date:
        return monday(self.first)


@dataclass(frozen=True)
class Task:
    """One module with work left: quarters, open prerequisites, and the first and last cell it may use."""

    id: str
    work: int
    requires: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Case:
    """`near` and `weekly` are the accepted plan's quarters by (module, day) and by (module, week)."""

    cells: list[Cell]
    tasks: dict[str, Task]
    caps: dict[date, int | None]
    calm: dict[date, int]
    near: Counter = field(default_factory=Counter)
    weekly: Counter = field(default_factory=Counter)
    today: date = date.min


def future(sessions, now: Fraction) -> list[tuple[str, date, int, int, bool]]:
    """Study that is not over, cut at now: (module, day, start, end, pinned)."""
    cut = -(-now // QUARTER) * QUARTER
    return [
        (s.module, s.day, max(s.start, int(cut)), s.end, s.pinned)
        for s in sorted(sessions, key=lambda s: s.start)
        if s.kind == "study" and s.end > cut
    ]


def counts(sessions, today: date) -> tuple[Counter, Counter]:
    """Quarters by (module, day) in the next seven days, and by (module, Monday) in all."""
    near, weekly = Counter(), Counter()
    for module, day, start, end, _ in sessions:
        weekly[module, monday(day)] += (end - start) // QUARTER
        if today <= day < today + NEAR_DAYS * DAY:
            near[module, day] += (end - start) // QUARTER
    return near, weekly


def make_cells(calendar: Calendar, last: date, cuts: set[date], pins) -> list[Cell]:
    """Cells from now to the end of a day; a cell begins on each day of `cuts`, on Mondays, and around each pin."""
    near = {calendar.today + n * DAY for n in range(NEAR_DAYS + 1)}
    cells: list[Cell] = []
    day, joins = calendar.first, False
    while day <= last:
        joins = joins and day not in cuts and day not in near and day.weekday() > 0
        slots = list(calendar.slots(day))
        for module, of_day, start, end, _ in pins:
            if of_day == day:
                cells.append(Cell(day, day, sum(slot < start for slot in slots)))
                cells.append(Cell(day, day, (end - start) // QUARTER, module))
                slots, joins = [slot for slot in slots if slot >= end], False
        if joins:
            cells[-1].last, cells[-1].room = day, cells[-1].room + len(slots)
        else:
            cells.append(Cell(day, day, len(slots)))
        day, joins = day + DAY, True
    return cells


def reach(cells: list[Cell], caps: dict[date, int | None]) -> list[int]:
    """The most quarters that the cells up to each cell hold under the weekly caps."""
    total, used, found, week = 0, 0, [], None
    for cell in cells:
        if cell.week != week:
            total, used, week = total + used, 0, cell.week
        cap = caps[week]
        used = used + cell.room if cap is None else min(cap, used + cell.room)
        found.append(total + used)
    return found


def make_tasks(facts: Facts, lasts: dict[str, date], cells: list[Cell], caps) -> dict[str, Task]:
    """The modules with work left; `lasts` are their last days. One without room has its last cell before the first."""
    open_work = {name: work for name, work in facts.work.items() if work.remaining}
    requires = {name: [n for n in work.requires if n in open_work] for name, work in open_work.items()}
    room = reach(cells, caps)
    found = {}
    for name, work in open_work.items():
        before = closure([name], requires)
        release = max([facts.work[n].not_before or date.min for n in before])
        need = sum(open_work[n].remaining for n in before - {name}) // QUARTER
        first = max(
            next((n for n, cell in enumerate(cells) if cell.first >= release), len(cells)),
            next((n for n, total in enumerate(room) if total >= need), len(cells)),
        )
        last = max((n for n, cell in enumerate(cells) if cell.last <= lasts[name]), default=-1)
        found[name] = Task(name, work.remaining // QUARTER, tuple(requires[name]), first, last)
    return found


def layout(facts: Facts, lasts: dict[str, date], pins=()):
    """Cells to the last day that matters, the tasks in them, and the weekly caps in quarters."""
    calendar = facts.calendar
    open_work = [work for work in facts.work.values() if work.remaining]
    cuts = {lasts[work.id] + DAY for work in open_work}
    cuts |= {work.not_before for work in open_work if work.not_before}
    cells = make_cells(calendar, max(lasts[work.id] for work in open_work), cuts, pins)
    weeks = {cell.week for cell in cells}
    caps = {week: None if (cap := calendar.cap_left(week)) is None else cap // QUARTER for week in weeks}
    return cells, make_tasks(facts, lasts, cells, caps), caps


def make_case(inputs, guards: dict[str, date], ratio=(1, 1)) -> Case:
    """The case of one replan; `guards` are the days by which open modules must be finished (DESIGN.md, step 3)."""
    facts = read_facts(inputs, Fraction(*ratio))
    accepted = inputs.progress.accepted
    old = future(accepted.sessions if accepted else (), epoch_minutes(inputs.now))
    old = [session for session in old if session[0] in facts.work and facts.work[session[0]].remaining]
    cells, tasks, caps = layout(facts, guards, [session for session in old if session[4]])
    near, weekly = counts(old, facts.calendar.today)
    return Case(cells, tasks, caps, calm_weeks(facts, caps, weekly), near, weekly, facts.calendar.today)


def calm_weeks(facts: Facts, weeks, weekly: Counter) -> dict[date, int]:
    """What may be studied without need in each week after the next: all but the buffer, or what was accepted."""
    had: Counter = Counter()
    for (_, week), quarters in weekly.items():
        had[week] += quarters
    soon = monday(facts.calendar.today) + 7 * DAY
    found = {}
    for week in sorted(weeks):
        capacity = facts.calendar.week_capacity(week)
        if week > soon:
            found[week] = max(capacity - down(capacity * facts.buffer), QUARTER * had[week]) // QUARTER
    return found
