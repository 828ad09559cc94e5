"""Ask once before time studied is deleted."""

from planner.journal.model import Logged
from planner.keymap.table import ERASE
from planner.text.messages import Message, Minutes, msg
from planner.workspace.tracking.log import delete_log
from tui.commands import bindings_of
from tui.screens.sheet import Sheet
from tui.widgets.foot import Sentence


class EraseSheet(Sheet):
    """The question before a deletion."""

    NAME = ERASE
    BINDINGS = bindings_of(ERASE)

    def __init__(self, entry: Logged) -> None:
        super().__init__()
        self.entry = entry

    def heading(self) -> Message:
        """Ask."""
        return msg("Delete this entry?")

    def remark(self) -> None:
        """Say what it is."""
        entry, titles = self.entry, self.planner.plan.titles
        module = titles.get(entry.module, entry.module)
        said = msg("{module}: {time} studied", module=module, time=Minutes(entry.minutes))
        if entry.day is not None:
            said = msg("for {day}: {what}", day=entry.day, what=said)
        self.query_one(Sentence).judgement = self.t(said)

    def action_save(self) -> None:
        """Delete it."""
        log = self.entry.event
        self.dismiss()
        self.planner.act(lambda opened: delete_log(opened, log), msg("The entry is deleted"))
