"""Rows that can be walked through and chosen with the keys or the mouse.

Invariant: the cursor is on a row that can be chosen, or there is none; it stays on the same row's id when rows change.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from tui.jumping import Target
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT


@dataclass(frozen=True)
class Row:
    """One row: `draw` returns its lines at a width; a row without an id is a heading or a gap."""

    draw: Callable[[int], list[Content]]
    id: str = ""


class Rows(Block, can_focus=True):
    """Rows with a cursor in the margin."""

    DRAWN = ("rows", "cursor", "has_focus")

    rows: reactive[tuple[Row, ...]] = reactive((), layout=True)
    cursor: reactive[str] = reactive("")

    class Moved(Message):
        """The cursor is on another row, drawn at the lines from `top` to `bottom` of the block."""

        def __init__(self, rows: "Rows", row: str, top: int, bottom: int) -> None:
            super().__init__()
            self.rows, self.row, self.top, self.bottom = rows, row, top, bottom

        @property
        def control(self) -> "Rows":
            """The rows that sent it."""
            return self.rows

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, rows: "Rows", row: str) -> None:
            super().__init__()
            self.rows, self.row = rows, row

        @property
        def control(self) -> "Rows":
            """The rows that sent it."""
            return self.rows

    class Left(Message):
        """The cursor would move beyond the first (`step` -1) or last (+1) row."""

        def __init__(self, rows: "Rows", step: int) -> None:
            super().__init__()
            self.rows, self.step = rows, step

    BINDINGS = [("up", "move(-1)"), ("down", "move(1)")]  # noqa: RUF012

    def __init__(self, name: str = "") -> None:
        self._owners: list[str] = []
        super().__init__(name)

    def ids(self) -> list[str]:
        """Return the rows that can be chosen."""
        return [row.id for row in self.rows if row.id]

    def validate_cursor(self, cursor: str) -> str:
        """Keep the cursor on a row that there is."""
        ids = self.ids()
        return cursor if cursor in ids else next(iter(ids), "")

    def watch_rows(self) -> None:
        """Keep the cursor where it was, if that row is still there."""
        self.cursor = self.validate_cursor(self.cursor)

    def watch_cursor(self) -> None:
        """Say where the cursor is now."""
        if self.is_mounted and (place := self.place()):
            self.post_message(self.Moved(self, self.cursor, *place))

    def place(self) -> tuple[int, int] | None:
        """Return the first and the last line of the block that the cursor's row is drawn at."""
        self.lines(self.content_size.width)
        drawn = [line for line, owner in enumerate(self._owners) if owner and owner == self.cursor]
        offset = -self.line_at(0)
        return (drawn[0] + offset, drawn[-1] + offset) if drawn else None

    def draw(self, width: int) -> list[Content]:
        """Draw every row, and remember which line belongs to which."""
        lines: list[Content] = []
        owners: list[str] = []
        for row in self.rows:
            drawn = row.draw(width)
            lines += drawn
            owners += [row.id if line.plain.strip() else "" for line in drawn]
        self._owners = owners
        return lines

    def mark(self, line: int) -> Content | None:
        """Mark the cursor's row where it is to be seen."""
        if self.shows_cursor() and self.cursor and self._owners[line] == self.cursor:
            return Content.styled(f"{self.glyphs.marker} ", ACCENT)
        return None

    def shows_cursor(self) -> bool:
        """Tell whether the cursor is seen: while the block has the focus."""
        return self.has_focus

    def action_move(self, step: int) -> None:
        """Move the cursor by one row; beyond the ends, say so."""
        ids = self.ids()
        place = ids.index(self.cursor) + step if self.cursor in ids else 0
        if 0 <= place < len(ids):
            self.cursor = ids[place]
        else:
            self.post_message(self.Left(self, step))

    def owner_at(self, y: int) -> str:
        """Return the row that has the line `y` of the block; nothing between rows and beyond them."""
        line = self.line_at(y)
        return self._owners[line] if 0 <= line < len(self._owners) else ""

    def on_click(self, event: Click) -> None:
        """Put the cursor on the row that was clicked; a second click chooses it."""
        owner = self.owner_at(event.y)
        if owner and owner == self.cursor:
            self.post_message(self.Chosen(self, owner))
        elif owner:
            self.cursor = owner

    def jump_targets(self) -> list[Target]:
        """Return the first line of each row that can be chosen."""
        self.lines(self.content_size.width)
        first = {owner: line for line, owner in reversed(list(enumerate(self._owners))) if owner}
        top = -self.line_at(0)
        return [
            Target(Offset(max(0, self.lead), line + top), partial(self.take, owner))
            for owner, line in sorted(first.items(), key=lambda pair: pair[1])
        ]

    def take(self, row: str) -> None:
        """Put the focus here, and the cursor on a row."""
        self.focus()
        self.cursor = row

    def text_at_cursor(self) -> str:
        """Return the row under the cursor as plain text in one line."""
        row = next((row for row in self.rows if row.id and row.id == self.cursor), None)
        drawn = row.draw(max(1, self.content_size.width)) if row else []
        return " ".join(" ".join(line.plain for line in drawn).split())

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
