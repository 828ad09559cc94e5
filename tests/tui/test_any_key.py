"""Whatever is pressed, clicked and resized: no fault, every line as wide as the screen, a valid journal."""

import random
from dataclasses import replace

import pytest
from textual import events
from textual.geometry import Size

from planner.journal.reading import read_journal
from planner.keymap.table import COMMANDS

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

SIZES = [(60, 20), (80, 24), (120, 36), (200, 60), (300, 80), (20, 5), (1, 1), (104, 20), (45, 80)]
LEAVING = {"q", "ctrl+q", "ctrl+z", "ctrl+c"}
KEYS = sorted({key for command in COMMANDS for key in command.keys.split(",")} - LEAVING)
PLACES = ["1", "2", "3", "4", "5", "6", "y", "c", "question_mark", "l", "d", "r", "w", "s"]
MOVES = ["up", "down", "left", "right", "enter", "escape", "tab"]
TYPED = ["1", "h", "m", "0", "あ", "backspace", "space", "minus"]


async def do_anything(hand, chance):
    """Press a key, click, or resize."""
    what = chance.random()
    if what < 0.12:
        width, height = chance.choice(SIZES)
        await resize(hand, width, height)
    elif what < 0.25:
        width, height = hand.app.size
        place = (chance.randrange(width), chance.randrange(height))
        await hand.pilot.click(offset=place)
    else:
        keys = chance.choices([KEYS, PLACES, MOVES, TYPED], [3, 3, 4, 1])[0]
        await hand.pilot.press(chance.choice(keys))


async def resize(hand, width, height):
    """Give the screen another size, as a terminal does."""
    size = Size(width, height)
    hand.app._driver._size = (width, height)
    hand.app.post_message(events.Resize(size, size))
    await hand.pilot.pause()


def check_lines(hand, history):
    width, height = hand.app.size
    if hand.app.screen.size != hand.app.size:
        return
    strips = hand.app.screen._compositor.render_strips()
    assert len(strips) == height, history
    assert {strip.cell_length for strip in strips} == {width}, (history, hand.text())


async def wander(context, sit_down, seed, steps):
    chance = random.Random(seed)
    history = []
    async with sit_down(context) as hand:
        press = hand.pilot.press

        async def noted(*keys):
            history.extend(keys)
            await press(*keys)

        hand.pilot.press = noted
        for step in range(steps):
            await do_anything(hand, chance)
            if step % 3 == 0:
                await hand.settle()
                check_lines(hand, history[-12:])
            if not hand.app.is_running:
                break
        await hand.settle()
        check_lines(hand, history[-12:])
    assert hand.app.crash is None
    assert read_journal(context.home)[1] == ()


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_whatever_is_pressed(context, sit_down, language):
    await wander(
        replace(context, language=language), sit_down, 5 if language == "en" else 8, 150
    )  # together 300 steps


@pytest.mark.full
@pytest.mark.parametrize("seed", range(100, 110))
async def test_whatever_is_pressed_for_long(context, sit_down, seed):
    await wander(replace(context, language=["en", "ja"][seed % 2]), sit_down, seed, 600)


every_size = [
    pytest.param(
        size, id=f"{size[0]}x{size[1]}", marks=[] if size in {(60, 20), (20, 5)} else pytest.mark.full
    )
    for size in SIZES
]


@pytest.mark.parametrize("size", every_size)
async def test_every_place_at_every_size(context, sit_down, size):
    async with sit_down(context) as hand:
        for key in ("2", "3", "4", "5", "6", "y", "1"):
            await resize(hand, 80, 24)
            await hand.press(key)
            await resize(hand, *size)
            await hand.settle()
            check_lines(hand, [key])
            if size in {(20, 5), (1, 1)}:
                assert "Too small"[: size[0]] in hand.text() or size == (1, 1)


async def test_a_terminal_that_is_too_small_says_so_and_nothing_is_lost(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("down", "down")
        before, focused = hand.text(), hand.app.focused
        await resize(hand, 20, 5)
        await hand.settle()
        assert " ".join(hand.text().split()).startswith("Too small: 40 x 10 at")
        await resize(hand, 80, 24)
        await hand.settle()
        assert hand.text() == before
        assert hand.app.focused is focused


async def test_losing_and_gaining_the_focus_keeps_the_cursor(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("down")
        before, focused = hand.text(), hand.app.focused
        hand.app.post_message(events.AppBlur())
        await hand.settle()
        hand.app.post_message(events.AppFocus())
        await hand.settle()
        assert hand.text() == before
        assert hand.app.focused is focused
