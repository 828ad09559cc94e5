"""The smallest Textual app that shows something: what our first frame is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static("Hello, world")


def make_app() -> App[None]:
    """Return the app; `first_frame.py` calls this."""
    return Hello()
