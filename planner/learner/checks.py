"""A profile against its curriculum: what the one names must be in the other.

Invariant: a file is checked as far as it can be read, so that these problems are told together with all the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.curriculum.model import Choice, Curriculum, Priority
from planner.curriculum.outline import Found, Item, Name
from planner.curriculum.selection import names_of_now, select
from planner.documents.document import Document, in_order, key_of
from planner.documents.values import ident
from planner.documents.wrong import Wrong, nearest, short
from planner.learner.model import Profile
from planner.problems import Problem
from planner.records import dataclass
from planner.text.messages import Message, msg


@dataclass(frozen=True, slots=True)
class _Names:
    """What a profile names, and where."""

    curriculum: Name | None
    background: Sequence[Name]
    choices: Mapping[str, tuple[Name, Sequence[Name]]]
    drop: Sequence[Name]


def check_profile(profile: Profile, curriculum: Curriculum) -> tuple[Problem, ...]:
    """Return what does not fit between a profile and a curriculum; the problems have keys and no places."""
    picks = {
        name: (Name(name, ("choices", name)), _listed(all_, "choices", name))
        for name, all_ in profile.choices
    }
    names = _Names(
        Name(profile.curriculum, ("curriculum",)),
        _listed(profile.background, "background"),
        picks,
        _listed(profile.drop, "drop"),
    )
    return tuple(
        Problem(message, "profile.yaml", key=key_of(path)) for path, message in _check(names, curriculum)
    )


def check_document(document: Document, curriculum: Curriculum) -> tuple[Problem, ...]:
    """Return what does not fit between a profile's file and a curriculum, at line and column."""
    top = Item(document.value, ())
    inner = document.value.get("choices")
    choices = Item(inner if isinstance(inner, dict) else {}, ("choices",))
    names = _Names(
        top.name("curriculum"),
        _readable(top.names("background")),
        {key.text: (key, _one_or_more(choices, key.text)) for key in _readable(top.keys("choices"))},
        _one_or_more(top, "drop"),
    )
    found = _check(names, curriculum)
    return in_order([document.problem(text, path, key=_is_key(path, names)) for path, text in found])


def _listed(names: Iterable[str], *path: str) -> list[Name]:
    return [Name(name, (*path, index)) for index, name in enumerate(names)]


def _one_or_more(item: Item, key: str) -> list[Name]:
    one = item.name(key)
    return _readable([Name(one.text, (*one.path, 0))] if one else item.names(key))


def _readable(names: Iterable[Name]) -> list[Name]:
    """Leave out what is no id: that is told where ids are read."""
    return [name for name in names if _is_id(name.text)]


def _is_id(text: str) -> bool:
    try:
        return bool(ident(text))
    except Wrong:
        return False


def _is_key(path: Sequence[str | int], names: _Names) -> bool:
    return any(path == key.path for key, _ in names.choices.values())


def _check(names: _Names, curriculum: Curriculum) -> Iterator[Found]:
    if names.curriculum and names.curriculum.text != curriculum.id and _is_id(names.curriculum.text):
        text = msg(
            "the profile follows `{wanted}`, but the curriculum here is `{found}`; write `{found}`",
            wanted=names.curriculum.text,
            found=curriculum.id,
        )
        yield names.curriculum.path, text
    known = [background.id for background in curriculum.backgrounds]
    yield from (
        (name.path, _unknown(name.text, known)) for name in names.background if name.text not in known
    )
    choices = {choice.id: choice for choice in curriculum.choices}
    for key, picks in names.choices.values():
        if key.text in choices:
            yield from _picks(choices[key.text], picks)
        else:
            yield key.path, _unknown(key.text, choices)
    yield from _drop(names, curriculum)


def _picks(choice: Choice, picks: Sequence[Name]) -> Iterator[Found]:
    options = [option.id for option in choice.options]
    yield from ((pick.path, _unknown(pick.text, options)) for pick in picks if pick.text not in options)
    if len(picks) > choice.pick:
        text = msg("{count} are too many picks; write at most {pick}", count=len(picks), pick=choice.pick)
        yield picks[choice.pick].path, text


def _drop(names: _Names, curriculum: Curriculum) -> Iterator[Found]:
    known = [*curriculum.by_id(), *Priority]
    taken = {*known, *(old for module in curriculum.modules for old in module.renamed_from)}
    yield from ((name.path, _unknown(name.text, known)) for name in names.drop if name.text not in taken)
    picks = {name: [pick.text for pick in picks] for name, (_, picks) in names.choices.items()}
    drop = names_of_now(curriculum, [name.text for name in names.drop])
    if curriculum.modules and not select(curriculum, picks, drop).modules:
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
