"""The week opened by its key, and short ways to look at it and to put the cursor somewhere."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

TODAY = date(2027, 2, 9)
THURSDAY = TODAY + timedelta(days=2)
DAY = timedelta(days=1)


def rows(hand):
    return hand.app.screen.query_one("#rows")


def day_row(day):
    return day.isoformat()


def study(opened, day):
    """Return the sessions of study on a day that are ahead."""
    return [each for each in opened.plan.sessions if each.kind == "study" and each.day == day]


def moved(opened, session):
    """Return a session as the plan has it now."""
    return next(each for each in opened.plan.sessions if each.id == session.id)


async def put(hand, where):
    """Put the cursor somewhere."""
    rows(hand).cursor = where
    await hand.settle()
    assert rows(hand).cursor == where


@pytest.fixture
def at_week(context, sit_down):
    """Hand out a way to open the week: `async with at_week() as hand`."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def open_week(size=(100, 40), **changes):
        async with sit_down(replace(context, **changes), size=size) as hand:
            await hand.press("3")
            assert hand.name == "week"
            yield hand

    return open_week


def rows_title(hand, name):
    """Return what begins the line of a session: the sign of the cursor, and its time."""
    session = hand.app.screen.sessions[name]
    assert rows(hand).cursor == name
    return f"▌   {session.start:%H:%M}"
