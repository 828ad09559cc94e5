"""Lines of the check-in's first step: a module, what is logged of what was planned, and what to add."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from planner.text.durations import write_minutes
from tui.widgets.fields import Field, Picker

NOTHING = "+ 0m"


class HourRow(Horizontal):
    """A module's hours of the week."""

    DEFAULT_CSS = """
    HourRow { height: 1; padding: 0 2; }
    HourRow .what { width: 1fr; max-width: 38; text-wrap: nowrap; text-overflow: ellipsis; }
    HourRow .figures { width: 24; color: $muted; text-align: right; padding: 0 2 0 0; }
    HourRow Field, HourRow Field.-textual-compact { width: 16; }
    """

    def __init__(self, module: str, title: str, figures: str, minutes: int) -> None:
        super().__init__()
        self.module, self.title, self.figures = module, title, figures
        self.field = Field(write_minutes(minutes) if minutes else "", placeholder=NOTHING)

    def compose(self) -> ComposeResult:
        """Put them side by side."""
        yield Static(self.title, classes="what", markup=False)
        yield Static(self.figures, classes="figures", markup=False)
        yield self.field


class AddRow(Horizontal):
    """The hours of a module that no line asks about: the module is chosen, or found by typing how it begins."""

    DEFAULT_CSS = """
    AddRow { height: 1; padding: 0 2; margin: 1 0 0 0; }
    AddRow Picker { width: 1fr; max-width: 38; padding: 0; }
    AddRow .figures { width: 24; color: $muted; text-align: right; padding: 0 2 0 0; }
    AddRow Field, AddRow Field.-textual-compact { width: 16; }
    """

    def __init__(self, nobody: str, modules: list[tuple[str, str]], figures: str) -> None:
        super().__init__()
        self.figures = figures
        self.picker = Picker([("", nobody), *modules], name="other-module")
        self.field = Field("", placeholder=NOTHING, name="other-hours")

    def compose(self) -> ComposeResult:
        """Put them side by side."""
        yield self.picker
        yield Static(self.figures, classes="figures", markup=False)
        yield self.field

    def clear(self, modules: list[tuple[str, str]]) -> None:
        """Offer these modules, with nothing chosen or typed."""
        self.picker.options = [self.picker.options[0], *modules]
        self.picker.index, self.field.value = 0, ""
        self.picker.refresh()
