"""The learner's hand on the work: estimates, modules added, dropped, brought back and put first.

Invariant: an id that is in use is never taken again, and what is finished is left as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from planner.curriculum.model import Module, Priority
from planner.curriculum.selection import select
from planner.journal.events import Draft
from planner.problems import fail
from planner.text.controls import harmless
from planner.text.languages import LocalText, joined
from planner.text.messages import Message, Minutes, msg, msg_n
from planner.workspace.effective import dropped_modules
from planner.workspace.hand.changing import Change, change
from planner.workspace.names import find_module, unknown_module
from planner.workspace.opening import Opened

_LONGEST_TITLE, _LONGEST_SLUG = 200, 48
_NOT_FOR_MODULES = {*Priority, "buffer", "review"}


def estimate(opened: Opened, module: str, minutes: int) -> Change:
    """Say how much of a module remains, as the learner sees it."""
    found = find_studied(opened, module)
    if minutes <= 0:
        raise fail(msg("Nothing left of “{module}”? Then: planner done {id}", module=found.title, id=module))
    draft = Draft("estimate", {"module": module, "remaining": minutes})
    said = msg("“{module}”: {time} still to do.", module=found.title, time=Minutes(minutes))
    return change(opened, draft, said)


def add_module(
    opened: Opened, title: str, minutes: int, *, requires: Sequence[str] = (), track: str = "", id_: str = ""
) -> Change:
    """Add a module at the end of the curriculum; its id is made of the title when none is given."""
    title = " ".join(harmless(title).split())[:_LONGEST_TITLE]
    if not title:
        raise fail(msg("A module needs a title: planner add “Reading papers” 12"))
    if minutes <= 0:
        raise fail(msg("A module needs time: planner add “Reading papers” 12"))
    known = opened.curriculum.by_id()
    choices = {choice.id for choice in opened.curriculum.choices}
    for name in requires:
        if name not in known and name not in choices:
            raise fail(unknown_module(name, known))
    name = _fresh_id(opened, id_ or slug(title) or _numbered(opened))
    data = {"module": name, "title": title, "minutes": minutes, "requires": list(dict.fromkeys(requires))}
    track = " ".join(harmless(track).split())
    draft = Draft("module-added", {**data, "track": track} if track else data)
    said = msg("Added: “{module}” ({id}), {time}.", module=title, id=name, time=Minutes(minutes))
    return change(opened, draft, said)


def drop(opened: Opened, module: str) -> Change:
    """Leave a module out of the plan."""
    found = find_studied(opened, module)
    if len(_studied(opened)) == 1:
        raise fail(msg("“{module}” is the last module: leave something to study", module=found.title))
    said = msg("Dropped: “{module}”. To study it after all: planner restore-module {id}",
               module=found.title, id=module)  # fmt: skip
    done = change(opened, Draft("module-dropped", {"module": module}), said)
    before, after = done.proposal.before.verdict.fallen, done.proposal.after.verdict.fallen
    fallen = [opened.titles[name] for name in after if name not in before]
    return replace(done, said=_with_fallen(said, fallen)) if fallen else done


def restore(opened: Opened, module: str) -> Change:
    """Bring a dropped module back into the plan."""
    found = find_module(opened, module)
    if module not in dropped_modules(opened.curriculum, opened.profile.drop):
        _refuse_not_picked(opened, found)
        raise fail(msg("“{module}” is not dropped: it is in the plan", module=found.title))
    done = change(
        opened,
        Draft("module-restored", {"module": module}),
        msg("Back in the plan: “{module}”.", module=found.title),
    )
    if all(each.id != module for each in done.proposal.after.modules):
        raise fail(_not_picked(found))
    return done


def put_first(opened: Opened, module: str) -> Change:
    """Study a module before others, as far as what it requires and the dates allow."""
    found = find_studied(opened, module)
    if opened.progress.first[:1] == (module,):
        raise fail(msg("“{module}” comes first already", module=found.title))
    draft = Draft("first", {"module": module})
    return change(opened, draft, msg("“{module}” comes first now.", module=found.title), first=module)


def find_studied(opened: Opened, module: str) -> Module:
    """Return a module that is in the plan and not finished; raises `DataError` with what would help."""
    found = find_module(opened, module)
    if module in opened.progress.done:
        raise fail(msg("“{module}” is finished already", module=found.title))
    if module in dropped_modules(opened.curriculum, opened.profile.drop):
        raise fail(
            msg(
                "“{module}” is dropped. To study it after all: planner restore-module {id}",
                module=found.title,
                id=module,
            )
        )
    _refuse_not_picked(opened, found)
    return found


def slug(title: str) -> str:
    """Return an id made of a title's Latin letters and digits; empty when it has too few of them."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_SLUG].strip("-")
    return name if sum(char.isalpha() for char in name) >= 2 else ""


def _studied(opened: Opened) -> Sequence[Module]:
    profile = opened.profile
    return select(opened.curriculum, dict(profile.choices), profile.drop).modules


def _refuse_not_picked(opened: Opened, module: Module) -> None:
    if all(each.id != module.id for each in _studied(opened)):
        raise fail(_not_picked(module))


def _not_picked(module: Module) -> Message:
    return msg(
        "“{module}” belongs to an option that is not picked: set `choices` in profile.yaml, then planner replan",
        module=module.title,
    )


def _with_fallen(said: Message, fallen: Sequence[LocalText]) -> Message:
    lost = msg_n(
        "This milestone falls with it: {titles}.",
        "These {count} milestones fall with it: {titles}.",
        len(fallen),
        titles=joined(fallen),
    )
    return msg("{first} {second}", first=lost, second=said)


def _numbered(opened: Opened) -> str:
    taken = _taken(opened)
    number = next(number for number in range(1, len(taken) + 2) if f"added-{number}" not in taken)
    return f"added-{number}"


def _taken(opened: Opened) -> set[str]:
    """Return every id that is in use."""
    curriculum = opened.curriculum
    return {
        *(module.id for module in curriculum.modules),
        *(milestone.id for milestone in curriculum.milestones),
        *(choice.id for choice in curriculum.choices),
    }


def _fresh_id(opened: Opened, name: str) -> str:
    from planner.documents.values import ident
    from planner.documents.wrong import Wrong

    try:
        name = ident(name)
    except Wrong as error:
        raise fail(error.faults[0][1]) from error
    if name in _NOT_FOR_MODULES or name in _taken(opened):
        raise fail(msg("The id {id} is taken: give another one with --id", id=name))
    return name
