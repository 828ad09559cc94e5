"""The tour: at most five short cards over the screens that they speak of. Enter goes on, Escape ends it."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from planner.keymap.table import TOUR
from planner.text.messages import msg
from tui.commands import Command, bindings_of
from tui.places import go
from tui.screens.sheet import Sheet
from tui.widgets.foot import Key, Keys, Sentence
from tui.widgets.question import Question
from tui.wording.tour import CARDS


class TourCard(Sheet):
    """One card; the next one is another screen, since it may lie over another place."""

    NAME = TOUR
    BINDINGS = bindings_of(TOUR)

    def __init__(self, number: int = 0) -> None:
        super().__init__()
        self.number = number

    def compose(self) -> ComposeResult:
        """Put the title, the text and the keys below one another."""
        title = msg("tour · {number} of {count}", number=self.number + 1, count=len(CARDS))
        with Vertical(id="sheet"):
            yield Static(self.t(title), id="sheet-title", markup=False)
            yield Question("card")
            yield Sentence()
            yield Keys()

    def on_mount(self) -> None:
        """Say it."""
        if self.has_parts:
            self.query_one(Question).reason = self.t(CARDS[self.number].said)

    def offers(self, command: str) -> bool:
        """On the last card there is nothing to skip."""
        return command != "end_tour" or not self._is_last()

    def _is_last(self) -> bool:
        return self.number + 1 == len(CARDS)

    def _key(self, command: Command) -> Key:
        """Say what Enter does on the last card."""
        key = super()._key(command)
        last = command.name == "forward" and self._is_last()
        return replace(key, label=self.t(msg("close"))) if last else key

    def action_forward(self) -> None:
        """Show the next card, over its screen."""
        following = self.number + 1
        self.dismiss()
        if following < len(CARDS):
            go(self.planner, CARDS[following].place)
            self.app.push_screen(TourCard(following))

    def action_end_tour(self) -> None:
        """Leave the tour, and stand on Today."""
        self.dismiss()
        go(self.planner, CARDS[0].place)
