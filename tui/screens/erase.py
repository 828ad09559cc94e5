"""Ask once before time studied is deleted."""

from dataclasses import replace

from planner.journal.model import Logged
from planner.keymap.table import ERASE
from planner.text.messages import Message, Minutes, msg
from planner.workspace.tracking.log import delete_log
from tui.commands import Command, bindings_of
from tui.screens.sheet import Sheet
from tui.widgets.foot import Key, Sentence
from tui.wording.days import say_short


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

    def _key(self, command: Command) -> Key:
        """Say what Enter does."""
        key = super()._key(command)
        return replace(key, label=self.t(msg("delete"))) if command.name == "save" else key

    def remark(self) -> None:
        """Say what it is."""
        entry, titles = self.entry, self.planner.plan.titles
        module = titles.get(entry.module, entry.module)
        said = msg("{module}: {time} studied", module=module, time=Minutes(entry.minutes))
        if entry.day is not None:
            day = say_short(entry.day, self.planner.plan.now.date(), self.t, weekday=True)
            said = msg(
                "{module}: {time} studied on {day}", module=module, time=Minutes(entry.minutes), day=day
            )
        self.query_one(Sentence).judgement = self.t(said)

    def action_save(self) -> None:
        """Delete it."""
        log = self.entry.event
        self.dismiss()
        self.planner.act(lambda opened: delete_log(opened, log), msg("The entry is deleted"))
