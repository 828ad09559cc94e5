"""Passages of text: a quiet heading with sentences or names below it, broken to a width that reads well."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import MUTED, row, wrapped

WIDEST = 88


@dataclass(frozen=True, slots=True)
class Said:
    """One passage; with `bullets` every text begins with a dot."""

    heading: str
    texts: tuple[str, ...]
    bullets: bool = True


class Passages(Block):
    """Draws passages with a gap between them."""

    DRAWN = ("passages",)

    passages: reactive[tuple[Said, ...]] = reactive((), layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw all of them."""
        lines: list[Content] = []
        for each in self.passages:
            lines += [Content()] if lines else []
            lines += wrapped(each.heading, width, MUTED) if each.heading else []
            lines += self._below(each, min(width, WIDEST))
        return lines

    def _below(self, each: Said, width: int) -> Iterator[Content]:
        for text in each.texts:
            for number, line in enumerate(wrapped(text, width - 2 if each.bullets else width)):
                sign = f"{self.glyphs.dot} " if not number else "  "
                yield row((sign, MUTED), line) if each.bullets else line
