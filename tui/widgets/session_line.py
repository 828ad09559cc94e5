"""One session in one or more lines: when, what, how long, and for the one to do now also its topics."""

from dataclasses import dataclass

from textual.content import Content

from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, wrapped


@dataclass(frozen=True, slots=True)
class SessionLine:
    """What the line says; `strong` is for the session to do now, `quiet` for one that is over."""

    id: str
    when: str
    title: str
    length: str
    topics: str = ""
    strong: bool = False
    quiet: bool = False


def draw_session(line: SessionLine, when: int, length: int, width: int) -> list[Content]:
    """Draw a session to the width; `when` and `length` are the cells of those columns, the title gives way."""
    room = max(6, width - when - length - 4)
    style = MUTED if line.quiet else STRONG if line.strong else ""
    first = row(
        cell(line.when, when, ACCENT if line.strong else MUTED),
        "  ",
        cell(line.title, room, style),
        "  ",
        cell(line.length, length, MUTED, right=True),
    )
    topics = _topics(line.topics, room) if line.strong else []
    return [first, *(row(" " * (when + 2), topic) for topic in topics)]


def _topics(text: str, width: int) -> list[Content]:
    """Draw the topics in at most two lines; what is cut ends with an ellipsis, not between two topics."""
    lines = wrapped(text, width, MUTED)
    if len(lines) <= 2:
        return lines
    last = lines[1].plain.rstrip(" ·")
    if Content(last).cell_length > width - 2 and " " in last:
        last = last.rpartition(" ")[0].rstrip(" ·")
    return [lines[0], Content.styled(last, MUTED).truncate(width - 2) + Content.styled(" …", MUTED)]
