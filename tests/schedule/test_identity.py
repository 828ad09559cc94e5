"""Sessions keep their names through a replan, and a number is never used twice."""

from datetime import UTC, date, datetime

from planner.journal.model import AcceptedPlan, Session
from planner.schedule.identity import name_sessions

DAY = 1440
MONDAY = date(2026, 12, 7)
BASE = int(datetime(2026, 12, 7, tzinfo=UTC).timestamp()) // 60


def session(module, day, hour, *, hours=2, name="", uid=""):
    start = BASE + day * DAY + hour * 60
    when = date.fromordinal(MONDAY.toordinal() + day)
    return Session(name, module, "study", when, start, start + hours * 60, uid=uid)


def accepted(*sessions):
    return AcceptedPlan("e", datetime(2026, 12, 1, tzinfo=UTC), 0, "", sessions)


def names(fresh, old, *plans):
    return [name for name, _ in name_sessions(fresh, old, plans or [accepted(*old)])]


def test_the_same_time_is_the_same_session_with_its_uid():
    old = [session("a", 0, 20, name="a.1", uid="u1"), session("a", 1, 20, name="a.2", uid="u2")]
    named = name_sessions([session("a", 1, 20)], old, [accepted(*old)])
    assert named == [("a.2", "u2")]


def test_the_largest_overlap_wins_over_order():
    old = [session("a", 0, 10, name="a.1"), session("a", 0, 13, name="a.2")]
    assert names([session("a", 0, 12)], old) == ["a.2"]


def test_without_overlap_the_same_week_comes_before_the_order():
    old = [session("a", 0, 20, name="a.1"), session("a", 8, 20, name="a.2")]
    assert names([session("a", 9, 20)], old) == ["a.2"]
    assert names([session("a", 15, 20), session("a", 22, 20)], old) == ["a.1", "a.2"]


def test_numbers_of_undone_and_removed_sessions_are_not_used_again():
    gone = accepted(session("a", 0, 20, name="a.7"))
    assert names([session("a", 3, 20), session("b", 4, 20)], [], gone) == ["a.8", "b.1"]
