"""Today answers what now, and everything on it is done by keys."""

from datetime import timedelta

from planner.workspace.views.today import today_view


async def test_today_shows_the_session_the_week_and_the_next_milestones(context, sit_down, plan_of):
    view = today_view(plan_of(context))
    async with sit_down(context) as hand:
        text, week = hand.text(), hand.line("this week")
    first = text.splitlines()[3]
    assert "20:00" in first
    assert view.now.title.in_language("en") in first
    assert week.split()[-4:] == [_hours(view.week.studied), "of", _hours(view.week.planned), "h"]
    for row in view.milestones[:3]:
        assert row.milestone.title.in_language("en")[:20] in text
    assert "Check-in on" in text or "check-in is due" in text


def _hours(minutes):
    return f"{(minutes + 3) // 6 / 10:g}"


async def test_logging_by_keys_changes_the_figures_and_the_journal(context, sit_down, journal, plan_of):
    before = plan_of(context)
    module = today_view(before).now.session.module
    async with sit_down(context) as hand:
        studied = hand.line("this week")
        await hand.press("l")
        assert hand.name == "log"
        await hand.type("1h30m")
        await hand.press("enter")
        assert hand.name == "today"
        assert "1 h 30 m logged on" in hand.text()
        assert hand.line("this week") != studied
    event = journal(context)[-1]
    assert (event.kind, event.data["module"], event.data["minutes"]) == ("log", module, 90)
    assert event.day == before.now.date()
    assert plan_of(context).progress.logged(module) == before.progress.logged(module) + 90


async def test_time_is_logged_on_another_day_and_another_module(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("45m")
        await hand.press("down", "left", "up", "up", "right", "enter")
        assert "Mon 8 Feb" in hand.text()
        today = hand.app.plan.now.date()
    event = journal(context)[-1]
    assert event.day == today - timedelta(days=1)
    assert event.data["minutes"] == 45


async def test_a_length_that_cannot_be_read_is_refused_in_the_form(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("soon")
        await hand.press("enter")
        assert hand.name == "log"
        assert "“soon” is no length of time" in hand.text()
        await hand.press("escape")
        assert hand.name == "today"
    assert len(journal(context)) == count


async def test_finishing_a_module_asks_once_and_undo_takes_it_back(context, sit_down, journal, plan_of):
    module = today_view(plan_of(context)).now.session.module
    async with sit_down(context) as hand:
        await hand.press("d")
        assert hand.name == "done"
        await hand.press("enter")
        assert module in plan_of(context).progress.done
        await hand.press("u")
        assert "Undone" in hand.text()
    assert module not in plan_of(context).progress.done
    assert journal(context)[-1].kind == "undo"


async def test_redo_brings_back_what_was_undone(context, sit_down, plan_of):
    module = today_view(plan_of(context)).now.session.module
    async with sit_down(context) as hand:
        await hand.press("d", "enter", "u", "U")
        assert module in hand.app.plan.progress.done


async def test_undo_with_nothing_to_take_back_says_so(empty, sit_down):
    from planner.workspace.setup.drafting import default_answers
    from planner.workspace.setup.init import init

    init(empty, default_answers(empty))
    async with sit_down(empty) as hand:
        await hand.press("u")
        assert "nothing to undo" in hand.text()


async def test_the_cursor_walks_through_sessions_and_milestones(context, sit_down):
    async with sit_down(context) as hand:
        seen = []
        for _ in range(12):
            seen.append((hand.app.focused.id, hand.app.focused.cursor))
            await hand.press("j")
        assert {"now", "then", "milestones"} == {name for name, _ in seen}
        assert [name for name, _ in seen] == sorted(
            (name for name, _ in seen), key=["now", "then", "milestones"].index
        )
        await hand.press("k", "h")
        assert hand.app.focused.id == "now"
        await hand.press("right")
        assert hand.app.focused.id == "milestones"


async def test_enter_opens_the_session_and_the_milestone_under_the_cursor(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("enter")
        assert hand.name == "detail"
        assert "20:00" in hand.line("when")
        await hand.press("escape", "tab")
        title = hand.app.focused.cursor
        await hand.press("enter")
        assert hand.name == "milestones"
        assert hand.app.screen.at_cursor().plan.id == title


async def test_replan_shows_the_change_before_it_is_accepted(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("6h")
        await hand.press("enter", "r")
        assert hand.name == "change"
        assert "On time. 135 h 45 m of slack." in hand.line("  as before   ")
        assert hand.line("→ Sat 13 Feb").split()[:4] == ["Classes", "new", "→", "Sat"]
        assert len(journal(context)) == count + 1
        await hand.press("escape")
        assert len(journal(context)) == count + 1
        await hand.press("r", "enter")
        assert hand.name == "today"
    assert journal(context)[-1].kind == "plan"


async def test_more_room_shows_the_chart_and_the_week(context, sit_down):
    async with sit_down(context, size=(120, 36)) as hand:
        assert "800 ┤" in hand.text()
        assert "the week" not in hand.text()
        await hand.pilot.resize_terminal(200, 60)
        await hand.sees("the week")
        await hand.pilot.resize_terminal(80, 24)
        await hand.until(lambda: "┤" not in hand.text())
        assert (
            len({line.index("h  ") for line in hand.text().splitlines() if "slack" in line and "h  " in line})
            == 1
        )


async def test_what_another_program_logged_meanwhile_is_not_lost(context, sit_down, plan_of):
    from planner.workspace.tracking.log import log_time

    async with sit_down(context) as hand:
        module = today_view(hand.app.plan).now.session.module
        before = hand.app.plan.progress.logged(module)
        log_time(plan_of(context), module, 15)
        await hand.press("l")
        await hand.type("30m")
        await hand.press("enter")
        assert hand.app.plan.progress.logged(module) == before + 45


async def test_keys_that_arrive_all_at_once_are_taken_in_order(context, sit_down, journal):
    from textual import events

    async with sit_down(context) as hand:
        await hand.press("l")
        for key in ("4", "5", "m", "enter"):
            hand.app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await hand.settle()
        await hand.settle()
        assert hand.name == "today"
    assert journal(context)[-1].data["minutes"] == 45


async def test_more_than_a_day_holds_keeps_the_form_open(context, sit_down, journal):
    count = len(journal(context))
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("1000h")
        await hand.press("enter")
        assert hand.name == "log"
        assert "1000 h on" in hand.text()
        assert hand.app.focused.value == "1000h"
    assert len(journal(context)) == count


async def test_ctrl_c_says_how_to_leave_in_the_planners_own_words(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("ctrl+c")
        assert "Ctrl+Q leaves." in hand.text()


async def test_a_long_sentence_leaves_two_milestones_on_a_small_screen(context, sit_down):
    async with sit_down(context) as hand:
        assert len(hand.app.screen.query_one("#then").rows) == 3
        hand.app.screen.query_one("Sentence").judgement = "word " * 80
        hand.app.screen.lay_out()
        await hand.settle()
        body = hand.app.screen.query_one("#body").region
        milestones = hand.app.screen.query_one("#milestones").region
        assert milestones.y + 2 <= body.bottom
        assert 1 <= len(hand.app.screen.query_one("#then").rows) < 3


async def test_a_small_total_is_said_to_the_minute(context, plan_of):
    from dataclasses import replace

    from planner.text.messages import translator
    from tui.wording.today import towards_of

    opened = plan_of(context)
    view = today_view(opened)
    for minutes, said in [(45, "45 m "), (595, "9 h 55 m "), (825, "13 h 30 m ")]:
        figures = towards_of(replace(view, done_minutes=minutes), translator("en"), opened.now.date()).figures
        assert figures.startswith(said)


async def test_cut_topics_end_with_an_ellipsis():
    from tui.widgets.session_line import SessionLine, draw_session

    line = SessionLine("a", "20:00", "A", "2 h", " · ".join(["gradients"] * 12), strong=True)
    drawn = draw_session(line, 5, 3, 40)
    assert len(drawn) == 3
    assert drawn[-1].plain.endswith("gradients …")
    assert all(each.cell_length <= 40 for each in drawn)
