"""Making supposed plans beside the screen: each wish in a thread, the last one wins, and what would make it fit after.

Invariant: at most one plan is made at a time, and nothing is shown that was made from a plan which is no longer open.
"""

from functools import partial

from textual import work

from planner.problems import DataError
from planner.schedule.model import Inputs
from planner.schedule.supposing import Change
from planner.text.messages import msg
from planner.workspace.opening import Opened
from planner.workspace.outlooks import free_time_gone
from planner.workspace.supposing.whatif import Supposed, as_it_is, repaired, what_if
from tui.screens.base import PlanScreen
from tui.waiting import waited

_KEPT = 200


class Supposing(PlanScreen):
    """A screen that follows a change; `taken`, `refused` and `stopped` are its own."""

    def __init__(self) -> None:
        super().__init__()
        self._wish: tuple[Opened, Change] | None = None
        self._known: dict[str, Supposed] = {}
        self._mended: set[str] = set()
        self._working = False
        self._basis: tuple[object, ...] = ()

    def taken(self, supposed: Supposed, *, looking: bool) -> None:
        """Show what a change gives; `looking` while what would make it fit is looked for."""
        raise NotImplementedError

    def refused(self, error: DataError) -> None:
        """Say why a change cannot be."""
        raise NotImplementedError

    def stopped(self) -> None:
        """Go back to the last change that was shown: the wait for another one was given up."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget the plans that were made."""
        self._known, self._mended = {}, set()

    def forget_old(self) -> bool:
        """Forget them unless they would be the same by now; a minute alone changes nothing. Tell whether it did."""
        opened = self.planner.plan
        inputs = Inputs(opened.curriculum, opened.profile, opened.shown, opened.now)
        key = opened.journal.key or opened.journal
        basis = key, tuple(sorted(opened.digests.items())), opened.now.date(), free_time_gone(inputs)
        if basis == self._basis:
            return False
        self._basis = basis
        self.forget()
        return True

    def suppose(self, change: Change) -> None:
        """Show what a change gives: now where it is known, else as soon as it is made."""
        opened = self.planner.plan
        self._wish = opened, change
        self.workers.cancel_group(self, "repairs")
        known = self._known.get(repr(change))
        if known is None and change == Change():
            known = as_it_is(opened)
        if known is not None:
            self._show(known)
        elif not self._working:
            self._working = True
            self.make()

    @work(group="suppose", description="a supposed plan")
    async def make(self) -> None:
        """Make the plan of the last wish, until there is no newer one; one on a plan that is gone is dropped."""
        try:
            while (wish := self._wish) is not None and not self._is_known(wish[1]):
                if wish[0] is not self.planner.plan:
                    self._wish = None
                    return
                await self._make(*wish)
        finally:
            self._working = False

    def _is_known(self, change: Change) -> bool:
        return change == Change() or repr(change) in self._known

    async def _make(self, opened: Opened, change: Change) -> None:
        wish = self._wish
        try:
            work = partial(what_if, opened, change, repairs=False)
            made = await waited(self, work, msg("Making the plan …"))
        except DataError as error:
            if self._wish is wish:
                self._wish = None
                self.refused(error)
            return
        if made is None:
            self._wish = None
            self.stopped()
        elif opened is self.planner.plan:
            self._keep(made)
            self._show(made, final=self._wish is wish)

    def _keep(self, supposed: Supposed) -> None:
        if len(self._known) >= _KEPT:
            self.forget()
        self._known[repr(supposed.change)] = supposed

    def _show(self, supposed: Supposed, *, final: bool = True) -> None:
        late = supposed.after.is_work_late
        looking = final and late and repr(supposed.change) not in self._mended
        self.taken(supposed, looking=looking)
        if looking:
            self.mend(supposed)

    @work(group="repairs", exclusive=True, description="what would make it fit")
    async def mend(self, supposed: Supposed) -> None:
        """Look for what would make it fit; another wish cancels it, and what it finds then is thrown away."""
        work = partial(repaired, supposed)
        found = await waited(self, work, msg("Looking for what would make it fit …"))
        self._mended.add(repr(supposed.change))
        if found is not None:
            self._keep(found)
        self.taken(found or supposed, looking=False)
