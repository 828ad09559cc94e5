"""Where the app has a key or a screen for it, a refusal names that and no command line; ids stay out of sight."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from planner.problems import DataError
from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import pin
from planner.workspace.tracking.log import delete_log, log_time
from planner.workspace.tracking.refusals import no_log
from planner.workspace.tracking.timing import stop_timer
from planner.workspace.undoing.choosing import redo_entry, undo_entry
from planner.workspace.undoing.undo import undo

COMMAND = re.compile(r"planner [a-z]|--[a-z]")


def refused(use_case, *given):
    with pytest.raises(DataError) as error:
        use_case(*given)
    return error.value.problems[0]


def study(opened):
    return next(
        each
        for each in opened.plan.sessions
        if each.kind == "study" and each.start > opened.now.timestamp() // 60
    )


@pytest.fixture
def refusals(context, plan_of):
    """Hand out refusals that the app can meet, one of each kind."""
    opened = plan_of(context)
    session = study(opened)
    first = next(event for event in opened.events if event.kind == "plan")
    checkin = next(event for event in opened.events if event.kind == "checkin")
    found = [
        refused(move, opened, session.id, When(session.day + timedelta(days=1), 3 * 60)),
        refused(stop_timer, opened),
        refused(undo_entry, opened, first.id),
        refused(redo_entry, opened, checkin.id),
        no_log(opened, checkin.id).problems[0],
    ]
    logged = log_time(opened, session.module, 30)
    event = logged.events[-1].id
    deleted = delete_log(logged, event)
    found += [no_log(deleted, event).problems[0], refused(undo_entry, deleted, event)]
    after, _ = undo(deleted)
    after, _ = undo(after)
    found.append(refused(undo_entry, after, event))
    pinned = act(pin(after, session.id))
    other = next(each for each in pinned.plan.sessions if each.kind == "study" and each.start > session.start)
    if not other.pinned:
        found.append(refused(move, pinned, other.id, When(other.day + timedelta(days=1), 3 * 60)))
    return found


def test_refusals_name_keys_in_the_app_and_commands_elsewhere(refusals):
    from planner.text.messages import translator
    from tui.commands import COMMANDS, spoken_keys

    assert len(refusals) > 6
    for language in ("en", "ja"):
        plain = translator(language)
        keys = plain.with_keys(dict(spoken_keys(COMMANDS)))
        for each in refusals:
            assert COMMAND.search(each.text(plain)), each.text(plain)
            assert not COMMAND.search(each.text(keys)), each.text(keys)


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_why_says_titles_and_no_ids(context, sit_down, language):
    async with sit_down(replace(context, language=language), size=(120, 60)) as hand:
        for keys in ("w", "escape 3 W", "escape 2 w", "escape 4 w"):
            await hand.press(*keys.split())
            while list(hand.app.workers):
                await hand.settle()
            assert hand.name == "why"
            said = hand.text()
            ids = [*hand.app.plan.modules, *(each.id for each in hand.app.plan.plan.sessions)]
            assert [name for name in ids if f"({name})" in said or f"（{name}）" in said] == []


async def test_a_module_that_is_studied_is_finished_with_a_key(context, sit_down, plan_of):
    opened = plan_of(context)
    session = study(opened)
    row = next(each for each in opened.plan.modules if each.id == session.module)
    log_time(opened, row.id, row.remaining)
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("2")
        hand.app.screen.put(row.id)
        await hand.press("w")
        while list(hand.app.workers):
            await hand.settle()
        said = " ".join(hand.text().split())
        assert "d on Today or in Week says that it is finished." in said
