"""A module keeps the effort ratio under which it was begun, so that the first hour does not change its estimate."""

from datetime import UTC, date, datetime, timedelta

from planner.journal.events import new_event
from planner.journal.fold import fold
from planner.journal.plans import plan_data

START = datetime(2026, 12, 1, tzinfo=UTC)


def event(number, kind, data):
    at = START + timedelta(hours=number)
    return new_event(kind, data, at=at, day=date(2026, 12, 1), device="d", bits=number)


def plan(number, ratio, previous=""):
    data = plan_data((), now=1, previous=previous, ratio=ratio, inputs={}, birth="b")
    return event(number, "plan", data)


def test_the_ratio_of_the_moment_of_beginning_stays():
    first = plan(1, (1, 1))
    second = plan(3, (3000, 2400), first.id)
    events = [
        first,
        event(2, "log", {"module": "a", "minutes": 60}),
        second,
        event(4, "log", {"module": "a", "minutes": 60}),
        event(5, "log", {"module": "b", "minutes": 60}),
    ]
    assert fold(events).begun == {"a": (1, 1), "b": (3000, 2400)}


def test_an_undone_plan_gives_no_ratio():
    first = plan(1, (1, 1))
    second = plan(2, (3000, 2400), first.id)
    undone = event(3, "undo", {"events": [second.id]})
    log = event(4, "log", {"module": "b", "minutes": 60})
    assert fold([first, second, undone, log]).begun == {"b": (1, 1)}
