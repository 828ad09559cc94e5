"""What the signs mean where one looks ahead or back: on Plan, What if and Progress, and on what lies over them.

Invariant: the signs are those that are drawn, in blocks or plain.
"""

from planner.keymap.table import CHANGE, MODULE, PLAN, PROGRESS, WHATIF
from planner.text.messages import Message, msg
from tui.glyphs import Glyphs

Sign = tuple[str, Message, Message]


def signs_ahead(screen: str, glyphs: Glyphs) -> tuple[Sign, ...]:
    """Return the signs of a screen but for the cursor; none where all is said in words."""
    signs = {PLAN: _plan, WHATIF: _what_if, PROGRESS: _progress, MODULE: _module, CHANGE: _change}
    return signs[screen](glyphs) if screen in signs else ()


def _plan(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (glyphs.studied, msg("studied"), msg("Days on which it was studied")),
        (glyphs.under_way, msg("under way"), msg("Days planned for what is begun")),
        (glyphs.ahead, msg("ahead"), msg("Days planned for what is not begun")),
        (glyphs.upright, msg("today"), msg("This day")),
        (glyphs.mark, msg("milestone"), msg("When it is expected, or was reached")),
        (glyphs.due, msg("due"), msg("The day by which it is due")),
        (
            glyphs.rest,
            msg("slack"),
            msg("How long it may be put off; between days, that they belong together"),
        ),
        ("< >", msg("elsewhere"), msg("Its days are before or after what is shown")),
        (glyphs.tick, msg("finished"), msg("The module is done")),
        (f"{glyphs.opened} {glyphs.folded}", msg("fold"), msg("An open group, and a folded one")),
        (glyphs.fresh, msg("moved"), msg("The last action moved it")),
    )


def _what_if(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (glyphs.knob, msg("value"), msg("Where it stands now")),
        (glyphs.upright, msg("usual"), msg("Where it stands in your plan, once it is turned")),
        (f"{glyphs.on} {glyphs.off}", msg("module"), msg("It is in the plan, and it is left out")),
        (glyphs.late, msg("late"), msg("It would be reached after its day")),
    )


def _progress(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (glyphs.filled * 2, msg("studied"), msg("What is studied of the whole, or in the week")),
        (glyphs.rest * 2, msg("planned"), msg("What else was planned, or is left")),
        ("1 2 …", msg("track"), msg("In a week by track: where its part begins")),
        (
            glyphs.shades[4] * 2,
            msg("shade"),
            msg("Hours studied on a day: the line below the days says how many"),
        ),
    )


def _module(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (f"{glyphs.on} {glyphs.off}", msg("topics"), msg("Done, and not done yet; also what it builds on")),
        (">", msg("now"), msg("It is under way")),
        (glyphs.tick, msg("done"), msg("Studied")),
        ("~", msg("in part"), msg("Studied in part")),
        ("x", msg("missed"), msg("Its time went by")),
        ("^", msg("pinned"), msg("New plans leave it where it is")),
        ("–", msg("left out"), msg("A review whose time went by")),
    )


def _change(glyphs: Glyphs) -> tuple[Sign, ...]:
    return (
        (glyphs.marker, msg("chosen"), msg("The way that is shown below")),
        (glyphs.arrow, msg("from, to"), msg("When it was, and when it will be")),
    )
