"""A sheet: a short form at the foot of the screen, over the screen that it belongs to.

Invariant: Enter saves, Escape goes back; a problem is said in the sheet, which then stays open.
"""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from planner.text.messages import Message
from tui.screens.spoken import Spoken
from tui.widgets.foot import Keys, Sentence


class Sheet(Spoken, ModalScreen[None]):
    """A form at the foot."""

    CSS_PATH = "../styles/forms.tcss"
    BINDINGS = [("up", "app.focus_previous"), ("down", "app.focus_next")]  # noqa: RUF012
    AUTO_FOCUS = "*"

    def compose(self) -> ComposeResult:
        """Put title, fields, remark and keys below one another."""
        with Vertical(id="sheet"):
            yield Static(self.t(self.heading()), id="sheet-title", markup=False)
            for label, widget in self.fields():
                with Horizontal(classes="field"):
                    yield Static(self.t(label), classes="label", markup=False)
                    yield widget
            yield Sentence()
            yield Keys()

    def on_mount(self) -> None:
        """Fill the keys."""
        if self.has_parts:
            self.show_keys()
            self.remark()

    @on(Input.Submitted)
    async def _entered(self) -> None:
        """Save on Enter in a field: after every key typed before it, however fast they came."""
        await self.run_action("save")

    def heading(self) -> Message | str:
        """Return what the sheet is for."""
        return ""

    def fields(self) -> list[tuple[Message, Widget]]:
        """Return the labelled fields."""
        return []

    def remark(self) -> None:
        """Say something about what is typed, if there is something to say."""

    def refuse(self, problem: Message, field: Widget | None = None) -> None:
        """Say what is wrong and put the cursor there."""
        self.say(problem, wrong=True)
        if field is not None:
            field.focus()
