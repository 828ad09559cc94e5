"""Public holidays remembered from run to run, since loading the package that knows them takes longer than a plan.

Invariant: the cache only saves time; it is for one installation of that package.
"""

from importlib.util import find_spec
from pathlib import Path

from planner.learner.holidays import known_holidays, recall_holidays
from planner.workspace import cache
from planner.workspace.context import Context

_KIND = "holidays"


def recall(context: Context, code: str) -> None:
    """Take in what earlier runs looked up for a country."""
    if not code or known_holidays(code):
        return
    known = cache.recall(context, _KIND, (code, _package()))
    if isinstance(known, dict):
        recall_holidays(known)


def remember(context: Context, code: str, before: int) -> None:
    """Write down what was looked up, when more than `before` years of the country are known."""
    known = known_holidays(code)
    if code and len(known) > before:
        cache.remember(context, _KIND, (code, _package()), known)


def count(code: str) -> int:
    """Return how many years of a country are known."""
    return len(known_holidays(code))


def _package() -> tuple[object, ...]:
    """Return what tells one installation of the package from another."""
    spec = find_spec("holidays")
    if spec is None or spec.origin is None:
        return ()
    status = Path(spec.origin).parent.joinpath("version.py").stat()
    return (spec.origin, status.st_mtime_ns, status.st_size)
