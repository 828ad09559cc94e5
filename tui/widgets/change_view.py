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
        verdict = max(number for number, (word, _) in enumerate(change.said) if word)
        for number, (word, text) in enumerate(change.said):
            lines += _said(word, text, room, width, STRONG if number == verdict else MUTED)
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
        tail = befores + len(arrow) + afters
        longest = max((Content(moved.what).cell_length for moved in timed), default=0)
        said = _lengths([moved.length for moved in timed], width - tail - min(20, longest) - 4)
        lengths = max((Content(text).cell_length for text in said.values()), default=0)
        tail += lengths + 2 if lengths else 0
        room = max(8, min(48, longest, width - tail - 2))
        return [
            row(
                cell(moved.what, room), "  ",
                cell(moved.before or new, befores, MUTED, right=True), (arrow, MUTED),
                cell(moved.after or gone, afters, ACCENT if moved.after else MUTED),
                "  " if lengths else "", cell(said.get(moved.length, ""), lengths, MUTED, right=True),
            ).truncate(width, ellipsis=True)
            if moved.before or moved.after
            else _setting(moved.what, width)
            for moved in rows
        ]  # fmt: skip


def _lengths(texts: list[str], room: int) -> dict[str, str]:
    """Return how lengths are said in so many cells: whole, else only the new one, else not at all."""
    for said in ({text: text for text in texts}, {text: text.rpartition(" → ")[2] for text in texts}):
        if all(Content(text).cell_length <= room for text in said.values()):
            return said
    return {}


def _setting(text: str, width: int) -> Content:
    """Draw a setting that changes; the accent is on its new value."""
    before, arrow, new = text.rpartition(" → ")
    return row(f"{before}{arrow}", (new, ACCENT)).truncate(width, ellipsis=True)


def _said(word: str, text: str, room: int, width: int, style: str) -> list[Content]:
    """Draw a word and the text beside it."""
    lines = wrapped(text, width - room, style)
    return [row(cell(word if not number else "", room, MUTED), line) for number, line in enumerate(lines)]
