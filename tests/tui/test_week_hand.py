"""Every hand on the week, by keys: each is recorded at once and taken back by u; what cannot be is said."""

import pytest

from planner.workspace.hand.days import is_off
from tests.tui.week_page import DAY, THURSDAY, TODAY, at_week, day_row, moved, put, rows, rows_title, study

__all__ = ["at_week"]


async def test_a_session_is_pinned_and_let_go(at_week, plan_of, context):
    async with at_week() as hand:
        name = rows(hand).cursor
        before = next(each for each in hand.app.plan.plan.sessions if each.id == name)
        await hand.press("p")
        after = {each.id: each for each in plan_of(context).plan.sessions}
        assert after[name].pinned is not before.pinned
        assert ("^ pinned" in hand.line(rows_title(hand, name))) is after[name].pinned
        assert "takes it back" in hand.text()
        await hand.press("p")
        assert {each.id: each for each in plan_of(context).plan.sessions}[name].pinned is before.pinned


async def test_a_session_is_skipped_and_what_moved_is_marked_on_three_screens(at_week, plan_of, context):
    async with at_week() as hand:
        [session, *_] = study(hand.app.plan, TODAY)
        await put(hand, session.id)
        await hand.press("x")
        assert "Skipped" in hand.text()
        assert (session.start, session.end) in plan_of(context).progress.skipped
        assert hand.app.fresh
        assert all(
            each.id in hand.app.fresh for each in plan_of(context).plan.sessions if each.id == session.id
        )
        shown = [name for name in hand.app.fresh if name in hand.app.screen.sessions]
        assert hand.text().count("» moved") == len(shown)
        await hand.press("2")
        assert "»" in hand.text()
        await hand.press("1")
        assert hand.app.fresh
        await hand.press("3", "u")
        assert (session.start, session.end) not in plan_of(context).progress.skipped


async def test_marks_go_after_a_while(at_week, monkeypatch):
    monkeypatch.setattr("tui.fresh.MARKED_FOR", 0.05)
    async with at_week() as hand:
        await put(hand, study(hand.app.plan, TODAY)[0].id)
        await hand.press("x")
        await hand.until(lambda: hand.app.fresh == frozenset())
        await hand.until(lambda: "»" not in hand.text())


async def test_a_session_is_moved_by_a_sheet_and_the_cursor_goes_with_it(at_week, plan_of, context):
    async with at_week() as hand:
        [session, *_] = study(hand.app.plan, TODAY)
        await put(hand, session.id)
        await hand.press("m")
        assert hand.name == "move"
        begins = hand.app.screen.query_one("#when").value
        assert begins == f"Tue {hand.app.screen.session.start:%H:%M}"
        hand.app.screen.query_one("#when").value = "Thu 10:00"
        await hand.press("enter")
        assert hand.name == "week"
        found = moved(plan_of(context), session)
        assert (found.day, found.pinned) == (THURSDAY, True)
        assert rows(hand).cursor == session.id
        assert "Moved and pinned" in hand.text()


@pytest.mark.parametrize(
    ("typed", "said"), [("soon", "is no moment"), ("Thu 04:00", "04:00"), ("2027-02-01", "passed")]
)
async def test_a_moment_that_cannot_be_is_refused_in_the_sheet(at_week, journal, context, typed, said):
    count = len(journal(context))
    async with at_week() as hand:
        await put(hand, study(hand.app.plan, TODAY)[0].id)
        await hand.press("m")
        hand.app.screen.query_one("#when").value = typed
        await hand.press("enter")
        assert hand.name == "move"
        assert said in " ".join(hand.text().split())
        await hand.press("escape")
        assert hand.name == "week"
    assert len(journal(context)) == count


async def test_a_session_goes_to_the_next_day_and_back_and_to_no_time_that_is_not_free(
    at_week, plan_of, context
):
    async with at_week() as hand:
        await hand.press("right")
        [session, *_] = study(hand.app.plan, TODAY + 7 * DAY)
        for key, day in (("alt+down", TODAY + 8 * DAY), ("shift+up", TODAY + 7 * DAY)):
            await put(hand, session.id)
            await hand.press(key)
            assert moved(plan_of(context), session).day == day
        count = len(plan_of(context).events)
        for key in ("alt+right", "shift+left"):
            await hand.press(key)
            assert hand.app.screen.query_one("Sentence").wrong
        assert len(plan_of(context).events) == count


async def test_a_session_is_nudged_within_a_window_that_has_room(at_week, plan_of, context):
    async with at_week() as hand:
        await put(hand, day_row(TODAY))
        await hand.press("a")
        hand.app.screen.query_one("#window").value = "19:00-23:00"
        await hand.press("enter")
        [session, *_] = study(hand.app.plan, TODAY)
        await put(hand, session.id)
        for key, minutes in (("shift+right", 15), ("alt+right", 30), ("alt+left", 15)):
            await hand.press(key)
            assert moved(plan_of(context), session).start == session.start + minutes


async def test_a_day_is_taken_off_and_given_back(at_week, plan_of, context):
    before = plan_of(context)
    async with at_week() as hand:
        await put(hand, day_row(TODAY + DAY))
        await hand.press("o")
        assert is_off(plan_of(context), TODAY + DAY)
        assert "time off" in hand.line("Wed 10 Feb")
        assert not study(plan_of(context), TODAY + DAY)
        await hand.press("o")
        assert not is_off(plan_of(context), TODAY + DAY)
        assert plan_of(context).plan.sessions == before.plan.sessions


async def test_a_day_that_has_passed_stays_as_it_is_and_the_reason_is_said(at_week, journal, context):
    count = len(journal(context))
    async with at_week() as hand:
        await put(hand, day_row(TODAY - DAY))
        await hand.press("o")
        assert "has passed" in hand.text()
    assert len(journal(context)) == count


async def test_time_is_added_to_a_day(at_week, plan_of, context):
    async with at_week() as hand:
        await put(hand, day_row(THURSDAY))
        await hand.press("a")
        assert hand.name == "extra"
        hand.app.screen.query_one("#window").value = "nine"
        await hand.press("enter")
        assert "is no window" in hand.text()
        hand.app.screen.query_one("#window").value = "21:00-22:30"
        await hand.press("enter")
        assert hand.name == "week"
        assert [(each.day, each.start, each.end) for each in plan_of(context).progress.extra] == [
            (THURSDAY, 21 * 60, 22 * 60 + 30)
        ]
        assert "░" in hand.line("Thu 11 Feb")


async def test_a_module_is_put_first(at_week, plan_of, context):
    async with at_week() as hand:
        session = next(
            each
            for each in hand.app.screen.sessions.values()
            if each.status == "planned" and each.session.module
        )
        await put(hand, session.session.id)
        await hand.press("f")
        assert plan_of(context).progress.first[:1] == (session.session.module,)


async def test_log_done_timer_and_page_are_those_of_the_session_under_the_cursor(at_week, plan_of, context):
    async with at_week() as hand:
        over = next(each for each in hand.app.screen.sessions.values() if each.status == "done")
        await put(hand, over.session.id)
        await hand.press("L")
        assert hand.name == "log"
        assert hand.app.screen.query_one("#module").chosen == over.session.module
        assert hand.app.screen.query_one("#day").chosen == over.session.day.isoformat()
        await hand.press("escape", "d")
        assert hand.name == "done"
        assert hand.app.screen.module == over.session.module
        await hand.press("escape", "enter")
        assert hand.name == "detail"
        await hand.press("escape")
        [session, *_] = study(hand.app.plan, TODAY)
        await put(hand, session.id)
        await hand.press("s")
        assert [each.module for each in plan_of(context).shown.timers] == [session.module]
        await hand.press("s")
        assert not plan_of(context).shown.timers


async def test_on_a_day_what_is_done_with_sessions_says_what_is_missing(at_week, journal, context):
    count = len(journal(context))
    async with at_week() as hand:
        for key in ("p", "x", "m", "f", "alt+down", "alt+left"):
            await put(hand, day_row(TODAY))
            await hand.press(key)
            assert "Put the cursor on a session" in hand.text()
    assert len(journal(context)) == count
