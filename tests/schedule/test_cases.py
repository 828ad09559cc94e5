"""Cases reckoned by hand. Monday 2026-12-07 is the start, two hours on weekdays and four on days off."""

from datetime import date
from fractions import Fraction

import pytest

from tests.oracle.check_plan import check
from tests.schedule.small_world import MORNING, Seen, logged, milestone, module, world

EVENING_LATE, FIFTH = (1380, 1500), Fraction(1, 5)


def dec(day: int) -> date:
    return date(2026, 12, day)


def see(*arguments, **more) -> Seen:
    seen = Seen(world(*arguments, **more))
    assert check(seen.plan, seen.inputs) == []
    return seen


def test_a_due_date_inside_the_week_beats_the_buffer():
    seen = see([module("a", 6)], [milestone("m", "a", by=dec(9))], buffer=FIFTH)
    m = seen.milestone("m")
    assert (m.expected, m.lateness_days, m.slack) == (dec(9), 0, 0)
    assert seen.sessions() == [f"2026-12-{day} 20:00-22:00" for day in ("07", "08", "09")]


def test_the_weekly_cap():
    seen = see([module("a", 20)], cap=600)
    assert seen.weeks() == [600, 600]
    assert seen.plan.finish == dec(18)


def test_a_public_holiday_is_a_day_off():
    coming_of_age = date(2027, 1, 11)
    seen = see([module("a", 4)], start=coming_of_age, holidays="JP")
    assert seen.plan.finish == coming_of_age
    assert seen.sessions() == ["2027-01-11 10:00-12:00", "2027-01-11 12:00-14:00"]


def test_due_dates_flow_back_through_prerequisites():
    modules = [module("c", 4), module("a", 2), module("b", 4, "a")]
    seen = see(modules, [milestone("m1", "b", by=dec(9)), milestone("m2", "c", by=dec(11))])
    assert [(m.expected, m.lateness_days) for m in map(seen.milestone, ("m1", "m2"))] == [
        (dec(9), 0),
        (dec(11), 0),
    ]


def test_late_and_by_how_much():
    seen = see([module("a", 8)], [milestone("m", "a", by=dec(8))])
    assert (seen.verdict.status, seen.verdict.max_lateness_days, seen.verdict.short_minutes) == (
        "late",
        2,
        240,
    )
    assert seen.milestone("m").expected == dec(10)


def test_one_hopeless_milestone_does_not_loosen_the_others():
    modules = [module("a", 12), module("b", 8), module("c", 40)]
    due = [milestone("m1", "a", by=dec(7)), milestone("m2", "b", by=dec(16))]
    seen = see(modules, due, tracks=2, buffer=FIFTH)
    assert (seen.verdict.max_lateness_days, seen.milestone("m1").expected) == (5, dec(12))
    assert seen.milestone("m2").lateness_days <= 0


def test_efforts_round_up_after_the_largest_credit():
    modules = [module("a", 3.3), module("b", 3, programming="1/2", data_analysis="1/5")]
    seen = see(modules, background=("programming", "data-analysis"))
    assert [m.effort for m in seen.plan.modules] == [210, 90]


def test_a_moved_goal_scales_months_and_not_dates():
    due = [milestone("m", "a", by=6), milestone("n", "a", by=date(2027, 3, 31))]
    seen = see([module("a", 2)], due, start=dec(1), goal=date(2028, 11, 29))
    assert (seen.milestone("m").due, seen.milestone("n").due) == (date(2027, 11, 29), date(2027, 3, 31))


def test_what_was_logged_today_uses_up_today():
    seen = see([module("a", 3)], now=dec(9), logs=[logged("a", dec(9), 60)])
    assert seen.sessions() == ["2026-12-09 21:00-22:00", "2026-12-10 20:00-21:00"]


def test_a_night_window_belongs_to_the_day_it_starts():
    due = [milestone("m", "a", by=dec(11))]
    seen = see([module("a", 10)], due, weekday=(EVENING_LATE,), day_off=())
    assert (seen.milestone("m").expected, seen.milestone("m").lateness_days) == (dec(11), 0)


def test_the_hour_that_does_not_exist():
    clocks_jump = date(2027, 3, 28)
    seen = see([module("a", 2)], start=clocks_jump, zone="Europe/Berlin", day_off=((60, 240),))
    assert (seen.plan.finish, seen.weeks()) == (clocks_jump, [120])


def test_a_release_date_under_a_cap_leaves_room():
    modules, evening = [module("a", 20), module("b", 6, not_before=dec(11))], ((1200, 1320),)
    seen = see(modules, [milestone("m", "b", by=dec(13))], weekday=evening, day_off=evening, cap=600)
    assert (seen.milestone("m").expected, seen.milestone("m").lateness_days) == (dec(13), 0)
    assert dict(seen.plan.weeks[0].minutes) == {"a": 240, "b": 360}


def test_more_logged_than_estimated_with_the_result_still_open():
    modules = [module("a", 2), module("b", 2, "a")]
    due, logs = [milestone("m", "a", by=dec(8))], [logged("a", dec(8), 180)]
    seen = see(modules, due, now=dec(10), logs=logs)
    assert (seen.module("a").remaining, seen.module("b").start) == (0, dec(10))
    m = seen.milestone("m")
    assert (m.expected, m.lateness_days, m.reached) == (dec(10), 2, False)


@pytest.mark.parametrize("start", [dec(7), date(2027, 3, 22), date(2028, 2, 29)])
def test_nothing_to_study_and_no_time_are_answers_too(start):
    idle = see([module("a", 2)], start=start, logs=[logged("a", start, 120)])
    assert (idle.verdict.status, idle.plan.sessions, idle.verdict.needed_hours_per_week) == (
        "on-time",
        (),
        0.0,
    )
    never = see([module("a", 2)], [milestone("m", "a", by=start)], start=start, weekday=(), day_off=())
    assert (never.verdict.status, never.plan.sessions) == ("does-not-fit", ())
    assert (never.milestone("m").expected, never.milestone("m").lateness_days) == (None, None)


def test_a_missing_hour_at_a_windows_edge_moves_forward():
    seen = see([module("a", 8)], start=date(2027, 3, 27), zone="Europe/Berlin", day_off=((150, 270), MORNING))
    assert seen.sessions()[:3] == [
        "2027-03-27 02:30-04:30",
        "2027-03-27 10:00-12:00",
        "2027-03-27 12:00-14:00",
    ]
