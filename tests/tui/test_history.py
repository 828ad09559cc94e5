"""History: what was done, day by day; entries are looked at, undone, brought back, corrected and deleted by keys."""

from datetime import timedelta

import pytest

from planner.workspace.setup.drafting import default_answers
from planner.workspace.setup.init import init
from planner.workspace.tracking.log import log_time
from tui.screens.history import HistoryScreen


def lines(hand):
    return hand.app.screen.lines


async def put_cursor(hand, wanted):
    """Go to the newest entry with an event of a kind."""
    line = next(line for line in lines(hand) if any(part.kind == wanted for part in line.parts))
    hand.app.screen.query_one("#all").cursor = line.id
    await hand.settle()
    return line


async def test_the_list_has_every_action_under_its_day_newest_first(context, sit_down, journal):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("y")
        assert hand.name == "history"
        leaders = [event for event in journal(context) if "part_of" not in event.data]
        assert [line.id for line in lines(hand)] == [event.id for event in reversed(leaders)]
        shown = hand.text().splitlines()
        assert shown[3].strip().startswith(f"{lines(hand)[0].at:%a} {lines(hand)[0].at.day} ")
        assert f"{lines(hand)[0].at:%H:%M}" in shown[4]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_enter_shows_what_exactly_when_and_where(context, sit_down, size):
    async with sit_down(context, size=size) as hand:
        await hand.press("y")
        line = await put_cursor(hand, "checkin")
        await hand.press("enter")
        assert hand.name == "entry"
        for label in ("what", "parts", "recorded", "machine", "id"):
            assert label in hand.text()
        assert line.id in hand.text()
        assert line.device in hand.text()
        await hand.press("escape")
        assert hand.name == "history"


async def test_x_takes_back_the_entry_under_the_cursor_and_shift_x_brings_it_back(context, sit_down, plan_of):
    async with sit_down(context) as hand:
        before = plan_of(context).progress
        await hand.press("y")
        while " studied" not in hand.line("▌"):
            await hand.press("j")
        line = hand.app.screen.at_cursor()
        await hand.press("b")
        assert hand.app.screen.at_cursor().id == line.id
        assert "undone: " in hand.line("▌")
        assert "took back: " in hand.text()
        assert len(plan_of(context).progress.logs) == len(before.logs) - 1
        await hand.press("b")
        assert "is undone already" in hand.text()
        await hand.press("B")
        assert plan_of(context).progress.logs == before.logs
        await hand.press("B")
        assert "is not undone" in hand.text()


async def test_the_reason_is_said_where_an_entry_cannot_be_undone(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("y")
        hand.app.screen.query_one("#all").cursor = lines(hand)[-1].id
        await hand.settle()
        await hand.press("b")
        assert "The first plan stays" in hand.text()
    assert len(journal(context)) == count


async def test_e_corrects_time_studied(context, sit_down, plan_of):
    async with sit_down(context) as hand:
        await hand.press("y")
        line = await put_cursor(hand, "log")
        await hand.press("e")
        assert hand.name == "amend"
        hand.app.screen.query_one("#time").value = "35m"
        await hand.press("down", "left", "down")
        await hand.type("short")
        await hand.press("enter")
        assert hand.name == "history"
        [entry] = [each for each in plan_of(context).progress.logs if each.event == line.log]
        assert (entry.minutes, entry.note) == (35, "short")
        assert entry.day == line.parts[0].day - timedelta(days=1)
        assert "corrected since: " in hand.text()
        assert "corrected: " in hand.text()


async def test_a_correction_that_changes_nothing_records_nothing(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("y")
        await put_cursor(hand, "log")
        await hand.press("e", "enter")
        assert hand.name == "history"
    assert len(journal(context)) == count


async def test_d_asks_before_it_deletes(context, sit_down, plan_of, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("y")
        line = await put_cursor(hand, "log")
        await hand.press("delete")
        assert hand.name == "erase"
        assert "Delete this entry?" in hand.text()
        await hand.press("escape")
        assert len(journal(context)) == count
        await hand.press("delete", "enter")
        assert all(each.event != line.log for each in plan_of(context).progress.logs)
        assert "deleted since: " in hand.text()
        await hand.press("u")
        assert any(each.event == line.log for each in plan_of(context).progress.logs)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("checkin", "A check-in of the same week replaces"), ("plan", "Only time studied can be")],
)
async def test_what_is_no_time_studied_says_how_it_is_changed(context, sit_down, journal, kind, said):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("y")
        if kind == "plan":
            hand.app.screen.query_one("#all").cursor = lines(hand)[-1].id
            await hand.settle()
        else:
            await put_cursor(hand, kind)
        for key in ("e", "delete"):
            await hand.press(key)
            assert hand.name == "history"
            assert said in hand.text().replace("\n", " ")
    assert len(journal(context)) == count


async def test_older_entries_come_when_the_cursor_reaches_the_last(context, sit_down, monkeypatch):
    monkeypatch.setattr("tui.screens.history.SEEN", 5)
    async with sit_down(context) as hand:
        await hand.press("y")
        screen = hand.app.screen
        screen.seen = 5
        screen.show()
        await hand.settle()
        assert len(screen.query_one("#all").ids()) == 5
        for _ in range(6):
            await hand.press("down")
        assert len(screen.query_one("#all").ids()) == 10
        assert screen.at_cursor().id == screen.lines[5].id or screen.at_cursor().id == screen.lines[6].id


async def test_1_and_4_go_on_from_history(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("y", "4")
        assert hand.name == "milestones"
        await hand.press("y")
        assert hand.name == "history"
        await hand.press("1")
        assert hand.name == "today"
        assert len(hand.app.screen_stack) == 1


async def test_a_new_plan_names_the_next_key(empty, sit_down):
    init(empty, default_answers(empty))
    async with sit_down(empty) as hand:
        await hand.press("y")
        assert "Nothing but the first plan so far. 1 goes to Today" in hand.text()


async def test_the_machine_is_told_when_there_are_several(context, sit_down, plan_of):
    first = plan_of(context)
    log_time(plan_of(context, state=context.state / "other"), first.plan.modules[0].id, 5)
    async with sit_down(context) as hand:
        await hand.press("y")
        devices = {line.device[:6] for line in lines(hand)}
        assert len(devices) == 2
        assert all(device in hand.text() for device in devices)


async def test_history_says_the_same_without_colour(context, sit_down, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(context) as hand:
        await hand.press("y", "j", "b")
        assert "undone: " in hand.text()
        assert any(line.startswith("▌") for line in hand.text().splitlines())


def test_every_command_of_the_screen_has_an_action():
    for name in ("undo_entry", "redo_entry", "amend", "erase", "history"):
        assert callable(getattr(HistoryScreen, f"action_{name}"))


async def test_the_list_has_no_ids_and_no_year_of_this_year_and_the_page_has_both(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("y")
        pinned, moved = hand.line("SQL for analysis: pinned"), hand.line("moved to")
        assert pinned.endswith("pinned")
        assert moved.endswith("moved to 13 Feb")
        assert "2027" not in "\n".join(hand.text().splitlines()[2:-3])
        assert hand.line("for 1 Feb").endswith("studied, and 12 more")
        line = await put_cursor(hand, "pin")
        await hand.press("enter")
        assert line.parts[0].id in hand.text()
        assert "2027" in hand.line("recorded")
