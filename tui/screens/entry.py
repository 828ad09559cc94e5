"""One entry of the history: what exactly, when, on which machine, and its id; and what can be done with it."""

from planner.keymap.table import ENTRY
from planner.text.messages import msg
from planner.workspace.device import known_name
from planner.workspace.undoing.actions import ActionLine, action_lines
from tui.commands import bindings_of
from tui.screens.entry_actions import EntryActions
from tui.screens.labelled_page import LabelledPage
from tui.widgets.foot import Sentence
from tui.wording.history import entry_judgement, entry_pairs


class EntryScreen(LabelledPage, EntryActions):
    """The page of an entry."""

    NAME = ENTRY
    BINDINGS = bindings_of(ENTRY)

    def __init__(self, line: ActionLine, seen: int) -> None:
        super().__init__()
        self.line, self.seen = line, seen

    def about(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Return the entry's lines, as it is now."""
        t, lines = self.t, self._lines()
        self.line = next((each for each in lines if each.id == self.line.id), self.line)
        pairs = entry_pairs(self.line, lines, t, known_name(self.planner.context))
        return t(msg("history")), t(self.planner.plan.curriculum.title), pairs

    def _lines(self) -> tuple[ActionLine, ...]:
        """Return the entries from the newest to this one at least; more are looked at only where it is older."""
        lines, more = action_lines(self.planner.plan, most=self.seen)
        while more and all(each.id != self.line.id for each in lines):
            self.seen *= 2
            lines, more = action_lines(self.planner.plan, most=self.seen)
        return lines

    def show(self) -> None:
        """Fill the page, and say what can be done."""
        super().show()
        self.query_one(Sentence).judgement = self.t(entry_judgement(self.line))
        self.show_keys()

    def at_cursor(self) -> ActionLine | None:
        """Return the entry."""
        return self.line

    def offers(self, command: str) -> bool:
        """Offer what can be done with this entry."""
        logs = self.planner.plan.progress.logs
        counts = any(each.event == self.line.log for each in logs if self.line.log)
        offered = {
            "undo_entry": not self.line.void,
            "redo_entry": self.line.void,
            "amend": counts,
            "erase": counts,
        }
        return offered.get(command, super().offers(command))
