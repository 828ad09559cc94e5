"""Public holidays remembered from run to run, since loading the package that knows them takes longer than a plan.

Invariant: the cache only saves time; it is for one installation of that package, and is left alone when broken.
"""

import json
from contextlib import suppress
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from planner.learner.holidays import known_holidays, recall_holidays
from planner.workspace.context import Context
from planner.workspace.files import replace_file


def recall(context: Context, code: str) -> None:
    """Take in what earlier runs looked up for a country."""
    if not code or known_holidays(code):
        return
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        read = json.loads(_place(context, code).read_bytes())
        if read["package"] == _package():
            years = {
                int(year): frozenset(map(date.fromisoformat, days)) for year, days in read["years"].items()
            }
            recall_holidays({(code, year): days for year, days in years.items()})


def remember(context: Context, code: str, before: int) -> None:
    """Write down what was looked up, when more than `before` years of the country are known."""
    known = known_holidays(code)
    if not code or len(known) <= before:
        return
    years = {str(year): sorted(day.isoformat() for day in days) for (_, year), days in sorted(known.items())}
    with suppress(OSError):
        text = json.dumps({"package": _package(), "years": years})
        replace_file(_place(context, code), text.encode("ascii"), lasting=False)


def count(code: str) -> int:
    """Return how many years of a country are known."""
    return len(known_holidays(code))


def _place(context: Context, code: str) -> Path:
    return context.cache / "holidays" / f"{code}.json"


def _package() -> list[object]:
    """Return what tells one installation of the package from another."""
    spec = find_spec("holidays")
    if spec is None or spec.origin is None:
        return []
    status = Path(spec.origin).parent.joinpath("version.py").stat()
    return [spec.origin, status.st_mtime_ns, status.st_size]
