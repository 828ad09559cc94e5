"""Every command, by its default key, on every screen that binds it, and what comes of it."""

from types import SimpleNamespace

import pytest

from planner.keymap.table import (
    CHANGE,
    CHECKIN,
    COMMANDS,
    DETAIL,
    ENTRY,
    HELP,
    PROGRESS,
    SCREENS,
    WEEK,
    WHATIF,
    WHY,
)
from tests.tui.every_command import DEEDS, THERE_AND_BACK, kinds, lever, press, where
from tests.tui.every_screen import FIRST, FORMS, context_of, take
from tui.widgets.rows import Rows

__all__ = ["context_of"]

BOUND = [(screen, command.id) for command in COMMANDS for screen in command.screens]
USUAL = {screen.NAME: name for screen, name in FIRST.items() if hasattr(screen, "NAME")}
LOW = {DETAIL, ENTRY, HELP, PROGRESS, WHY}  # pages that go on below
OTHERS = {
    CHANGE: "change-missed",
    CHECKIN: "checkin-finished",
}  # a page to scroll; not in a field, which takes ?
BACK_AND_FORTH = {
    name: ids
    for name in SCREENS
    if (
        ids := [
            each for on, each in BOUND if on == name and each in THERE_AND_BACK and (on, each) not in DEEDS
        ]
    )
}


@pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes
@pytest.mark.parametrize("screen", BACK_AND_FORTH)
async def test_what_can_be_gone_back_from(screen, context_of, sit_down):
    form = FORMS[OTHERS.get(screen, USUAL[screen])]
    size = (80, 10) if screen in LOW else (80, 24)
    async with sit_down(context_of(form), size=size) as hand:
        await take(hand.pilot, *form.steps)
        for command in BACK_AND_FORTH[screen]:
            await THERE_AND_BACK[command](hand, command)
            assert hand.name == screen, command


@pytest.mark.ci
@pytest.mark.parametrize(("screen", "command"), DEEDS)
async def test_what_leads_elsewhere_or_is_recorded(screen, command, context_of, sit_down):
    deed = DEEDS[screen, command]
    form = FORMS[deed.form or USUAL[screen]]
    async with sit_down(context_of(form)) as hand:
        await take(hand.pilot, *form.steps, *deed.first)
        was = seen_now(hand)
        await press(hand, command)
        assert deed.seen(hand, was), hand.text()


def seen_now(hand):
    """Keep what a deed may change."""
    screen, rows = hand.app.screen, list(hand.app.screen.query(Rows))
    return SimpleNamespace(
        name=hand.name,
        events=len(kinds(hand)),
        where=where(hand),
        screen={**vars(type(screen)), **vars(screen)},
        rows=len(rows[0].ids()) if rows else 0,
        lever=lever(hand) if hand.name == WHATIF else 0,
        week=screen.shown_week() if hand.name == WEEK else None,
        session=screen.session_at_cursor() if hand.name == WEEK else None,
    )


def test_every_command_of_every_screen_is_pressed():
    pressed = {*DEEDS, *((screen, command) for screen, ids in BACK_AND_FORTH.items() for command in ids)}
    assert pressed == set(BOUND)
