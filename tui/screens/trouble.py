"""The plan cannot be opened: what is wrong, line by line, and nothing else to do than to leave."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from planner.keymap.table import TROUBLE
from planner.problems import Problem
from planner.text.messages import msg
from tui.commands import bindings_of
from tui.screens.base import PlannerScreen
from tui.widgets.block import Block
from tui.widgets.cells import wrapped
from tui.widgets.foot import Sentence
from tui.widgets.top import Top


class Problems(Block):
    """One problem below another."""

    DRAWN = ("texts",)

    texts: tuple[str, ...] = ()

    def draw(self, width: int) -> list[Content]:
        """Draw them, wrapped."""
        lines: list[Content] = []
        for text in self.texts:
            lines += [*wrapped(text, width - 2), Content()]
        return lines


class TroubleScreen(PlannerScreen):
    """What stands in the way of opening the plan."""

    NAME = TROUBLE
    BINDINGS = bindings_of(TROUBLE)

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)

    def body(self) -> ComposeResult:
        """List the problems."""
        with VerticalScroll(id="body"):
            yield Problems()

    def show(self) -> None:
        """Say them."""
        top, problems = self.query_one(Top), self.query_one(Problems)
        top.place, top.title = "planner", self.t(msg("the plan cannot be opened"))
        problems.texts = tuple(problem.text(self.t) for problem in self.problems)
        problems.refresh(layout=True)
        self.query_one(Sentence).judgement = self.t(
            msg("Nothing was changed. Mend the files and start again.")
        )
        super().show()
