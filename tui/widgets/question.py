"""A step's question, and below it what its keys do."""

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import MUTED, STRONG, wrapped


class Question(Block):
    """The question in strong letters, the hint muted."""

    DRAWN = ("asked", "hint")

    asked: reactive[str] = reactive("", layout=True)
    hint: reactive[str] = reactive("", layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw both, wrapped."""
        return [*wrapped(self.asked, width - 1, STRONG), *wrapped(self.hint, width - 1, MUTED)]
