"""All keys of a screen, from the table of commands."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from planner.keymap.rebinding import shown_keys
from planner.keymap.table import HELP
from planner.text.messages import msg
from tui.commands import bindings_of, commands_of
from tui.screens.base import PlannerScreen
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, cell, row, wrapped
from tui.widgets.top import Top


class Table(Block):
    """Keys, labels and what they do, below one another."""

    DRAWN = ("table",)

    table: tuple[tuple[str, str, str], ...] = ()

    def draw(self, width: int) -> list[Content]:
        """Draw a row for each command; long texts go on below themselves."""
        keys = max((Content(each[0]).cell_length for each in self.table), default=0)
        names = max((Content(each[1]).cell_length for each in self.table), default=0)
        return [
            row(cell("" if below else shown, keys, ACCENT), "   ", cell("" if below else label, names), "   ", line)
            for shown, label, said in self.table
            for below, line in enumerate(wrapped(said, width - keys - names - 6, MUTED))
        ]  # fmt: skip


class HelpScreen(PlannerScreen):
    """The keys of one screen."""

    NAME = HELP
    BINDINGS = bindings_of(HELP)

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def body(self) -> ComposeResult:
        """Return the table."""
        with VerticalScroll(id="body"):
            yield Table()

    def show(self) -> None:
        """Fill the table."""
        top, table = self.query_one(Top), self.query_one(Table)
        top.place, top.title = self.t(msg("keys")), ""
        table.table = tuple(
            (shown_keys(command), self.t(command.label), self.t(command.help))
            for command in commands_of(self.about, self.planner.commands)
        )
        table.refresh(layout=True)
        super().show()

    def action_up(self) -> None:
        """Scroll up."""
        self.query_one("#body").scroll_up(animate=False)

    def action_down(self) -> None:
        """Scroll down."""
        self.query_one("#body").scroll_down(animate=False)
