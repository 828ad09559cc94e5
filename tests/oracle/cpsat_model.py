"""What every schedule must obey, for CP-SAT (needs the extra `oracle`): exact work, free time, caps, order, pins.

Invariant: a solution says how many quarters of each module lie in each cell; taken in the order of prerequisites
inside each cell, they are a schedule, and every schedule is a solution.
"""

from datetime import date

from ortools.sat.python import cp_model

from tests.oracle.cpsat_cells import Cell, Task

STATUS = {cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible", cp_model.INFEASIBLE: "infeasible"}


class Model:
    """`spent` quarters of a module in a cell, their running `total`, and whether the module has `ended`."""

    def __init__(self, cells: list[Cell], tasks: dict[str, Task], caps: dict[date, int | None]):
        self.cells, self.tasks, self.caps = cells, tasks, caps
        self.model = cp_model.CpModel()
        self.spent: dict[tuple[str, int], cp_model.IntVar] = {}
        self.total: dict[tuple[str, int], cp_model.IntVar] = {}
        self.ended: dict[tuple[str, int], cp_model.IntVar] = {}
        for name in tasks:
            self.add_task(name)
            self.add_pins(name)
        for task in tasks.values():
            for other in task.requires:
                self.add_order(task, tasks[other])
        self.by_cell, self.by_week = self.sums()
        self.add_room()

    def forbid(self) -> None:
        self.model.add_bool_or([])

    def add_task(self, name: str) -> None:
        """All its work is done in its cells."""
        task, model, before = self.tasks[name], self.model, 0
        for c in range(task.first, task.last + 1):
            cell = self.cells[c]
            most = min(task.work, cell.room) if cell.pinned in {None, name} else 0
            spent = model.new_int_var(0, most, f"{name}@{c}")
            total = model.new_int_var(0, task.work, f"{name}<{c}")
            ended = model.new_bool_var(f"{name}!{c}")
            model.add(total == before + spent)
            model.add(total >= task.work).only_enforce_if(ended)
            model.add(total <= task.work - 1).only_enforce_if(~ended)
            self.spent[name, c], self.total[name, c], self.ended[name, c] = spent, total, ended
            before = total
        if task.first > task.last:
            self.forbid()
        else:
            model.add(before == task.work)

    def add_pins(self, name: str) -> None:
        """A pinned session is all of its cell."""
        for c, cell in enumerate(self.cells):
            if cell.pinned == name and (name, c) in self.spent:
                self.model.add(self.spent[name, c] == cell.room)
            elif cell.pinned == name:
                self.forbid()

    def add_order(self, task: Task, other: Task) -> None:
        """No quarter of a module in a cell by whose end not all it requires has ended."""
        for c in range(task.first, min(task.last, other.last) + 1):
            if c < other.first:
                self.model.add(self.total[task.id, c] == 0)
            else:
                self.model.add(self.total[task.id, c] <= task.work * self.ended[other.id, c])

    def sums(self):
        by_cell: dict[int, list] = {}
        by_week: dict[date, list] = {}
        for (_, c), spent in self.spent.items():
            by_cell.setdefault(c, []).append(spent)
            by_week.setdefault(self.cells[c].week, []).append(spent)
        return by_cell, by_week

    def add_room(self) -> None:
        """Free time of cells and caps of weeks."""
        for c, found in self.by_cell.items():
            self.model.add(sum(found) <= self.cells[c].room)
        for week, found in self.by_week.items():
            if self.caps[week] is not None:
                self.model.add(sum(found) <= self.caps[week])

    def solve(self, seconds: float, workers: int) -> tuple[str, cp_model.CpSolver]:
        """The status (`unknown` when the time was too short), and the solver to ask."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(0.1, seconds)
        solver.parameters.num_workers = workers
        return STATUS.get(solver.solve(self.model), "unknown"), solver
