"""Levers as rows: a name, a rail with a knob on it and a small mark where it stood, and the value; or a box to untick.

Invariant: all rails of a list begin and end in the same cells, however long the values are, so that nothing jumps.
"""

from dataclasses import dataclass
from functools import partial

from textual import events
from textual.content import Content
from textual.message import Message

from tui.glyphs import Glyphs
from tui.widgets.block import MARGIN
from tui.widgets.cells import ACCENT, MUTED, RULE, STRONG, cell, row, wrapped
from tui.widgets.rows import Row, Rows

_LEAST_RAIL, _GAP = 8, 2


@dataclass(frozen=True, slots=True)
class Slider:
    """Where a lever stands on its rail: `at` and `usual` from 0 to 1, `value` and `usual_value` the same in words.

    With `box` there is no rail: the lever is on (0) or off (1).
    """

    id: str
    title: str
    value: str
    usual_value: str
    at: float
    usual: float
    turned: bool
    box: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A text below the sliders: a heading, a quiet word, or with an id something that can be chosen."""

    text: str
    id: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Rails:
    """How the rails lie: below name and value (`stacked`, with a gap where there is room), or between them.

    `name` and `value` are the cells that these take.
    """

    stacked: bool
    name: int
    value: int
    gap: bool = True

    def span(self, width: int) -> tuple[int, int]:
        """Return the first cell of a rail, and its length."""
        if self.stacked:
            return 0, width
        first = self.name + _GAP
        return first, max(_LEAST_RAIL, width - first - self.value - _GAP)


class Levers(Rows):
    """Sliders and what else can be chosen beside them; a click on a rail sets the lever."""

    class Set(Message):
        """A rail was clicked, at a share of its length from 0 to 1; None for a box."""

        def __init__(self, lever: str, share: float | None) -> None:
            super().__init__()
            self.lever, self.share = lever, share

    def __init__(self, name: str = "") -> None:
        self._sliders: dict[str, Slider] = {}
        self._rails = Rails(stacked=False, name=0, value=0)
        self._given: tuple[object, ...] = ()
        super().__init__(name)

    def fill(self, sliders: tuple[Slider, ...], rails: Rails, notes: tuple[Note, ...], boxes: str) -> None:
        """Show the sliders, the notes, and the sliders with boxes under a heading."""
        given = (sliders, rails, notes, boxes)
        if given == self._given:
            return
        self._given = given
        self._sliders, self._rails = {slider.id: slider for slider in sliders}, rails
        railed = [Row(partial(self._slider, each), each.id) for each in sliders if not each.box]
        boxed = [Row(partial(self._slider, each), each.id) for each in sliders if each.box]
        above = (
            [_noted(Note(boxes, is_heading=True), gap=not (rails.stacked and rails.gap))]
            if boxed and boxes
            else []
        )
        self.rows = (*railed, *map(_noted, notes), *above, *boxed)

    def _slider(self, slider: Slider, width: int) -> list[Content]:
        return draw_slider(slider, width, self._rails, self.glyphs)

    def on_click(self, event: events.Click) -> None:
        """Set the lever whose rail or box was clicked; the base moves the cursor."""
        slider = self._sliders.get(self.owner_at(event.y))
        if slider is None:
            return
        if slider.box:
            self.post_message(self.Set(slider.id, None))
            return
        first, length = self._rails.span(self.content_size.width - MARGIN)
        place = event.x - MARGIN - first
        is_rail = not self._rails.stacked or self.owner_at(event.y - 1) == slider.id
        if is_rail and 0 <= place < length:
            self.post_message(self.Set(slider.id, place / max(1, length - 1)))


def _noted(note: Note, *, gap: bool = True) -> Row:
    """Return the row of a note; a heading has a gap above it."""
    if note.is_heading:
        return Row(lambda _: [*([Content()] if gap else []), Content.styled(note.text, MUTED)])
    return Row(lambda width: wrapped(note.text, width, "" if note.id else MUTED), note.id)


def draw_slider(slider: Slider, width: int, rails: Rails, glyphs: Glyphs) -> list[Content]:
    """Draw a lever in its one line, or in two and maybe a gap below."""
    if slider.box:
        return [_box(slider, width, glyphs)]
    if not rails.stacked:
        first, length = rails.span(width)
        name, rail = cell(slider.title, rails.name), _rail(slider, length, glyphs)
        value = cell(_value(slider, rails.value, glyphs), width - first - length - _GAP, right=True)
        return [row(name, " " * _GAP, rail, " " * _GAP, value)]
    room = max(4, width * 2 // 3)
    value = _value(slider, room, glyphs)
    head = row(cell(slider.title, width - value.cell_length - 1), " ", value)
    return [head, _rail(slider, width, glyphs), *([Content()] if rails.gap else [])]


def _value(slider: Slider, room: int, glyphs: Glyphs) -> Content:
    """Draw the value, after the one before where both have room."""
    value = Content.styled(slider.value, ACCENT if slider.turned else STRONG)
    both = row((f"{slider.usual_value} {glyphs.arrow} ", MUTED), value)
    if slider.turned and both.cell_length <= room:
        return both
    return value.truncate(room, ellipsis=True) if value.cell_length > room else value


def _box(slider: Slider, width: int, glyphs: Glyphs) -> Content:
    style = ACCENT if slider.turned else ""
    sign = (glyphs.off if slider.at else glyphs.on, style or MUTED)
    room = width - Content(slider.value).cell_length - 2
    return row(cell(row(sign, " ", (slider.title, style)), room), "  ", (slider.value, style or MUTED))


def _rail(slider: Slider, width: int, glyphs: Glyphs) -> Content:
    at, usual = (round(place * (width - 1)) for place in (slider.at, slider.usual))
    if at == usual and slider.at != slider.usual:
        at = _beside(usual, width, 1 if slider.at > slider.usual else -1)
    signs = {usual: (glyphs.upright, MUTED), at: (glyphs.knob, ACCENT if slider.turned else "")}
    parts: list[tuple[str, str]] = []
    drawn = 0
    for place in sorted(signs):
        parts += [(glyphs.rest * (place - drawn), RULE), signs[place]]
        drawn = place + 1
    return row(*parts, (glyphs.rest * (width - drawn), RULE))


def _beside(place: int, width: int, step: int) -> int:
    """Return the next cell in a direction, at the end of the rail the one before it."""
    return place + step if 0 <= place + step < width else place
