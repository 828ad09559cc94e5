"""How each screen looks, at 80x24 and 120x36, in English and Japanese, at a fixed moment of a fixed plan."""

from dataclasses import replace

import pytest

from tui.app import PlannerApp

SIZES = [(80, 24), (120, 36)]
LANGUAGES = ["en", "ja"]
everywhere = pytest.mark.parametrize(
    ("size", "language"),
    [(size, language) for language in LANGUAGES for size in SIZES],
    ids=[f"{language}-{width}x{height}" for language in LANGUAGES for width, height in SIZES],
)
small = pytest.mark.parametrize(("size", "language"), [((80, 24), "en"), ((80, 24), "ja")], ids=LANGUAGES)


@pytest.fixture
def looks(snap_compare):
    """Hand out the comparison: keys are pressed one after the other, each when the one before is done with."""

    def compare(context, language, size, *keys):
        async def press(pilot):
            for key in ("", *keys):
                if key:
                    await pilot.press(key)
                await pilot.pause()
                if list(pilot.app.workers):
                    await pilot.app.workers.wait_for_complete()
                    await pilot.pause()

        app = PlannerApp(replace(context, language=language))
        return snap_compare(app, run_before=press, terminal_size=size)

    return compare


@everywhere
def test_today(context, looks, size, language):
    assert looks(context, language, size)


@everywhere
def test_milestones(context, looks, size, language):
    assert looks(context, language, size, "4")


@small
def test_page_of_a_milestone(context, looks, size, language):
    assert looks(context, language, size, "4", "enter", "down")


@small
def test_session(context, looks, size, language):
    assert looks(context, language, size, "enter")


@small
def test_log(context, looks, size, language):
    assert looks(context, language, size, "l")


@everywhere
def test_change_of_a_replan(context, looks, size, language):
    assert looks(context, language, size, "r")


@small
@pytest.mark.parametrize("step", [1, 3, 4])
def test_checkin(context, looks, size, language, step):
    assert looks(context, language, size, "c", *["enter"] * (step - 1))


@everywhere
def test_checkin_what_is_finished(context, looks, size, language):
    assert looks(context, language, size, "c", "enter")


@everywhere
def test_checkin_the_change(context, looks, size, language):
    assert looks(context, language, size, "c", *["enter"] * 4)


@small
def test_help(context, looks, size, language):
    assert looks(context, language, size, "question_mark")


@everywhere
def test_first_question(empty, looks, size, language):
    assert looks(empty, language, size)


@everywhere
def test_verdict_of_six_months(empty, looks, size, language):
    assert looks(empty, language, size, "enter", "down", *["enter"] * 6)


@small
def test_trouble(context, looks, size, language):
    (context.home / "profile.yaml").write_text("start: yesterday\n")
    assert looks(context, language, size)


def test_today_with_room_for_the_week(context, looks):
    assert looks(context, "en", (200, 60))


def test_today_in_light_colours(context, looks):
    assert looks(context, "en", (120, 36), "ctrl+t")


def test_today_in_plain_signs(context, looks):
    assert looks(context, "en", (120, 36), "ctrl+g")
