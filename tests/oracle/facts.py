"""What a plan has to obey, worked out from the records: efforts, prerequisites, due dates, the horizon."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.calendar import Calendar, up

LEVELS = ("core", "recommended", "stretch")


@dataclass(frozen=True)
class Work:
    """One module that is studied."""

    id: str
    effort: int
    logged: int
    remaining: int
    requires: tuple[str, ...]
    not_before: date | None
    topics: int


@dataclass(frozen=True)
class Goal:
    """One milestone: the days that its due date may be (two, when the rounding is a tie), and all its modules."""

    id: str
    kind: str
    dues: tuple[date, ...]
    modules: frozenset[str]
    reached: date | None

    @property
    def due(self) -> date:
        return self.dues[0]


@dataclass(frozen=True)
class Facts:
    """Everything that the checks need."""

    calendar: Calendar
    start: date
    goal: date
    today: date
    horizon: date
    work: dict[str, Work]
    goals: tuple[Goal, ...]
    fallen: tuple[str, ...]
    buffer: Fraction
    session: tuple[int, int]
    tracks: dict[str, str]

    @property
    def remaining(self) -> int:
        return sum(work.remaining for work in self.work.values())

    def due_of(self, module: str) -> date:
        """The earliest due date that a module serves; everything is due by the goal."""
        dues = [goal.due for goal in self.goals if not goal.reached and module in goal.modules]
        return min([self.goal, *dues])

    def work_due(self, day: date) -> int:
        return sum(work.remaining for work in self.work.values() if self.due_of(work.id) <= day)


def add_months(day: date, months: int) -> date:
    """The same day of the month later, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = 28
    while last < 31 and (date(year, month + 1, last) + timedelta(days=1)).month == month + 1:
        last += 1
    return date(year, month + 1, min(day.day, last))


def chosen(curriculum, profile):
    """The ids studied, the modules that each choice stands for."""
    wishes, gone, stands = dict(profile.choices), set(profile.drop), {}
    for choice in curriculum.choices:
        wanted = [name for name in wishes.get(choice.id, ()) if name in [o.id for o in choice.options]]
        for option in choice.options:
            if len(wanted) < choice.pick and option.id not in wanted:
                wanted.append(option.id)
        taken = [option for option in choice.options if option.id in wanted[: choice.pick]]
        kept = [name for option in taken for name in option.modules]
        gone |= {name for option in choice.options for name in option.modules if name not in kept}
        stands[choice.id] = kept
    low = min([LEVELS.index(name) for name in profile.drop if name in LEVELS], default=9)
    ids = [m.id for m in curriculum.modules if m.id not in gone and LEVELS.index(m.priority) < low]
    return ids, stands


def named(requires, ids, stands) -> tuple[str, ...]:
    """What a `requires` comes to."""
    found: list[str] = []
    for name in requires:
        found += [n for n in stands.get(name, [name]) if n in ids and n not in found]
    return tuple(found)


def closure(start, requires) -> frozenset[str]:
    seen, todo = set(), list(start)
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += requires[name]
    return frozenset(seen)


def credited(module, profile) -> Fraction:
    """Minutes that are likely after the largest credit, not rounded."""
    credit = max([share for name, share in module.credit if name in profile.background], default=Fraction(0))
    return module.effort.likely * (1 - Fraction(credit))


def effort(module, profile, progress, ratio) -> int:
    """Minutes on the granule. The learner's own total knows no credit and no ratio; what has begun keeps its ratio."""
    if module.id in progress.efforts:
        return up(progress.efforts[module.id])
    likely = credited(module, profile)
    if any(entry.module == module.id for entry in progress.logs):
        return up(likely * Fraction(*progress.begun.get(module.id, (1, 1))))
    return up(likely if module.id in progress.done else likely * ratio)


def due_dates(milestone, curriculum, start, goal) -> tuple[date, ...]:
    """A month of the nominal length keeps its share of the days when the goal is moved."""
    if milestone.by_date:
        return (milestone.by_date,)
    one = timedelta(days=1)
    nominal = (add_months(start, curriculum.months) - start).days
    share = Fraction((add_months(start, milestone.by_month) - start).days, nominal)
    exact = share * ((goal - start).days + 1)
    whole = exact // 1
    days = [whole] if exact - whole < Fraction(1, 2) else [whole + 1]
    days += [whole] if exact - whole == Fraction(1, 2) else []
    return tuple(start + int(count) * one - one for count in days)


def read_facts(inputs, ratio: Fraction) -> Facts:
    """Work out the facts; `ratio` is the effort ratio that the plan says it used."""
    curriculum, profile, progress = inputs.curriculum, inputs.profile, inputs.progress
    ids, stands = chosen(curriculum, profile)
    modules = {module.id: module for module in curriculum.modules if module.id in ids}
    goal = profile.goal or add_months(profile.start, curriculum.months) - timedelta(days=1)
    work = {}
    for name, module in modules.items():
        logged = sum(entry.minutes for entry in progress.logs if entry.module == name)
        whole = effort(module, profile, progress, ratio)
        left = 0 if name in progress.done else up(max(0, whole - logged))
        requires = named(module.requires, ids, stands)
        work[name] = Work(name, whole, logged, left, requires, module.not_before, len(module.topics))
    requires = {name: item.requires for name, item in work.items()}
    goals, fallen = [], []
    for milestone in curriculum.milestones:
        needs = named(milestone.requires, ids, stands)
        if not needs:
            fallen.append(milestone.id)
            continue
        state = progress.milestones.get(milestone.id)
        dues = due_dates(milestone, curriculum, profile.start, goal)
        reached = state.reached if state else None
        goals.append(Goal(milestone.id, str(milestone.kind), dues, closure(needs, requires), reached))
    calendar = Calendar(profile, progress, inputs.now, inputs.busy)
    study = profile.study
    return Facts(
        calendar, profile.start, goal, calendar.today, add_months(max(goal, calendar.today, profile.start), 120),
        work, tuple(goals), tuple(fallen),
        study.buffer, (study.session_min, study.session_max), {m.id: m.track for m in modules.values()},
    )  # fmt: skip
