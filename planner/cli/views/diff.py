"""What a new plan changes, as text: what moves, what stays, milestones and verdict before and after."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from planner.cli.views.page import GAP, Page, join
from planner.journal.model import Session
from planner.schedule.model import Diff, Plan
from planner.text.dates import say_clock
from planner.text.languages import LocalText
from planner.text.messages import Minutes, msg, msg_n
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

if TYPE_CHECKING:
    from planner.workspace.proposal import Proposal

SHOWN = 10
Titles = Mapping[str, LocalText]


def diff_lines(page: Page, proposal: "Proposal") -> list[str]:
    """Return the change: the sessions of the next 7 days, then the others, milestones, the verdict before and after."""
    diff = proposal.diff
    return join(
        _sessions(page, proposal),
        page.paragraph(_stays(page, diff)),
        milestone_changes(page, diff, proposal.titles),
        verdict_changes(page, proposal.before, proposal.after),
    )


def is_empty(diff: Diff) -> bool:
    """Tell whether nothing changes."""
    return (
        not (diff.moved or diff.added or diff.removed or diff.milestones) and diff.finish[0] == diff.finish[1]
    )


def _sessions(page: Page, proposal: "Proposal") -> list[str]:
    diff, t = proposal.diff, page.t
    until = soon_until(proposal.after)
    moved = sorted(diff.moved, key=lambda pair: pair[1].start)
    groups: list[Sequence[Pair]] = [
        moved,
        [(None, new) for new in diff.added],
        [(old, None) for old in diff.removed],
    ]
    near = [[change for change in group if begin_of(change) < until] for group in groups]
    later = [[change for change in group if begin_of(change) >= until] for group in groups]
    if any(near):
        rest = [page.accent(t(LATER))] if any(later) else []
        return join(
            [page.accent(t(IN_SOON))],
            *_lists(page, near, proposal),
            rest,
            *_lists(page, later, proposal),
        )
    calm = page.paragraph(t(CALM)) if any(later) else []
    return join(calm, *_lists(page, later, proposal))


def _lists(page: Page, groups: Sequence[Sequence[Pair]], proposal: "Proposal") -> list[list[str]]:
    """Return the lists of what moves, what is new and what goes, those that there are."""
    moved, new, gone = groups
    heads = (
        msg_n("moves: {count} session", "moves: {count} sessions", len(moved)),
        msg_n("new: {count} session", "new: {count} sessions", len(new)),
        msg_n("goes: {count} session", "goes: {count} sessions", len(gone)),
    )
    return [
        _list(page, page.t(head), group, proposal) for head, group in zip(heads, groups, strict=True) if group
    ]


def _list(page: Page, head: str, changes: Sequence[Pair], proposal: "Proposal") -> list[str]:
    rows = [_row(page, change, proposal) for change in changes[:SHOWN]]
    more = len(changes) - SHOWN
    rest = [GAP + page.t(and_more(more))] if more > 0 else []
    return [page.heading(head), *page.table(rows, "*ll"), *rest]


def _row(page: Page, change: Pair, proposal: "Proposal") -> list[str]:
    session = next((session for session in change if session), None)
    module = session.module if session else None
    title = proposal.titles.get(module or "", module)
    name = page.t(title) if title else page.t(msg("Buffer"))
    if session and session.kind == "review":
        name = page.t(msg("Review: {module}", module=name))
    zone = proposal.opened.zone
    was, then = (_when(page, each, zone) if each else "" for each in change)
    return [name, was, f"→ {then}" if was and then else then]


def _when(page: Page, session: Session, zone: ZoneInfo) -> str:
    start, end = (datetime.fromtimestamp(minute * 60, zone) for minute in (session.start, session.end))
    return f"{page.day(session.day, year=False, weekday=True)} {say_clock(start)}–{say_clock(end)}"


def _stays(page: Page, diff: Diff) -> str:
    t = page.t
    stays = t(stays_said(diff))
    if not diff.moved_minutes:
        return stays
    moved = t(msg("{moved} of study change their week.", moved=Minutes(diff.moved_minutes)))
    return page.sentences(stays, moved)


def milestone_changes(page: Page, diff: Diff, titles: Titles) -> list[str]:
    """Return the expected days that change, before and after, and the finish."""
    t = page.t
    rows = [
        [t(titles[each.id]) if each.id in titles else each.id, _day(page, each.before), _to(page, each.after)]
        for each in diff.milestones
    ]
    if diff.finish[0] != diff.finish[1]:
        rows.append([t(msg("finish")), _day(page, diff.finish[0]), _to(page, diff.finish[1])])
    return [page.heading(t(msg("milestones, expected"))), *page.table(rows, "*rl")] if rows else []


def _day(page: Page, day: date | None) -> str:
    return page.day(day) if day else "–"


def _to(page: Page, day: date | None) -> str:
    return f"→ {_day(page, day)}"


def verdict_changes(page: Page, before: Plan, after: Plan) -> list[str]:
    """Return the verdict's sentence before and after; once, when it stays."""
    t = page.t
    was, then = t(before.verdict.sentence), t(after.verdict.sentence)
    known = () if before.stale else before.verdict.notes  # a stale plan shows the verdict of a replan
    notes = page.items(t(note) for note in after.verdict.notes if note not in known)
    if was == then:
        return [*(page.accent(line) for line in page.paragraph(then)), *notes]
    first = page.paragraph(t(msg("before: {verdict}", verdict=was)))
    last = page.paragraph(t(msg("after: {verdict}", verdict=then)))
    return [*first, *(page.accent(line) for line in last), *notes]
