"""The tour: shown once after the first plan, over the real screens, skipped with Escape, and back with its key."""

from tui.wording.tour import CARDS


async def accept_a_plan(hand):
    await hand.press(*["enter"] * 8)


async def test_the_first_plan_is_followed_by_five_cards_over_the_screens(empty, sit_down):
    async with sit_down(empty) as hand:
        await accept_a_plan(hand)
        for number, card in enumerate(CARDS, 1):
            assert hand.name == "tour"
            assert f"{number} of {len(CARDS)}" in hand.text()
            assert card.place == hand.app.screen_stack[-2].NAME
            await hand.press("enter")
        assert hand.name == "today"
    assert len(CARDS) <= 5


async def test_escape_ends_it_and_it_never_comes_again_by_itself(empty, sit_down):
    async with sit_down(empty) as hand:
        await accept_a_plan(hand)
        await hand.press("enter", "enter", "enter")
        assert hand.app.screen_stack[-2].NAME == "plan"
        await hand.press("escape")
        assert hand.name == "today"
    inside = sorted(path.name for path in empty.home.rglob("*"))
    assert not [name for name in inside if "tour" in name]
    async with sit_down(empty) as hand:
        assert hand.name == "today"
    from dataclasses import replace

    async with sit_down(replace(empty, home=empty.home.with_name("another"))) as hand:
        await accept_a_plan(hand)
        assert hand.name == "today"


async def test_its_key_and_the_palette_bring_it_back_from_any_place(context, sit_down):
    async with sit_down(context) as hand:
        assert hand.name == "today"
        await hand.press("4", "f2")
        assert [screen.NAME for screen in hand.app.screen_stack[-2:]] == ["today", "tour"]
        await hand.press("escape")
        found = [command.title for command in hand.app.get_system_commands(hand.app.screen)]
        assert "A short tour of the screens" in found


async def test_the_cards_name_the_keys_as_they_are_bound(context, sit_down):
    context.config.mkdir() if context.config else None
    async with sit_down(context) as hand:
        await hand.press("f2", "enter")
        assert "s starts the timer" in hand.text()
        hand.app.keys = {**hand.app.keys, "timer": "F9"}
        hand.app.screen.dismiss()
        await hand.press("f2", "enter")
        assert "F9 starts the timer" in hand.text()
