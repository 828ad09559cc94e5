"""The week: what its days show, and the ways through it."""

from datetime import UTC, date, datetime

import pytest

from tests.tui.week_page import TODAY, at_week, put, rows, study

__all__ = ["at_week"]


async def test_seven_days_with_their_sessions_and_what_became_of_them(at_week):
    async with at_week() as hand:
        days = [
            f"{name} {8 + number} Feb"
            for number, name in enumerate(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
        ]
        lines = hand.text().splitlines()
        assert [line for line in lines if line[2:].startswith(tuple(days))][-1][2:].startswith(days[-1])
        assert sum(line[2:].startswith(tuple(days)) for line in lines) == 7
        assert "8–14 Feb" in lines[0]
        assert "this week" in lines[0]
        assert "public holiday" in hand.line("Thu 11 Feb")
        assert "today" in hand.line("Tue 9 Feb  ")
        assert "✓ done" in hand.text()
        count = sum(len(day.sessions) for day in hand.app.screen.view.days)
        assert len(rows(hand).ids()) == 7 + count


async def test_the_strip_shows_the_session_where_the_hours_say_and_now(at_week):
    async with at_week() as hand:
        line = hand.line("Tue 9 Feb  ")
        hours = next(line for line in hand.text().splitlines() if " 21" in line and " 18" in line)
        [session, *_] = study(hand.app.plan, TODAY)
        assert hand.app.screen.sessions[session.id].start.hour == 20
        assert line.index("█") == hours.index("21") - hand.app.screen.query_one("#hours").hours.cells
        assert hours.index("18") < line.index("│") < hours.index("21")
        assert hand.app.plan.now.hour == 19


async def test_weeks_before_and_after_and_back(at_week):
    async with at_week() as hand:
        first = rows(hand).cursor
        await hand.press("right", "l")
        assert hand.app.screen.view.first == date(2027, 2, 22)
        await hand.press("h", "left", "left")
        assert hand.app.screen.view.first == date(2027, 2, 1)
        assert "the week before" in hand.text()
        await hand.press("full_stop")
        assert hand.app.screen.view.first == date(2027, 2, 8)
        assert rows(hand).cursor == first


async def test_the_cursor_goes_over_days_and_sessions_with_arrows_and_letters(at_week):
    async with at_week() as hand:
        ids = rows(hand).ids()
        await put(hand, ids[0])
        await hand.press("j", "down")
        assert rows(hand).cursor == ids[2]
        await hand.press("k", "up")
        assert rows(hand).cursor == ids[0]


async def test_a_week_without_anything_names_the_next_key(at_week):
    async with at_week(now=datetime(2029, 2, 9, 10, tzinfo=UTC)) as hand:
        assert "Nothing is planned in this week. → shows the next one" in " ".join(hand.text().split())


async def test_it_opens_at_a_session_or_a_day(context, sit_down):
    from tui.places import go

    async with sit_down(context) as hand:
        last = [each for each in hand.app.plan.plan.sessions if each.kind == "study"][-1]
        for at in (last.id, "2027-03-03"):
            go(hand.app, "week", at)
            await hand.settle()
            assert rows(hand).cursor == at
            await hand.press("1")


@pytest.mark.parametrize(
    ("size", "language"),
    [((40, 12), "ja"), ((60, 20), "en"), ((300, 60), "ja"),
     *(pytest.param(size, language, marks=pytest.mark.full)
       for size in ((80, 24), (120, 36), (200, 60)) for language in ("en", "ja"))],
)  # fmt: skip
async def test_nothing_is_wider_than_the_screen(at_week, size, language):
    async with at_week(size=size, language=language) as hand:
        for block in hand.app.screen.query("Block"):
            if block.size.width:
                assert all(line.cell_length <= block.size.width for line in block.lines(block.size.width))
        assert "? " in hand.text().splitlines()[-1] or size[0] < 60


async def test_beside_the_days_stands_the_session_where_there_is_room(at_week):
    async with at_week(size=(200, 60)) as hand:
        [session, *_] = study(hand.app.plan, TODAY)
        await put(hand, session.id)
        page = hand.app.screen.query_one("#page")
        await hand.until(lambda: page.query_one("#reasons").passages)
        await hand.settle()
        assert page.display
        assert page.query_one("#reasons").passages
        assert "topics" in hand.text()
