"""How many events of each machine there are, against how many there were: a journal that got shorter is noticed.

Invariant: damage explains as many missing events as it has lines that may be one, and no more.
"""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping

from planner.journal.events import in_order
from planner.journal.model import Event
from planner.journal.reading import DAMAGED, TORN
from planner.problems import Problem
from planner.text.messages import msg_n

SHORTER = "shorter"


def count_by_device(events: Iterable[Event]) -> dict[str, int]:
    """Count the distinct events of each machine, to be remembered outside the plan folder."""
    return dict(Counter(event.device for event in in_order(events)))


def shortage(remembered: Mapping[str, int], counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many events of each machine are missing, of those from which any is."""
    lost = {device: before - counts.get(device, 0) for device, before in sorted(remembered.items())}
    return {device: missing for device, missing in lost.items() if missing > 0}


def say_gone(missing: Mapping[str, int]) -> tuple[Problem, ...]:
    """Say of which machines events are missing, and how many."""
    return tuple(
        Problem(
            msg_n("{count} event that was here is gone", "{count} events that were here are gone", count),
            file=f"journal/{device}.jsonl",
            key=SHORTER,
        )
        for device, count in missing.items()
        if count > 0
    )


def apart(
    missing: Mapping[str, int],
    problems: Iterable[Problem],
    known: Collection[str],
    idle: Container[tuple[str, int]] = (),
) -> tuple[dict[str, int], list[Problem]]:
    """Tell damage that explains missing events from the rest: what is missing besides, and the problems that stay.

    A line that was never finished was never acknowledged. It stays where an event of its machine is missing that it
    may be, and where the machine is not among those of which it is `known` how many events there were. Lines at the
    places that are `idle` explain nothing.
    """
    left, kept = dict(missing), []
    for problem in sorted(problems, key=lambda each: each.key == TORN):
        name = problem.file.partition("/")[2]
        owner = next((device for device, count in left.items() if count > 0 and name.startswith(device)), "")
        if owner and problem.key in {DAMAGED, TORN} and (problem.file, problem.line) not in idle:
            left[owner] -= 1
        if owner or problem.key != TORN or not any(map(name.startswith, known)):
            kept.append(problem)
    return left, sorted(kept, key=lambda each: (each.file, each.line))
