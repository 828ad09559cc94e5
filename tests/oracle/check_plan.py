"""Is a plan true? `check` says everything that is wrong with it, right after it was made; `soft` what is only unkind.

Works on `Plan` records and on anything with the same attributes (see `check_json`).
"""

from collections import Counter
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from tests.oracle.best import Best
from tests.oracle.calendar import QUARTER, down, monday
from tests.oracle.check_dates import check_milestones, check_verdict, expected_day
from tests.oracle.facts import Facts, read_facts

__all__ = ["check", "expected_day", "facts_of", "soft", "study"]


def facts_of(plan, inputs) -> Facts:
    return read_facts(inputs, Fraction(*plan.ratio))


def check(plan, inputs) -> list[str]:
    """Return every violation of the law, one line each."""
    facts = facts_of(plan, inputs)
    best = Best(facts)
    return [
        *check_places(plan, facts),
        *check_sessions(plan, facts),
        *check_topics(plan, facts),
        *check_modules(plan, facts),
        *check_order(plan, facts),
        *check_weeks(plan, facts),
        *check_totals(plan, facts),
        *check_ratio(plan, inputs),
        *check_milestones(plan, facts, best),
        *check_verdict(plan, facts, best),
    ]


def study(plan, module=None) -> list:
    """The study sessions (of one module), in time."""
    found = [s for s in plan.sessions if s.kind == "study" and module in (None, s.module)]
    return sorted(found, key=lambda s: s.start)


def check_places(plan, facts: Facts):
    """Every session lies in free time of its day; none overlap; caps hold."""
    taken: Counter[int] = Counter()
    for s in plan.sessions:
        quarters = range(s.start, s.end, QUARTER)
        taken.update(quarters)
        if s.end <= s.start or (s.end - s.start) % QUARTER:
            yield f"{s.id}: a length of {s.end - s.start} minutes"
        if s.start < facts.calendar.now:
            yield f"{s.id}: begins before now"
        if not set(quarters) <= set(facts.calendar.slots(s.day)):
            yield f"{s.id}: not inside the free time of {s.day}"
    yield from (f"{count} sessions at {slot}" for slot, count in taken.items() if count > 1)
    weeks: Counter = Counter()
    for s in plan.sessions:
        weeks[monday(s.day)] += s.end - s.start
    for week, minutes in weeks.items():
        if minutes > facts.calendar.week_capacity(week):
            yield f"week {week}: {minutes} minutes, the capacity is {facts.calendar.week_capacity(week)}"


def check_sessions(plan, facts: Facts):
    """Sessions name what exists and are not too long."""
    for name, count in Counter(s.id for s in plan.sessions).items():
        if count > 1:
            yield f"{name}: {count} sessions of that id"
    for s in plan.sessions:
        if s.kind not in {"study", "review", "buffer"} or (s.module is None) != (s.kind == "buffer"):
            yield f"{s.id}: kind {s.kind} with module {s.module}"
        if s.module is not None and s.module not in facts.work:
            yield f"{s.id}: {s.module} is not studied"
        if s.kind == "study" and not (s.id.startswith(f"{s.module}.") and s.id.rpartition(".")[2].isdigit()):
            yield f"{s.id}: not {s.module}.N"
        if s.kind == "study" and s.end - s.start > facts.session[1]:
            yield f"{s.id}: {s.end - s.start} minutes, the longest is {facts.session[1]}"


def check_topics(plan, facts: Facts):
    """Sessions go through the topics in order, and each names one."""
    for work in facts.work.values():
        topics = [topic for s in study(plan, work.id) for topic in s.topics]
        if topics != sorted(topics) or not set(topics) <= set(range(work.topics)):
            yield f"{work.id}: topics {topics}"
        if work.topics and any(not s.topics for s in study(plan, work.id)):
            yield f"{work.id}: a session without a topic"


def check_modules(plan, facts: Facts):
    """Efforts are right, and study + logged is the effort."""
    if [m.id for m in plan.modules] != list(facts.work):
        yield f"modules {[m.id for m in plan.modules]}, not {list(facts.work)}"
        return
    for m in plan.modules:
        work, sessions = facts.work[m.id], study(plan, m.id)
        said = (m.effort, m.done, m.remaining)
        if said != (work.effort, work.logged, work.remaining):
            yield f"{m.id}: {said}, not {(work.effort, work.logged, work.remaining)}"
        placed = sum(s.end - s.start for s in sessions)
        if placed != work.remaining and (plan.verdict.status != "does-not-fit" or placed > work.remaining):
            yield f"{m.id}: {placed} minutes placed of {work.remaining}"
        days = (sessions[0].day, sessions[-1].day) if sessions else (None, None)
        if (m.start, m.finish) != days:
            yield f"{m.id}: from {m.start} to {m.finish}, not {days}"


def check_order(plan, facts: Facts):
    """No module before what it requires, nor before its release date."""
    for work in facts.work.values():
        sessions = study(plan, work.id)
        if sessions and work.not_before and sessions[0].day < work.not_before:
            yield f"{work.id}: begins on {sessions[0].day}, released on {work.not_before}"
        for name in work.requires if sessions else ():
            before = study(plan, name)
            left = facts.work[name].remaining - sum(s.end - s.start for s in before)
            if left > 0 or (before and before[-1].end > sessions[0].start):
                yield f"{work.id}: begins before {name} is done"


def check_weeks(plan, facts: Facts):
    """Capacity, buffer and minutes of each week; no week is missing."""
    starts = [week.start for week in plan.weeks]
    if any(later - earlier != timedelta(days=7) for earlier, later in pairwise(starts)):
        yield f"weeks {starts}"
    if missing := {monday(s.day) for s in plan.sessions} - set(starts):
        yield f"weeks {sorted(missing)} are missing"
    for week in plan.weeks:
        capacity = facts.calendar.week_capacity(week.start)
        if week.start.weekday() or week.capacity != capacity:
            yield f"week {week.start}: capacity {week.capacity}, not {capacity}"
        if week.buffer != down(capacity * facts.buffer):
            yield f"week {week.start}: buffer {week.buffer}, not {down(capacity * facts.buffer)}"
        minutes: Counter = Counter()
        for s in study(plan):
            if monday(s.day) == week.start:
                minutes[s.module] += s.end - s.start
        if {name: count for name, count in week.minutes.items() if count} != dict(minutes):
            yield f"week {week.start}: {dict(week.minutes)}, not {dict(minutes)}"


def check_totals(plan, facts: Facts):
    """The figures of the whole plan."""
    sessions = study(plan)
    truth = {
        "start": facts.start,
        "goal": facts.goal,
        "effort": sum(work.effort for work in facts.work.values()),
        "done": sum(work.logged for work in facts.work.values()),
        "capacity_to_goal": facts.calendar.capacity(facts.goal),
    }
    if sessions and plan.verdict.status != "does-not-fit":
        truth["finish"] = sessions[-1].day
    for name, value in truth.items():
        if getattr(plan, name) != value:
            yield f"{name} is {getattr(plan, name)}, not {value}"


def check_ratio(plan, inputs):
    """The effort ratio is the accepted one, or that of the finished modules when it moved by a tenth or more."""
    from tests.oracle.ratio import finished_ratio

    accepted = inputs.progress.accepted
    before = Fraction(*accepted.ratio) if accepted else Fraction(1)
    now, learned = Fraction(*plan.ratio), finished_ratio(inputs)
    if now != before and (now not in learned or abs(now / before - 1) < Fraction(1, 10)):
        yield f"effort ratio {now}, it was {before} and the finished modules say {learned}"


def soft(plan, inputs) -> list[str]:
    """Return what the law allows only for need: short sessions, and a buffer that study has eaten."""
    facts = facts_of(plan, inputs)
    return [*short_sessions(plan, facts), *eaten_buffers(plan, facts, Best(facts))]


def short_sessions(plan, facts: Facts):
    for name in facts.work:
        for s in study(plan, name)[:-1]:
            if s.end - s.start < facts.session[0]:
                yield f"{s.id}: {s.end - s.start} minutes, the shortest is {facts.session[0]}"


def eaten_buffers(plan, facts: Facts, best: Best):
    """Weeks in which more than capacity less buffer is studied although no guard asks for it in that week."""
    dues = {facts.goal, *(goal.due for goal in facts.goals if not goal.reached)}
    if best.released or plan.verdict.status == "does-not-fit":
        return
    guards = {due: best.guard(due) for due in dues}
    for week in plan.weeks:
        end = week.start + timedelta(days=6)
        placed = sum(week.minutes.values())
        musts = [0]
        for due, guard in guards.items():
            todo = facts.work_due(due) - sum(
                s.end - s.start for s in study(plan) if s.day < week.start and facts.due_of(s.module) <= due
            )
            later = facts.calendar.capacity(guard) - facts.calendar.capacity(end) if guard > end else 0
            musts.append(todo - later)
        if placed > max(week.capacity - week.buffer, *musts):
            yield f"week {week.start}: {placed} of {week.capacity} studied, only {max(musts)} had to be"
