"""A profile against its curriculum: what the one names must be in the other."""

from collections.abc import Iterable, Iterator, Sequence

from planner.curriculum.model import Choice, Curriculum, Priority
from planner.curriculum.selection import select
from planner.documents.document import Document, Path, in_order, key_of
from planner.documents.wrong import nearest, short
from planner.learner.model import Profile
from planner.problems import Problem
from planner.text.messages import Message, msg

Found = tuple[Path, Message]


def check_profile(
    profile: Profile, curriculum: Curriculum, document: Document | None = None, *, file: str = "profile.yaml"
) -> tuple[Problem, ...]:
    """Return what does not fit between a profile and a curriculum; with its document, at line and column."""
    found = [
        *_curriculum(profile, curriculum),
        *_background(profile, curriculum),
        *_choices(profile, curriculum),
        *_drop(profile, curriculum),
    ]
    if document is None:
        return tuple(Problem(message, file, key=key_of(path)) for path, message in found)
    return in_order([document.problem(message, path, key=_is_key(path)) for path, message in found])


def _is_key(path: Path) -> bool:
    return path[0] == "choices" and len(path) == 2


def _curriculum(profile: Profile, curriculum: Curriculum) -> Iterator[Found]:
    if profile.curriculum != curriculum.id:
        text = msg(
            "the profile follows `{wanted}`, but the curriculum here is `{found}`; write `{found}`",
            wanted=profile.curriculum,
            found=curriculum.id,
        )
        yield ("curriculum",), text


def _background(profile: Profile, curriculum: Curriculum) -> Iterator[Found]:
    known = [background.id for background in curriculum.backgrounds]
    for index, name in enumerate(profile.background):
        if name not in known:
            yield ("background", index), _unknown(name, known)


def _choices(profile: Profile, curriculum: Curriculum) -> Iterator[Found]:
    known = {choice.id: choice for choice in curriculum.choices}
    for name, picks in profile.choices:
        if name in known:
            yield from _picks(known[name], picks)
        else:
            yield ("choices", name), _unknown(name, known)


def _picks(choice: Choice, picks: Sequence[str]) -> Iterator[Found]:
    options = [option.id for option in choice.options]
    for index, pick in enumerate(picks):
        if pick not in options:
            yield ("choices", choice.id, index), _unknown(pick, options)
    if len(picks) > choice.pick:
        text = msg("{count} are too many picks; write at most {pick}", count=len(picks), pick=choice.pick)
        yield ("choices", choice.id, choice.pick), text


def _drop(profile: Profile, curriculum: Curriculum) -> Iterator[Found]:
    modules = set(curriculum.by_id())
    known = [*modules, *Priority]
    for index, name in enumerate(profile.drop):
        if name not in modules and name not in tuple(Priority):
            yield ("drop", index), _unknown(name, known)
    if curriculum.modules and not select(curriculum, dict(profile.choices), profile.drop).modules:
        yield ("drop",), msg("everything is dropped; leave something to study")


def _unknown(name: str, known: Iterable[str]) -> Message:
    names = sorted(known)
    if near := nearest(name, names):
        return msg("the curriculum has no `{id}`; did you mean `{near}`?", id=short(name), near=near)
    if 0 < len(names) <= 12:
        return msg(
            "the curriculum has no `{id}`; write one of: {names}", id=short(name), names=", ".join(names)
        )
    return msg("the curriculum has no `{id}`; take it out", id=short(name))
