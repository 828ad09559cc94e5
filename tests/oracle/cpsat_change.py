"""The least possible change of a replan, proved by CP-SAT (needs the extra `oracle`).

Invariant: the rules are DESIGN.md's (steps 3, 4 and 7), and nothing of the scheduler is used but its guards: what every
schedule obeys, and the buffer kept after the next week unless guards force more. The buffer eaten is least, then the
change in the next seven days, then the minutes moved.
"""

from collections import Counter
from time import monotonic

from tests.oracle.calendar import QUARTER, epoch_minutes
from tests.oracle.cpsat_cells import Case
from tests.oracle.cpsat_measure import Change, case_of, change_of, moved_minutes
from tests.oracle.cpsat_model import Model


class Replan(Model):
    """A schedule, and how much it differs from the accepted plan."""

    def __init__(self, case: Case):
        super().__init__(case.cells, case.tasks, case.caps)
        self.case = case
        self.found: dict[tuple[str, int], int] = {}
        self.eaten, self.near, self.lost = self.add_eaten(), self.add_near(), self.add_lost()

    def add_eaten(self):
        """Quarters beyond what a later week may hold without need."""
        found = []
        for week, calm in self.case.calm.items():
            if week in self.by_week:
                more = self.model.new_int_var(0, 1000, f"eaten {week}")
                self.model.add(sum(self.by_week[week]) - more <= calm)
                found.append(more)
        return sum(found)

    def add_less(self, had: Counter, cells_of):
        """Sum over the keys of max(0, quarters before - after)."""
        found = []
        for key, quarters in had.items():
            less = self.model.new_int_var(0, quarters, f"less {key}")
            self.model.add(less >= quarters - sum(self.spent[key[0], c] for c in cells_of(*key)))
            found.append(less)
        return sum(found)

    def add_near(self):
        days = [(cell.first, cell.last) for cell in self.cells]
        return self.add_less(
            self.case.near,
            lambda name, day: [
                c for c, span in enumerate(days) if span == (day, day) and (name, c) in self.spent
            ],
        )

    def add_lost(self):
        weeks = [cell.week for cell in self.cells]
        return self.add_less(
            self.case.weekly,
            lambda name, week: [c for c, of in enumerate(weeks) if of == week and (name, c) in self.spent],
        )

    def hint(self, plan) -> None:
        """Start from a plan."""
        after: Counter = Counter()
        for s in plan.sessions:
            for c, cell in enumerate(self.cells):
                if s.kind == "study" and cell.first <= s.day <= cell.last:
                    after[s.module, c] += s.minutes // QUARTER
        self.model.clear_hints()
        for key, spent in self.spent.items():
            self.model.add_hint(spent, after[key])

    def least(self, goal, seconds: float, workers: int) -> tuple[str, int, int]:
        """The status, the least value found, and its bound; `found` becomes the quarters by module and cell."""
        self.model.minimize(goal)
        status, solver = self.solve(seconds, workers)
        if status not in {"optimal", "feasible"}:
            return status, 0, 0
        self.found = {key: solver.value(spent) for key, spent in self.spent.items()}
        return status, round(solver.objective_value), round(solver.best_objective_bound)


def least_change(case: Case, seconds: float = 60, workers: int = 2, start=None, known: Change | None = None):
    """Find the least change. `start` is a plan to begin with, `known` its change."""
    replan, begun = Replan(case), monotonic()
    if start is not None:
        replan.hint(start)
    first, eaten, near = "optimal", 0, 0
    if known is None or (known.eaten, known.near) != (0, 0):
        first, both, _ = replan.least(1000 * replan.eaten + replan.near, seconds / 2, workers)
        if first not in {"optimal", "feasible"}:
            return Change(first)
        eaten, near = divmod(both, 1000)
    replan.model.add(replan.eaten <= eaten)
    replan.model.add(replan.near <= near)
    last, lost, bound = replan.least(replan.lost, seconds - (monotonic() - begun), workers)
    status = first if last == "optimal" else last
    if status not in {"optimal", "feasible"}:
        return Change(status)
    moved, bound = moved_minutes(case, lost), moved_minutes(case, bound)
    return Change(status, eaten * QUARTER, near * QUARTER, moved, bound)


def judge_fully(inputs, plan, seconds: float = 10, workers: int = 2) -> tuple[Change, Change]:
    """The change that `plan` makes, and the least."""
    case = case_of(inputs)
    ours = change_of(case, plan, epoch_minutes(inputs.now))
    return ours, least_change(case, seconds, workers, plan, ours)


def judge(inputs, plan, seconds: float = 10, workers: int = 2) -> tuple[int, int, int, int, bool]:
    """(our near change, our moved minutes, least near change, least moved minutes, whether that is proved)."""
    ours, best = judge_fully(inputs, plan, seconds, workers)
    return ours.near, ours.moved, best.near, best.moved, best.status == "optimal"


if __name__ == "__main__":
    from tests.oracle.cpsat_table import main

    main()
