"""Colours and signs chosen in the app are kept in config.yaml, and followed at the next start."""

from dataclasses import replace

import pytest

from tui.glyphs import ASCII
from tui.theme import DARK, LIGHT, TERMINAL


@pytest.fixture
def at_home(context, tmp_path):
    """Hand out the plan with a folder for preferences, which is not there yet."""
    return replace(context, config=tmp_path / "config")


def kept(context):
    return (context.config / "config.yaml").read_text(encoding="utf-8")


async def test_colours_go_round_and_are_kept(at_home, sit_down):
    async with sit_down(at_home) as hand:
        for theme, word in ((LIGHT, "light"), (TERMINAL, "terminal"), (DARK, "dark"), (LIGHT, "light")):
            await hand.press("ctrl+t")
            assert hand.app.theme == theme
            assert kept(at_home) == f"theme: {word}\n"
    async with sit_down(at_home) as hand:
        assert hand.app.theme == LIGHT


async def test_signs_are_kept_beside_the_comments(at_home, sit_down):
    at_home.config.mkdir()
    (at_home.config / "config.yaml").write_text("# mine\nkeys: {log: f8}\n", encoding="utf-8")
    async with sit_down(at_home) as hand:
        await hand.press("ctrl+g")
        assert "# mine\n" in kept(at_home)
        assert "signs: ascii\n" in kept(at_home)
    async with sit_down(at_home) as hand:
        assert hand.app.glyphs == ASCII
        await hand.press("f8")
        assert hand.name == "log"


async def test_a_file_with_problems_is_not_written_over(at_home, sit_down):
    at_home.config.mkdir()
    (at_home.config / "config.yaml").write_text("theme: blue\n", encoding="utf-8")
    async with sit_down(at_home, size=(200, 40)) as hand:
        await hand.press("ctrl+t")
        assert hand.app.theme == LIGHT
        assert "This is not kept for next time:" in hand.line("config.yaml:1")
    assert kept(at_home) == "theme: blue\n"


async def test_what_cannot_be_written_is_one_line(at_home, sit_down):
    at_home.config.write_text("a file where the folder would be", encoding="utf-8")
    async with sit_down(at_home, size=(200, 40)) as hand:
        await hand.press("ctrl+g")
        assert hand.app.glyphs == ASCII
        assert "This is not kept for next time:" in hand.text()


async def test_without_colours_there_are_none_to_change(at_home, sit_down, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(at_home) as hand:
        await hand.press("ctrl+t")
        assert hand.app.theme == TERMINAL
        assert "NO_COLOR is set" in hand.text()
        assert not (at_home.config / "config.yaml").exists()
