"""Text measured in terminal cells: a Japanese character takes two, so strings are never padded by `len`."""

from collections.abc import Iterable

from textual.content import Content

from planner.text.width import wrap
from tui.glyphs import Glyphs

MUTED, ACCENT, RULE, STRONG = "$quiet", "$accent", "$line", "bold"


def cell(text: str | Content, width: int, style: str = "", *, right: bool = False) -> Content:
    """Return the text in exactly `width` cells: cut with an ellipsis, or filled with spaces on the other side."""
    content = Content.styled(text, style) if isinstance(text, str) else text
    if width <= 0:
        return Content()
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=True)
    missing = width - content.cell_length
    return content.pad_left(missing) if right else content.pad_right(missing)


def row(*parts: str | Content | tuple[str, str]) -> Content:
    """Put parts side by side; empty ones leave no trace."""
    return Content.assemble(*(part for part in parts if (part[0] if isinstance(part, tuple) else part)))


def spread(left: Content, right: Content, width: int) -> Content:
    """Put one part at the left edge and one at the right; the left one gives way."""
    gap = width - right.cell_length
    if gap <= 1:
        return cell(right, width)
    return row(cell(left, gap - 1), " ", right)


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """Return the text in lines of at most `width` cells, broken between words, or characters where there are none."""
    lines = (line for part in text.split("\n") for line in wrap(part, max(2, width)))
    return [Content.styled(line, style) for line in lines] if text else []


def bar(share: float, width: int, glyphs: Glyphs, style: str = ACCENT) -> Content:
    """Return a bar of `width` cells, filled to `share` (0 to 1); a share above 0 shows at least a trace."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    if share > 0:
        halves = max(1, halves)
    full, half = divmod(halves, 2)
    filled = glyphs.filled * full + (glyphs.half if half else "")
    return row((filled, style), (glyphs.rest * (width - len(filled)), RULE))


def stacked(lines: Iterable[Content]) -> Content:
    """Put lines below one another."""
    return Content("\n").join(lines)
