"""The letters of a jump, over the screen they belong to; any other key takes them away."""

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.jumping import Mark
from tui.screens.once import LeftOnce


class JumpScreen(LeftOnce, ModalScreen[None]):
    """The letters."""

    CSS = """
    JumpScreen { background: transparent; layers: letters; }
    JumpScreen Static {
        layer: letters; position: absolute; width: auto; height: 1;
        background: $accent; color: $background; text-style: $mark-text-style;
    }
    """
    AUTO_FOCUS = ""

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        super().__init__()
        self.marks, self.typed = marks, ""

    def compose(self) -> ComposeResult:
        """Put each letter where its target is."""
        for mark in self.marks:
            letter = Static(mark.letters, markup=False)
            letter.styles.offset = mark.at
            yield letter

    def on_key(self, event: Key) -> None:
        """Go to the target of the letter, or leave."""
        event.stop()
        event.prevent_default()
        typed = self.typed + (event.character or "").lower()
        left = [mark for mark in self.marks if mark.letters.startswith(typed)] if event.character else []
        if left and left[0].letters != typed:
            self.typed = typed
            for letter, mark in zip(self.query(Static), self.marks, strict=True):
                letter.display = mark in left
            return
        self.dismiss()
        if left:
            self.app.call_later(left[0].take)

    def on_click(self, event: Click) -> None:
        """Leave."""
        event.stop()
        self.dismiss()
