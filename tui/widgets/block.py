"""A block of lines under a quiet heading; the base of what the screens show.

Invariant: `draw` returns lines of at most the width it is given, and depends on nothing else but `state`: the
attributes that a class names in `DRAWN`. Of its lines only those are made ready for the terminal that can be seen.
"""

from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.glyphs import BLOCKS, Glyphs
from tui.widgets.cells import MUTED, stacked

MARGIN = 2


class Block(Widget):
    """Lines under a heading. With a `lead` the heading stands to the left of the lines, in that many cells.

    While it is `alone`, at an edge where none of its lines is seen, the heading is not drawn.
    """

    DRAWN: ClassVar[tuple[str, ...]] = ()

    heading: reactive[str] = reactive("", layout=True)
    lead: reactive[int] = reactive(0, layout=True)
    alone: reactive[bool] = reactive(default=False)
    glyphs: reactive[Glyphs] = reactive(BLOCKS, layout=True)

    def __init__(self, name: str = "") -> None:
        self._kept: dict[int, list[Content]] = {}
        self._drawn_from: tuple[object, ...] = ()
        super().__init__(id=name or None)

    def state(self) -> tuple[object, ...]:
        """Return all that the lines depend on besides the width."""
        return (
            self.heading,
            self.lead,
            self.alone,
            self.glyphs,
            *(getattr(self, name) for name in self.DRAWN),
        )

    def draw(self, width: int) -> list[Content]:
        """Return the lines; the block's own."""
        raise NotImplementedError

    def mark(self, line: int) -> Content | None:
        """Return what stands in the margin before a line: two cells, or None for nothing."""
        del line
        return None

    def lines(self, width: int) -> list[Content]:
        """Return all lines with heading and margin, at most `width` cells wide; kept until something changes."""
        state = self.state()
        if state != self._drawn_from:
            self._drawn_from, self._kept = state, {}
        if width not in self._kept:
            self._kept[width] = self.all_lines(width)
        return self._kept[width]

    def all_lines(self, width: int) -> list[Content]:
        """Make all lines with heading and margin."""
        left = MARGIN + self.lead
        drawn = self.draw(max(1, width - left))
        above = [] if self.lead or not self.heading else [self._before("" if self.alone else self.heading)]
        body, blank = [], self._before("", left)
        for number, line in enumerate(drawn):
            lead = self._before(self.heading, left) if self.lead and number == 0 else blank
            mark = self.mark(number)
            if mark is not None:
                lead = lead.truncate(left - MARGIN, pad=True) + mark
            body.append(lead + line)
        return above + body

    def line_at(self, y: int) -> int:
        """Return which of the drawn lines is at row `y` of the block; it may lie outside."""
        return y - (1 if self.heading and not self.lead else 0)

    def _before(self, text: str, width: int = 0) -> Content:
        lead = Content.styled(" " * MARGIN + text, MUTED)
        return lead.truncate(width, pad=True) if width else lead

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at this width."""
        del container, viewport
        return len(self.lines(width))

    def seen_line(self, y: int) -> Content | None:
        """Return the line at row `y`; None below the last one."""
        lines = self.lines(self.content_size.width)
        return lines[y] if y < len(lines) else None

    def render_line(self, y: int) -> Strip:
        """Draw one line; while text is being selected, and in the middle of more room, all are drawn at once."""
        if self.text_selection is not None or self.styles.content_align != ("left", "top"):
            return super().render_line(y)
        width, line = self.content_size.width, self.seen_line(y)
        strips = [] if line is None else Visual.to_strips(self, line, width, 1, self.visual_style)
        return strips[0].apply_offsets(0, y) if strips else Strip.blank(width, self.visual_style.rich_style)

    def render(self) -> Content:
        """Draw all lines."""
        return stacked(self.lines(self.content_size.width))
