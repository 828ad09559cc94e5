"""What if while a plan takes long: keys answer, the last wish wins, Escape gives up, a lever cancels."""

import threading

from planner.problems import fail
from planner.text.messages import msg
from tests.tui.supposing import judgement, make_late, press, quiet, to_lever
from tui.screens import supposing


def value(hand, name):
    return next(lever.value for lever in hand.app.screen.levers if lever.id == name)


class SlowPlans:
    """Stands in for what_if: each plan is made when it may; `asked` are the changes, in order."""

    def __init__(self, monkeypatch):
        self.asked, self.may_go_on = [], threading.Semaphore(0)
        real = supposing.what_if

        def what_if(opened, change, **kept):
            assert threading.current_thread() is not threading.main_thread()
            self.asked.append(change.hours_per_week)
            assert self.may_go_on.acquire(timeout=60)
            return real(opened, change, **kept)

        monkeypatch.setattr(supposing, "what_if", what_if)


async def test_keys_answer_while_a_plan_is_made_and_the_last_wish_wins(context, sit_down, monkeypatch):
    async with sit_down(context) as hand:
        await press(hand, "5")
        slow = SlowPlans(monkeypatch)
        for number in range(5):
            await hand.pilot.press("l")
            assert value(hand, "hours") == (19 + number) * 60
        await hand.until(lambda: f"→ {18 + 5} h" in hand.line("hours a week"))
        slow.may_go_on.release(9)
        await quiet(hand)
        assert slow.asked == [19 * 60, 23 * 60]
        assert hand.app.screen.supposed.change.hours_per_week == 23 * 60
        assert judgement(hand).startswith("5 h more a week")


async def test_escape_gives_up_a_plan_that_takes_long_and_the_levers_go_back(context, sit_down, monkeypatch):
    async with sit_down(context) as hand:
        await press(hand, "5", "l")
        slow = SlowPlans(monkeypatch)
        await hand.pilot.press("l")
        await hand.sees("Making the plan … Escape stops it.")
        await press(hand, "escape")
        assert hand.name == "whatif"
        assert value(hand, "hours") == 19 * 60
        slow.may_go_on.release(9)
        await quiet(hand)
        assert hand.app.screen.supposed.change.hours_per_week == 19 * 60
        assert judgement(hand).startswith("1 h more a week")


async def test_what_would_make_it_fit_is_looked_for_beside_and_a_lever_cancels_it(
    context, sit_down, monkeypatch
):
    entered, may_go_on = threading.Event(), threading.Event()
    real = supposing.repaired

    def repaired(supposed):
        entered.set()
        assert may_go_on.wait(60)
        return real(supposed)

    monkeypatch.setattr(supposing, "repaired", repaired)
    async with sit_down(make_late(context), size=(120, 36)) as hand:
        await hand.pilot.press("5")
        await hand.sees("looking for it …")
        await hand.until(entered.is_set)
        await to_lever(hand, "goal")
        for _ in range(6):
            await hand.pilot.press("L")
        may_go_on.set()
        await quiet(hand)
        screen = hand.app.screen
        assert screen.supposed.after.verdict.status == "on-time"
        assert not screen.repairs
        assert "looking for it …" not in hand.text()


async def test_an_impossible_wish_is_refused_with_a_reason(context, sit_down, monkeypatch):
    def refuse(*_, **__):
        raise fail(msg("The goal {goal} is before the start {start}: give a later day", goal="x", start="y"))

    async with sit_down(context) as hand:
        await press(hand, "5")
        monkeypatch.setattr(supposing, "what_if", refuse)
        await press(hand, "l")
        assert "is before the start" in judgement(hand)
        await press(hand, "h")
        assert value(hand, "hours") == 18 * 60
