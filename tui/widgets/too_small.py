"""What a terminal shows that is too small for any screen; it lies over the screen, which stays as it is below."""

from textual.content import Content
from textual.geometry import Size

from planner.text.messages import Message, msg
from tui.widgets.block import Block
from tui.widgets.cells import wrapped

LEAST = Size(40, 10)


class TooSmall(Block):
    """How large the terminal has to be."""

    DRAWN = ("said",)
    DEFAULT_CSS = """
    TooSmall { layer: above; dock: top; width: 100%; height: 100%; background: $background; }
    """

    said = ""

    def all_lines(self, width: int) -> list[Content]:
        """Draw the sentence, wrapped."""
        return wrapped(self.said, max(1, width))


def too_small(size: Size) -> bool:
    """Tell whether no screen can be read at this size."""
    return size.width < LEAST.width or size.height < LEAST.height


def say_too_small() -> Message:
    """Say what to do."""
    return msg(
        "Too small: {width} x {height} at least. Ctrl+Q leaves.", width=LEAST.width, height=LEAST.height
    )
