"""Time studied on modules that an older curriculum does not have, said before and after it comes back.

Invariant: the time stays in the journal; only the totals are without it.
"""

from collections.abc import Iterable

from planner.curriculum.model import Curriculum
from planner.curriculum.reading import read_curriculum
from planner.journal.events import in_order
from planner.journal.fold import fold
from planner.journal.model import Event
from planner.text.messages import Message, Minutes, msg
from planner.workspace.effective import effective_curriculum
from planner.workspace.folding import renaming_in


def minutes_left_out(events: Iterable[Event], old: bytes | None, new: bytes) -> int:
    """Return how many minutes count no more when curriculum.yaml becomes `new`; 0 when that cannot be read."""
    before, after = (_read(text) for text in (old, new))
    if after is None:
        return 0
    ordered = in_order(events)
    return max(0, _without_module(ordered, after) - (_without_module(ordered, before) if before else 0))


def say_left_out(minutes: int) -> Message:
    """Say what becomes of time on modules that the curriculum does not have."""
    return msg(
        "{hours} on modules that this curriculum does not have stay in the journal, and count again when the newer "
        "curriculum is back",
        hours=Minutes(minutes),
    )


def _read(text: bytes | None) -> Curriculum | None:
    return None if text is None else read_curriculum(text, "curriculum.yaml")[0]


def _without_module(ordered: Iterable[Event], curriculum: Curriculum) -> int:
    progress = fold(ordered, renaming_in(curriculum))
    known = effective_curriculum(curriculum, progress).by_id()
    return sum(entry.minutes for entry in progress.logs if entry.module not in known)
