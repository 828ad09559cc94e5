"""A change of plan in words: the verdict before and after, milestones, what moves from where to where, what stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from planner.journal.model import Session
from planner.learner.windows import monday
from planner.schedule.model import Plan
from planner.text.dates import say_clock, say_day
from planner.text.durations import say_minutes
from planner.text.languages import LocalText
from planner.text.messages import Minutes, Translator, msg, msg_n
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal
from planner.workspace.sessions import local, session_title

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Moved:
    """One line of what changes: what, from when, to when; an empty `before` is new, an empty `after` is gone."""

    what: str
    before: str
    after: str
    length: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """All that the change says."""

    before: str
    after: str
    same: bool
    milestones: tuple[Moved, ...]
    sessions: tuple[Moved, ...]
    weeks: str
    kept: str
    notes: tuple[str, ...] = ()


def change_of(proposal: Proposal, t: Translator) -> Change:
    """Say a proposal."""
    diff, opened = proposal.diff, proposal.opened
    buffers = {"buffer"}
    moved = [(old, new) for old, new in diff.moved if new.kind not in buffers]
    added = [session for session in diff.added if session.kind not in buffers]
    removed = [session for session in diff.removed if session.kind not in buffers]
    lines = [
        *((old.start, _session(opened, t, old, new)) for old, new in moved),
        *((new.start, _session(opened, t, None, new)) for new in added),
        *((old.start, _session(opened, t, old, None)) for old in removed),
    ]
    return Change(
        before=t(proposal.before.verdict.sentence),
        after=t(proposal.after.verdict.sentence),
        same=not (lines or _milestones(proposal, t)),
        milestones=_milestones(proposal, t),
        sessions=tuple(line for _, line in sorted(lines, key=lambda pair: pair[0])),
        weeks=_weeks(proposal, t),
        kept=t(msg_n("{count} session stays as it is.", "{count} sessions stay as they are.", diff.kept)),
        notes=tuple(t(note) for note in proposal.after.verdict.notes),
    )


def _session(opened: Opened, t: Translator, old: Session | None, new: Session | None) -> Moved:
    shown = new or old
    return Moved(
        what=t(session_title(opened, shown)) if shown else "",
        before=_when(local(opened, old.start), t) if old else "",
        after=_when(local(opened, new.start), t) if new else "",
        length=_lengths(old, new, t),
    )


def _lengths(old: Session | None, new: Session | None, t: Translator) -> str:
    lengths = list(dict.fromkeys(session.minutes for session in (old, new) if session))
    return " → ".join(say_minutes(length, t.language) for length in lengths)


def _when(moment: datetime, t: Translator) -> str:
    return f"{say_day(moment.date(), t.language, year=False, weekday=True)} {say_clock(moment)}"


def _milestones(proposal: Proposal, t: Translator) -> tuple[Moved, ...]:
    """Say the milestones whose expected day changes, and the finish."""
    titles: Mapping[str, LocalText] = proposal.opened.titles
    lines = [
        Moved(t(titles[change.id]), _day(change.before, t), _day(change.after, t))
        for change in proposal.diff.milestones
        if change.before != change.after
    ]
    before, after = proposal.diff.finish
    if before != after:
        lines.append(Moved(t(msg("everything done")), _day(before, t), _day(after, t)))
    return tuple(lines)


def _day(day: date | None, t: Translator) -> str:
    return say_day(day, t.language) if day else NOTHING


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
