"""One line of the check-in's first step: a module, what is logged of what was planned, and what to add."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from planner.text.durations import write_minutes
from tui.widgets.fields import Field


class HourRow(Horizontal):
    """A module's hours of the week."""

    DEFAULT_CSS = """
    HourRow { height: 1; padding: 0 2; }
    HourRow .what { width: 1fr; max-width: 38; text-wrap: nowrap; text-overflow: ellipsis; }
    HourRow .figures { width: 30; color: $muted; text-align: right; padding: 0 2 0 0; }
    HourRow Field { width: 16; }
    """

    def __init__(self, module: str, title: str, figures: str, reported: int) -> None:
        super().__init__()
        self.module, self.title, self.figures = module, title, figures
        self.field = Field(write_minutes(reported) if reported else "", placeholder="+ 0m")

    def compose(self) -> ComposeResult:
        """Put them side by side."""
        yield Static(self.title, classes="what", markup=False)
        yield Static(self.figures, classes="figures", markup=False)
        yield self.field
