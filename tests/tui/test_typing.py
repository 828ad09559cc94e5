"""Text from an input method: wide characters, typed or pasted, are kept whole and stand where they should."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual._xterm_parser import XTermParser  # what makes events of what the terminal sends
from textual.events import Paste

SAID = "畳み込みの復習、がんばった。ﾊﾝｶｸ か\u3099 𠮷野家 ①"


async def paste(hand, text):
    hand.app.screen.focused.post_message(Paste(text))
    await hand.settle()


@pytest.mark.parametrize("how", ["typed", "pasted"])
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_a_note_is_recorded_as_it_was_written(context, sit_down, journal, how, language):
    async with sit_down(replace(context, language=language)) as hand:
        await hand.press("l", "down", "down")
        assert hand.app.screen.focused.id == "note"
        if how == "pasted":
            await paste(hand, SAID)
        else:
            for event in XTermParser().feed(SAID):
                hand.app.screen.post_message(event)
        await hand.settle()
        assert SAID[:8] in hand.text()
        assert all(cell_len(line) <= 80 for line in hand.text().splitlines())
        await hand.press("enter")
    assert journal(context)[-1].data["note"] == SAID


async def test_the_wide_space_of_an_input_method_keeps_words_apart(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("l", "up", "down", "down", "down")
        field = hand.app.screen.focused
        assert field.id == "note"
        for event in XTermParser().feed("第１週\u3000おわり\u3000メモ"):
            hand.app.screen.post_message(event)
        await hand.settle()
        assert field.value == "第１週\u3000おわり\u3000メモ"
        await hand.press("enter")
    assert journal(context)[-1].data["note"] == "第１週 おわり メモ"


async def test_evidence_is_kept_as_it_was_pasted(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("4", "a")
        field = hand.app.screen.focused
        await paste(hand, "https://例え.jp/成果")
        assert field.value == "https://例え.jp/成果"
        await hand.press("enter")
    assert "例え.jp/成果" in str(journal(context)[-1].data)


async def test_a_module_is_found_by_the_japanese_letters_its_name_begins_with(context, sit_down):
    async with sit_down(replace(context, language="ja")) as hand:
        await hand.press("l", "up")
        picker = hand.app.screen.focused
        name = next(name for _, name in reversed(picker.options) if not name[0].isascii())
        await hand.press(*name)
        assert picker.options[picker.index][1] == name


async def test_the_field_shows_the_cursor_after_wide_letters(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("l", "down", "down")
        field = hand.app.screen.focused
        first = field.cursor_screen_offset.x
        await hand.press(*"復習")
        assert field.cursor_position == 2
        assert field.cursor_screen_offset.x == first + 4
