"""A change of plan: the verdict before and after, and in parts what changes, each line from when to when."""

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, wrapped
from tui.wording.change import Change, Moved

_WIDEST = 120


class ChangeView(Block):
    """Draws a `Change`; the figures of all parts stand below one another."""

    DRAWN = ("change",)

    change: reactive[Change | None] = reactive(None, layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw the verdict and the parts."""
        change = self.change
        if change is None:
            return []
        room = max(Content(word).cell_length for word, _ in change.said) + 3
        lines: list[Content] = []
        for word, text in change.said:
            lines += _said(word, text, room, width, STRONG if word == change.said[-1][0] else MUTED)
        table = self._table(
            [moved for part in change.parts for moved in part.rows], (change.new, change.gone), width
        )
        drawn = iter(table)
        for part in change.parts:
            lines += [Content(), Content.styled(part.heading, MUTED)]
            lines += [next(drawn) for _ in part.rows]
            lines += wrapped(part.closing, width, MUTED if part.rows else "")
        for number, text in enumerate(change.closing):
            lines += [*([Content()] if not number else []), *wrapped(text, width, MUTED)]
        return lines

    def _table(self, rows: list[Moved], missing: tuple[str, str], width: int) -> list[Content]:
        """Draw rows with from and to below one another; the lengths give way first, then the name."""
        if not rows:
            return []
        width, (new, gone) = min(width, _WIDEST), missing
        timed = [moved for moved in rows if moved.before or moved.after]
        befores, afters, lengths = (
            max((Content(text).cell_length for text in column), default=0)
            for column in (
                [moved.before or new for moved in timed],
                [moved.after or gone for moved in timed],
                [moved.length for moved in timed],
            )
        )
        arrow = f" {self.glyphs.arrow} "
        tail = befores + len(arrow) + afters + (lengths + 2 if lengths else 0)
        if lengths and tail + 20 > width:
            tail, lengths = tail - lengths - 2, 0
        room = max(8, min(48, width - tail - 2))
        return [
            row(
                cell(moved.what, room), "  ",
                cell(moved.before or new, befores, MUTED), (arrow, MUTED),
                cell(moved.after or gone, afters, ACCENT if moved.after else MUTED),
                "  " if lengths else "", cell(moved.length, lengths, MUTED, right=True),
            ).truncate(width, ellipsis=True)
            if moved.before or moved.after
            else Content.styled(moved.what, ACCENT).truncate(width, ellipsis=True)
            for moved in rows
        ]  # fmt: skip


def _said(word: str, text: str, room: int, width: int, style: str) -> list[Content]:
    """Draw a word and the text beside it."""
    lines = wrapped(text, width - room, style)
    return [row(cell(word if not number else "", room, MUTED), line) for number, line in enumerate(lines)]
