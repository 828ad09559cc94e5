"""The cards of the tour: over which screen each lies, and what it says, with the keys as they are bound."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.keymap.table import PLAN, TODAY
from planner.text.messages import KeyOf, Message, msg


@dataclass(frozen=True, slots=True)
class Card:
    """One card: the screen that it lies over, and what it says."""

    place: str
    said: Message


CARDS: Sequence[Card] = (
    Card(
        TODAY,
        msg(
            "This is Today. It answers what to do now; around it stand what comes next, your week "
            "and the milestones."
        ),
    ),
    Card(
        TODAY,
        msg(
            "{timer} starts the timer on a session and stops it; {log} notes time that you studied without it.",
            timer=KeyOf("timer"),
            log=KeyOf("log"),
        ),
    ),
    Card(
        TODAY,
        msg(
            "Once a week, by default on Sunday, {checkin} is the check-in: you say what the week was like, "
            "and see how the plan follows before you accept it.",
            checkin=KeyOf("checkin"),
        ),
    ),
    Card(
        PLAN,
        msg(
            "{plan} is the plan over the months. {week} is the week: there you move sessions, pin or skip them, "
            "and take days off.",
            plan=KeyOf("plan"),
            week=KeyOf("week"),
        ),
    ),
    Card(
        TODAY,
        msg(
            "{undo} takes back whatever you did last, so try things. {help} shows the keys of a screen, "
            "{tour} this tour.",
            undo=KeyOf("undo"),
            help=KeyOf("help"),
            tour=KeyOf("tour"),
        ),
    ),
)
