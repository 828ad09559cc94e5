"""Why: w on four screens explains what the cursor is on, in the words of the command; looking changes nothing."""

import threading

import pytest


async def settled(hand):
    await hand.settle()
    assert hand.name == "why"
    assert hand.app.screen.found


def said(hand):
    return " ".join(hand.text().split())


@pytest.mark.parametrize(
    ("keys", "kind"),
    [(["w"], "session"), (["tab", "w"], "milestone"), (["4", "w"], "milestone"), (["3", "w"], "session"),
     (["2", "w"], "module")],
)  # fmt: skip
async def test_w_explains_what_the_cursor_is_on(context, sit_down, journal, keys, kind):
    count = len(journal(context))
    async with sit_down(context, size=(100, 50)) as hand:
        name = None
        for key in keys:
            name = hand.name
            await hand.press(key)
        await settled(hand)
        assert hand.app.screen.about.startswith(f"{kind}:")
        headings = [each.heading for each in hand.app.screen.query_one("Passages").passages]
        assert headings[0] == "why"
        assert any("what would change it" in heading for heading in headings)
        await hand.press("j", "k", "escape")
        assert hand.name == name
    assert len(journal(context)) == count


async def test_a_day_is_explained_from_the_week(context, sit_down):
    async with sit_down(context, size=(100, 50)) as hand:
        await hand.press("3")
        hand.app.screen.query_one("#rows").cursor = "2027-02-10"
        await hand.press("enter")
        await settled(hand)
        assert hand.app.screen.about == "date:2027-02-10"


async def test_the_week_that_is_shown_is_explained_as_a_whole(context, sit_down):
    async with sit_down(context, size=(100, 50)) as hand:
        await hand.press("3", "right", "W")
        await settled(hand)
        assert hand.app.screen.about == "week:2027-02-15"
        assert "The week from 15 Feb 2027 to 21 Feb 2027" in hand.text()


async def test_it_says_what_the_command_says(context, sit_down, plan_of):
    from planner.cli.views.page import Page
    from planner.cli.views.why import why_lines
    from planner.workspace.why.explaining import explain

    async with sit_down(context, size=(120, 60)) as hand:
        await hand.press("w")
        await settled(hand)
        opened = plan_of(context)
        explained = explain(opened, hand.app.screen.about)
        texts = [text for each in hand.app.screen.query_one("Passages").passages for text in each.texts]
        printed = " ".join(" ".join(why_lines(Page(100, False, opened.t), opened, explained)).split())
        for reason in (*explained.why.reasons, *explained.why.ifs):
            assert opened.t(reason.message) in texts
            assert " ".join(opened.t(reason.message).split()) in printed.replace(" - ", " ")


async def test_escape_leaves_at_once_while_it_is_being_looked_for(context, sit_down, monkeypatch):
    gate = threading.Event()

    def waits(*_):
        gate.wait(60)
        raise AssertionError("nobody waits for it")

    monkeypatch.setattr("planner.workspace.why.explaining.explain", waits)
    async with sit_down(context) as hand:
        await hand.pilot.press("w")
        await hand.sees("Trying what would change it")
        assert hand.name == "why"
        await hand.pilot.press("escape")
        await hand.pilot.pause()
        assert hand.name == "today"
        gate.set()


async def test_what_cannot_be_explained_is_said_in_one_line(context, sit_down):
    from tui.screens.why import WhyScreen

    async with sit_down(context) as hand:
        hand.app.push_screen(WhyScreen("session:nothing.1"))
        await settled(hand)
        assert "Nothing is called nothing.1" in said(hand)


async def test_what_waits_stands_one_below_the_other_without_ids(context, sit_down):
    async with sit_down(context, size=(80, 60)) as hand:
        await hand.press("w")
        lines = [line.strip() for line in hand.text().splitlines()]
        place = lines.index("wait for it")
        names = ["Clustering and PCA", "Maths in one notebook", "A tiny Transformer"]
        assert lines[place + 1 : place + 4] == [f"· {name}" for name in names]
