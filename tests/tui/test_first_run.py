"""The first run: at most eight questions by keys only, each with a default; leaving early writes nothing."""

import threading
from dataclasses import replace

import pytest

from planner.workspace.opening import has_plan
from planner.workspace.taste.tour import remember_tour
from tests.tui.conftest import Hand
from tui.app import PlannerApp
from tui.screens import plans_ahead

REASONS = (
    "screens",
    "in which order",
    "milestones are counted",
    "less time",
    "fills this time",
    "modules",
    "zone",
)


@pytest.fixture
def empty(empty):
    """A folder without a plan, on a machine where the tour was shown."""
    remember_tour(empty)
    return empty


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


@pytest.mark.parametrize("downs", [0, 1])
async def test_six_months_do_not_fit_until_a_repair_is_taken(empty, sit_down, plan_of, downs):
    async with sit_down(empty) as hand:
        await hand.press("enter", "down", "enter", "enter", "enter", "enter", "enter", "enter")
        assert "Late" in hand.text()
        repairs = hand.app.screen.plan.verdict.repairs
        assert repairs
        await hand.press(*["down"] * downs, "enter")
        assert "On time" in hand.text()
        assert not has_plan(empty)
        await hand.press("enter")
        assert hand.name == "today"
    assert plan_of(empty).plan.verdict.status == "on-time"


async def test_a_plan_that_does_not_fit_can_be_taken_as_it_is(empty, sit_down, plan_of):
    async with sit_down(empty) as hand:
        await hand.press("enter", "down", *["enter"] * 6)
        keep = hand.app.screen.query_one("#verdict").ids().index("keep")
        await hand.press(*["down"] * keep, "enter")
        assert hand.name == "today"
    assert plan_of(empty).plan.verdict.status == "late"


async def test_eight_times_enter_are_all_the_keys_of_a_plan(empty, sit_down):
    async with sit_down(empty) as hand:
        pressed = []
        while hand.name == "setup" and len(pressed) < 20:
            pressed.append("enter")
            await hand.press("enter")
        assert hand.name == "today"
    assert len(pressed) == 8


async def test_enter_pressed_while_the_plans_are_read_goes_on_once_they_are_there(empty, monkeypatch):
    gate, read = threading.Event(), plans_ahead.read_curricula
    monkeypatch.setattr(plans_ahead, "read_curricula", lambda: read() if gate.wait(60) else {})
    async with PlannerApp(empty).run_test(size=(80, 24)) as pilot:
        hand = Hand(pilot.app, pilot)
        await pilot.press("enter")
        await pilot.press("enter")
        assert hand.app.screen.step == "curriculum"
        gate.set()
        await hand.until(lambda: hand.app.screen.step == "start")
        await hand.settle()


async def test_each_question_says_in_a_line_why_it_is_asked(empty, sit_down):
    async with sit_down(empty) as hand:
        for reason in REASONS:
            assert reason in hand.text().splitlines()[4]
            await hand.press("enter")
        assert "nothing is written" in hand.text()


async def test_going_back_keeps_every_answer(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press("down", "enter", "enter")
        await hand.type("2027-01-11")
        await hand.press("enter", "space", "enter")
        await hand.type("1h30m")
        await hand.press("enter", "down", "enter", "enter")
        answered = hand.app.screen.answers
        await hand.press(*["escape"] * 7)
        assert "1/8" in hand.text()
        assert hand.app.screen.answers == answered
        await hand.press(*["enter"] * 7)
        assert hand.app.screen.answers == answered
    assert dict(answered.choices) == {"speciality": ("vision",)}
    assert (answered.language, answered.weekday, len(answered.background)) == ("ja", 90, 1)


async def test_escape_at_the_first_question_leaves_and_writes_nothing(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press("enter", "escape", "escape")
        assert not hand.app.is_running
    assert not empty.home.exists()


async def test_leaving_half_way_writes_nothing(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press("enter", "enter", "enter", "enter", "escape")
        assert "4 of 8" in hand.text()
        await hand.press("ctrl+q")
    assert not empty.home.exists()


async def test_a_day_that_is_none_is_asked_again(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press("enter", "enter")
        await hand.type("soon")
        await hand.press("enter")
        assert "3 of 8" in hand.text()
        assert "“soon” is not a day; write it as 2026-12-01" in hand.text()


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

    from planner.workspace.setup.drafting import default_answers, draft_plan

    answers = replace(default_answers(empty), weekday=180)
    empty.home.mkdir()
    (empty.home / "profile.yaml").write_bytes(draft_plan(empty, answers).profile)
    async with sit_down(empty) as hand:
        assert "1 of 1" in hand.text()
        await hand.press("enter")
        assert hand.name == "today"
    assert plan_of(empty).profile.availability.pattern.weekday == ((1200, 1380),)


async def test_keys_that_come_faster_than_the_plan_never_accept_another_one(empty, sit_down):
    async with sit_down(empty) as hand:
        for key in ["enter", "down", *["enter"] * 9]:
            hand.app.simulate_key(key)
        await hand.settle()
        while hand.name == "setup" and hand.app.screen.step != "verdict":
            await hand.settle()
        assert hand.name == "setup"
        assert hand.app.screen.answers.curriculum == "ml-engineer-6m"
        assert "Late" in hand.text()
        assert "Accept it as it is" in hand.text()
    assert not has_plan(empty)


async def test_the_verdict_waits_for_the_plan_of_the_answers(empty, sit_down, monkeypatch):
    from threading import Event

    from tui.screens import plans_ahead as first_run

    made, plan_of = Event(), first_run.plan_of

    def slow(context, answers):
        made.wait(60)
        return plan_of(context, answers)

    async with sit_down(empty) as hand:
        monkeypatch.setattr(first_run, "plan_of", slow)
        for key in ["enter", "down", *["enter"] * 6]:
            await hand.pilot.press(key)
        await hand.pilot.press("enter")
        await hand.sees("8 of 8", "Making the plan")
        assert "Accept" not in hand.text().replace("is accepted", "")
        made.set()
        await hand.settle()
        assert "Late" in hand.text()
        assert not has_plan(empty)


async def test_a_repair_can_be_taken_back(empty, sit_down, plan_of):
    async with sit_down(empty) as hand:
        await hand.press("enter", "down", *["enter"] * 6)
        asked = hand.app.screen.answers
        lines = hand.app.screen.query_one("#verdict").ids()
        assert hand.app.screen.query_one("#verdict").cursor == lines[0] != "keep"
        await hand.press("enter")
        assert hand.app.screen.answers != asked
        await hand.press("escape", "enter")
        assert hand.app.screen.answers == asked
        assert hand.app.screen.query_one("#verdict").ids() == lines
        await hand.press("enter", "down", "enter")
        assert hand.app.screen.answers == asked
        assert "Late" in hand.text()
        await hand.press(*["down"] * lines.index("keep"), "enter")
        assert hand.name == "today"
    assert plan_of(empty).plan.verdict.status == "late"


@pytest.mark.parametrize("locale", [False, True])
async def test_the_language_of_the_context_is_the_first_answer(empty, sit_down, locale):

    japanese = (
        replace(empty, language=None, locale="ja_JP.UTF-8") if locale else replace(empty, language="ja")
    )
    async with sit_down(japanese) as hand:
        assert hand.app.language == "ja"
        assert hand.app.screen.query_one("#language").cursor == "ja"
        await hand.press("enter")
        assert hand.app.screen.answers.language == "ja"


async def test_the_plan_so_far_is_told_once_start_and_hours_are_known_and_not_beside_a_mistake(
    empty, sit_down
):
    async with sit_down(empty) as hand:
        for _ in range(5):
            assert "So far" not in hand.text()
            await hand.press("enter")
        assert "So far: On time." in hand.text()
        await hand.press("enter")
        assert "So far: On time." in hand.text()
        await hand.type("XX")
        assert "So far" not in hand.text()


async def test_help_has_the_key_that_a_field_leaves_alone(empty, sit_down):
    async with sit_down(empty) as hand:
        assert "? help" in hand.text()
        await hand.press("enter", "enter")
        assert "f1 help" in hand.text()
        await hand.press("f1")
        assert hand.name == "help"
