"""A change of plan: the verdict before and after, milestones before and after, and every session that moves."""

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, wrapped
from tui.wording.change import Change, Moved


class ChangeView(Block):
    """Draws a `Change`; the headings are words given by the screen."""

    DRAWN = ("change", "words")

    change: reactive[Change | None] = reactive(None, layout=True)
    words: reactive[tuple[str, str, str, str, str]] = reactive(("", "", "", "", ""), layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw verdict, milestones, sessions."""
        change = self.change
        if change is None:
            return []
        before, after, milestones, sessions, new = self.words
        room = max(Content(word).cell_length for word in (before, after)) + 3
        lines = _said(before, change.before, room, width, MUTED) + _said(
            after, change.after, room, width, STRONG
        )
        for note in change.notes:
            lines += _said("", note, room, width, MUTED)
        if change.milestones:
            lines += [
                Content(),
                Content.styled(milestones, MUTED),
                *self._table(change.milestones, new, width),
            ]
        lines += [Content(), Content.styled(sessions, MUTED), *self._table(change.sessions, new, width)]
        for text in (change.kept, change.weeks):
            lines += wrapped(text, width, MUTED)
        return lines

    def _table(self, rows: tuple[Moved, ...], new: str, width: int) -> list[Content]:
        """Draw rows with from and to below one another; the name gives way."""
        if not rows:
            return []
        befores = max(Content(moved.before or new).cell_length for moved in rows)
        afters = max(Content(moved.after).cell_length for moved in rows)
        lengths = max(Content(moved.length).cell_length for moved in rows)
        arrow = f" {self.glyphs.arrow} "
        tail = befores + len(arrow) + afters + (lengths + 2 if lengths else 0)
        if lengths and tail + 14 > width:
            tail, lengths = tail - lengths - 2, 0
        room = max(8, min(44, width - tail - 2))
        return [
            row(
                cell(moved.what, room), "  ",
                cell(moved.before or new, befores, MUTED), (arrow, MUTED),
                cell(moved.after or "–", afters, ACCENT if moved.after else MUTED),
                "  " if lengths else "", cell(moved.length, lengths, MUTED, right=True),
            ).truncate(width, ellipsis=True)
            for moved in rows
        ]  # fmt: skip


def _said(word: str, text: str, room: int, width: int, style: str) -> list[Content]:
    """Draw a word and the text beside it."""
    lines = wrapped(text, width - room, style)
    return [row(cell(word if not number else "", room, MUTED), line) for number, line in enumerate(lines)]
