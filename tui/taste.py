"""The user's preferences put into the app: colours, signs, keys; and what they change in the app, kept for next time.

Invariant: what is wrong in the file changes nothing in the app, and a file with faults is never written over.
"""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.workspace.taste.preferences import FILE, read_preferences
from tui.commands import changed_keys, spoken_keys
from tui.glyphs import ASCII, BLOCKS
from tui.theme import DARK, TERMINAL, THEME_NAMES

if TYPE_CHECKING:
    from planner.problems import Problem
    from tui.app import PlannerApp


def take_preferences(app: "PlannerApp") -> None:
    """Read the preferences and follow them; what is wrong is said at the foot once the first screen is there."""
    preferences = read_preferences(app.context)
    app.theme = TERMINAL if app.no_color else THEME_NAMES.get(preferences.theme, DARK)
    app.glyphs = ASCII if preferences.signs == "ascii" or app.plain else BLOCKS
    app.commands, app.keys = preferences.commands, dict(spoken_keys(preferences.commands))
    app.set_keymap(changed_keys(preferences.commands))
    if preferences.problems:
        app.call_after_refresh(lambda: app.say(_faults(app, preferences.problems), wrong=True))


def _faults(app: "PlannerApp", problems: "tuple[Problem, ...]") -> str:
    """Say the first fault of the file, before it how many there are."""
    from planner.text.messages import msg_n

    first, more = problems[0], len(problems) - 1
    said = replace(first, file=FILE if first.file else "").text(app.t)
    if not more:
        return said
    return app.t(
        msg_n(
            "{first} – {count} more fault: `planner keys` lists all",
            "{first} – {count} more faults: `planner keys` lists all",
            more,
            first=said,
        )
    )


def next_theme(app: "PlannerApp") -> None:
    """Take the next colours: dark, light, the terminal's own; without colours there is nothing to change."""
    from planner.text.messages import msg

    if app.no_color:
        app.say(app.t(msg("There are no colours to change: NO_COLOR is set.")))
        return
    names = list(THEME_NAMES)
    now = next((place for place, name in enumerate(names) if THEME_NAMES[name] == app.theme), -1)
    name = names[(now + 1) % len(names)]
    app.theme = THEME_NAMES[name]
    _keep(app, "theme", name)


def other_signs(app: "PlannerApp") -> None:
    """Draw with plain signs, or with blocks again."""
    app.glyphs = ASCII if app.glyphs == BLOCKS else BLOCKS
    app.refresh_screens()
    for screen in app.screen_stack:
        for widget in screen.walk_children(with_self=True):
            widget.refresh()
    _keep(app, "signs", "ascii" if app.glyphs == ASCII else "blocks")


def _keep(app: "PlannerApp", name: str, value: str) -> None:
    """Write a preference off the UI thread, after those before it; where that fails, one line says so."""

    async def keep() -> None:
        from planner.problems import DataError
        from planner.text.messages import msg
        from planner.workspace.taste.keeping import keep_preference

        async with app.one_at_a_time:
            try:
                await asyncio.to_thread(keep_preference, app.context, name, value)
            except DataError as error:
                why = error.problems[0].text(app.t)
                app.say(app.t(msg("This is not kept for next time: {why}", why=why)))

    app.run_worker(keep(), group="taste", description="a preference")
