"""Copying: what the cursor is on goes to the clipboard as plain text, and the foot says what went.

Invariant: what is said to be copied is what was copied.
"""

from typing import TYPE_CHECKING

from planner.text.messages import msg
from tui.widgets.rows import Rows
from tui.wording.copying import copied

if TYPE_CHECKING:
    from tui.screens.spoken import Spoken


def copy_at_cursor(screen: "Spoken") -> None:
    """Copy the session, milestone or module under the cursor, else the row as it is drawn."""
    ask = getattr(screen, "asked_about", None)
    text = copied(ask(), screen.planner.plan, screen.t) if ask else ""
    if not text:
        rows = screen.focused if isinstance(screen.focused, Rows) else None
        text = rows.text_at_cursor() if rows else ""
    if not text:
        screen.say(msg("There is nothing to copy here."), wrong=True)
        return
    screen.app.copy_to_clipboard(text)
    screen.say(msg("Copied: {what}", what=text))
