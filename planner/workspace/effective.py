"""The curriculum and the profile as the learner's hand has changed them: modules added, dropped, brought back.

Invariant: the files are left alone, and where no hand was laid on the work the very same records come back.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from planner.curriculum.model import Curriculum, Effort, Module, Priority
from planner.journal.model import AddedModule, Progress
from planner.learner.model import Profile
from planner.text.languages import LocalText

_LEVELS = tuple(Priority)
_NO_TRACK = "other"


def effective_curriculum(curriculum: Curriculum, progress: Progress) -> Curriculum:
    """Return the curriculum with the modules added by hand at its end, in the last phase.

    A module that the file has by now is the file's, and what an added one requires and is no more falls out.
    """
    if not progress.added:
        return curriculum
    known = {module.id for module in curriculum.modules}
    choices = {choice.id for choice in curriculum.choices}
    fresh: list[Module] = []
    for module in progress.added:
        if module.id not in known | choices:
            fresh.append(_module(curriculum, module, known | choices))
            known.add(module.id)
    if not fresh:
        return curriculum
    *phases, last = curriculum.phases or (None,)
    ids = tuple(module.id for module in fresh)
    return replace(
        curriculum,
        modules=(*curriculum.modules, *fresh),
        phases=(*phases, replace(last, modules=(*last.modules, *ids))) if last else (),
    )


def _module(curriculum: Curriculum, added: AddedModule, known: Collection[str]) -> Module:
    return Module(
        id=added.id,
        title=LocalText.of(added.title),
        track=added.track or usual_track(curriculum),
        phase=curriculum.phases[-1].id if curriculum.phases else "",
        effort=Effort(added.minutes, added.minutes, added.minutes),
        requires=tuple(name for name in added.requires if name in known),
    )


def usual_track(curriculum: Curriculum) -> str:
    """Return the track that most modules of the last phase have, the first one of several."""
    last = curriculum.phases[-1].id if curriculum.phases else ""
    tracks = Counter(module.track for module in curriculum.modules if module.phase == last and module.track)
    return tracks.most_common(1)[0][0] if tracks else _NO_TRACK


def effective_profile(profile: Profile, curriculum: Curriculum, progress: Progress) -> Profile:
    """Return the profile that drops what the hand dropped, and keeps what it brought back.

    `curriculum` is the effective one. A dropped priority of which a module came back is written out as modules.
    """
    if not progress.dropped and not progress.restored:
        return profile
    drop = profile.drop
    gone = dropped_modules(curriculum, drop)
    if progress.restored & set(gone):
        drop = tuple(name for name in gone if name not in progress.restored)
    more = [module.id for module in curriculum.modules if module.id in progress.dropped]
    drop = tuple(dict.fromkeys((*drop, *more)))
    return profile if drop == profile.drop else replace(profile, drop=drop)


def dropped_modules(curriculum: Curriculum, drop: Iterable[str]) -> tuple[str, ...]:
    """Return the modules that `drop` names, by their ids or by a priority with all below it."""
    named = set(drop)
    levels = {level for name in named & set(_LEVELS) for level in _LEVELS[_LEVELS.index(Priority(name)) :]}
    return tuple(
        module.id for module in curriculum.modules if module.id in named or module.priority in levels
    )
