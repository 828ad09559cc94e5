"""What people call modules, milestones and sessions on the command line, as ids: by id, title, or how either begins.

Invariant: an id that there is stands for itself; a beginning stands for something only where nothing else begins so.
"""

from collections.abc import Mapping
from unicodedata import normalize

from planner.problems import fail
from planner.text.languages import LocalText
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened

_SHORTEST, _MOST = 2, 4


def module_named(opened: Opened, given: str) -> str:
    """Return the id of the module that is meant; what is none comes back as it is. Raises `DataError` in doubt."""
    names = {module.id: module.title for module in opened.curriculum.modules}
    return _named(opened, given, names)


def milestone_named(opened: Opened, given: str) -> str:
    """Return the id of the milestone that is meant; what is none comes back as it is. Raises `DataError` in doubt."""
    names = {each.id: each.title for each in opened.curriculum.milestones}
    return _named(opened, given, names)


def thing_named(opened: Opened, given: str) -> str:
    """Return the id of the module or milestone that is meant, in the manner of the two above."""
    names = {module.id: module.title for module in opened.curriculum.modules}
    return _named(opened, given, names | {each.id: each.title for each in opened.curriculum.milestones})


def session_named(opened: Opened, given: str) -> str:
    """Return the id of a session as it is, or that of the module that is meant. Raises `DataError` in doubt."""
    accepted = opened.progress.accepted
    plans = (*opened.progress.plans, *((accepted,) if accepted else ()))
    known = {name for plan in plans for session in plan.sessions for name in (session.id, session.module)}
    return given if given == "buffer" or given in known else module_named(opened, given)


def _named(opened: Opened, given: str, names: Mapping[str, LocalText]) -> str:
    word = _folded(given)
    renaming = opened.journal.renaming
    renamed = renaming is not None and (given in renaming.modules or given in renaming.milestones)
    if given in names or renamed or not word:
        return given
    said = {
        name: {_folded(name), *(_folded(text) for _, text in title.texts)} for name, title in names.items()
    }
    found = [name for name, words in said.items() if word in words]
    if not found and len(word) >= _SHORTEST:
        found = [name for name, words in said.items() if any(each.startswith(word) for each in words)]
    if len(found) > 1:
        raise fail(_doubt(given, found))
    if found:
        return found[0]
    within = [name for name, words in said.items() if any(word in each for each in words)]
    if within and len(word) >= _SHORTEST:
        raise fail(_doubt(given, within))
    return given


def _doubt(given: str, found: list[str]) -> Message:
    """Ask which one is meant."""
    some = " / ".join(found[:_MOST]) + (" …" if len(found) > _MOST else "")
    if len(found) == 1:
        return msg("“{given}”: did you mean {near}?", given=given, near=some)
    return msg("“{given}” could be one of several: {near}. Write its id", given=given, near=some)


def _folded(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())
