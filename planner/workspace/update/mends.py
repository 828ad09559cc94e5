"""Settings that a newer version of the curriculum has no place for, and the commands that take them out."""

from collections.abc import Collection, Sequence

from planner.curriculum.model import Curriculum, Priority
from planner.curriculum.selection import names_of_now
from planner.learner.model import Profile
from planner.text.messages import Message, msg


def say_mends(profile: Profile, curriculum: Curriculum) -> Message:
    """Say what would make a profile fit a curriculum."""
    commands = [*_lists(profile, curriculum), *_choices(profile, curriculum)]
    if not commands:
        return msg("profile.yaml does not fit the new version: mend it first, then update")
    return msg(
        "profile.yaml does not fit the new version. Run first: {commands}", commands=" && ".join(commands)
    )


def _lists(profile: Profile, curriculum: Curriculum) -> list[str]:
    modules = {*curriculum.by_id(), *Priority}
    backgrounds = {background.id for background in curriculum.backgrounds}
    known = [name for name in profile.drop if modules.issuperset(names_of_now(curriculum, [name]))]
    return [
        *_without("drop", profile.drop, known),
        *_without("background", profile.background, _kept(profile.background, backgrounds)),
    ]


def _kept(names: Sequence[str], known: Collection[str]) -> list[str]:
    return [name for name in names if name in known]


def _without(key: str, names: Sequence[str], kept: Sequence[str]) -> list[str]:
    if len(kept) == len(names):
        return []
    if not kept:
        return [f"planner profile unset {key}"]
    return [f"planner profile set {key} '[{', '.join(kept)}]'"]


def _choices(profile: Profile, curriculum: Curriculum) -> list[str]:
    options = {choice.id: {option.id for option in choice.options} for choice in curriculum.choices}
    gone = [name for name, picks in profile.choices if not set(picks) <= options.get(name, set())]
    return [f"planner profile unset choices.{name}" for name in gone]
