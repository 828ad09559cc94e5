"""Which modules a learner studies: the picked options, without what is dropped.

Invariant: dropped modules and options not picked fall out of every `requires`; what they required does not move up.
A choice id in a `requires` stands for the picked modules.
"""

from collections.abc import Mapping, Sequence

from planner.curriculum.model import Choice, Curriculum, Module, Priority
from planner.records import dataclass

_LEVELS = tuple(Priority)


@dataclass(frozen=True, slots=True)
class Selection:
    """The modules in the plan, in order; their prerequisites and the milestones' modules; milestones left empty."""

    modules: tuple[Module, ...]
    requires: Mapping[str, tuple[str, ...]]
    milestones: Mapping[str, tuple[str, ...]]
    fallen: tuple[str, ...]


def picked_options(choice: Choice, picks: Sequence[str]) -> tuple[str, ...]:
    """Return the options taken of a choice: the wished ones that exist, filled up with the first ones."""
    known = [option.id for option in choice.options]
    wished = [pick for pick in picks if pick in known]
    return tuple((wished + [option for option in known if option not in wished])[: choice.pick])


def select(
    curriculum: Curriculum, choices: Mapping[str, Sequence[str]], drop: Sequence[str] = ()
) -> Selection:
    """Take the picked options and leave out what `drop` names: module ids, or a priority with all below it."""
    out: set[str] = set(drop)
    stands_for: dict[str, tuple[str, ...]] = {}
    for choice in curriculum.choices:
        taken = picked_options(choice, choices.get(choice.id, ()))
        kept = [name for option in choice.options if option.id in taken for name in option.modules]
        stands_for[choice.id] = tuple(kept)
        out |= {name for option in choice.options for name in option.modules} - set(kept)
    dropped = {
        level for named in drop if named in _LEVELS for level in _LEVELS[_LEVELS.index(Priority(named)) :]
    }
    modules = tuple(m for m in curriculum.modules if m.id not in out and m.priority not in dropped)
    names = {module.id for module in modules}

    def resolve(requires: Sequence[str]) -> tuple[str, ...]:
        wanted = [name for required in requires for name in stands_for.get(required, (required,))]
        return tuple(dict.fromkeys(name for name in wanted if name in names))

    milestones = {milestone.id: resolve(milestone.requires) for milestone in curriculum.milestones}
    return Selection(
        modules=modules,
        requires={module.id: resolve(module.requires) for module in modules},
        milestones={name: required for name, required in milestones.items() if required},
        fallen=tuple(name for name, required in milestones.items() if not required),
    )


def names_of_now(curriculum: Curriculum, names: Sequence[str]) -> tuple[str, ...]:
    """Return module ids in the names that a curriculum has now; all that something was split into take its place."""
    now: dict[str, tuple[str, ...]] = {}
    for module in curriculum.modules:
        for old in module.renamed_from:
            now[old] = (*now.get(old, ()), module.id)
    return (
        tuple(dict.fromkeys(new for name in names for new in now.get(name, (name,)))) if now else tuple(names)
    )
