"""What a search found, in words: its kind, its title, and when it is."""

from dataclasses import dataclass

from planner.text.dates import say_clock, say_day
from planner.text.messages import Message, Translator, msg
from planner.workspace.views.search import MILESTONE, MODULE, PHASE, SESSION, Found


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line of the list."""

    id: str
    kind: str
    title: str
    when: str


def found_line(found: Found, t: Translator) -> FoundLine:
    """Say one thing that was found."""
    return FoundLine(f"{found.kind}:{found.id}", t(kind_of(found)), t(found.title), _when(found, t))


def kind_of(found: Found) -> Message:
    """Return the word for what it is."""
    words = {
        MODULE: msg("module"), MILESTONE: msg("milestone"), PHASE: msg("phase"), SESSION: msg("session"),
    }  # fmt: skip
    return words[found.kind]


def _when(found: Found, t: Translator) -> str:
    if found.start is not None:
        day = say_day(found.start.date(), t.language, year=False, weekday=True)
        return f"{day} {say_clock(found.start)}"
    return say_day(found.due, t.language) if found.due is not None else ""
