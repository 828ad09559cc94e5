"""What pinned sessions cost: a plan that could be on time, or earlier, if they were let go.

Invariant: the least lateness is never greater without pins than with them.
"""

from dataclasses import replace

from planner.schedule.frame import Frame, best_lateness, frame_of
from planner.schedule.model import Inputs


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
