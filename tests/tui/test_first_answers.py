"""The answers of the first run: what is typed and marked, what is wrong with it, and every choice on one step."""

from dataclasses import replace
from datetime import date

import pytest

from planner.workspace.taste.tour import remember_tour


@pytest.fixture
def empty(empty):
    """A folder without a plan, on a machine where the tour was shown."""
    remember_tour(empty)
    return empty


def with_choices(curricula):
    """The plans, each with a second choice: two of three."""
    from planner.curriculum.model import Choice, Option
    from planner.text.languages import LocalText

    names = ("numpy", "torch", "jax")
    tools = Choice(
        "tools", LocalText.of("Tools"), 2, tuple(Option(n, LocalText.of(n.title()), ()) for n in names)
    )
    return {name: replace(each, choices=(*each.choices, tools)) for name, each in curricula.items()}


async def test_all_choices_are_asked_on_one_step(empty, sit_down, monkeypatch):
    from tui.screens import plans_ahead

    read = plans_ahead.read_curricula
    monkeypatch.setattr(plans_ahead, "read_curricula", lambda: with_choices(read()))
    async with sit_down(empty) as hand:
        await hand.press(*["enter"] * 5)
        assert "6 of 8" in hand.text()
        assert "Speciality: take 1" in hand.text()
        assert "Tools: take 2" in hand.text()
        assert "[x] Numpy" in hand.text()
        await hand.press("down", "space", "down", "down", "down", "space")
        assert "[ ] Numpy" in hand.text()
        assert "[x] Jax" in hand.text()
        await hand.press("escape", "enter", "enter")
        taken = dict(hand.app.screen.answers.choices)
    assert taken == {"speciality": ("vision",), "tools": ("torch", "jax")}


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
    from planner.workspace.setup.drafting import SetupAnswers
    from tui.wording.answers import taken

    texts = {"holidays": country, "timezone": "Asia/Tokyo"}
    assert taken("place", texts, SetupAnswers(holidays="JP")).holidays == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-1", "2026-12-01"),
        ("２０２６－１２－０１", "2026-12-01"),
        ("2026/12/01", "2026-12-01"),
        ("2026年12月1日", "2026-12-01"),
        ("12月2日", "2026-12-02"),
        ("明日", "2026-12-02"),
        ("1/12/2026", None),
        ("2026-02-30", None),
    ],
)
def test_days_are_read_as_people_write_them(text, day):
    from planner.text.moments import read_day

    found = read_day(text, date(2026, 12, 1))
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(("country", "zone"), [("de-by", "Europe/Berlin"), ("us", "America/New_York")])
async def test_the_zone_of_a_country_is_suggested_where_yours_is_another(empty, sit_down, country, zone):
    async with sit_down(empty) as hand:
        await hand.press(*["enter"] * 6)
        assert "the time zone is" not in hand.text()
        hand.app.focused.value = country
        await hand.settle()
        assert f"For {country.upper()} the time zone is {zone}: is yours another one?" in hand.text()
        await hand.press("down")
        hand.app.focused.value = zone
        await hand.settle()
        assert "is yours another one?" not in hand.text()


@pytest.mark.parametrize(
    ("weekday", "day_off", "said"),
    [
        ("2h", "２５時間", "on days off: 25 h a day cannot be: give 15 minutes to 24 hours"),
        ("２５時間", "lots", "on weekdays: 25 h a day cannot be"),
        ("2h", "lots", "on days off: “lots” is no length of time"),
        ("0", "0", "One of the two must be more than 0."),
    ],
)
def test_what_is_wrong_with_two_lengths_is_said_of_the_one_it_is_about(weekday, day_off, said):
    from planner.text.messages import translator
    from planner.workspace.setup.drafting import SetupAnswers
    from tui.wording.answers import taken

    found = taken("hours", {"weekday": weekday, "day_off": day_off}, SetupAnswers())
    assert said in translator("en")(found)
