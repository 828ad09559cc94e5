"""Ask once before a module counts as finished."""

from dataclasses import replace

from planner.keymap.table import DONE
from planner.text.messages import Message, Minutes, msg
from planner.workspace.tracking.log import mark_done
from tui.commands import Command, bindings_of
from tui.screens.sheet import Sheet
from tui.widgets.foot import Key, Sentence


class DoneSheet(Sheet):
    """The question of `d` for one module."""

    NAME = DONE
    BINDINGS = bindings_of(DONE)

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module

    def heading(self) -> Message:
        """Ask."""
        return msg("{module}: finished?", module=self.planner.plan.titles[self.module])

    def _key(self, command: Command) -> Key:
        """Say what Enter does."""
        key = super()._key(command)
        return replace(key, label=self.t(msg("finished"))) if command.name == "save" else key

    def remark(self) -> None:
        """Say what is left of the estimate."""
        plan = next((each for each in self.planner.plan.plan.modules if each.id == self.module), None)
        left = plan.remaining if plan else 0
        said = msg("{time} of its estimate are left; what waits for it is released.", time=Minutes(left))
        self.query_one(Sentence).judgement = self.t(said)

    def action_save(self) -> None:
        """Mark it."""
        said = msg("{module} is finished", module=self.planner.plan.titles[self.module])
        module = self.module
        self.dismiss()
        self.planner.act(lambda opened: mark_done(opened, module), said)
