"""The check-in's steps: which one it is, what its keys do, what is kept when one leaves, and what Enter accepts."""

from dataclasses import replace
from datetime import UTC, datetime

from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time


def place(hand):
    return hand.app.screen.query_one("Top").aside


def hint(hand):
    return hand.app.screen.query_one("Question").hint


async def test_every_step_says_its_number_and_its_name(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        seen = []
        for _ in range(5):
            seen.append(place(hand))
            await hand.press("enter")
        assert seen == [
            "1 of 4 · hours", "2 of 4 · finished?", "3 of 4 · milestones", "4 of 4 · days off", "the change",
        ]  # fmt: skip


async def test_the_first_step_counts_those_that_follow_from_what_is_typed(context, sit_down):
    later = replace(context, now=datetime(2028, 2, 9, 10, tzinfo=UTC))
    async with sit_down(later) as hand:
        await hand.press("c")
        before = place(hand)
        steps = int(before.split()[2])
        assert before == f"1 of {steps} · hours"
        names = dict(hand.app.screen.query_one("#other-module").options)
        open_one = next(name for name in names if name and name not in hand.app.plan.progress.done)
        hand.app.screen.query_one("#other-module").index = list(names).index(open_one)
        assert hand.app.focused.id == "other-module"
        await hand.press("down")
        await hand.type("1h")
        assert place(hand) == f"1 of {steps + 1} · hours"
        await hand.press("enter")
        assert place(hand) == f"2 of {steps + 1} · finished?"


async def test_the_hint_says_what_the_arrows_do_where_they_do_something(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        assert hint(hand).startswith("Type 2h or 45m")
        await hand.press("up", "up")
        assert hand.app.focused.id == "other-module"
        assert hint(hand).startswith("← and → choose a module")
        await hand.press("down", "enter")
        assert hint(hand) == "Space marks as finished, ← and → change the hours to go; Enter goes on."


async def test_hours_of_another_module_are_kept_when_one_leaves(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("c", "up", "up", "right", "down")
        await hand.type("1h15m")
        module = hand.app.screen.query_one("#other-module").chosen
        await hand.press("escape")
        assert (hand.name, len(journal(context))) == ("today", count)
        assert "Not checked in yet: c goes on with the answers." in hand.text()
        await hand.press("c")
        assert hand.app.screen.draft.rows[-1].module == module
        assert "1h15m" in hand.line(hand.app.t(hand.app.screen.draft.rows[-1].title)[:12])


async def test_leaving_without_an_answer_says_nothing(context, sit_down):
    async with sit_down(context) as hand:
        said = hand.text()
        await hand.press("c", "escape")
        assert hand.text() == said


async def test_a_change_that_was_overtaken_is_made_anew_before_it_is_accepted(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("c", *["enter"] * 4)
        shown = hand.app.screen.proposal
        other = open_plan(replace(context, state=context.state / "other"))
        log_time(other, other.plan.sessions[0].module, 60)
        count = len(journal(context))
        await hand.press("enter")
        assert hand.name == "checkin"
        assert "Something was recorded meanwhile" in hand.text()
        assert len(journal(context)) == count
        assert hand.app.screen.proposal is not shown
        await hand.press("enter")
        assert hand.name == "today"
    assert [event.kind for event in journal(context)[count:]] == ["checkin", "plan"]


async def test_what_is_left_to_do_is_read_on_a_small_screen(context, sit_down):
    async with sit_down(context, size=(60, 20)) as hand:
        await hand.press("c", "enter")
        lines = [line for line in hand.text().splitlines() if "[ ] finished" in line]
        assert lines
        assert all(line.endswith("to go") for line in lines)
