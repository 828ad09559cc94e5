"""Jump by letter: what can be focused or chosen on a screen gets a letter, and the letter puts the cursor there.

Invariant: nothing changes but the cursor and the focus, and every target has letters of its own, none of which begins
those of another. A widget takes part by having `jump_targets` (see `Jumper`); nothing else knows about it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Protocol, runtime_checkable

from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a widget, from its top left corner, and what puts the cursor there."""

    at: Offset
    take: Callable[[], object]


@runtime_checkable
class Jumper(Protocol):
    """A widget that can be jumped into."""

    def jump_targets(self) -> Sequence[Target]:
        """Return its places, from the top."""
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """A target with its letters, at a place of the whole screen."""

    letters: str
    at: Offset
    take: Callable[[], object]


def marks_on(screen: Screen[None]) -> tuple[Mark, ...]:
    """Return the targets that are seen on a screen, from the top, with their letters."""
    found = [
        (place, target.take)
        for widget in screen.query(Widget)
        if isinstance(widget, Jumper)
        for target in widget.jump_targets()
        if _is_seen(widget, place := widget.region.offset + target.at)
    ]
    found.sort(key=lambda pair: (pair[0].y, pair[0].x))
    return tuple(
        Mark(letters, at, take) for letters, (at, take) in zip(letters_for(len(found)), found, strict=True)
    )


def letters_for(count: int) -> tuple[str, ...]:
    """Return as many different letters; pairs of them where one for each is not enough."""
    if count <= len(LETTERS):
        return tuple(LETTERS[:count])
    return tuple(first + second for first, second in islice(product(LETTERS, repeat=2), count))


def _is_seen(widget: Widget, place: Offset) -> bool:
    """Tell whether a place of a widget is not scrolled away, hidden, or under something else."""
    try:
        region = widget.screen.find_widget(widget).visible_region
    except NoWidget:
        return False
    return widget.display and region.contains_point(place)
