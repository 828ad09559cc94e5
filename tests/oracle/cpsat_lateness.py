"""The least possible maximum lateness, in calendar days, by CP-SAT (needs the extra `oracle`).

Invariant: it asks only whether a schedule exists in which nothing that a milestone needs ends more than so many days
after its due date; no theorem about orders of work is used, and nothing of the scheduler.
"""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from tests.oracle.calendar import epoch_minutes
from tests.oracle.cpsat_cells import future, layout
from tests.oracle.cpsat_model import Model
from tests.oracle.facts import Facts, read_facts

DAY = timedelta(days=1)
MOST_DAYS = 512


@dataclass(frozen=True)
class Question:
    """One learner's facts, and the sessions that must stay where they are."""

    facts: Facts
    pins: tuple

    @property
    def idle(self) -> int:
        """The lateness that nothing can change: milestones whose work is done, and are not reached."""
        late = [
            (self.facts.today - goal.due).days
            for goal in self.facts.goals
            if not goal.reached and not any(self.facts.work[name].remaining for name in goal.modules)
        ]
        return max([0, *late])

    def fits(self, lateness: int, seconds: float, workers: int) -> bool:
        """Whether nothing need be later than that."""
        facts = self.facts
        lasts = {
            work.id: min(facts.horizon, facts.due_of(work.id) + lateness * DAY)
            for work in facts.work.values()
            if work.remaining
        }
        if max(lasts.values()) < facts.calendar.first or any(pin[1] > lasts[pin[0]] for pin in self.pins):
            return False
        status, _ = Model(*layout(facts, lasts, self.pins)).solve(seconds, workers)
        assert status != "unknown", f"no answer in {seconds} seconds"
        return status != "infeasible"


def ask(inputs, ratio=(1, 1)) -> Question:
    """Read the inputs; pins are the accepted plan's pinned sessions to come, as far as there is work for them."""
    facts, accepted = read_facts(inputs, Fraction(*ratio)), inputs.progress.accepted
    left = {work.id: work.remaining for work in facts.work.values()}
    sessions, pins = [s for s in accepted.sessions if s.pinned] if accepted else [], []
    for module, day, start, end, _ in future(sessions, epoch_minutes(inputs.now)):
        minutes = min(end - start, left.get(module, 0))
        if minutes:
            left[module] -= minutes
            pins.append((module, day, start, start + minutes, True))
    return Question(facts, tuple(pins))


def least_lateness(inputs, ratio=(1, 1), seconds: float = 60, workers: int = 1) -> int | None:
    """The least maximum lateness, 0 when nothing need be late; None when it does not fit, or not beside the pins."""
    question = ask(inputs, ratio)
    facts, low = question.facts, question.idle
    if not facts.remaining or question.fits(low, seconds, workers):
        return low
    if facts.remaining > facts.calendar.capacity(facts.horizon):
        return None
    step = 1
    while not question.fits(low + step, seconds, workers):
        if step > (facts.horizon - facts.goal).days:
            return None
        low, step = low + step, 2 * step if step < MOST_DAYS else 10**5
    high = low + step
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if question.fits(middle, seconds, workers) else (middle, high)
    return high
