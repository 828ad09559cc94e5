"""A change of plan in words: the verdict before and after, milestones, what moves from where to where, what stays.

Invariant: what changes within the next 7 days comes first, under its own heading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from planner.journal.model import Session
from planner.learner.windows import monday
from planner.schedule.model import Plan
from planner.text.dates import say_clock
from planner.text.durations import say_minutes
from planner.text.languages import LocalText
from planner.text.messages import Message, Minutes, Translator, msg
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal
from planner.workspace.views.change_said import (
    CALM,
    IN_SOON,
    LATER,
    Pair,
    and_more,
    begin_of,
    soon_until,
    stays_said,
)
from planner.workspace.views.sessions import local, session_title
from tui.wording.days import say_short

_MOST = 80


@dataclass(frozen=True, slots=True)
class Moved:
    """One line of what changes: what, from when, to when; an empty `before` is new, an empty `after` is gone."""

    what: str
    before: str
    after: str
    length: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading, and a closing line: how many more there are, or that nothing changes here."""

    heading: str
    rows: tuple[Moved, ...] = ()
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """All that the change says. `said` are words with a text each; the last with a word is the new verdict."""

    said: tuple[tuple[str, str], ...]
    same: bool
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    new: str
    gone: str


def change_of(proposal: Proposal, t: Translator, settings: Sequence[Message] = ()) -> Change:
    """Say a proposal, and the settings that are written with it."""
    milestones = _milestones(proposal, t)
    near, later = _sessions(proposal)
    files = tuple(Moved(t(each), "", "") for each in settings)
    shown = proposal.opened
    parts = (
        Part(t(msg("written into {file}", file="profile.yaml")), files) if files else None,
        _soon(shown, t, near, calm=bool(later)),
        Part(t(msg("milestones")), milestones) if milestones else None,
        _later(shown, t, later) if later else None,
    )
    kept = t(stays_said(proposal.diff))
    return Change(
        said=_said(proposal, t),
        same=not (near or later or milestones or files),
        parts=tuple(part for part in parts if part is not None),
        closing=tuple(text for text in (kept, _weeks(proposal, t)) if text),
        new=t(msg("new")),
        gone=t(msg("no longer planned")),
    )


def _said(proposal: Proposal, t: Translator) -> tuple[tuple[str, str], ...]:
    """Say the verdict before and after, or that it stays; below it what is to be known beside it."""
    before, after = proposal.before.verdict, proposal.after.verdict
    notes = tuple(("", t(note)) for note in after.notes if note not in before.notes)
    was, then = t(before.sentence), t(after.sentence)
    if was == then:
        return (t(msg("as before")), then), *notes
    return (t(msg("before")), was), (t(msg("after")), then), *notes


def _sessions(proposal: Proposal) -> tuple[list[Pair], list[Pair]]:
    """Return the sessions that change, those of the next 7 days and the others, by when they begin."""
    diff = proposal.diff
    pairs: list[Pair] = [
        *diff.moved,
        *((None, new) for new in diff.added),
        *((old, None) for old in diff.removed),
    ]
    studied = [pair for pair in pairs if all(each is None or each.kind != "buffer" for each in pair)]
    studied.sort(key=begin_of)
    until = soon_until(proposal.after)
    near = [pair for pair in studied if begin_of(pair) < until]
    return near, studied[len(near) :]


def _soon(opened: Opened, t: Translator, near: list[Pair], *, calm: bool) -> Part | None:
    heading = t(IN_SOON)
    if near:
        return Part(heading, tuple(_session(opened, t, *pair) for pair in near))
    return Part(heading, closing=t(CALM)) if calm else None


def _later(opened: Opened, t: Translator, later: list[Pair]) -> Part:
    more = len(later) - _MOST
    return Part(
        t(LATER),
        tuple(_session(opened, t, *pair) for pair in later[:_MOST]),
        t(and_more(more)) if more > 0 else "",
    )


def _session(opened: Opened, t: Translator, old: Session | None, new: Session | None) -> Moved:
    shown = new or old
    return Moved(
        what=t(session_title(opened, shown)) if shown else "",
        before=_when(opened, old, t) if old else "",
        after=_after(opened, old, new, t),
        length=_lengths(old, new, t),
    )


def _after(opened: Opened, old: Session | None, new: Session | None, t: Translator) -> str:
    """Say when a session comes to be; one that begins as before is only shorter or longer."""
    if new is None or old is None or not _stays(old, new):
        return _when(opened, new, t) if new else ""
    time = Minutes(new.minutes)
    return t(
        msg("longer: {time}", time=time) if new.minutes > old.minutes else msg("shorter: {time}", time=time)
    )


def _stays(old: Session | None, new: Session | None) -> bool:
    """Tell whether a session begins as before, and only its length is another."""
    return old is not None and new is not None and old.start == new.start and old.minutes != new.minutes


def _lengths(old: Session | None, new: Session | None, t: Translator) -> str:
    if _stays(old, new):
        return ""
    lengths = list(dict.fromkeys(session.minutes for session in (old, new) if session))
    return " → ".join(say_minutes(length, t.language) for length in lengths)


def _when(opened: Opened, session: Session, t: Translator) -> str:
    moment: datetime = local(opened, session.start)
    return f"{say_short(moment.date(), opened.now.date(), t, weekday=True)} {say_clock(moment)}"


def _milestones(proposal: Proposal, t: Translator) -> tuple[Moved, ...]:
    """Say the milestones whose expected day changes, and the finish."""
    titles: Mapping[str, LocalText] = proposal.opened.titles
    now = proposal.after.now.date()
    lines = [
        Moved(t(titles[each.id]), say_short(each.before, now, t), say_short(each.after, now, t))
        for each in proposal.diff.milestones
        if each.before != each.after
    ]
    before, after = proposal.diff.finish
    if before != after:
        lines.append(Moved(t(msg("everything done")), say_short(before, now, t), say_short(after, now, t)))
    return tuple(lines)


def _weeks(proposal: Proposal, t: Translator) -> str:
    """Say this week's hours before and after."""
    now = proposal.after.now.date()
    before, after = (_this_week(plan, now) for plan in (proposal.before, proposal.after))
    if before == after:
        return ""
    return t(
        msg(
            "This week from now on: {before} before, {after} after.",
            before=Minutes(before),
            after=Minutes(after),
        )
    )


def _this_week(plan: Plan, day: date) -> int:
    return next((sum(week.minutes.values()) for week in plan.weeks if week.start == monday(day)), 0)
