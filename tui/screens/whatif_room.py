"""How What if lies in a terminal of some size: levers above the outcome or beside it, and how much of each.

Invariant: it depends on the size and the number of levers alone, so that nothing jumps when one is turned.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.workspace.supposing.levers import Lever
from tui.widgets.sliders import Rails

WIDE, BROAD = 104, 164
_FRAME = 8  # the top lines, the gap below them, and the foot with a sentence of two lines below a gap
_REPAIRS = 10  # lines kept free for what would make it fit
_HIGH = 28  # lines; a lower terminal shows fewer ways to make it fit
_OUTCOME = 14  # lines kept free for the outcome below the levers


@dataclass(frozen=True, slots=True)
class Room:
    """`width` and `body` are the cells of the levers and the lines of the screen's middle; `boxes` single modules and
    `repairs` are shown at most."""

    beside: bool
    width: int
    body: int
    rails: Rails
    boxes: int
    repairs: int

    def outcome(self, levers: int) -> int:
        """Return the lines that the outcome has when the levers take so many."""
        return self.body if self.beside else max(4, self.body - levers - 1)


def room_of(width: int, height: int, rails: int, name: int) -> Room:
    """Return the room in a terminal of so many cells and lines, for levers with rails and names of so many cells."""
    beside, broad, body = width >= WIDE, width >= BROAD, height - _FRAME
    inner = (width * 44 // 100 if beside else width) - 4
    high, low = (body >= 1 + lines * rails + 2 + _REPAIRS for lines in (3, 2))
    stacked = beside and low
    value = max(14, min(32, inner * 2 // 5))
    used = 1 + (1 + stacked + (stacked and high)) * rails + 2
    free = body - used - (_REPAIRS if beside else _OUTCOME)
    return Room(
        beside=beside,
        width=inner,
        body=body,
        rails=Rails(stacked=stacked, name=min(name, max(12, inner // 3)), value=value, gap=high),
        boxes=max(0, min(16 if broad else 8, free)),
        repairs=6 if beside or height >= 36 else 3 if height >= _HIGH else 2,
    )


def pages_of(levers: Sequence[Lever], room: Room) -> list[list[Lever]]:
    """Return the levers to show at once: all with the nearest modules, or where these have no room, page by page."""
    rails, boxes = ([each for each in levers if bool(each.minutes) is box] for box in (False, True))
    near = {each.id for each in boxes[: room.boxes]}
    if near or not boxes:
        return [[each for each in levers if not each.minutes or each.turned or each.id in near]]
    return [rails, *(boxes[at : at + len(rails)] for at in range(0, len(boxes), len(rails)))]
