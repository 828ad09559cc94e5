"""All keys of a screen, from the table of commands."""

from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from planner.keymap.rebinding import shown_keys
from planner.keymap.table import HELP, SCREENS
from planner.text.messages import msg
from tui.commands import bindings_of, commands_of
from tui.screens.scrolling import ScrollingScreen
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, cell, row, wrapped
from tui.widgets.foot import Sentence
from tui.widgets.top import Top
from tui.wording.signs import signs_of

Line = tuple[str, str, str]
_KEYS = 9  # cells; more keys go on below
_SHARED = 7  # screens; what so many have is not this screen's own
_EMPTY: Line = ("", "", "")


class Table(Block):
    """Keys, labels and what they do, below one another."""

    DRAWN = ("table",)

    table: tuple[Line, ...] = ()

    def draw(self, width: int) -> list[Content]:
        """Draw a row for each command; long texts go on below themselves."""
        keys = min(_KEYS, max((Content(each[0]).cell_length for each in self.table), default=0))
        names = max((Content(each[1]).cell_length for each in self.table), default=0)
        lines: list[Content] = []
        for shown, label, said in self.table:
            columns = (
                wrapped(shown, keys, ACCENT),
                [Content(label)],
                wrapped(said, width - keys - names - 6, MUTED),
            )
            for one, two, three in zip_longest(*columns, fillvalue=Content()):
                lines.append(row(cell(one, keys), "   ", cell(two, names), "   ", three))
        return lines


class HelpScreen(ScrollingScreen):
    """The keys of one screen, and what its signs mean."""

    NAME = HELP
    BINDINGS = bindings_of(HELP)

    def __init__(self, about: str, hidden: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.about, self.hidden = about, hidden

    def body(self) -> ComposeResult:
        """Return the table."""
        with VerticalScroll(id="body"):
            yield Table()

    def begin(self) -> None:
        """Say, as long as it is so, that there is more below."""
        self.watch(self.query_one("#body"), "scroll_y", self.tell_more)
        self.call_after_refresh(self.tell_more)

    def on_resize(self) -> None:
        """Say it anew for another size."""
        super().on_resize()
        self.call_after_refresh(self.tell_more)

    def tell_more(self) -> None:
        """Say where more is; nothing where all can be seen."""
        body = self.query_one("#body")
        below = msg("More is below: ↓ scrolls.")
        above = msg("That is all: ↑ goes back up.")
        said = "" if not body.max_scroll_y else self.t(below if body.scroll_y < body.max_scroll_y else above)
        self.query_one(Sentence).judgement = said

    def show(self) -> None:
        """Fill the table."""
        top, table = self.query_one(Top), self.query_one(Table)
        top.place, top.title = self.t(msg("keys")), self.t(SCREENS[self.about])
        groups = (*self._groups(), self._signs())
        table.table = tuple(line for group in groups if group for line in (*group, _EMPTY))[:-1]
        table.refresh(layout=True)
        super().show()

    def _groups(self) -> list[tuple[Line, ...]]:
        """Return what is done here, where to go, and what is everywhere."""
        groups: list[list[Line]] = [[], [], []]
        for command in commands_of(self.about, self.planner.commands):
            if command.name not in self.hidden:
                shared = len(command.screens) >= _SHARED
                line = shown_keys(command), self.t(command.label), self.t(command.help)
                groups[1 if command.group == "middle" else 2 if shared else 0].append(line)
        return [tuple(group) for group in groups]

    def _signs(self) -> tuple[Line, ...]:
        """Return the signs."""
        signs = signs_of(self.about, self.planner.glyphs)
        return tuple((sign, self.t(name), self.t(meaning)) for sign, name, meaning in signs)
