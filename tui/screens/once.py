"""A screen that is left once.

Invariant: after it is dismissed nothing is done on it, however many keys were typed before it was gone.
"""

from textual.await_complete import AwaitComplete
from textual.screen import Screen


class LeftOnce(Screen[None]):
    """A screen whose second dismissal, and whatever action comes after the first, is ignored."""

    left = False

    @property
    def living(self) -> bool:
        """Tell whether it may still be drawn on: it is not left, and neither it nor the app is closing."""
        return not self.left and self.display and self.is_attached and self.app.is_running

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave it, unless it is left already or covered."""
        if self.left or not self.is_active:
            return AwaitComplete()
        self.left = True
        return super().dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse every action once it is left."""
        return False if self.left else super().check_action(action, parameters)
