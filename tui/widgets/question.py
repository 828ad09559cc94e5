"""A step's question, below it why it is asked, and what its keys do."""

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import MUTED, STRONG, wrapped


class Question(Block):
    """The question in strong letters, the reason plain, the hint muted."""

    DRAWN = ("asked", "reason", "hint")

    asked: reactive[str] = reactive("", layout=True)
    reason: reactive[str] = reactive("", layout=True)
    hint: reactive[str] = reactive("", layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw what there is, wrapped."""
        said = ((self.asked, STRONG), (self.reason, ""), (self.hint, MUTED))
        return [line for text, style in said if text for line in wrapped(text, width - 1, style)]
