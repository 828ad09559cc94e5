"""Plan: months and modules; zoom, fold and order by keys; and what is done with a module's next session."""

import pytest

from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from planner.workspace.views.plan import DONE
from tui.widgets.rows import Rows


def cursor(hand):
    return hand.app.screen.query_one(Rows).cursor


async def go_to(hand, name):
    await hand.press("2")
    hand.app.screen.put(name)
    await hand.settle()


def heads(hand):
    return "\n".join(hand.text().splitlines()[3:5])


async def test_the_cursor_begins_on_the_module_that_is_studied_next(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        now = hand.app.plan.now.timestamp() / 60
        coming = min(
            (s.start, s.module) for s in hand.app.plan.plan.sessions if s.kind == "study" and s.end > now
        )
        assert cursor(hand) == coming[1]


async def test_every_module_and_milestone_of_the_plan_has_a_line(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        ids = set(hand.app.screen.query_one(Rows).ids())
        plan = hand.app.plan.plan
        assert ids >= {each.id for each in (*plan.modules, *plan.milestones)}


async def test_zoom_goes_from_the_whole_plan_to_months_and_weeks_and_back_and_says_where_it_is(
    context, sit_down
):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        assert "zoom: all" in heads(hand)
        assert {"2027", "Apr", "Oct"} <= set(heads(hand).split())
        await hand.press("plus")
        assert "zoom: month" in heads(hand)
        await hand.press("plus")
        assert "zoom: week" in heads(hand)
        assert {"Mon", "Tue", "Sun"} <= set(heads(hand).split())
        await hand.press("plus", "minus", "minus", "minus")
        assert "zoom: all" in heads(hand)


async def test_closer_begins_at_what_the_cursor_is_on_and_scrolls_to_both_sides(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        last = max(
            (row for row in hand.app.screen.modules.values() if row.next), key=lambda row: row.next.start
        )
        hand.app.screen.put(last.id)
        await hand.press("plus")
        scale = hand.app.screen.query_one("#months").head.scale
        assert scale.has(scale.cell_of(last.next.day))
        await hand.press(*["left"] * 20)
        assert hand.app.screen.query_one("#months").head.scale.first == hand.app.screen.view.first
        await hand.press(*["right"] * 20)
        scale = hand.app.screen.query_one("#months").head.scale
        assert scale.has(scale.cell_of(hand.app.screen.view.last))


async def test_space_folds_a_phase_to_one_line_and_opens_it_again(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        group = hand.app.screen.group_at_cursor()
        module = cursor(hand)
        await hand.press("space")
        assert cursor(hand) == group.id
        assert module not in hand.app.screen.query_one(Rows).ids()
        assert f"▸ {group.title}" in hand.text()
        await hand.press("enter")
        assert module in hand.app.screen.query_one(Rows).ids()
        assert f"▾ {group.title}" in hand.text()


async def test_what_is_finished_starts_folded_and_is_opened_for_a_module_that_is_asked_for(context, sit_down):
    from tui.screens.plan import PlanOverTime

    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2", "t")
        view = hand.app.screen.view
        first = view.phases[0]
        done = {row.id for row in first.modules if row.state == DONE}
        assert done
        for finished in (True, False):
            screen = PlanOverTime(next(iter(done)))
            screen.folded = {"group:" + first.id} if finished else None
            hand.app.switch_screen(screen)
            await hand.settle()
            assert cursor(hand) in done


async def test_t_orders_by_track_and_back_and_the_cursor_stays(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        module = cursor(hand)
        await hand.press("t")
        assert "by track" in heads(hand)
        assert cursor(hand) == module
        assert [group.rows.id for group in hand.app.screen.groups if group.rows.id] == [
            track.id for track in hand.app.plan.curriculum.tracks
            if any(row.track == track.id for row in hand.app.screen.modules.values())
        ]  # fmt: skip
        await hand.press("t")
        assert "by phase" in heads(hand)
        assert cursor(hand) == module


async def test_the_sentence_says_the_track_the_next_session_and_the_slack(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        row = hand.app.screen.modules[cursor(hand)]
        said = hand.app.screen.query_one("Sentence").judgement
        assert hand.app.screen.view.tracks[row.track].in_language("en") in said
        assert row.guard.title.in_language("en") in said
        assert "Slack" in said
        assert "Next" in said


async def test_p_pins_the_next_session_and_lets_it_move_again(context, sit_down, plan_of):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        name = hand.app.screen.modules[cursor(hand)].next.id
        await hand.press("p")
        assert {s.id for s in plan_of(context).plan.sessions if s.pinned} >= {name}
        assert "pinned" in hand.app.screen.query_one("Sentence").judgement
        await hand.press("p")
        assert name not in {s.id for s in plan_of(context).plan.sessions if s.pinned}


async def test_m_moves_the_next_session_and_u_takes_it_back(context, sit_down, plan_of):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        before = hand.app.screen.modules[cursor(hand)].next
        await hand.press("m")
        assert hand.name == "move"
        hand.app.screen.query_one("#when").value = "2027-02-11 10:00"
        await hand.press("enter")
        assert hand.name == "plan"
        moved = next(s for s in plan_of(context).plan.sessions if s.id == before.id)
        assert (moved.day.isoformat(), moved.pinned) == ("2027-02-11", True)
        await hand.press("u")
        back = next(s for s in plan_of(context).plan.sessions if s.id == before.id)
        assert back.start == before.start


async def test_a_module_without_a_session_is_neither_moved_nor_pinned(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        done = next(row.id for row in hand.app.screen.modules.values() if row.next is None)
        hand.app.screen.put(done)
        for key in ("p", "m"):
            await hand.press(key)
            assert "no session ahead" in hand.text()
            assert hand.name == "plan"
    assert len(journal(context)) == count


async def test_w_explains_the_module(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        module = cursor(hand)
        await hand.press("w")
        assert hand.name == "why"
        assert hand.app.screen.about == f"module:{module}"


async def test_enter_on_a_milestone_goes_to_it(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await go_to(hand, "cnn-classifier")
        await hand.press("enter")
        assert hand.name == "milestones"
        assert hand.app.screen.query_one("#all").cursor == "cnn-classifier"


async def test_enter_opens_the_module_and_there_a_session_in_its_week(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        row = hand.app.screen.modules[cursor(hand)]
        await hand.press("enter")
        assert hand.name == "module"
        text = hand.text()
        for label in ("part of", "studied", "finish", "slack", "topics", "builds on", "leads to", "with"):
            assert label in text
        assert " ahead. " in text
        session = cursor_of(hand, "#ahead")
        assert session == row.next.id
        await hand.press("enter")
        assert hand.name == "week"
        assert cursor(hand) == session
        assert [getattr(each, "NAME", "") for each in hand.app.screen_stack] == ["today", "week"]


def cursor_of(hand, name):
    return hand.app.screen.query_one(name).cursor


async def test_a_finished_module_has_all_its_topics_done_and_its_sessions_past(context, sit_down):
    async with sit_down(context, size=(120, 50)) as hand:
        await hand.press("2")
        done = next(row.id for row in hand.app.screen.modules.values() if row.state == DONE)
        hand.app.screen.put(done)
        await hand.press("enter")
        text = hand.text()
        count = len(hand.app.plan.modules[done].topics)
        assert text.count("[x]") >= count
        assert "sessions past" in text
        assert "Finished." in text
        await hand.press("escape")
        assert hand.name == "plan"
        assert cursor(hand) == done


async def test_what_was_logged_elsewhere_shows_on_the_open_page(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2", "enter")
        module = hand.app.screen.module
        before = hand.text()
        log_time(open_plan(context), module, 45)
        hand.app.act(lambda opened: opened)
        await hand.settle()
        assert hand.name == "module"
        assert hand.text() != before


@pytest.mark.parametrize(("size", "language"), [((60, 20), "ja"), ((80, 24), "en"), ((300, 60), "ja")])
async def test_no_line_is_wider_than_the_screen_and_the_cursor_is_seen(context, sit_down, size, language):
    from dataclasses import replace

    from rich.cells import cell_len

    async with sit_down(replace(context, language=language), size=size) as hand:
        await hand.press("2")
        for key in ("plus", "plus", "minus", "t", "ctrl+g"):
            await hand.press(key)
            lines = hand.text().splitlines()
            assert max(cell_len(line) for line in lines) <= size[0]
            assert sum(line.startswith((">", "▌")) for line in lines) == 1


async def test_the_cursor_is_seen_after_a_resize(context, sit_down):
    async with sit_down(context, size=(120, 50)) as hand:
        await hand.press("2")
        hand.app.screen.put(hand.app.screen.query_one(Rows).ids()[-1])
        await hand.settle()
        for size in ((60, 20), (200, 60), (80, 24)):
            await hand.pilot.resize_terminal(*size)
            await hand.until(lambda size=size: hand.app.screen.size == size)
            await hand.settle()
            await hand.until(lambda: any(line.startswith("▌") for line in hand.text().splitlines()))
