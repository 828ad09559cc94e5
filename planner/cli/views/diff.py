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

if TYPE_CHECKING:
    from planner.workspace.opening import Opened
    from planner.workspace.proposal import Proposal

SHOWN = 10
Change = tuple[Session | None, Session | None]
Titles = Mapping[str, LocalText]


def diff_lines(page: Page, proposal: "Proposal") -> list[str]:
    """Return the change: first the sessions, then the milestones, then the verdict before and after."""
    opened, diff = proposal.opened, proposal.diff
    return join(
        _sessions(page, diff, opened),
        page.paragraph(_stays(page, diff)),
        milestone_changes(page, diff, opened.titles),
        verdict_changes(page, proposal.before, proposal.after),
    )


def is_empty(diff: Diff) -> bool:
    """Tell whether nothing changes."""
    return (
        not (diff.moved or diff.added or diff.removed or diff.milestones) and diff.finish[0] == diff.finish[1]
    )


def _sessions(page: Page, diff: Diff, opened: "Opened") -> list[str]:
    t = page.t
    moved = sorted(diff.moved, key=lambda pair: pair[1].start)
    parts: list[tuple[str, Sequence[Change]]] = [
        (t(msg_n("moves: {count} session", "moves: {count} sessions", len(moved))), moved),
        (
            t(msg_n("new: {count} session", "new: {count} sessions", len(diff.added))),
            [(None, new) for new in diff.added],
        ),
        (
            t(msg_n("goes: {count} session", "goes: {count} sessions", len(diff.removed))),
            [(old, None) for old in diff.removed],
        ),
    ]
    return join(*(_list(page, head, rows, opened) for head, rows in parts if rows))


def _list(
    page: Page,
    head: str,
    changes: Sequence[Change],
    opened: "Opened",
) -> list[str]:
    rows = [_row(page, change, opened) for change in changes[:SHOWN]]
    more = len(changes) - SHOWN
    rest = [GAP + page.t(msg("… and {count} more", count=more))] if more > 0 else []
    return [page.heading(head), *page.table(rows, "*ll"), *rest]


def _row(page: Page, change: Change, opened: "Opened") -> list[str]:
    session = change[1] or change[0]
    title = opened.titles.get(session.module or "") if session else None
    name = page.t(title) if title else page.t(msg("Buffer"))
    was, then = (_when(page, each, opened.zone) if each else "" for each in change)
    return [name, was, f"→ {then}" if was and then else then]


def _when(page: Page, session: Session, zone: ZoneInfo) -> str:
    start, end = (datetime.fromtimestamp(minute * 60, zone) for minute in (session.start, session.end))
    return f"{page.day(session.day, year=False, weekday=True)} {say_clock(start)}–{say_clock(end)}"


def _stays(page: Page, diff: Diff) -> str:
    t = page.t
    stays = t(msg_n("{count} session stays as it is.", "{count} sessions stay as they are.", diff.kept))
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
    notes = page.items(t(note) for note in after.verdict.notes if note not in before.verdict.notes)
    if was == then:
        return [*(page.accent(line) for line in page.paragraph(then)), *notes]
    first = page.paragraph(t(msg("before: {verdict}", verdict=was)))
    last = page.paragraph(t(msg("after: {verdict}", verdict=then)))
    return [*first, *(page.accent(line) for line in last), *notes]
