"""Plans to suppose over: one that is late, and ways to wait until all that a key set off is shown."""

from dataclasses import replace

from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from tui.widgets.foot import Sentence
from tui.widgets.sliders import Levers

FORMER, EARLIER = "# goal: 2027-11-29", "goal: 2027-08-30"


def make_late(context):
    """Let the goal be three months earlier, and accept the plan that follows."""
    profile = context.home / "profile.yaml"
    text = profile.read_text("utf-8")
    assert FORMER in text
    profile.write_text(text.replace(FORMER, EARLIER), "utf-8")
    accept(propose_replan(open_plan(context)))
    return context


def in_language(context, language):
    return replace(context, language=language)


async def quiet(hand):
    """Wait until nothing runs any more: one wait may set off the next."""
    while list(hand.app.workers):
        await hand.settle()
    await hand.pilot.pause()


async def press(hand, *keys):
    for key in keys:
        await hand.pilot.press(key)
        await quiet(hand)


async def to_lever(hand, name):
    """Move down to the lever or repair."""
    rows = hand.app.screen.query_one(Levers)
    while rows.cursor != name:
        before = rows.cursor
        await hand.pilot.press("j")
        await hand.pilot.pause()
        assert rows.cursor != before, f"no row {name} in {rows.ids()}"


def judgement(hand):
    sentence = hand.app.screen.query_one(Sentence)
    return sentence.said or sentence.judgement
