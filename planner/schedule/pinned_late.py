"""What pinned sessions cost: a plan that could be on time, or earlier, if they were let go.

Invariant: the least lateness is never greater without pins than with them.
"""

from collections.abc import Sequence
from dataclasses import replace

from planner.journal.model import Session
from planner.schedule.frame import Frame, best_lateness, frame_of
from planner.schedule.model import Inputs
from planner.text.dates import say_day
from planner.text.languages import LANGUAGES, LocalText, joined
from planner.text.messages import KeyOf, Message, either, msg_n


def least_without_pins(inputs: Inputs, frame: Frame) -> int:
    """Return the least possible maximum lateness, in days, if no session were pinned."""
    loose = without_pins(inputs)
    return best_lateness(loose, frame_of(loose, frame.work, frame.capacity))


def without_pins(inputs: Inputs) -> Inputs:
    """Return the inputs with every session of the accepted plan let go."""
    accepted = inputs.progress.accepted
    if accepted is None:
        return inputs
    sessions = tuple(replace(s, pinned=False) if s.pinned else s for s in accepted.sessions)
    return replace(inputs, progress=replace(inputs.progress, accepted=replace(accepted, sessions=sessions)))


def say_pins(inputs: Inputs, pins: Sequence[Session], days: int) -> Message:
    """Say how many days pinned sessions cost, which they are, and how to let them go."""
    titles = {module.id: module.title for module in inputs.curriculum.modules}
    named = [_named(titles.get(pin.module or "", LocalText.of(pin.module or "")), pin) for pin in pins]
    return either(
        msg_n(
            "Pinned sessions make it {count} day later than it could be: {sessions}. To let one go: planner unpin ID",
            "Pinned sessions make it {count} days later than it could be: {sessions}. To let one go: planner unpin ID",
            days,
            sessions=", ".join(pin.id for pin in pins),
        ),
        msg_n(
            "Pinned sessions make it {count} day later than it could be: {sessions}. {pin} in Week lets one go.",
            "Pinned sessions make it {count} days later than it could be: {sessions}. {pin} in Week lets one go.",
            days,
            sessions=joined(named),
            pin=KeyOf("pin"),
        ),
    )


def _named(title: LocalText, pin: Session) -> LocalText:
    day = {language: say_day(pin.day, language, year=False) for language in LANGUAGES}
    return LocalText.of({code: f"{title.in_language(code)} ({day[code]})" for code in LANGUAGES})
