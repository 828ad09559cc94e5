"""The help of a screen: whose keys they are, in groups, and where there is more."""

from tui.screens.help import Table
from tui.widgets.cells import row


async def test_it_says_of_which_screen_and_that_more_is_below(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("question_mark")
        assert hand.text().splitlines()[0].split()[:2] == ["keys", "today"]
        assert "More is below" in hand.text()
        await hand.press("end")
        assert "That is all" in hand.text()
        await hand.press("home")
        assert "More is below" in hand.text()


async def test_where_all_is_seen_nothing_is_said_of_more(context, sit_down):
    async with sit_down(context, size=(80, 60)) as hand:
        await hand.press("question_mark")
        assert "More is below" not in hand.text()
        assert "That is all" not in hand.text()


async def test_what_is_done_here_comes_before_where_to_go_and_what_is_everywhere(context, sit_down):
    async with sit_down(context, size=(80, 60)) as hand:
        await hand.press("question_mark")
        table = hand.app.screen.query_one(Table).table
        groups = " ".join(key or "|" for key, _, _ in table).split(" | ")
        assert "s" in groups[0].split()
        assert groups[1].split()[:6] == list("123456")
        assert "u" in groups[2].split()


def test_many_keys_go_on_below_instead_of_widening_their_column():
    table = Table()
    table.table = (("shift+→ alt+→", "later", "Move it"), ("d", "done", "Finish it"))
    assert [row(line).plain.rstrip() for line in table.draw(60)] == [
        "shift+→     later   Move it",
        "alt+→",
        "d           done    Finish it",
    ]
