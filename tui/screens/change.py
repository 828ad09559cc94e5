"""A new plan before it is accepted: the ways to it, what each changes. Enter accepts the chosen one, Escape none.

Invariant: what Enter records is what the screen shows, and nothing that came too late or was given up is shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from planner.keymap.table import CHANGE
from planner.problems import DataError
from planner.text.messages import KeyOf, Message, Translator, msg
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal
from planner.workspace.settings.changing import SettingsChange
from planner.workspace.supposing.names import WAYS
from planner.workspace.supposing.ways import Way, accept_way, replan_ways, way_of
from tui.commands import Command, bindings_of
from tui.screens.scrolling import ScrollingScreen
from tui.waiting import waited
from tui.widgets.change_view import ChangeView
from tui.widgets.choices import Choices
from tui.widgets.foot import Key, Sentence
from tui.widgets.top import Top
from tui.wording.change import Change, change_of
from tui.wording.offers import column_of, coming, labels
from tui.wording.today import aside

Propose = Callable[[Opened], Proposal | SettingsChange]
Made = tuple[Way, Change]


class ChangeScreen(ScrollingScreen):
    """The ways of `r`, or the one change that `propose` makes; `said` is what is said when it is accepted."""

    NAME = CHANGE
    PAGE = "#change-page"
    BINDINGS = bindings_of(CHANGE)

    def __init__(
        self,
        propose: Propose | None = None,
        said: Message = msg("The new plan is accepted"),  # noqa: B008 - messages are values
        place: Message = msg("replan"),  # noqa: B008
    ) -> None:
        super().__init__()
        self._propose, self._said, self._place = propose, said, place
        self.made: list[Made] = []
        self.accepting = False
        self.chosen = 0

    def body(self) -> ComposeResult:
        """Return the ways and the change."""
        with VerticalScroll(id="change-page"):
            yield Choices()
            yield ChangeView()

    def show(self) -> None:
        """Say what this is; the proposal comes from a thread."""
        super().show()
        top = self.query_one(Top)
        top.place, top.title = self.t(self._place), self.t(self.planner.plan.curriculum.title)
        top.aside = aside(self.planner.plan)
        if self.made:
            self._fill()

    def begin(self) -> None:
        """Begin to look for the change."""
        self.query_one(Choices).display = False
        self.query_one(Sentence).judgement = self.t(msg("Looking for the plan that moves the least …"))
        self.look()

    @work(group="propose", description="the ways")
    async def look(self) -> None:
        """Make the ways one after the other off the UI thread, and show each as it comes."""
        opened = self.planner.plan.at(self.planner.clock())
        ways = self._ways(opened)
        said = msg("Looking for the plan that moves the least …")
        while True:
            try:
                made = await waited(self, partial(self._next, ways, self.t), said)
            except DataError as error:
                self._failed(error)
                return
            if made is None:
                self._given_up()
                return
            if not made:
                return
            self.made.append(made)
            self._fill()
            said = msg("Looking for other ways …")

    def _ways(self, opened: Opened) -> Iterator[Way]:
        """Return the ways, to be made in the thread; the journal is read there, too."""
        if self._propose is None:
            yield from replan_ways(opened.reread())
        else:
            yield way_of(self._propose(opened.reread()))

    def _next(self, ways: Iterator[Way], t: Translator) -> Made | tuple[()]:
        """Make the next way, in the thread; nothing when there is none."""
        for way in ways:
            settings = way.settings.said if way.settings else ()
            return way, change_of(way.proposal, t, settings)
        return ()

    def _failed(self, error: DataError) -> None:
        problem = error.problems[0].text(self.t)
        self.say(problem, wrong=True)
        if not self.made:
            self.query_one(Sentence).judgement = problem

    def _given_up(self) -> None:
        """Leave when there is nothing to look at yet; else show what there is."""
        if not self.made:
            self.dismiss()
        else:
            self._fill(waiting=False)

    def _fill(self, *, waiting: bool = True) -> None:
        """Show the ways, and what the chosen one changes."""
        way, change = self.made[self.chosen]
        self.query_one(ChangeView).change = change
        choices, others = self.query_one(Choices), self.made[0][0].others
        choices.display = bool(others)
        if others:
            columns = [column_of(each, self.t) for each, _ in self.made]
            left = WAYS[len(columns) : others + 1] if waiting else ()
            choices.labels, choices.chosen = labels(self.t), self.chosen
            choices.columns = (*columns, *(coming(how, self.t) for how in left))
        self.query_one(Sentence).judgement = self.t(self._judgement(way, change))
        self.show_keys()

    def _judgement(self, way: Way, change: Change) -> Message:
        accept = KeyOf("accept")
        if change.same:
            return msg("Nothing changes. {accept} accepts it all the same.", accept=accept)
        if way.settings is not None:
            return msg(
                "Nothing is changed yet: {accept} writes profile.yaml and accepts this plan, {back} leaves both.",
                accept=accept,
                back=KeyOf("back"),
            )
        return msg(
            "Nothing is changed yet: {accept} accepts this plan, {back} leaves the old one.",
            accept=accept,
            back=KeyOf("back"),
        )

    def offers(self, command: str) -> bool:
        """Offer accepting once there is something to accept."""
        return self.lists(command) and (command != "accept" or bool(self.made))

    def lists(self, command: str) -> bool:
        """List other ways only where there are some."""
        if command in {"next_way", "way_before"}:
            return len(self._open()) > 1
        numbered = ("catch_up", "rebalance", "extend")
        others = self.made[0][0].others if self.made else 0
        return command not in numbered or 0 < others >= numbered.index(command)

    def _key(self, command: Command) -> Key:
        """Show both keys to other ways in one."""
        key = super()._key(command)
        before = next(each for each in self.planner.commands if each.name == "way_before")
        return replace(key, shown=f"{before.shown} {key.shown}") if command.name == "next_way" else key

    def _open(self) -> list[int]:
        """Return the ways that can be chosen."""
        return [number for number, (way, _) in enumerate(self.made) if way.can_be_taken]

    def choose(self, number: int) -> None:
        """Show another way, if it is one."""
        if number in self._open():
            self.chosen = number
            self._fill()
            self.query_one("#change-page").scroll_home(animate=False)
        elif self.made and self.made[0][0].others:
            self.say(self.t(msg("This option is not available; the reason is shown above.")), wrong=True)

    def _step(self, step: int) -> None:
        ways = self._open()
        if len(ways) > 1:
            self.choose(ways[(ways.index(self.chosen) + step) % len(ways)])

    @on(Choices.Chosen)
    def _clicked(self, message: Choices.Chosen) -> None:
        self.choose(message.number)

    def action_way_before(self) -> None:
        """Choose the way to the left."""
        self._step(-1)

    def action_next_way(self) -> None:
        """Choose the way to the right."""
        self._step(1)

    def action_catch_up(self) -> None:
        """Choose to catch up."""
        self.choose(0)

    def action_rebalance(self) -> None:
        """Choose to rebalance."""
        self.choose(1)

    def action_extend(self) -> None:
        """Choose to extend the goal."""
        self.choose(2)

    def action_accept(self) -> None:
        """Accept the plan that is shown."""
        if not self.made:
            return
        way, _ = self.made[self.chosen]
        said = self._said
        if self._propose is None and way.settings is not None:
            said = msg("The goal is in profile.yaml, and the new plan is accepted")
        if not self.accepting:
            self.accepting = True
            self.planner.act(lambda opened: accept_way(opened, way), said, self._settled)

    def _settled(self, done: bool) -> None:
        """Leave when it is accepted; what did not hold any more is made anew from the plan as it is now."""
        self.accepting = False
        if done:
            self.dismiss()
        elif not self.left:
            self.workers.cancel_group(self, "propose")
            self.made, self.chosen = [], 0
            self.query_one(ChangeView).change = None
            self.show_keys()
            self.begin()


def show_change(view: ChangeView, proposal: Proposal, t: Translator) -> None:
    """Fill a view from a proposal."""
    view.change = change_of(proposal, t)
