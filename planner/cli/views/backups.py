"""Backups as text: the list of them, and what one would bring back."""

import difflib
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from planner.cli.views.page import GAP, Page
from planner.text.dates import say_clock
from planner.text.messages import Message, msg, msg_n
from planner.workspace.backup.left_out import say_left_out
from planner.workspace.backup.making import BEFORE_RESTORE, BY_HAND, DAILY, Backup
from planner.workspace.backup.restoring import Restoration
from planner.workspace.replacing import Change

_SHOWN = 8
_REASONS = {
    DAILY: msg("daily"),
    BY_HAND: msg("by hand"),
    BEFORE_RESTORE: msg("before restore"),
    "before-update": msg("before update"),
    "before-mending": msg("before mending"),
}


def say_events(count: int) -> Message:
    """Say how many events there are."""
    return msg_n("{count} event", "{count} events", count)


def backups_text(page: Page, found: Sequence[Backup], zone: ZoneInfo) -> list[str]:
    """Return a line for each backup: its name, when and why it was made, its events, its size."""
    if not found:
        return page.paragraph(page.t(msg("There is no backup yet. Make one with: planner backup")))
    rows = [
        [
            each.name,
            _when(page, each.at.astimezone(zone), year=False),
            str(each.count),
            _size(each.size),
            page.t(_REASONS.get(each.reason, each.reason)),
        ]
        for each in found
    ]
    titles = [msg("Backup"), msg("When"), msg("Events"), msg("Size"), msg("Why")]
    return page.table([[page.t(title) for title in titles], *rows], "lrrr*", indent="")


def restoration_text(page: Page, found: Restoration) -> list[str]:
    """Return what would come back: the events, then each file with the first of its changed lines."""
    head = msg("The backup {name}, of {when}:", name=found.backup, when=_when(page, found.at))
    lines = page.paragraph(page.t(head))
    if found.foreign:
        warning = msg(
            "It did not begin with the plan that is here: this looks like the backup of another plan."
        )
        lines += page.items([page.t(warning)])
    if found.missing:
        count = len(found.missing)
        comes = msg_n("{count} event comes back", "{count} events come back", count)
        lines += page.items([page.t(comes)])
    for change in found.changes:
        lines += _file(page, change)
    if found.left_out:
        lines += page.items([page.t(say_left_out(found.left_out))])
    return lines


def changed_lines(change: Change) -> list[str]:
    """Return the lines that differ, with - (goes) and + (comes) before them, without control characters."""
    old, new = (_lines(text) for text in (change.old or b"", change.new))
    differing = list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]
    return [line for line in differing if not line.startswith("@@")]


def _file(page: Page, change: Change) -> list[str]:
    name = change.path.name
    if change.old is None:
        return page.items([page.t(msg("{file} is missing, and comes back", file=name))])
    differing = changed_lines(change)
    more = len(differing) - _SHOWN
    lines = page.items([page.t(msg("{file} becomes what it was in the backup:", file=name))])
    lines += page.table([[line] for line in differing[:_SHOWN]], "*", indent=GAP * 2)
    if more > 0:
        lines.append(GAP * 2 + page.t(msg_n("… and {count} more line", "… and {count} more lines", more)))
    return lines


def _lines(text: bytes) -> list[str]:
    decoded = text.decode("utf-8", "replace").splitlines()
    return ["".join(char if char.isprintable() else "?" for char in line) for line in decoded]


def _when(page: Page, moment: datetime, *, year: bool = True) -> str:
    return f"{page.day(moment.date(), year=year)} {say_clock(moment)}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
