"""What the best possible plan reaches: the oracles of `lateness`, asked about a learner's facts."""

from datetime import date, timedelta

from tests.oracle.calendar import monday
from tests.oracle.facts import Facts
from tests.oracle.lateness import Instance, Job, by_flow, by_prefixes, spans

DAY = timedelta(days=1)


class Best:
    """Answers about one set of facts; days are worked out once."""

    def __init__(self, facts: Facts):
        self.facts, self.first = facts, facts.calendar.first
        self.open = [work for work in facts.work.values() if work.remaining]
        self.released = any(self.release(work) for work in self.open)
        self.days = self.enough_days()
        self.instance = self.make(self.open)

    def release(self, work) -> int:
        return max(0, (work.not_before - self.first).days) if work.not_before else 0

    def enough_days(self) -> list[date]:
        """Days to the one by which everything fits even if nothing begins before the last release date."""
        calendar, facts = self.facts.calendar, self.facts
        latest = self.first + max(map(self.release, self.open), default=0) * DAY
        days, done, week_done = [], 0, 0
        day = self.first
        while day <= facts.horizon:
            days.append(day)
            week_done = 0 if day.weekday() == 0 else week_done
            if day >= latest:
                cap = calendar.cap_left(monday(day))
                room = calendar.day_capacity(day)
                room = room if cap is None else min(room, cap - week_done)
                done, week_done = done + room, week_done + room
            if day >= latest and done >= facts.remaining:
                break
            day += DAY
        return days

    def make(self, works, due: int | None = None) -> Instance:
        """An instance of some modules; `due` replaces their due days."""
        calendar, ids = self.facts.calendar, [work.id for work in works]
        mondays = sorted({monday(day) for day in self.days})
        jobs = tuple(
            Job(
                work.remaining,
                (self.facts.due_of(work.id) - self.first).days if due is None else due,
                self.release(work),
                tuple(ids.index(name) for name in work.requires if name in ids),
            )
            for work in works
        )
        return Instance(
            tuple(calendar.day_capacity(day) for day in self.days),
            tuple(mondays.index(monday(day)) for day in self.days),
            tuple(calendar.cap_left(week) for week in mondays),
            jobs,
        )

    def lateness(self) -> int | None:
        """The least possible maximum lateness, 0 when nothing need be late; None when it does not fit."""
        if self.facts.remaining == 0:
            found: int | None = 0
        elif self.released:
            found = by_flow(self.instance, least=0)
        else:
            found = by_prefixes(self.instance)
        if found is None:
            return None
        idle = [
            (self.facts.today - goal.due).days
            for goal in self.facts.goals
            if not goal.reached and not any(self.facts.work[name].remaining for name in goal.modules)
        ]
        return max([0, found, *idle])

    def completion(self, due: date) -> date | None:
        """The first day by which all the work due by `due` can be done; None when never."""
        return self.first_day([work for work in self.open if self.facts.due_of(work.id) <= due])

    def alone(self, modules) -> date | None:
        """The first day by which these modules can be done when nothing else is; they name all they require."""
        return self.first_day([work for work in self.open if work.id in modules])

    def first_day(self, works) -> date | None:
        if not works:
            return self.facts.today
        if self.released:
            day = by_flow(self.make(works, due=0), least=0)
        else:
            need = sum(work.remaining for work in works)
            day = next((n for n, total in enumerate(spans(self.instance)) if total >= need), None)
        return None if day is None else self.first + day * DAY

    def guard(self, due: date) -> date | None:
        """The day that comfort must keep; exact unless a release date meets a binding weekly cap."""
        day = self.completion(due)
        return None if day is None else max(day, due)

    @property
    def certain(self) -> bool:
        """Whether every guard can be kept at once (not so for release dates under a cap)."""
        return not self.released or self.facts.calendar.profile.availability.cap is None
