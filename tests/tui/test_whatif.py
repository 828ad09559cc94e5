"""What if by keys and mouse: levers, what they make, repairs, applying, undo, and other writers."""

import pytest

from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from tests.tui.supposing import judgement, make_late, press, quiet, to_lever
from tui.widgets.outcome import OutcomeView
from tui.widgets.sliders import Levers


def value(hand, name):
    return next(lever.value for lever in hand.app.screen.levers if lever.id == name)


def profile(context):
    return (context.home / "profile.yaml").read_text("utf-8")


async def test_the_plan_follows_a_lever_and_one_sentence_says_it(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5", "l", "l")
        assert "18 h → 20 h" in hand.line("hours a week")
        assert judgement(hand).startswith("2 h more a week brings the finish from 22 Nov to 31 Oct.")
        assert "before: 22 Nov" in hand.text()
        assert "30 Jul →  4 Jul" in hand.line("Model trained in the cloud")
        await press(hand, "h", "h", "left")
        assert judgement(hand).startswith("1 h less a week brings the finish from 22 Nov to")


async def test_all_levers_finish_and_milestones_are_seen_at_once_at_80_by_24(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5", "l")
        text = hand.text()
        for said in ("hours a week", "goal", "modules", "Speciality", "known already", "buffer"):
            assert said in text
        assert "everything done on" in text
        assert "Kaggle bronze" in text
        assert hand.app.screen.query_one("#whatif").max_scroll_y == 0


@pytest.mark.parametrize(
    ("size", "language"), [((60, 20), "en"), ((80, 24), "ja"), ((164, 50), "ja"), ((300, 40), "en")]
)
async def test_every_width_has_levers_and_outcome_within_the_screen(context, sit_down, size, language):
    from dataclasses import replace

    async with sit_down(replace(context, language=language), size=size) as hand:
        await press(hand, "5", "L")
        for block in hand.app.screen.query("Levers, OutcomeView").results():
            width = block.content_size.width
            assert all(line.cell_length <= width for line in block.lines(width))
        assert ("完了" if language == "ja" else "everything done on") in hand.text()


async def test_shift_turns_far_space_takes_the_next_value_and_0_puts_all_back(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5", "L")
        assert value(hand, "hours") == 22 * 60
        await press(hand, "H", "H")
        assert value(hand, "hours") == 14 * 60
        await to_lever(hand, "drop")
        await press(hand, "space")
        assert "all of them → without stretch" in hand.text()
        await press(hand, "space", "space")
        assert value(hand, "drop") == ""
        await press(hand, "0")
        assert not [lever for lever in hand.app.screen.levers if lever.turned]
        assert judgement(hand).startswith("Left and right turn")


TURNS = (
    ("goal", ["l", "l"], "A goal 2 weeks later"),
    ("goal", ["h"], "A goal 1 week earlier"),
    ("drop", ["l"], "Leaving out the stretch modules"),
    ("drop", ["L"], "Keeping only the core modules"),
    ("choice:speciality", ["l"], "Speciality “"),
    ("credit", ["l"], "Knowing this already ("),
    ("buffer", ["l"], "A larger buffer"),
    ("buffer", ["h"], "A smaller buffer"),
)


async def test_every_lever_says_what_it_does(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5")
        for name, keys, said in TURNS:
            await to_lever(hand, name)
            await press(hand, *keys)
            assert judgement(hand).startswith(said)
            await press(hand, "0")
        await to_lever(hand, "buffer")
        await press(hand, "h", "k", "l")
        assert judgement(hand).startswith("All of that together ")


async def test_modules_can_be_left_out_by_name_where_there_is_room(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await press(hand, "5")
        first = next(lever for lever in hand.app.screen.levers if lever.minutes)
        await to_lever(hand, first.id)
        await press(hand, "space")
        title = hand.app.t(first.title)
        assert "[ ]" in hand.line(f"{title}  ")
        assert judgement(hand).startswith(f"Leaving out {title} ")
        await press(hand, "j", "l", "j", "l")
        assert judgement(hand).startswith("Leaving out 3 modules")


async def test_a_click_on_a_rail_sets_the_lever_and_on_a_box_unticks_it(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await press(hand, "5")
        rows, screen = hand.app.screen.query_one(Levers), hand.app.screen
        first, length = rows._rails.span(rows.content_size.width - 2)
        await hand.pilot.click(Levers, offset=(2 + first + length - 1, 1 + rows._rails.stacked))
        await quiet(hand)
        assert value(hand, "hours") == 40 * 60
        await hand.pilot.click(Levers, offset=(2 + first, 1 + rows._rails.stacked))
        await quiet(hand)
        assert value(hand, "hours") == 60
        await hand.pilot.click(Levers, offset=(3, 2 + rows._rails.stacked))
        await quiet(hand)
        assert rows.cursor == "goal"
        assert not screen.levers[1].turned
        box = next(lever for lever in screen.levers if lever.minutes)
        line = hand.text().splitlines().index(hand.line(hand.app.t(box.title) + "  "))
        await hand.pilot.click(offset=(4, line))
        await quiet(hand)
        assert next(lever for lever in screen.levers if lever.id == box.id).turned


async def test_applying_shows_the_change_writes_the_file_and_undo_brings_its_bytes_back(
    context, sit_down, plan_of
):
    before = profile(context)
    async with sit_down(context) as hand:
        await press(hand, "5", "l", "l", "enter")
        assert hand.name == "change"
        assert "availability.hours_per_week: none → 20" in hand.text()
        assert profile(context) == before
        await press(hand, "enter")
        assert hand.name == "whatif"
        assert "hours_per_week: 20" in profile(context)
        assert "The settings are in profile.yaml" in judgement(hand)
        assert value(hand, "hours") == 20 * 60
        assert not [lever for lever in hand.app.screen.levers if lever.turned]
        assert plan_of(context).plan.finish == hand.app.plan.plan.finish
        assert not plan_of(context).plan.stale
        await press(hand, "u")
        assert profile(context) == before
        assert value(hand, "hours") == 18 * 60
        await press(hand, "U")
        assert "hours_per_week: 20" in profile(context)


async def test_leaving_the_change_writes_nothing_and_keeps_the_levers(context, sit_down, journal):
    before, count = profile(context), len(journal(context))
    async with sit_down(context) as hand:
        await press(hand, "5", "l", "enter", "escape")
        assert hand.name == "whatif"
        assert value(hand, "hours") == 19 * 60
    assert profile(context) == before
    assert len(journal(context)) == count


async def test_applying_without_a_turn_says_what_to_do(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5", "enter")
        assert hand.name == "whatif"
        assert judgement(hand).startswith("Nothing is turned yet")


async def test_a_profile_edited_by_hand_meanwhile_is_said_and_kept(context, sit_down, journal):
    async with sit_down(context) as hand:
        count = len(journal(context))
        await press(hand, "5", "l", "enter")
        edited = profile(context) + "# mine\n"
        (context.home / "profile.yaml").write_text(edited, "utf-8")
        await hand.pilot.press("enter")
        await quiet(hand)
        assert "profile.yaml was changed meanwhile" in judgement(hand)
        assert profile(context) == edited
        assert len(journal(context)) == count


async def test_something_recorded_meanwhile_is_said(context, sit_down):
    before = profile(context)
    async with sit_down(context) as hand:
        await press(hand, "5", "l", "enter")
        accept(propose_replan(open_plan(context)))
        await press(hand, "enter")
        assert "Something was recorded meanwhile" in judgement(hand)
    assert profile(context) == before


async def test_a_late_plan_has_its_proof_and_repairs_that_can_be_tried(context, sit_down):
    async with sit_down(make_late(context), size=(120, 36)) as hand:
        await press(hand, "5")
        assert "why no plan can be on time" in hand.text()
        assert hand.app.plan.plan.verdict.proof is not None
        assert "what would make it fit" in hand.text()
        screen = hand.app.screen
        assert screen.repairs
        await to_lever(hand, "repair:0")
        assert "enter try it" in hand.text().splitlines()[-1]
        await press(hand, "enter")
        assert screen.supposed.after.verdict.status == "on-time"
        assert "why no plan can be on time" not in hand.text()
        assert screen.query_one(Levers).cursor == "hours"
        assert "enter apply" in hand.text().splitlines()[-1]
        await press(hand, "enter")
        assert hand.name == "change"


async def test_a_second_click_on_a_repair_tries_it(context, sit_down):
    async with sit_down(make_late(context), size=(120, 36)) as hand:
        await press(hand, "5")
        text = hand.text().splitlines()
        line = next(number for number, line in enumerate(text) if "what would make it fit" in line) + 1
        for _ in "12":
            await hand.pilot.click(offset=(5, line))
            await quiet(hand)
        assert hand.app.screen.supposed.after.verdict.status == "on-time"


async def test_a_late_plan_keeps_what_matters_on_a_small_screen(context, sit_down):
    async with sit_down(make_late(context)) as hand:
        await press(hand, "5", "h")
        assert "what would make it fit" in hand.text()
        assert "everything done on" in hand.text()
        assert hand.app.screen.repairs[0].message
        assert hand.app.screen.query_one("#whatif").max_scroll_y <= 6


async def test_where_not_everything_finds_a_place_it_is_said(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5", *["H"] * 5)
        supposed = hand.app.screen.supposed
        assert supposed.after.verdict.status == "does-not-fit"
        assert judgement(hand) == "17 h less a week: not everything finds a place."
        assert "not everything finds a place  before: 22 Nov" in hand.text()


async def test_levers_stay_turned_when_the_plan_is_shown_anew(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5", "l", "l")
        hand.app.refresh_screens()
        await quiet(hand)
        assert value(hand, "hours") == 20 * 60
        assert judgement(hand).startswith("2 h more a week")
        await press(hand, "ctrl+g")
        assert hand.app.screen.query_one(OutcomeView).glyphs.dots is False
        assert "everything done on 31 Oct" in hand.text()


async def test_what_a_level_leaves_out_has_no_tick_in_the_list_of_modules(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await press(hand, "5", "j", "j", "l")
        assert "all of them → without stretch" in hand.line("modules  ")
        assert "[ ]" in hand.text()
        assert "[x]" in hand.text()


async def test_single_modules_that_have_no_room_come_below_the_last_lever(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5")
        assert "single modules: further down" in hand.text()
        await to_lever(hand, "buffer")
        await press(hand, "down")
        rows, screen = hand.app.screen.query_one(Levers), hand.app.screen
        seen = list(rows.ids())
        assert "modules one by one" in hand.text()
        assert "everything done on" in hand.text()
        assert screen.query_one("#whatif").max_scroll_y == 0
        await press(hand, "space")
        assert judgement(hand).startswith("Leaving out ")
        for _ in range(60):
            await hand.press("down")
            seen += rows.ids()
        assert {lever.id for lever in screen.levers if lever.minutes} == set(seen)
        for _ in range(60):
            await hand.press("up")
        assert rows.cursor == screen.levers[0].id
        assert "hours a week" in hand.text()


async def test_a_mistake_in_the_profile_is_said_where_it_stands(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "5", "l")
        (context.home / "profile.yaml").write_text("start: [\n", "utf-8")
        await press(hand, "enter")
        assert "profile.yaml:" in judgement(hand)
        assert "changed meanwhile" not in hand.text()
        assert "accept" not in hand.text().splitlines()[-1]
