"""Turning the levers of What if: by keys, by the mouse, or all at once, as a repair asks.

Invariant: levers change by `take` alone, and what they make is asked for once for each change.
"""

from collections.abc import Iterable, Mapping

from textual import on

from planner.workspace.supposing.levers import Lever, Value
from tui.screens.supposing import Supposing
from tui.widgets.sliders import Levers

_FAR = 4


class Turning(Supposing):
    """The levers, and what turns them; the screen shows what they make."""

    def __init__(self) -> None:
        super().__init__()
        self.levers: tuple[Lever, ...] = ()

    def follow(self) -> None:
        """Show the levers as they stand, and what they make."""
        raise NotImplementedError

    def take(self, levers: Iterable[Lever]) -> None:
        """Take the levers as they are turned, if that is another way."""
        turned = tuple(levers)
        if turned != self.levers:
            self.levers = turned
            self.hush()
            self.follow()

    def as_before(self, levers: Iterable[Lever]) -> tuple[Lever, ...]:
        """Return fresh levers, each where it was turned to."""
        turned = {lever.id: lever.value for lever in self.levers if lever.turned}
        return tuple(_as_before(lever, turned) for lever in levers)

    def _turn(self, steps: int) -> None:
        cursor = self.query_one(Levers).cursor
        self.take(lever.moved(steps) if lever.id == cursor else lever for lever in self.levers)

    def action_less(self) -> None:
        """Turn the lever under the cursor down."""
        self._turn(-1)

    def action_more(self) -> None:
        """Turn the lever under the cursor up."""
        self._turn(1)

    def action_much_less(self) -> None:
        """Turn it down by several steps."""
        self._turn(-_FAR)

    def action_much_more(self) -> None:
        """Turn it up by several steps."""
        self._turn(_FAR)

    def action_switch(self) -> None:
        """Turn the lever under the cursor on or off; one with more values to the next one."""
        cursor = self.query_one(Levers).cursor
        self.take(lever.next() if lever.id == cursor else lever for lever in self.levers)

    def action_reset(self) -> None:
        """Put all levers back."""
        self.take(lever.reset() for lever in self.levers)

    @on(Levers.Set)
    def _set(self, message: Levers.Set) -> None:
        share, name = message.share, message.lever
        self.take(lever.at_share(share) if lever.id == name else lever for lever in self.levers)


def _as_before(lever: Lever, turned: Mapping[str, Value]) -> Lever:
    """Return the lever where it was turned to, if there is such a value still."""
    value = turned.get(lever.id)
    return lever if value is None or value not in lever.values else lever.put(value)
