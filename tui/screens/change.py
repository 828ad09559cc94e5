"""A new plan before it is accepted: what it changes. Enter accepts, Escape leaves everything as it is."""

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from planner.problems import DataError
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal, accept, propose_replan
from tui.commands import CHANGE, bindings_of
from tui.screens.base import PlannerScreen
from tui.widgets.change_view import ChangeView
from tui.widgets.foot import Sentence
from tui.widgets.top import Top
from tui.wording.change import change_of


class ChangeScreen(PlannerScreen):
    """The change of `r`."""

    NAME = CHANGE
    BINDINGS = bindings_of(CHANGE)
    proposal: Proposal | None = None

    def body(self) -> ComposeResult:
        """Return the change."""
        with VerticalScroll(id="body"):
            yield ChangeView()

    def show(self) -> None:
        """Say what this is; the proposal comes from a thread."""
        super().show()
        top = self.query_one(Top)
        top.place, top.title = self.t(msg("replan")), self.t(self.planner.plan.curriculum.title)
        if self.proposal is None:
            self.query_one(Sentence).judgement = self.t(msg("Looking for the plan that moves the least …"))
            self.propose()

    @work(group="propose")
    async def propose(self) -> None:
        """Make the proposal off the UI thread, then show it."""
        opened = self.planner.plan.at(self.planner.clock())
        try:
            self.proposal = await asyncio.to_thread(_propose, opened)
        except DataError as error:
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        view = self.query_one(ChangeView)
        show_change(view, self.proposal)
        said = (
            msg("Nothing changes. Enter accepts it all the same.")
            if view.change and view.change.same
            else msg("Nothing is changed yet: Enter accepts this plan, Escape leaves the old one.")
        )
        self.query_one(Sentence).judgement = self.t(said)

    def action_accept(self) -> None:
        """Accept the plan."""
        proposal = self.proposal
        if proposal is not None:
            self.dismiss()
            self.planner.act(lambda opened: accept_shown(opened, proposal), msg("The new plan is accepted"))

    def action_up(self) -> None:
        """Scroll up."""
        self.query_one("#body").scroll_up()

    def action_down(self) -> None:
        """Scroll down."""
        self.query_one("#body").scroll_down()


def show_change(view: ChangeView, proposal: Proposal) -> None:
    """Fill a view from a proposal."""
    t = proposal.opened.t
    words: tuple[Message, ...] = (
        msg("before"), msg("after"), msg("milestones"), msg("sessions"), msg("new")
    )  # fmt: skip
    before, after, milestones, sessions, new = (t(word) for word in words)
    view.words = (before, after, milestones, sessions, new)
    view.change = change_of(proposal, t)


def accept_shown(opened: Opened, proposal: Proposal) -> Opened:
    """Accept the plan that was shown, unless something else was recorded since."""
    from planner.problems import fail

    if len(opened.events) != len(proposal.opened.events):
        raise fail(msg("Something was recorded meanwhile: look at the change again."))
    return accept(proposal)


def _propose(opened: Opened) -> Proposal:
    return propose_replan(opened.reread())
