"""The palette: what it lists and finds, in whichever language it is asked, and the copies that it makes."""

from dataclasses import replace

import pytest
from textual.command import CommandList, CommandPalette

from planner.workspace.targets import is_backup, is_calendar
from tui.commands import commands_of


def listed(hand):
    """Return the titles that the palette lists by now."""
    return [str(option.hit.text).splitlines()[0] for option in hand.app.screen.query_one(CommandList).options]


async def test_with_nothing_typed_the_screen_s_own_commands_come_first_in_the_table_s_order(
    context, sit_down
):
    async with sit_down(context, size=(120, 60)) as hand:
        await hand.press("3", "ctrl+p")
        every = [command.help.text for command in commands_of("week") if command.palette]
        await hand.until(lambda: listed(hand) == every)
        assert every[0].startswith("Start the timer")


@pytest.mark.parametrize(
    ("typed", "first"),
    [("timer", "セッション"), ("undo", "最後の操作"), ("ics", "カレンダー"), ("カレンダー", "カレンダー"),
     ("backup", "バックアップ")],
)  # fmt: skip
async def test_in_japanese_commands_are_found_by_their_english_words_too(context, sit_down, typed, first):
    async with sit_down(replace(context, language="ja"), size=(120, 60)) as hand:
        await hand.press("ctrl+p")
        hand.app.screen.query_one("Input").value = typed
        await hand.until(lambda: any(first in title for title in listed(hand)[:3]) and len(listed(hand)) < 20)


async def test_the_calendar_is_written_where_the_planner_was_started(
    context, sit_down, tmp_path, monkeypatch
):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    async with sit_down(context, size=(160, 40)) as hand:
        await hand.press("ctrl+p")
        await hand.type("ics")
        await hand.until(lambda: "calendar file" in next(iter(listed(hand)), ""))
        await hand.press("enter")
        await hand.until(lambda: not CommandPalette.is_open(hand.app))
        await hand.sees("study.ics")
        assert is_calendar(tmp_path / "here" / "study.ics")
        (tmp_path / "here" / "study.ics").write_text("my own notes")
        await hand.press("ctrl+e")
        assert "name another file" in hand.text()
        assert (tmp_path / "here" / "study.ics").read_text() == "my own notes"
        (tmp_path / "here" / "study.ics").unlink()
        (tmp_path / "here").rmdir()
        await hand.press("ctrl+e")
        await hand.sees("is gone: start it in another one")
        monkeypatch.undo()


async def test_a_backup_is_made_and_its_file_named(context, sit_down, tmp_path):
    async with sit_down(context, size=(200, 40)) as hand:
        await hand.press("ctrl+s")
        assert "The backup is in" in hand.text()
    assert any(is_backup(file) for file in (tmp_path / "state").rglob("*by-hand*"))
