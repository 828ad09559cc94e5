"""The plan cannot be opened: what is wrong, line by line; once it is mended, the plan opens by itself."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from planner.keymap.table import TROUBLE
from planner.problems import Problem
from planner.text.messages import msg
from tui.commands import Command, bindings_of
from tui.places import begin, begin_anew
from tui.screens.scrolling import ScrollingScreen
from tui.watching import EVERY, all_of, look_again
from tui.widgets.block import Block
from tui.widgets.cells import wrapped
from tui.widgets.foot import Key, Sentence
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


class TroubleScreen(ScrollingScreen):
    """What stands in the way of opening the plan."""

    NAME = TROUBLE
    BINDINGS = bindings_of(TROUBLE)

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)
        self.looking = False

    def begin(self) -> None:
        """Look at the files from now on."""
        self.seen = all_of(self.planner.context)
        self.set_interval(EVERY, self.keep_looking)

    def keep_looking(self) -> None:
        """Look again, unless a look is under way or something lies over this screen."""
        if self.is_current and not self.looking:
            self.look_again()

    @work(group="watch", description="another look at a broken plan")
    async def look_again(self) -> None:
        """Look off the UI thread whether the files are mended; then open the plan, else say what is wrong by now."""
        planner = self.planner
        context = replace(planner.context, now=planner.clock())
        self.looking = True
        try:
            found = await asyncio.to_thread(look_again, context, self.seen)
        finally:
            self.looking = False
        if found is None or not self.living or not self.is_current:
            return
        self.seen, opened, planner.seen = found
        self.problems = planner.seen.problems
        if opened is not None:
            begin(planner, opened)
        elif self.problems:
            self.show()
        else:
            begin_anew(planner)

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
        said = msg(
            "Nothing was changed. Once this is mended in {folder}, the plan opens here by itself.",
            folder=str(self.planner.context.home),
        )
        self.query_one(Sentence).judgement = self.t(said)
        super().show()

    def _key(self, command: Command) -> Key:
        """Put the one key where all screens begin."""
        return replace(super()._key(command), group="left")
