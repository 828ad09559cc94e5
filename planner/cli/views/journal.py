"""The journal as text: what was done, day by day, newest first.

Invariant: an action is one line, cut to the page; its parts have lines of their own only when they are asked for.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.cli.views.page import GAP, Page
from planner.records import dataclass
from planner.text.dates import say_clock
from planner.text.messages import Message, msg
from planner.workspace.undoing.actions import EVERYTHING, ActionLine, Asked, say_for

_ID, _MACHINE = 8, 6


@dataclass(frozen=True, slots=True)
class Shown:
    """The actions to show, how many more there are, and whether parts and machines are told."""

    lines: Sequence[ActionLine]
    more: int = 0
    parts: bool = False
    machines: int = 1
    asked: Asked = EVERYTHING


def journal_text(page: Page, shown: Shown) -> list[str]:
    """Return a heading for each day, and a line for each action: when, the end of its id, and what."""
    if not shown.lines:
        return page.paragraph(page.t(_nothing(shown.asked)))
    rows: list[list[str]] = []
    days: dict[int, date] = {}
    for line in shown.lines:
        if not days or list(days.values())[-1] != line.at.date():
            days[len(rows)] = line.at.date()
        rows += _rows(page, line, shown)
    align = "rll*" if shown.machines > 1 else "rl*"
    text: list[str] = []
    for number, said in enumerate(page.table(rows, align)):
        if number in days:
            text += ["", page.heading(page.day(days[number], weekday=True))]
        text.append(said)
    rest = page.t(msg("… and {count} more: planner journal show --all", count=shown.more))
    return [*text[1:], *(["", GAP + rest] if shown.more > 0 else [])]


def _rows(page: Page, line: ActionLine, shown: Shown) -> Iterator[list[str]]:
    machine = [line.device[:_MACHINE]] if shown.machines > 1 else []
    yield [say_clock(line.at), line.id[-_ID:], *machine, _marked(page, say_for(line), void=line.void)]
    if shown.parts and len(line.parts) > 1:
        for part in line.parts:
            nobody = [""] * len(machine)
            yield [
                "",
                part.id[-_ID:],
                *nobody,
                GAP + _marked(page, part.text, void=part.void and not line.void),
            ]


def _marked(page: Page, text: Message, *, void: bool) -> str:
    return page.t(msg("undone: {what}", what=text) if void else text)


def _nothing(asked: Asked) -> Message:
    if asked != EVERYTHING:
        return msg("Nothing of that kind was recorded. Everything: planner journal show --all")
    return msg("Nothing has happened yet. Record time with: planner log MODULE 1h30m")
