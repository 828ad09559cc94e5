"""How many examples a property of the scheduler is held against: all of them in CI, half of them by `make test`."""

import os


def examples(count: int) -> int:
    """Return how many of so many examples to try here; each takes a plan or more."""
    return count if os.environ.get("CI") == "true" else (count + 1) // 2
