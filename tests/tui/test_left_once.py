"""A form is saved once, however often Enter is struck, and a screen is left once."""

from textual.events import Key

from planner.keymap.table import LOG


async def test_enter_twice_logs_once_and_leaves_one_screen(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("l")
        assert hand.name == LOG
        for _ in range(2):
            hand.app.post_message(Key("enter", "\r"))
        await hand.settle()
        assert hand.app.crash is None
        assert hand.name != LOG
    assert [event.kind for event in journal(context)[count:]] == ["log"]


async def test_a_form_that_is_left_does_nothing_more(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("l")
        sheet = hand.app.screen
        sheet.dismiss()
        sheet.dismiss()
        assert sheet.check_action("save", ()) is False
        await hand.settle()
        assert hand.name == "today"
    assert len(journal(context)) == count


async def test_a_number_alone_is_asked_about_with_both_readings(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("2")
        await hand.press("enter")
        assert hand.name == LOG
        assert "2h or 2m" in hand.text()
        hand.app.screen.query_one("#time").value = "２：３０"
        await hand.press("enter")
    assert [event.data["minutes"] for event in journal(context)[count:]] == [150]


async def test_the_next_week_begins_on_its_first_session(context, sit_down):
    async with sit_down(context, size=(100, 40)) as hand:
        await hand.press("3", "l")
        ahead = (each.session for each in hand.app.screen.sessions.values())
        first = next(each.id for each in ahead if each.kind != "buffer")
        assert hand.app.screen.query_one("#rows").cursor == first


async def test_what_is_open_of_a_milestone_is_said_before_it_is_reached(context, sit_down):
    async with sit_down(context, size=(100, 40)) as hand:
        await hand.press("4", "d")
        assert "of its modules are left" in " ".join(hand.text().split())
