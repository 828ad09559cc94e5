"""A plan that cannot be read is explained in plain words; themes and signs; nothing important by colour alone."""

from dataclasses import replace
from unicodedata import east_asian_width

import pytest

from tui.app import PlannerApp


async def test_a_broken_file_is_explained_and_q_leaves(context, sit_down):
    (context.home / "profile.yaml").write_text("start: yesterday\n")
    (context.home / "curriculum.yaml").write_text("phases: 3\n")
    async with sit_down(context) as hand:
        assert hand.name == "trouble"
        text = " ".join(hand.text().split())
        assert "profile.yaml:1" in text
        assert "curriculum.yaml:1" in text
        assert str(context.home) in "".join(line.strip() for line in hand.text().splitlines())
        assert hand.text().splitlines()[-1].startswith("  q quit")
        await hand.press("q")
    assert hand.app.return_code == 0


async def test_a_journal_that_cannot_be_written_is_said_and_the_plan_stays(context, sit_down, monkeypatch):
    from planner.problems import fail
    from planner.text.messages import msg

    def refuse(*_):
        raise fail(msg("No room"))

    monkeypatch.setattr("planner.workspace.acting.append", refuse)
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("1h")
        await hand.press("enter")
        assert hand.name == "today"
        assert "No room" in hand.text()


WAYS = [
    "",
    "2",
    "3",
    "4",
    "5",
    "6",
    "y",
    "c",
    "l",
    "question_mark",
    "slash",
    "ctrl+p",
    "w",
    "r",
    "g",
    "semicolon",
]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("way", WAYS)
async def test_with_plain_signs_all_is_ascii_but_for_letters_and_wide_characters(
    context, sit_down, way, language
):
    async with sit_down(replace(context, language=language), size=(120, 36)) as hand:
        await hand.press("ctrl+g", *filter(None, [way]))
        assert [
            sign for sign in set(hand.text()) if not (sign.isascii() or sign.isalpha() or _is_wide(sign))
        ] == []


def _is_wide(sign):
    return east_asian_width(sign) in "WF"


async def test_plain_signs_come_and_go_at_once(context, sit_down):
    async with sit_down(context) as hand:
        before = hand.text()
        await hand.press("ctrl+g")
        assert hand.text().isascii()
        await hand.press("ctrl+g")
        assert hand.text() == before


async def test_the_theme_can_be_light(context, sit_down):
    async with sit_down(context) as hand:
        dark = hand.app.screen.styles.background
        await hand.press("ctrl+t")
        assert hand.app.theme == "planner-light"
        assert hand.app.screen.styles.background != dark


async def test_without_colour_the_states_are_still_said(context, monkeypatch, sit_down):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(context) as hand:
        assert hand.app.no_color
        assert "✓ on track" in hand.text()
        assert "▌" in hand.text()


async def test_the_screen_stands_in_the_language_of_the_context(context):
    from dataclasses import replace

    app = PlannerApp(replace(context, language="ja"))
    async with app.run_test(size=(80, 24)):
        assert app.t.language == "ja"


async def test_the_mouse_moves_the_cursor_and_opens(context, sit_down):
    async with sit_down(context) as hand:
        lines = hand.text().splitlines()
        y = next(number for number, line in enumerate(lines) if line.strip().startswith("then"))
        await hand.pilot.click(offset=(30, y + 1))
        await hand.settle()
        first = hand.app.screen.query_one("#then").cursor
        assert first == hand.app.screen.query_one("#then").ids()[1]
        await hand.pilot.click(offset=(30, y + 1))
        await hand.settle()
        assert hand.name == "detail"


async def test_a_damaged_line_of_the_journal_is_said(context, sit_down):
    (file,) = (context.home / "journal").glob("*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines[:3], lines[3][:40] + b"\n", *lines[4:]]))
    async with sit_down(context) as hand:
        said = " ".join(hand.text().split())
        assert "planner journal check says what can be saved" in said
        assert f"{file.name}:4" in said


async def test_time_goes_by(context):
    from datetime import timedelta

    moment = [context.now]
    app = PlannerApp(context, clock=lambda: moment[0])
    async with app.run_test(size=(80, 24)) as pilot:
        moment[0] += timedelta(days=1)
        app.tick()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen.view.day == context.now.date() + timedelta(days=1)
