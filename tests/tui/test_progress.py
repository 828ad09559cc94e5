"""Progress: weeks, days and tracks; by track on a key; two years; the first day."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from rich.cells import cell_len

from planner.text.languages import LocalText
from planner.text.messages import translator
from planner.workspace.setup.drafting import SetupAnswers
from planner.workspace.setup.init import init
from planner.workspace.views.progress import ProgressView, TrackHours, WeekHours
from tui.widgets.block import Block
from tui.widgets.fold import Fold
from tui.widgets.heat_map import HeatMap
from tui.widgets.week_bars import WeekBars
from tui.wording.progress import heat_of, week_bars

EN = translator("en")


def weeks_of(count, last=date(2027, 2, 8)):
    first = last - timedelta(weeks=count - 1)
    return tuple(
        WeekHours(
            first + timedelta(weeks=n), 600, (0, 60, 0, 0, 90, 0, 150), 30, (("a", 200), ("b", 130)), checked_in=True
        )
        for n in range(count)
    )  # fmt: skip


def view_of(weeks):
    tracks = tuple(TrackHours(name, LocalText.of(name), 0, 600) for name in ("a", "b"))
    return ProgressView(weeks, tracks, (), (0, 0), (0, 0), None, 0, 1200, (0, 0), (0, 0))


async def test_the_bars_say_what_was_studied_in_each_week_the_latest_first(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("6")
        assert hand.name == "progress"
        bars = hand.app.screen.query_one(WeekBars).weeks
        weeks = hand.app.screen.view.weeks
        assert [bar.studied for bar in bars] == [week.studied for week in reversed(weeks)]
        assert "this week" in hand.text()
        assert "checked in" in hand.text()


async def test_t_shows_the_weeks_by_track_with_a_sign_for_each_and_back(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("6")
        before = hand.text()
        assert "1 Programming" not in before
        await hand.press("t")
        assert "1 Programming" in hand.text()
        assert re.search(r"  1━+4━+", hand.text())
        await hand.press("t")
        assert hand.text() == before


async def test_the_days_off_and_the_check_ins_hours_are_in_the_map_of_days(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("6")
        text = hand.text()
        assert "── day off" in text
        assert "not by day: told at the check-in" in text
        heat = hand.app.screen.query_one(HeatMap).heat
        shown = sum(sum(minutes or 0 for minutes in week.minutes) for week in heat.weeks)
        assert shown == sum(entry.minutes for entry in hand.app.plan.shown.logs)


async def test_on_the_first_day_each_part_says_when_there_will_be_something(empty, sit_down):
    answers = SetupAnswers(
        start=date(2026, 12, 1), weekday=120, day_off=240, holidays="JP", timezone="Asia/Tokyo"
    )
    init(empty, answers)
    async with sit_down(empty, size=(120, 36)) as hand:
        await hand.press("6")
        text = hand.text()
        assert "It is known after the first week." in text
        assert "No module is finished yet" in text
        assert "The first week is under way" in text
        await hand.press("t", "left", "right", "down", "up")
        assert hand.name == "progress"


async def test_after_two_years_keys_go_to_earlier_weeks_and_years_are_named(context, sit_down, monkeypatch):
    monkeypatch.setattr("tui.screens.progress.progress_view", lambda _: view_of(weeks_of(110)))
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("6")
        text = hand.text()
        assert "8 Feb" in text
        assert "← shows earlier weeks" in text
        assert re.search(r"^.* 2026\s*$", text, re.MULTILINE)
        await hand.press(*["left"] * 20)
        bars = hand.app.screen.query_one(WeekBars)
        assert bars.back + bars.most == 110
        assert "shows earlier weeks" not in hand.text()
        assert "2025" in hand.text()
        await hand.press(*["right"] * 20)
        assert hand.text() == text


@pytest.mark.parametrize(("size", "language"), [((60, 20), "ja"), ((80, 24), "en"), ((300, 60), "en")])
async def test_no_line_is_wider_than_the_screen_and_all_can_be_scrolled_to(context, sit_down, size, language):
    async with sit_down(replace(context, language=language), size=size) as hand:
        await hand.press("6")
        seen = set()
        for _ in range(40):
            lines = hand.text().splitlines()
            assert max(cell_len(line) for line in lines) <= size[0]
            seen |= {line.strip() for line in lines}
            await hand.press("j")
        words = ("1.00 ×", "合計") if language == "ja" else ("all together",)
        assert any(words[-1] in line for line in seen)


def test_months_stand_above_their_weeks_and_the_partial_first_one_gives_way():
    widget = HeatMap()
    widget.heat = heat_of(view_of(weeks_of(11)), EN, date(2027, 2, 9))
    above = widget.draw(34)[0].plain
    assert above.split() == ["Dec", "2027", "Feb"]
    assert above.index("2027") == 11 + 2 * 5  # the week of Thursday 7 January is the sixth
    assert widget.draw(60)[0].plain.index("Jan 2027") == 11 + 4 * 5


@pytest.mark.parametrize(("width", "cells", "week"), [(34, 2, "▓▓"), (45, 3, "▓▓ "), (90, 4, "▓▓▓ ")])
def test_weeks_are_wider_and_apart_while_there_are_few(width, cells, week):
    widget = HeatMap()
    widget.heat = heat_of(view_of(weeks_of(11)), EN, date(2027, 2, 9))
    assert widget.cells(width) == cells
    lines = [line.plain for line in widget.draw(width)]
    assert any(week * 2 in line for line in lines[1:8])
    assert max(map(len, lines)) <= width


def test_a_week_of_nothing_has_no_bar_and_little_has_a_trace():
    bar = week_bars(view_of(weeks_of(3)), EN)[0]
    widget = WeekBars()
    widget.weeks = (
        replace(bar, studied=6000),
        replace(bar, studied=1, planned=0),
        replace(bar, studied=0, planned=0),
    )
    full, trace, nothing = (line.plain for line in widget.draw(100))
    assert full.count("━") > 40
    assert trace.count("━") == 1
    assert nothing.count("━") == 0


def test_the_parts_of_a_bar_fill_it_as_their_shares_do():
    (bar,) = week_bars(view_of(weeks_of(1)), EN, by_track=True)
    widget = WeekBars()
    widget.weeks = (replace(bar, planned=0),)
    line = widget.draw(100)[0].plain
    first, second = re.search(r"(1━*)(2━*)", line).groups()
    assert abs(len(first) / len(first + second) - 200 / 330) < 0.02


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_no_heading_stands_alone_at_the_lower_edge(context, sit_down, language):
    async with sit_down(replace(context, language=language), size=(60, 20)) as hand:
        await hand.press("6")
        fold, found = hand.app.screen.query_one(Fold), 0
        blocks = [block for block in fold.query(Block) if block.heading]
        for y in range(int(fold.max_scroll_y) + 1):
            fold.scroll_to(y=y, animate=False)
            await hand.settle()
            alone = [block for block in blocks if block.region.y == fold.content_region.bottom - 1]
            lines = hand.text().splitlines()
            for block in alone:
                found += 1
                assert not lines[block.region.y].strip("▁▂▃▄▅▆▇█ ")
            seen = [
                block
                for block in blocks
                if fold.content_region.y <= block.region.y < fold.content_region.bottom - 1
            ]
            assert [b.heading for b in seen if b.heading not in lines[b.region.y]] == []
        assert found


async def test_japanese_names_the_weekday_of_a_week(context, sit_down):
    async with sit_down(replace(context, language="ja"), size=(120, 36)) as hand:
        await hand.press("6")
        assert "2月8日(月)" in hand.line("今週")
