"""What scrolls, with no heading alone at its lower edge.

Invariant: of a block with no line in sight the heading is not drawn; nothing moves by it.
"""

from textual.containers import VerticalScroll

from tui.widgets.block import Block


class Fold(VerticalScroll):
    """Blocks below one another."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Look at the lower edge once it is somewhere else."""
        super().watch_scroll_y(old_value, new_value)
        self.settle()

    def on_resize(self) -> None:
        """Look at it where it is now."""
        self.settle()

    def settle(self) -> None:
        """Hide a heading that stands alone, once all lies where it belongs."""
        self.call_after_refresh(self._hide_alone)

    def _hide_alone(self) -> None:
        last = self.content_region.bottom - 1
        for block in self.query(Block):
            block.alone = block.region.y == last and block.region.height > 1
