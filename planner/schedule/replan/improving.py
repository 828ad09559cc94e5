"""Less change for the same work: bring work home where that costs less than it saves.

Invariant: every step lowers the cost, or is taken back.
"""

from planner.schedule.capacity import day_of
from planner.schedule.replan.chains import NEVER, Search, carried, carry, carry_back, insert
from planner.schedule.replan.room import make_room
from planner.schedule.replan.state import State

_ROUNDS = 4
LONG = 50_000  # looks at what could be displaced: about a third of a second


def improve(state: State) -> State:
    """Return a state that costs no more; where that takes long, what was found so far."""
    for _ in range(_ROUNDS):
        before = state.cost
        state = _send_modules_home(state)
        _bring_pieces_home(state)
        if state.cost == before:
            break
    return state


def _bring_pieces_home(state: State) -> None:
    """Move single pieces home by chains that may displace others."""
    for module, week in _lacking(state.home_week, state.of_week):
        _bring_home(state, module, state.in_week.get(week, []))
    for module, day in _lacking(state.home_day, state.of_day):
        cells = [c for c, cell in enumerate(state.cells) if cell.near and day_of(cell.start) == day]
        _bring_home(state, module, cells)


def _lacking(home: dict[tuple[int, int], int], now: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    return sorted(key for key, minutes in home.items() if now.get(key, 0) < minutes)


def _bring_home(state: State, module: int, targets: list[int]) -> None:
    for to in targets:
        for source in sorted(state.minutes[module]):
            if state.looked > LONG:
                return
            low, high = state.window(module)
            if source != to and low <= to <= high and module not in state.fixed:
                _try_swap(state, module, source, to)


def _try_swap(state: State, module: int, source: int, to: int) -> None:
    before = state.cost
    gain = -state.moving(module, source, to)
    if gain <= 0:
        return
    chain = Search(state, set(), limit=gain).swap(module, source, to)
    if chain is None:
        return
    limits = carried(state, chain)
    if chain[0].to != source:
        limits.append(state.room(chain[0].to))
    amount = min(limits, default=0)
    if amount > 0 and carry(state, chain, amount) is None and state.cost >= before:
        carry_back(state, chain, amount)


def _send_modules_home(state: State) -> State:
    """Let one module after the other have its homes back, and place anew what stood there."""
    while True:
        before = state.cost
        for module in sorted(
            {m for m, _ in _lacking(state.home_week, state.of_week) if m not in state.fixed}
        ):
            if state.looked > LONG:
                return state
            attempt = state.copy()
            displaced, frozen = _send_home(attempt, module), frozenset([module])
            most = NEVER if state.salt % 2 else state.cost
            attempt.expect({*state.waiting, *displaced})
            failed = any(
                insert(attempt, other, minutes, frozen, most) for other, minutes in displaced.items()
            )
            if not failed and state.salt % 2:
                _bring_pieces_home(attempt)
            if not failed and attempt.cost < state.cost:
                state = attempt
            else:
                state.looked = attempt.looked
        if state.cost == before:
            return state


def _send_home(state: State, module: int) -> dict[int, int]:
    """Put a module back where it was, as far as its window allows; return what has lost its place for that."""
    displaced: dict[int, int] = {}
    homes = state.home_cell[module]
    for cell, minutes in homes.items():
        low, high = state.window(module)
        while low <= cell <= high:
            missing = minutes - state.minutes[module].get(cell, 0)
            source = max((c for c, m in state.minutes[module].items() if m > homes.get(c, 0)), default=-1)
            if missing <= 0 or source < 0:
                break
            amount = min(missing, state.minutes[module][source] - homes.get(source, 0))
            state.change(module, source, -amount)
            for other, taken in make_room(state, cell, amount, keep=module).items():
                displaced[other] = displaced.get(other, 0) + taken
            if state.room(cell) < amount:  # fixed modules stand there
                state.change(module, source, amount)
                break
            state.change(module, cell, amount)
    return displaced
