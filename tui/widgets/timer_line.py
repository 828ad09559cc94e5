"""The timers that run: what on, since when, for how long; nothing while none does."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, spread, wrapped

_GAP = 2


@dataclass(frozen=True, slots=True)
class TimerSaid:
    """One timer in words; `question` asks about one that cannot be true."""

    title: str
    since: str
    question: str = ""


class TimerLine(Block):
    """A line for each timer, or two where they do not fit beside each other."""

    DRAWN = ("timers",)

    timers: reactive[tuple[TimerSaid, ...]] = reactive((), layout=True)

    def watch_timers(self) -> None:
        """Take no room while nothing runs."""
        self.display = bool(self.timers)

    def draw(self, width: int) -> list[Content]:
        """Draw every timer."""
        return [line for each in self.timers for line in _drawn(each, width)]


def _drawn(each: TimerSaid, width: int) -> list[Content]:
    title, since = Content.styled(each.title, STRONG), Content.styled(each.since, ACCENT)
    beside = title.cell_length + _GAP + since.cell_length <= width
    lines = [spread(title, since, width)] if beside else [cell(title, width), *since.wrap(max(1, width))]
    asked = wrapped(each.question, width, MUTED)
    return [*(row(line) for line in lines), *asked]
