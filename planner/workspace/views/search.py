"""What a search finds in a plan: its modules, milestones and phases, and the sessions ahead.

Invariant: width, case and kind of kana make no difference, and every language is searched whichever is shown.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from planner.journal.model import Session
from planner.records import dataclass
from planner.schedule.model import Plan
from planner.text.languages import LocalText
from planner.text.messages import Message
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import local, session_title

MODULE, MILESTONE, PHASE, SESSION = "module", "milestone", "phase", "session"
_SESSIONS = 300
_ALIKE = 3  # sessions of one module
_KANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to go to. `start` is a session's, in the learner's time; `due` a milestone's; `folded` is searched."""

    kind: str
    id: str
    title: LocalText | Message
    folded: tuple[str, ...]
    start: datetime | None = None
    due: date | None = None
    module: str = ""


def everything(opened: Opened) -> tuple[Found, ...]:
    """Return all that can be found, the kinds in their order and each in the plan's."""
    return (*_modules(opened), *_milestones(opened), *_phases(opened), *_sessions(opened))


def search(every: Sequence[Found], wanted: str) -> tuple[Found, ...]:
    """Return what has every word in its titles or its id: what begins with them first; without words, what is next."""
    words = fold(wanted).split()
    if not words:
        return tuple(each for each in every if each.kind == SESSION)[:_ALIKE] + tuple(
            each for each in every if each.kind != SESSION
        )
    ranked = [(rank, each) for each in every if (rank := _rank(each, words)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return tuple(_few_alike(each for _, each in ranked))


def fold(text: str) -> str:
    """Return a text without differences of case, width and kind of kana."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_KANA)


def _rank(found: Found, words: Sequence[str]) -> int | None:
    """Return 0 where a name begins with the first word, 1 where one of its words does, 2 anywhere, None nowhere."""
    if not all(any(word in name for name in found.folded) for word in words):
        return None
    first = words[0]
    if any(name.startswith(first) for name in found.folded):
        return 0
    return 1 if any(f" {first}" in name or f"-{first}" in name for name in found.folded) else 2


def _few_alike(found: Iterable[Found]) -> Iterator[Found]:
    """Leave out the later ones of many sessions of one module."""
    seen: dict[str, int] = {}
    for each in found:
        if each.kind == SESSION:
            seen[each.module] = seen.get(each.module, 0) + 1
            if seen[each.module] > _ALIKE:
                continue
        yield each


def _names(title: LocalText, id_: str) -> tuple[str, ...]:
    return (*(fold(text) for _, text in title.texts), fold(id_))


def _modules(opened: Opened) -> Iterator[Found]:
    for module in opened.plan.modules:
        title = opened.titles.get(module.id, LocalText.of(module.id))
        yield Found(MODULE, module.id, title, _names(title, module.id))


def _milestones(opened: Opened) -> Iterator[Found]:
    known = {each.id: each.title for each in opened.curriculum.milestones}
    for plan in opened.plan.milestones:
        title = known[plan.id]
        yield Found(MILESTONE, plan.id, title, _names(title, plan.id), due=plan.due)


def _phases(opened: Opened) -> Iterator[Found]:
    """Return the phases of which a module is in the plan; each leads to its first one."""
    planned = {module.id for module in opened.plan.modules}
    for phase in opened.curriculum.phases:
        first = next((module for module in phase.modules if module in planned), None)
        if first is not None:
            yield Found(PHASE, phase.id, phase.title, _names(phase.title, phase.id), module=first)


def _sessions(opened: Opened) -> Iterator[Found]:
    now = int(opened.now.timestamp()) // 60
    for session in _next(opened.plan, now):
        if session.module is not None:
            title = opened.titles.get(session.module, LocalText.of(session.module))
            start = local(opened, session.start)
            names = (*_names(title, session.module), fold(session.id))
            yield Found(
                SESSION, session.id, session_title(opened, session), names, start, module=session.module
            )


def _next(plan: Plan, now: int) -> Sequence[Session]:
    return [session for session in plan.sessions if session.end > now][:_SESSIONS]
