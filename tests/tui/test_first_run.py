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

    from tui.screens import first_run

    made, plan_of = Event(), first_run.plan_of

    def slow(context, answers):
        made.wait(20)
        return plan_of(context, answers)

    async with sit_down(empty) as hand:
        monkeypatch.setattr(first_run, "plan_of", slow)
        for key in ["enter", "down", *["enter"] * 6]:
            await hand.pilot.press(key)
        await hand.pilot.press("enter")
        assert "8 of 8" in hand.text()
        assert "Making the plan" in hand.text()
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
    from dataclasses import replace

    japanese = (
        replace(empty, language=None, locale="ja_JP.UTF-8") if locale else replace(empty, language="ja")
    )
    async with sit_down(japanese) as hand:
        assert hand.app.language == "ja"
        assert hand.app.screen.query_one("#language").cursor == "ja"
        await hand.press("enter")
        assert hand.app.screen.answers.language == "ja"


@pytest.mark.parametrize(
    ("enters", "keys", "said"),
    [
        (4, "25h", "25 h a day cannot be"),
        (4, "5m", "5 m a day cannot be"),
        (6, "XX", "XX"),
    ],
)
async def test_a_wrong_answer_is_said_on_its_own_step_until_it_is_mended(empty, sit_down, enters, keys, said):
    async with sit_down(empty) as hand:
        await hand.press(*["enter"] * enters)
        await hand.type(keys)
        await hand.press("enter")
        assert f"{enters + 1} of 8" in hand.text()
        assert said in hand.text()
        hand.app.focused.value = "2h" if enters == 4 else "JP"
        await hand.press("enter")
        assert f"{enters + 2} of 8" in hand.text()
        assert said not in hand.text()


async def test_a_time_zone_that_is_none_is_said_at_once(empty, sit_down):
    async with sit_down(empty) as hand:
        await hand.press(*["enter"] * 6, "down")
        hand.app.focused.value = "東京"
        await hand.press("enter")
        assert "7 of 8" in hand.text()
        assert "is no time zone" in hand.text()


@pytest.mark.parametrize("country", ["none", "なし", "-", "", "－"])
def test_a_country_can_be_none(country):
    from planner.workspace.setup import SetupAnswers
    from tui.wording.answers import taken

    texts = {"holidays": country, "timezone": "Asia/Tokyo"}
    assert taken("place", texts, SetupAnswers(holidays="JP")).holidays == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-1", "2026-12-01"),
        ("２０２６－１２－０１", "2026-12-01"),
        ("2026/12/01", "2026-12-01"),
        ("1/12/2026", None),
        ("2026-02-30", None),
    ],
)
def test_days_are_read_as_people_write_them(text, day):
    from tui.wording.answers import read_day

    found = read_day(text)
    assert (found.isoformat() if found else None) == day
