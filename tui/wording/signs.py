"""What the signs on a screen mean, for its help: a sign, its name, and what it tells.

Invariant: the signs are those that are drawn, in blocks or plain.
"""

from planner.keymap.table import CHECKIN, MILESTONES, MODULE, PLAN, TODAY, WEEK, WHATIF
from planner.text.messages import Message, msg
from tui.glyphs import Glyphs
from tui.wording.signs_ahead import signs_ahead

Sign = tuple[str, Message, Message]


def signs_of(screen: str, glyphs: Glyphs) -> tuple[Sign, ...]:
    """Return the signs of a screen; none where all is said in words."""
    if screen == TODAY:
        return (_cursor(glyphs), *_states(glyphs), _moved(glyphs), *_way(glyphs))
    if screen == WEEK:
        return (_cursor(glyphs), *_hours(glyphs), *_sessions(glyphs), _moved(glyphs))
    if screen == MILESTONES:
        steps = (f"{glyphs.on} {glyphs.off}", msg("steps"), msg("Ticked, and not ticked yet"))
        reached = (glyphs.reached, msg("reached"), msg("With its evidence"))
        return (_cursor(glyphs), *_states(glyphs), reached, steps)
    if screen == CHECKIN:
        return (_cursor(glyphs), (f"{glyphs.on} {glyphs.off}", msg("mark"), msg("Marked, and not marked")))
    pointed = screen in {PLAN, WHATIF, MODULE}
    return (*([_cursor(glyphs)] if pointed else ()), *signs_ahead(screen, glyphs))


def _cursor(glyphs: Glyphs) -> Sign:
    return glyphs.marker, msg("cursor"), msg("What the keys act on")


def _moved(glyphs: Glyphs) -> Sign:
    return glyphs.fresh, msg("moved"), msg("The last action moved it")


def _states(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (glyphs.tick, msg("on track"), msg("It is reached in time")),
        (glyphs.tight, msg("tight"), msg("Less than 8 h of slack are left")),
        (glyphs.tight, msg("to record"), msg("Its work is done; its result is not recorded")),
        (glyphs.late, msg("late"), msg("It would be reached after its day")),
    )


def _way(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (glyphs.filled * 2, msg("share"), msg("What is studied of the whole, or of the week")),
        (glyphs.levels[-1], msg("studied"), msg("Hours studied until then")),
        ("⠤⠒" if glyphs.dots else "..", msg("planned"), msg("Hours planned until then")),
    )


def _hours(glyphs: Glyphs) -> tuple[Sign, ...]:
    shades = glyphs.shades
    return (
        (shades[1], msg("free"), msg("Time to study without a session")),
        (shades[4], msg("study"), msg("A session that is ahead")),
        (shades[3], msg("done"), msg("A session that is over")),
        (shades[2], msg("buffer"), msg("It stays free for catching up")),
        (glyphs.upright, msg("now"), msg("The present moment")),
    )


def _sessions(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (glyphs.tick, msg("done"), msg("Studied")),
        ("~", msg("in part"), msg("Studied in part")),
        ("x", msg("missed"), msg("Its time went by")),
        ("^", msg("pinned"), msg("New plans leave it where it is")),
        ("–", msg("skipped"), msg("Its time is kept free; a review that is left out")),
    )
