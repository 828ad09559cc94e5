"""Milestones: steps, attempts, results and reopening by keys; what a rank is worth is said while it is typed."""

import pytest

from planner.workspace.setup.drafting import default_answers
from planner.workspace.setup.init import init


def ids(hand):
    return list(hand.app.screen.found)


async def go_to(hand, milestone):
    await hand.press("4")
    hand.app.screen.query_one("#all").cursor = milestone
    await hand.settle()


async def test_the_list_says_due_expected_and_state_in_words(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("4")
        assert hand.name == "milestones"
        assert {"due", "expected"} <= set(hand.text().splitlines()[3].split())
        states = ("on track", "tight", "late", "reached")
        lines = hand.text().splitlines()
        for row in hand.app.screen.found.values():
            named = [
                line for line in lines if line[2:].startswith(row.milestone.title.in_language("en")[:20])
            ]
            assert any(state in line for line in named for state in states)


async def test_a_step_is_ticked_and_unticked_with_space(context, sit_down, plan_of):
    async with sit_down(context) as hand:
        await go_to(hand, "cnn-classifier")
        await hand.press("enter", "j", "space")
        assert plan_of(context).progress.milestones["cnn-classifier"].steps == {2}
        assert hand.text().count("[x]") == 1
        await hand.press("space")
        assert plan_of(context).progress.milestones["cnn-classifier"].steps == frozenset()
        await hand.press("escape")
        assert hand.app.focused.id == "all"


async def test_a_milestone_is_reached_with_evidence_and_opened_again(context, sit_down, plan_of):
    async with sit_down(context) as hand:
        await go_to(hand, "cnn-classifier")
        await hand.press("d")
        assert hand.name == "evidence"
        await hand.type("https://x.org/cnn")
        await hand.press("down")
        await hand.type("0.91")
        await hand.press("enter")
        progress = plan_of(context).progress.milestones["cnn-classifier"]
        assert progress.reached == hand.app.plan.now.date()
        assert (progress.result.url, progress.result.metric) == ("https://x.org/cnn", "0.91")
        assert "is reached" in hand.text()
        await hand.press("D")
        assert plan_of(context).progress.milestones["cnn-classifier"].reached is None


async def test_an_attempt_says_which_medal_it_is_and_what_the_target_needs(empty, sit_down, plan_of):
    context = init(empty, default_answers(empty)).context
    async with sit_down(context, size=(120, 36)) as hand:
        await go_to(hand, "kaggle-medal")
        await hand.press("a", "down", "down")
        await hand.type("150")
        await hand.press("down")
        await hand.type("1340")
        assert "Rank 150 of 1,340 is no medal. Bronze needs rank 134" in hand.text()
        await hand.press("enter")
        assert "150/1,340" in hand.text()
        assert "needs rank 134" in hand.text().replace("\n", " ")
    _, evidence = plan_of(context).progress.milestones["kaggle-medal"].attempts[-1]
    assert (evidence.rank, evidence.teams) == (150, 1340)


async def test_a_rank_without_the_medal_cannot_reach_it(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await go_to(hand, "kaggle-medal")
        await hand.press("d", "down", "down")
        await hand.type("150")
        await hand.press("down")
        await hand.type("1340")
        await hand.press("enter")
        assert hand.name == "evidence"
        assert "does not win" in hand.text()
    assert len(journal(context)) == count


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_page_shows_what_the_milestone_needs(context, sit_down, size):
    async with sit_down(context, size=size) as hand:
        await go_to(hand, "cnn-classifier")
        await hand.press("enter")
        for label in ("due", "expected", "slack", "needs", "steps"):
            assert label in hand.text()


async def test_1_goes_back_to_today(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("4", "1")
        assert hand.name == "today"
        assert len(hand.app.screen_stack) == 1


async def test_enter_on_a_step_ticks_nothing(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("4", "enter", "enter")
        assert hand.app.focused.id == "steps"
    assert len(journal(context)) == count


@pytest.mark.parametrize("rank", ["-5", "百", "1.5", "0"])
async def test_a_rank_that_is_no_number_is_refused(context, sit_down, journal, rank):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await go_to(hand, "kaggle-medal")
        await hand.press("a")
        hand.app.screen.query_one("#rank").value = rank
        await hand.press("enter")
        assert hand.name == "evidence"
        assert f"“{rank}” is no whole number" in hand.text()
    assert len(journal(context)) == count


def test_numbers_are_read_in_any_width():
    from tui.screens.evidence import read_number

    assert [read_number(text) for text in ("１５０", " 1,340 ", "12345678")] == [150, 1340, None]


async def test_the_footer_says_how_to_go_back_from_the_steps(context, sit_down):
    async with sit_down(context, size=(60, 20)) as hand:
        await hand.press("4")
        assert "esc back" not in hand.text().splitlines()[-1]
        await hand.press("enter")
        assert "esc back" in hand.text().splitlines()[-1]
        await hand.press("escape")
        assert "esc back" not in hand.text().splitlines()[-1]
