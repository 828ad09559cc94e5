"""The steps of milestones as they are ticked, carried over to another version of the curriculum.

A milestone merged of several is reached only when all of them were.

Invariant: a tick goes to the step with the same text in any language; without one, to the step with the same number
only while there are as many steps and that one is no other old step. It needs no old version afterwards.
"""

from collections.abc import Iterator, Sequence

from planner.curriculum.kinship import Kinship
from planner.curriculum.model import Milestone
from planner.journal.events import Draft
from planner.journal.model import MilestoneProgress
from planner.records import dataclass
from planner.text.languages import LocalText
from planner.workspace.opening import Opened

_NOTHING = MilestoneProgress()


@dataclass(frozen=True, slots=True)
class LostTick:
    """A step that was ticked and is no more; `milestone` is the title that the new version gives."""

    milestone: LocalText
    step: LocalText


def move_ticks(before: Opened, after: Opened) -> tuple[tuple[Draft, ...], tuple[LostTick, ...]]:
    """Return the events that put milestones of the new version where those of the old one were, and what is lost."""
    kin = Kinship(before.written.milestones, after.written.milestones)
    drafts: list[Draft] = []
    lost: list[LostTick] = []
    for milestone in after.written.milestones:
        wanted: set[int] = set()
        drafts += _reopened(before, kin.before(milestone.id), milestone)
        for old in kin.before(milestone.id):
            ticked = before.progress.milestones.get(old.id, _NOTHING).steps
            for number, step in _moved(old, milestone, sorted(ticked)):
                if step is None:
                    lost.append(LostTick(milestone.title, old.steps[number - 1]))
                else:
                    wanted.add(step)
        drafts += _changes(after, milestone, wanted)
    return tuple(drafts), tuple(lost)


def _reopened(before: Opened, old: Sequence[Milestone], new: Milestone) -> Iterator[Draft]:
    reached = [before.progress.milestones.get(each.id, _NOTHING).reached is not None for each in old]
    if any(reached) and not all(reached):
        yield Draft("reopened", {"milestone": new.id})


def _moved(old: Milestone, new: Milestone, ticked: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """Return each ticked step that the old version has, with its number in the new one."""
    same = _same_steps(old.steps, new.steps)
    taken = set(same.values())
    for number in ticked:
        if number > len(old.steps):
            continue
        free = len(old.steps) == len(new.steps) and number not in taken
        yield number, same.get(number, number if free else None)


def _same_steps(old: Sequence[LocalText], new: Sequence[LocalText]) -> dict[int, int]:
    """Return the new number of each old step whose text is still there; of several alike, in their order."""
    left = dict(enumerate(new, 1))
    same: dict[int, int] = {}
    for number, text in enumerate(old, 1):
        found = next((place for place, other in left.items() if _is_same(text, other)), None)
        if found is not None:
            same[number] = found
            del left[found]
    return same


def _is_same(one: LocalText, other: LocalText) -> bool:
    return bool({text for _, text in one.texts} & {text for _, text in other.texts})


def _changes(after: Opened, milestone: Milestone, wanted: set[int]) -> Iterator[Draft]:
    now = after.progress.milestones.get(milestone.id, _NOTHING).steps
    for step in sorted(now ^ wanted):
        yield Draft("step", {"milestone": milestone.id, "step": step, "ticked": step in wanted})
