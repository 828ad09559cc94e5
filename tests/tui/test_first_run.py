"""The first run: at most eight questions by keys only, each with a default; leaving early writes nothing."""

import pytest

from planner.workspace.opening import has_plan


async def test_enter_alone_makes_a_plan_that_is_on_time(empty, sit_down, plan_of, journal):
    async with sit_down(empty) as hand:
        assert hand.name == "setup"
        assert "1 of 8" in hand.text()
        for number in range(2, 9):
            await hand.press("enter")
            assert f"{number} of 8" in hand.text()
        assert not has_plan(empty)
        await hand.press("enter")
        assert hand.name == "today"
    opened = plan_of(empty)
    assert opened.plan.verdict.status == "on-time"
    assert [event.kind for event in journal(empty)] == ["plan"]


async def test_the_answers_are_in_the_profile(empty, sit_down, plan_of):
    async with sit_down(empty) as hand:
        await hand.press("down", "enter", "enter")
        assert hand.app.language == "ja"
        await hand.type("2027-01-11")
        await hand.press("enter", "space", "enter")
        await hand.type("1h30m")
        await hand.press("down")
        await hand.type("5h")
        await hand.press("enter", "down", "enter")
        await hand.press("enter", "enter")
        assert hand.name == "today"
    profile = plan_of(empty, language=None).profile
    assert profile.language == "ja"
    assert profile.start.isoformat() == "2027-01-11"
    assert len(profile.background) == 1
    assert profile.availability.pattern.weekday == ((1200, 1290),)
    assert profile.availability.pattern.day_off == ((600, 900),)
    assert dict(profile.choices) == {"speciality": ("vision",)}


@pytest.mark.parametrize("ups", [0, 1])
async def test_six_months_do_not_fit_until_a_repair_is_taken(empty, sit_down, plan_of, ups):
    async with sit_down(empty) as hand:
        await hand.press("enter", "down", "enter", "enter", "enter", "enter", "enter", "enter")
        assert "Late" in hand.text()
        repairs = hand.app.screen.plan.verdict.repairs
        assert repairs
        await hand.press(*["up"] * ups, "enter")
        assert "On time" in hand.text()
        assert not has_plan(empty)
        await hand.press("enter")
        assert hand.name == "today"
    assert plan_of(empty).plan.verdict.status == "on-time"


async def test_a_plan_that_does_not_fit_can_be_taken_as_it_is(empty, sit_down, plan_of):
    async with sit_down(empty) as hand:
        await hand.press("enter", "down", *["enter"] * 6, *["down"] * 4, "enter")
        assert hand.name == "today"
    assert plan_of(empty).plan.verdict.status == "late"


async def test_leaving_half_way_writes_nothing(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press("enter", "enter", "enter", "enter", "escape")
        assert "4 of 8" in hand.text()
        await hand.press("ctrl+q")
    assert not empty.home.exists()


async def test_a_day_that_is_none_is_asked_again(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press("enter", "enter")
        await hand.type("tomorrow")
        await hand.press("enter")
        assert "3 of 8" in hand.text()
        assert "year-month-day" in hand.text()


async def test_the_hours_of_a_week_are_said_while_typing(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press("enter", "enter", "enter", "enter")
        assert "18 h in a week" in hand.text()
        await hand.type("3h")
        assert "23 h in a week" in hand.text()


async def test_an_unknown_country_is_said_before_anything_is_written(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press(*["enter"] * 6)
        await hand.type("XX")
        await hand.press("enter", "enter")
        assert hand.name == "setup"
        assert "XX" in hand.text()
    assert not empty.home.exists()


async def test_a_profile_that_is_there_is_used(empty, sit_down, plan_of):
    from dataclasses import replace

    from planner.workspace.setup import default_answers, draft_plan

    answers = replace(default_answers(empty), weekday=180)
    empty.home.mkdir()
    (empty.home / "profile.yaml").write_bytes(draft_plan(empty, answers).profile)
    async with sit_down(empty) as hand:
        assert "1 of 1" in hand.text()
        await hand.press("enter")
        assert hand.name == "today"
    assert plan_of(empty).profile.availability.pattern.weekday == ((1200, 1380),)
