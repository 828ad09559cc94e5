"""The check-in: four short steps by keys, and nothing recorded before the change is accepted."""

from datetime import timedelta


async def test_a_check_in_from_the_first_key_to_acceptance(context, sit_down, journal, plan_of):
    before = journal(context)
    async with sit_down(context) as hand:
        await hand.press("c")
        assert hand.name == "checkin"
        module = hand.app.screen.draft.rows[0].module
        await hand.type("1h30m")
        await hand.press("enter", "enter", "enter", "space", "enter")
        assert "before" in hand.text()
        assert "stay as they are" in hand.text()
        off = hand.app.plan.now.date() + timedelta(days=1)
        assert journal(context) == before
        await hand.press("enter")
        assert hand.name == "today"
    leader, plan = journal(context)[len(before) :]
    assert (leader.kind, plan.kind) == ("checkin", "plan")
    assert leader.data["hours"] == {module: 90}
    assert leader.data["time_off"] == [off.isoformat()]
    assert all(session.day != off for session in plan_of(context).plan.sessions)


async def test_a_check_in_without_an_answer_takes_six_keys(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("c", "enter", "enter", "enter", "enter", "enter")
    assert [event.kind for event in journal(context)[-2:]] == ["checkin", "plan"]


async def test_escape_goes_one_step_back_and_out_without_recording(context, sit_down, journal):
    before = journal(context)
    async with sit_down(context) as hand:
        await hand.press("c", "enter", "enter", "escape", "escape")
        assert "1 of 4" in hand.text()
        await hand.press("escape")
        assert hand.name == "today"
    assert journal(context) == before


async def test_undo_takes_the_whole_check_in_back(context, sit_down, plan_of):
    before = plan_of(context)
    async with sit_down(context) as hand:
        await hand.press("c")
        await hand.type("2h")
        await hand.press("enter", "enter", "enter", "enter", "enter", "u")
    after = plan_of(context)
    assert after.progress.accepted.event == before.progress.accepted.event
    assert after.progress.checkins == before.progress.checkins


async def test_finished_and_hours_to_go_are_answered_without_typing(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("c", "enter")
        first, second = [row.module for row in hand.app.screen.draft.rows if not row.done][:2]
        was = first in hand.app.screen.answers.done
        await hand.press("space", "down", "right", "right", "enter", "enter", "enter", "enter")
    data = next(event.data for event in journal(context)[::-1] if event.kind == "checkin")
    assert (first in data.get("done", [])) is not was
    assert data["remaining"][second] % 30 == 0


async def test_hours_that_cannot_be_read_are_asked_again(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        await hand.type("lots")
        await hand.press("enter")
        assert "1 of 4" in hand.text()
        assert "“lots” is no length of time" in hand.text()


async def test_a_due_milestone_is_reached_with_its_evidence(context, sit_down, plan_of):
    from dataclasses import replace

    later = replace(context, now=context.now + timedelta(days=14))
    async with sit_down(later) as hand:
        await hand.press("c", "enter", "enter")
        due = [row.plan.id for row in hand.app.screen.draft.milestones]
        assert due
        await hand.press("space")
        assert hand.name == "evidence"
        await hand.type("https://x.org")
        await hand.press("enter")
        assert hand.name == "checkin"
        assert "https://x.org" in hand.text()
        await hand.press("enter", "enter", "enter")
    reached = plan_of(later).progress.milestones[due[0]]
    assert reached.reached is not None
    assert reached.result.url == "https://x.org"


async def test_a_finished_module_has_no_hours_to_go(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("c", "enter")
        screen = hand.app.screen
        row = next(row for row in screen.draft.rows if not row.done)
        module, title = row.module, row.title.in_language("en")[:11]
        if module not in screen.answers.done:
            await hand.press("space")
        await hand.press("right", "right")
        assert module not in screen.answers.done
        assert "[ ] finished" in hand.line(title)
        assert "to go" in hand.line(title)
        await hand.press("space")
        assert "[x] finished" in hand.line(title)
        assert module in screen.answers.done
        await hand.press("enter", "enter", "enter", "enter")
    data = next(event.data for event in journal(context)[::-1] if event.kind == "checkin")
    assert module in data["done"]
    assert "remaining" not in data


async def test_a_message_goes_when_the_mistake_is_mended(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        await hand.type("lots")
        await hand.press("enter")
        hand.app.focused.value = ""
        await hand.press("enter")
        assert "2 of 4" in hand.text()
        assert "no length of time" not in hand.text()


async def test_marking_is_offered_only_where_something_can_be_marked(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        assert "space mark" not in hand.text()
        await hand.press("enter", "enter")
        assert ("space mark" in hand.text()) is bool(hand.app.screen.draft.milestones)
        await hand.press("enter")
        assert "space mark" in hand.text()


def test_what_was_not_planned_is_not_set_against_nothing():
    from planner.text.languages import LocalText
    from planner.text.messages import translator
    from planner.workspace.checkin.proposing import CheckInRow
    from tui.wording.checkin import hours_figures

    row = CheckInRow("a", 0, 45, 60, LocalText.of("A"))
    assert hours_figures(row, translator("en")) == "logged: 45 m"


async def test_the_usual_week_takes_enter_four_times(context, sit_down, journal, monkeypatch):
    monkeypatch.setattr("planner.workspace.checkin.proposing._is_due", lambda _row, _last: False)
    async with sit_down(context) as hand:
        await hand.press("c")
        assert "1 of 3" in hand.text()
        await hand.press("enter", "enter", "enter")
        assert "the change" in hand.text()
        await hand.press("enter")
        assert hand.name == "today"
    assert [event.kind for event in journal(context)[-2:]] == ["checkin", "plan"]


async def test_time_on_a_module_that_was_not_planned_is_added(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("c")
        rows = len(hand.app.screen.draft.rows)
        await hand.press(*["down"] * rows, "right", "down")
        await hand.type("1h15m")
        assert "1 h 15 m of it added here" in hand.text()
        await hand.press("enter")
        module = hand.app.screen.draft.rows[-1].module
        assert len(hand.app.screen.draft.rows) == rows + 1
        await hand.press("escape")
        assert "1h15m" in hand.line(hand.app.t(hand.app.screen.draft.rows[-1].title)[:12])
        await hand.press(*["enter"] * 5)
    data = next(event.data for event in journal(context)[::-1] if event.kind == "checkin")
    assert data["hours"] == {module: 75}


async def test_added_time_needs_its_module(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        rows = len(hand.app.screen.draft.rows)
        await hand.press(*["down"] * (rows + 1))
        await hand.type("1h")
        await hand.press("enter")
        assert "Which module" in hand.text()
        assert "1 of 4" in hand.text()


async def test_a_missed_week_is_chosen_and_checked_in(context, sit_down, plan_of):
    from planner.workspace.checkin.rows import missed_weeks

    [missed] = missed_weeks(plan_of(context))
    async with sit_down(context) as hand:
        await hand.press("c")
        assert "No check-in yet: week 5" in hand.text()
        await hand.press("pageup")
        assert hand.app.screen.draft.week == missed
        assert "missed week" not in hand.text().splitlines()[-1]
        await hand.press("pagedown", "pageup")
        await hand.type("2h")
        while hand.name == "checkin":
            await hand.press("enter")
    after = plan_of(context)
    assert missed_weeks(after) == ()
    assert [entry.minutes for entry in after.progress.logs if entry.week == missed] == [120]


async def test_answers_wait_until_one_comes_back_to_them(context, sit_down, journal):
    before = journal(context)
    async with sit_down(context) as hand:
        await hand.press("c")
        await hand.type("45m")
        await hand.press("enter", "enter", "enter", "space", "tab")
        await hand.type("tired")
        await hand.press("escape", "escape", "escape", "escape")
        assert hand.name == "today"
        await hand.press("c")
        assert "45m" in hand.text()
        await hand.press("enter", "enter", "enter")
        assert hand.text().count("[x] off") == 1
        assert "tired" in hand.text()
        assert journal(context) == before
        await hand.press("enter", "enter", "c")
        assert "45m" in hand.text()
        assert hand.app.screen.answers.time_off == ()


async def test_what_is_logged_and_what_is_added_make_the_week(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("c")
        draft = hand.app.screen.draft
        planned = sum(row.planned for row in draft.rows) / 60
        assert f"of {planned:g} h" in hand.line("the week:")
        await hand.type("2h")
        assert "2 h of it added here" in hand.line("the week:")
