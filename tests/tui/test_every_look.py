"""How every screen looks: at two sizes and in both languages; without colours, in light ones, in the terminal's own.

A picture is what somebody looked at and found good: look at one that changed before it is taken over.
"""

import importlib
import pkgutil
from dataclasses import dataclass, replace

import pytest
from textual.screen import Screen

import tui.screens
from tests.tui.every_screen import FIRST, FORMS, context_of, take
from tests.tui.test_commands import SCREENS
from tui.app import PlannerApp
from tui.theme import DARK, LIGHT, TERMINAL
from tui.widgets.too_small import TooSmall

__all__ = ["context_of"]


@dataclass(frozen=True)
class Look:
    """What a form is seen with."""

    language: str = "en"
    size: tuple[int, int] = (80, 24)
    theme: str = DARK
    colours: bool = True


USUAL = "en-80x24"
LOOKS = {
    USUAL: Look(),
    "ja-80x24": Look("ja"),
    "en-120x36": Look("en", (120, 36)),
    "ja-120x36": Look("ja", (120, 36)),
}  # of every form
COLOURS = {
    "no-colours": Look(colours=False),
    "light": Look(theme=LIGHT),
    "terminal": Look(theme=TERMINAL),
}  # of one form of every screen


def pictures():
    """Return form and look of every picture; `make test` leaves all but one of each screen to CI."""
    for name, form in FORMS.items():
        first = FIRST[form.screen] == name
        for look in (*LOOKS, *(COLOURS if first else ())):
            usual = first and look == USUAL
            marks = () if usual else pytest.mark.ci
            yield pytest.param(name, {**LOOKS, **COLOURS}[look], id=f"{name}-{look}", marks=marks)


@pytest.mark.parametrize(("name", "look"), pictures())
def test_looks(name, look, context_of, snap_compare, monkeypatch):
    form = FORMS[name]
    if not look.colours:
        monkeypatch.setenv("NO_COLOR", "1")
    app = PlannerApp(replace(context_of(form), language=look.language))

    async def open_form(pilot):
        app.theme = look.theme
        await take(pilot, *form.steps)
        assert type(app.screen) is form.screen

    assert snap_compare(app, run_before=open_form, terminal_size=look.size)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_terminal_that_is_too_small(language, context, snap_compare):
    app = PlannerApp(replace(context, language=language))

    async def covered(pilot):
        await take(pilot)
        assert app.screen.query_one(TooSmall).region == app.screen.region

    assert snap_compare(app, run_before=covered, terminal_size=(36, 8))


def test_every_screen_is_looked_at():
    for module in pkgutil.iter_modules(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    assert set(FIRST) >= {*SCREENS, *_last_of(Screen)}


def _last_of(screen):
    """Yield the screens of ours from which no other one is made."""
    ours = [each for each in screen.__subclasses__() if each.__module__.startswith("tui.")]
    if not ours and screen.__module__.startswith("tui."):
        yield screen
    for each in screen.__subclasses__():
        yield from _last_of(each)
