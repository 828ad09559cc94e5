"""What all pages share: the day at the top, an empty line above the sentence, and what can be done at the foot."""

from datetime import date

import pytest

from tui.widgets.foot import Sentence
from tui.wording.days import say_days

DAY = "Tue 9 Feb"


def foot(hand):
    """Return the line of the keys."""
    return hand.text().splitlines()[-1]


@pytest.mark.parametrize("keys", ["", "enter", "w", "r", "3", "4", "5", "6", "y", "y enter", "2", "2 enter"])
async def test_every_page_has_the_day_and_an_empty_line_above_its_sentence(context, sit_down, keys):
    async with sit_down(context) as hand:
        await hand.press(*keys.split())
        lines = hand.text().splitlines()
        assert DAY in lines[0]
        sentence = hand.app.screen.query_one(Sentence)
        assert sentence.region.height > 0
        assert lines[sentence.region.y - 1].strip(" ▁▂▃▄▅▆▇█") == ""


@pytest.mark.parametrize(("width", "said"), [(120, "Tue 9 Feb 2027 ·"), (60, "Tue 9 Feb ·")])
async def test_the_year_goes_before_the_title_is_cut(context, sit_down, width, said):
    async with sit_down(context, size=(width, 24)) as hand:
        line = hand.text().splitlines()[0]
        assert said in line
        assert line.rstrip().endswith("week 11 of 53")


async def test_a_session_is_started_logged_and_explained_on_its_page(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("enter")
        for label in ("s start", "l log", "d done", "w why", "esc back"):
            assert label in foot(hand)
        await hand.press("Y")
        assert hand.app.clipboard
        await hand.press("l")
        assert hand.name == "log"
        await hand.press("escape", "s")
        assert journal(context)[-1].kind == "started"
        assert "s stop" in foot(hand)
        assert "s stops the timer" in hand.app.screen.query_one(Sentence).judgement


async def test_an_entry_is_taken_back_and_brought_back_on_its_page(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("l", *"45m", "enter", "y", "enter")
        assert hand.name == "entry"
        assert "b undo this" in foot(hand)
        assert "e edit" in foot(hand)
        await hand.press("b")
        assert journal(context)[-1].kind == "undo"
        assert "B redo this" in foot(hand)
        assert "undo this" not in foot(hand)
        assert "e edit" not in foot(hand)
        assert "undone" in hand.text()
        await hand.press("B")
        assert "b undo this" in foot(hand)


async def test_enter_is_named_for_what_it_does(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("l", *"45m", "enter", "y", "delete")
        assert "enter delete" in foot(hand)
        assert ": 45 m studied on " in hand.text()


async def test_what_is_done_and_what_is_left_add_up_and_stand_below_one_another(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c", *"45m", "enter")
        lines = [line for line in hand.text().splitlines() if " h to go" in line]
        assert len(lines) > 1
        assert len({len(line.rstrip()) for line in lines}) == 1
        words = lines[0].split()
        done, whole = float(words[words.index("of") - 1]), float(words[words.index("of") + 1])
        left = float(words[words.index("to") - 2])
        assert done + left == pytest.approx(whole)


@pytest.mark.parametrize(
    ("first", "last", "language", "said"),
    [
        (date(2027, 2, 8), date(2027, 2, 14), "en", "8–14 Feb"),
        (date(2026, 12, 28), date(2027, 1, 3), "en", "28 Dec – 3 Jan"),
        (date(2027, 2, 8), date(2027, 2, 14), "ja", "2月8–14日"),
        (date(2026, 12, 28), date(2027, 1, 3), "ja", "12月28日–1月3日"),
    ],
)
def test_days_from_one_to_another_have_one_form(first, last, language, said):
    assert say_days(first, last, language) == said


async def test_the_checkin_names_a_key_for_help_that_its_fields_do_not_take(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        assert "f1 help" in foot(hand)
        await hand.press("f1")
        assert hand.name == "help"
