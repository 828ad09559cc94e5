"""What a form is made of: a text to type and a choice to turn, each in one line; neither blinks."""

from collections.abc import Sequence
from unicodedata import category

from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from tui.jumping import Target
from tui.widgets.cells import ACCENT, MUTED, RULE, row


class Field(Input):
    """A text in one line; selected as a whole when it gets the focus, so that typing replaces it."""

    DEFAULT_CSS = """
    Field, Field.-textual-compact {
        width: 1fr; height: 1; border: none; padding: 0 3; background: $raised;
        text-style: $field-text-style;
    }
    Field:focus, Field.-textual-compact:focus {
        border: none; background: $raised; color: $accent; text-style: $field-focus-text-style;
        background-tint: $raised 0%;
    }
    """

    def __init__(
        self, value: str = "", *, name: str = "", placeholder: str = "", restrict: str | None = None
    ) -> None:
        super().__init__(value, compact=True, id=name or None, placeholder=placeholder, restrict=restrict)
        self.cursor_blink = False

    def jump_targets(self) -> list[Target]:
        """Return the field."""
        return [Target(Offset(1, 0), self.focus)]

    def on_key(self, event: Key) -> None:
        """Take the wide space of an input method, too, and signs that join letters: Python calls them unprintable."""
        if event.character and not event.is_printable and category(event.character[0]) in {"Zs", "Cf"}:
            event.stop()
            event.prevent_default()
            self.replace(event.character, *self.selection)

    def on_mount(self) -> None:
        """Show where the field is, though it be empty, where it has no ground of its own."""
        if self.app.native_ansi_color and not self.placeholder:
            self.placeholder = "…"


class Picker(Widget, can_focus=True):
    """One of several, turned with the left and right arrows, or found by typing how its name begins."""

    DEFAULT_CSS = """
    Picker { width: 1fr; height: 1; padding: 0 1; background: $raised; }
    Picker:focus { color: $accent; text-style: bold; }
    """
    BINDINGS = [("left", "turn(-1)"), ("right", "turn(1)")]  # noqa: RUF012

    index: reactive[int] = reactive(0)

    class Picked(Message):
        """Another one is chosen."""

        def __init__(self, picker: "Picker") -> None:
            super().__init__()
            self.picker = picker

        @property
        def control(self) -> "Picker":
            """The picker that sent it."""
            return self.picker

    def __init__(self, options: Sequence[tuple[str, str]], chosen: str = "", *, name: str) -> None:
        super().__init__(id=name)
        self.options = list(options)
        self._typed = ""
        ids = [name for name, _ in self.options]
        self.set_reactive(Picker.index, ids.index(chosen) if chosen in ids else 0)

    @property
    def chosen(self) -> str:
        """The id of what is chosen; empty when there is nothing to choose."""
        return self.options[self.index][0] if self.options else ""

    def validate_index(self, index: int) -> int:
        """Stay within the options."""
        return max(0, min(len(self.options) - 1, index))

    def watch_index(self) -> None:
        """Say that another one is chosen."""
        if self.is_mounted:
            self.post_message(self.Picked(self))

    def action_turn(self, step: int) -> None:
        """Choose the one before or after."""
        self._typed = ""
        self.index += step

    def on_key(self, event: Key) -> None:
        """Find an option by how its name begins."""
        if event.character is None or not event.character.isprintable() or event.character == " ":
            return
        event.stop()
        for typed in (self._typed + event.character.casefold(), event.character.casefold()):
            for number, (_, name) in enumerate(self.options):
                if name.casefold().startswith(typed):
                    self._typed, self.index = typed, number
                    return

    def jump_targets(self) -> list[Target]:
        """Return the choice."""
        return [Target(Offset(1, 0), self.focus)]

    def on_click(self, event: Click) -> None:
        """Turn backward on the left half, forward on the right."""
        self.action_turn(-1 if event.x < self.size.width // 2 else 1)

    def render(self) -> Content:
        """Draw the choice between two signs that it can be turned."""
        name = self.options[self.index][1] if self.options else "–"
        style = ACCENT if self.has_focus else MUTED
        first, last = self.index == 0, self.index >= len(self.options) - 1
        room = max(1, self.content_size.width - 4)
        name_part = Content(name).truncate(room, ellipsis=True)
        return row(("‹ ", RULE if first else style), name_part, (" ›", RULE if last else style))
