"""What the timer did, in words: one line for each of its events."""

from collections.abc import Mapping

from planner.journal.model import Event
from planner.text.languages import LocalText
from planner.text.messages import Message, msg

KINDS = frozenset(("started", "stopped"))


def describe_timer(event: Event, titles: Mapping[str, LocalText]) -> Message:
    """Say an event of the timer; `titles` are those of the modules, by id."""
    module = event.data.get("module")
    if module is None:
        return msg("timer stopped")
    if event.kind == "stopped":
        return msg("{module}: timer stopped", module=titles.get(module, module))
    return msg("{module}: timer started", module=titles.get(module, module))
