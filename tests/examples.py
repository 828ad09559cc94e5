"""How many examples a property of the scheduler is held against: all of them in CI and in the long
runs (`make test-full`), half of them by `make test`."""

import os


def examples(count: int) -> int:
    """Return how many of so many examples to try here; each takes a plan or more."""
    every = os.environ.get("CI") == "true" or os.environ.get("PLANNER_EXAMPLES") == "all"
    return count if every else (count + 1) // 2
