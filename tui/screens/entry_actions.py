"""What can be done with an entry of the history, in the list and on its page.

Invariant: a screen says which entry that is; what cannot be done with it says why.
"""

from planner.journal.model import Logged
from planner.text.messages import KeyOf, Message, msg
from planner.workspace.undoing.actions import ActionLine
from planner.workspace.undoing.choosing import redo_entry, undo_entry
from tui.screens.base import PlanScreen


class EntryActions(PlanScreen):
    """Undo, redo, correction and deletion of an entry."""

    def at_cursor(self) -> ActionLine | None:
        """Return the entry that is meant."""
        raise NotImplementedError

    def action_undo_entry(self) -> None:
        """Take back the entry under the cursor, or say why that cannot be."""
        line = self.at_cursor()
        if line is not None:
            self.planner.act(lambda opened: undo_entry(opened, line.id))

    def action_redo_entry(self) -> None:
        """Bring back the entry under the cursor, or say why that cannot be."""
        line = self.at_cursor()
        if line is not None:
            self.planner.act(lambda opened: redo_entry(opened, line.id))

    def action_amend(self) -> None:
        """Correct the time studied under the cursor."""
        from tui.screens.amend import AmendSheet

        if (entry := self._logged()) is not None:
            self.app.push_screen(AmendSheet(entry))

    def action_erase(self) -> None:
        """Delete the time studied under the cursor, after a question."""
        from tui.screens.erase import EraseSheet

        if (entry := self._logged()) is not None:
            self.app.push_screen(EraseSheet(entry))

    def _logged(self) -> Logged | None:
        """Return the time studied under the cursor as it counts now; where there is none, say what can be done."""
        line = self.at_cursor()
        logs = self.planner.plan.progress.logs
        entry = next((each for each in logs if line and line.log and each.event == line.log), None)
        if entry is None and line is not None:
            self.say(self._cannot_change(line), wrong=True)
        return entry

    def _cannot_change(self, line: ActionLine) -> Message:
        if line.void:
            return msg("This entry is undone; {redo} brings it back.", redo=KeyOf("redo_entry"))
        if line.parts[0].kind == "checkin":
            return msg(
                "A check-in of the same week replaces this one: {checkin} begins it.",
                checkin=KeyOf("checkin"),
            )
        return msg(
            "Only time studied can be corrected or deleted; {undo} takes this entry back.",
            undo=KeyOf("undo_entry"),
        )
