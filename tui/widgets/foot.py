"""The last lines of every screen: one sentence of judgement or what was just done, the rule line, and the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, RULE, cell, row, wrapped

SPARED = 2  # keys from this rank on give way to the places


class Sentence(Block):
    """The judgement; `said` takes its place for a while after an action, `wrong` marks it as a problem.

    `busy` tells what is waited for, before everything else; `trouble` a file with mistakes, until it is mended.
    """

    DRAWN = ("judgement", "said", "wrong", "busy", "trouble")

    judgement: reactive[str] = reactive("", layout=True)
    said: reactive[str] = reactive("", layout=True)
    wrong: reactive[bool] = reactive(default=False)
    busy: reactive[str] = reactive("", layout=True)
    trouble: reactive[str] = reactive("", layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw the sentence, wrapped."""
        if self.busy:
            return wrapped(self.busy, width - 1, MUTED)
        if self.trouble and not self.said:
            return wrapped(self.trouble, width - 1, "bold")
        if self.said:
            return wrapped(self.said, width - 1, "bold" if self.wrong else ACCENT)
        return wrapped(self.judgement, width - 1)


@dataclass(frozen=True, slots=True)
class Key:
    """One key in the footer: the command it runs, how the key is shown, and its label.

    A `place` is somewhere to go; where not all of them have room, the one that `leads` to them stands in their stead.
    """

    command: str
    shown: str
    label: str
    group: str
    rank: int
    place: bool = False
    leads: bool = False


class Keys(Block):
    """The rule line and the keys that fit: left what can be done here, in the middle where to go, right help."""

    DRAWN = ("keys",)

    keys: reactive[tuple[Key, ...]] = reactive(())

    class Pressed(Message):
        """A key in the footer was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def all_lines(self, width: int) -> list[Content]:
        """Draw the rule and the keys."""
        rule = row(" ", (self.glyphs.rule * max(0, width - 2), RULE))
        parts = [part if isinstance(part, str) else _drawn(part) for part in self._line(width)]
        return [rule, cell(row(*parts), width)]

    def on_click(self, event: Click) -> None:
        """Run the command whose key was clicked."""
        x = 0
        for part in self._line(self.content_size.width):
            x += len(part) if isinstance(part, str) else _drawn(part).cell_length
            if event.y == 1 and event.x < x:
                if isinstance(part, Key):
                    self.post_message(self.Pressed(part.command))
                return

    def _line(self, width: int) -> list[str | Key]:
        """Return what stands in the line: keys and the gaps between them."""
        keys = fitting(self.keys, width)
        left, middle, right = (_group(keys, name) for name in ("left", "middle", "right"))
        free = width - 4 - sum(_width(group) for group in (left, middle, right))
        gap = " " * max(2, min(6, free // 2))
        line: list[str | Key] = ["  ", *left]
        if middle:
            line += [gap if left else "", *middle]
        used = sum(len(part) if isinstance(part, str) else _drawn(part).cell_length for part in line)
        return [*line, " " * max(2, width - 2 - used - _width(right)), *right]


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """Return the keys that fit in a line of `width` cells; those of the highest rank go first, from the right."""
    spelled = [key for key in keys if not key.leads]
    needed = [key for key in spelled if key.place or key.rank < SPARED]
    kept = spelled if _needed(needed) <= width else [key for key in keys if not key.place]
    while kept and _needed(kept) > width:
        worst = max(key.rank for key in kept)
        kept.remove([key for key in kept if key.rank == worst][-1])
    return kept


def _needed(keys: Sequence[Key]) -> int:
    """Return the cells of a line: margins of two, and at least three between keys."""
    return 4 + sum(_drawn(key).cell_length for key in keys) + 3 * (len(keys) - 1)


def _group(keys: Sequence[Key], name: str) -> list[str | Key]:
    line: list[str | Key] = []
    for key in keys:
        if key.group == name:
            line += ["   ", key] if line else [key]
    return line


def _width(group: Sequence[str | Key]) -> int:
    return sum(len(part) if isinstance(part, str) else _drawn(part).cell_length for part in group)


def _drawn(key: Key) -> Content:
    return row((key.shown, ACCENT), " ", (key.label, MUTED))
