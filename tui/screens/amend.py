"""Correct time studied: how long, on which day, on what, and the note."""

from datetime import date, timedelta

from planner.journal.model import Logged
from planner.keymap.table import AMEND
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened
from planner.workspace.tracking.log import amend_log
from tui.commands import bindings_of
from tui.screens.log import LogSheet


class AmendSheet(LogSheet):
    """The form of a correction, filled with the entry as it counts now."""

    NAME = AMEND
    BINDINGS = bindings_of(AMEND)

    def __init__(self, entry: Logged) -> None:
        super().__init__(entry.module)
        self.entry = entry

    def heading(self) -> Message:
        """Say what this is."""
        return msg("correct logged time")

    def _modules(self) -> list[tuple[str, str]]:
        """Return the modules, that of the entry even when it left the plan."""
        others = super()._modules()
        own = self.entry.module
        if any(module == own for module, _ in others):
            return others
        return [(own, self.t(self.planner.plan.titles.get(own, own))), *others]

    def _first_day(self) -> date:
        return min(super()._first_day(), self._day() - timedelta(days=7))

    def _day(self) -> date:
        return self.entry.day or self._today()

    def _length(self) -> int:
        return self.entry.minutes

    def _note(self) -> str:
        return self.entry.note

    def _besides(self) -> str:
        return self.entry.event

    def keep(self, module: str, minutes: int, day: date, note: str) -> None:
        """Record what changed."""
        entry = self.entry

        def amend(opened: Opened) -> Opened:
            return amend_log(
                opened,
                entry.event,
                minutes if minutes != entry.minutes else None,
                day if day != entry.day else None,
                module if module != entry.module else None,
                note if note != entry.note else None,
            )

        self.planner.act(amend, msg("The entry is corrected"))
