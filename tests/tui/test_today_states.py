"""Today in every state of a plan: one form of times, a word for what is not there, and no key without an answer."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from textual.content import Content

from planner.journal.model import Evidence
from planner.text.messages import translator
from planner.workspace.hand.changing import act
from planner.workspace.hand.days import switch_day
from planner.workspace.milestones import reach
from planner.workspace.opening import open_plan
from planner.workspace.setup.drafting import default_answers
from planner.workspace.setup.init import init
from planner.workspace.tracking.log import mark_done
from tests.tui.conftest import make_context
from tui.screens.week import WeekScreen
from tui.wording.signs import signs_of

LAST = datetime(2028, 2, 9, 10, tzinfo=UTC)
SAID = "No session is ahead"


def finished(context):
    """Finish every module and reach every milestone."""
    opened = open_plan(context)
    for module in opened.plan.modules:
        if module.id not in opened.progress.done:
            opened = mark_done(opened, module.id)
    for milestone in opened.plan.milestones:
        if not milestone.reached:
            opened = reach(opened, milestone.id, Evidence(url="https://x.org", rank=1, teams=2000))
    return context


def columns(hand, block):
    """Return the columns in which the titles of a block's first lines begin, and how its times are written."""
    rows = hand.app.screen.query_one(block)
    top = rows.region.y + (1 if rows.heading and not rows.lead else 0)
    right = rows.region.right
    lines = [line[:right].rstrip() for line in hand.text().splitlines()[top : top + rows.region.height]]
    first = [line for line in lines if ":" in line]
    clocks = [line[: line.index(":") + 3].split()[-2:] for line in first]
    return {line.index(":") + 3 for line in first}, {len(each) for each in clocks}, first


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_times_are_written_one_way_and_titles_stand_below_one_another(context, sit_down, size):
    async with sit_down(context, size=size) as hand:
        now, then = columns(hand, "#now"), columns(hand, "#then")
        assert now[0] == then[0]
        assert len(now[0]) == 1
        assert all("–" not in line for line in (*now[2], *then[2]))
        assert len({len(line) for line in (*now[2], *then[2])}) == 1


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_on_a_small_screen_every_milestone_is_in_one_line_with_its_state(context, sit_down, language):
    async with sit_down(replace(context, language=language), size=(60, 20)) as hand:
        rows = hand.app.screen.query_one("#milestones")
        word = translator(language)(signs_of("today", hand.app.glyphs)[1][1])
        bottom = min(rows.region.bottom, hand.app.screen.query_one("#body").region.bottom)
        lines = hand.text().splitlines()[rows.region.y : bottom]
        assert rows.region.height == len(rows.rows)
        assert len(lines) >= 2
        assert all(line.rstrip(" ▁▂▃▄▅▆▇").endswith(word) for line in lines)


async def test_a_plan_that_is_over_says_so_and_every_key_answers(context, sit_down, journal):
    over = replace(context, now=LAST)
    count = len(journal(over))
    async with sit_down(over) as hand:
        assert "The plan ended on 29 Nov 2027. r shows a new one." in hand.text()
        assert "nothing planned" in hand.line("this week")
        for key in ("s", "d"):
            await hand.press(key)
            assert SAID in hand.text()
            hand.app.screen.hush()
        hand.app.screen.set_focus(None)
        for key in ("enter", "w"):
            await hand.press(key)
            assert (hand.name, SAID in hand.text()) == ("today", True)
            hand.app.screen.hush()
        for key, name in {"l": "log", "r": "change", "c": "checkin"}.items():
            await hand.press(key)
            assert hand.name == name
            await hand.press("escape")
    assert len(journal(over)) == count


async def test_a_plan_that_has_not_begun_says_when_it_does(tmp_path, sit_down):
    context = make_context(tmp_path)
    init(context, replace(default_answers(context), start=date(2027, 3, 1)))
    async with sit_down(context) as hand:
        assert "The plan begins on 1 Mar 2027. l logs time before, too." in hand.text()
        await hand.press("s")
        assert "timer started" in hand.text()
        await hand.press("s", "c")
        assert hand.name == "today"
        assert "The plan has not begun" in hand.text()


async def test_a_day_off_says_so(context, sit_down):
    opened = open_plan(context)
    act(switch_day(opened, opened.now.date()))
    async with sit_down(context) as hand:
        assert "Today is off. l logs time all the same." in hand.text()


async def test_what_is_finished_is_marked_and_neither_started_nor_finished_again(context, sit_down, journal):
    async with sit_down(finished(context)) as hand:
        count = len(journal(context))
        assert "✓ finished" in hand.line("Tue 20:00")
        hand.app.screen.query_one("#now").focus()
        await hand.settle()
        for key in ("s", "d"):
            await hand.press(key)
            assert "is finished already; l logs time all the same." in hand.text()
            hand.app.screen.hush()
        await hand.press("3")
        screen = hand.app.screen
        assert isinstance(screen, WeekScreen)
        assert "✓ finished" in hand.text()
        screen.query_one("#rows").cursor = next(
            name for name, each in screen.sessions.items() if each.status == "planned"
        )
        await hand.press("s")
        assert "is finished already; L logs time all the same." in " ".join(hand.text().split())
    assert len(journal(context)) == count


async def test_with_a_new_plan_nothing_is_left_to_study(context, sit_down):
    async with sit_down(finished(context)) as hand:
        await hand.press("r", "enter")
        assert "Nothing is left to study." in hand.text()
        hand.app.screen.hush()
        await hand.settle()
        assert "All done" in hand.text()


async def test_help_says_what_every_sign_means(context, sit_down):
    async with sit_down(context, size=(80, 24)) as hand:
        await hand.press("question_mark", "end")
        assert "Less than 8 h of slack are left" in hand.line("tight")
        assert hand.line("its result is not recorded").split()[:3] == ["!", "to", "record"]
        await hand.press("home")
        assert "Start the timer" in hand.text()
        await hand.press("pagedown")
        assert "Start the timer" not in hand.text()
        await hand.press("escape", "ctrl+g", "question_mark", "end")
        assert hand.line("Hours planned until then").split()[0] == ".."


async def test_the_chart_has_a_legend(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        assert "⠤⠒ planned" in hand.line("█ studied")
        assert hand.line("█ studied").endswith("806 h")


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_the_bars_of_week_and_way_end_below_one_another(context, sit_down, language):
    async with sit_down(replace(context, language=language)) as hand:
        strip, burn = hand.app.screen.query_one("WeekStrip"), hand.app.screen.query_one("BurnUp")
        ends = {Content(block.lines(76)[0].plain.rpartition("─")[0]).cell_length for block in (strip, burn)}
        assert len(ends) == 1


async def test_the_sheet_of_d_says_what_enter_does(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("d")
        assert "enter finished" in hand.text().splitlines()[-1]
