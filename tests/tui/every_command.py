"""What each command does on each screen that binds it, and how that is seen.

Invariant: a command is given by its default key; what `there_and_back` does is as before when it returns.
"""

from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from datetime import timedelta

from planner.journal.reading import read_journal
from planner.keymap.table import HISTORY, HOME, PLACES
from tests.tui.every_screen import keys_of
from tui.glyphs import ASCII, BLOCKS
from tui.jumping import marks_on
from tui.palette import Palette
from tui.screens.jump import JumpScreen
from tui.widgets.rows import Rows
from tui.widgets.week_bars import WeekBars


def kinds(hand):
    """Return the kinds of the journal's events."""
    return [event.kind for event in read_journal(hand.app.context.home)[0]]


def where(hand):
    """Return where one stands: the focus and its cursor; on a page without one, how far it is scrolled."""
    screen = hand.app.screen
    cursor = getattr(screen.focused, "cursor", None)
    scrolled = [each.scroll_y for each in screen.query("VerticalScroll")] if cursor is None else []
    return getattr(screen.focused, "id", None), cursor, scrolled


async def press(hand, command):
    """Press the default key of a command."""
    await hand.press(*keys_of(command))


async def goes_there(hand, command):
    here = hand.name
    await press(hand, command)
    assert hand.name == command
    if here in HOME:
        await press(hand, here)


async def checks_in(hand, command):
    await press(hand, command)
    assert hand.name == "checkin"
    await press(hand, "back")


async def shows_letters(hand, command):
    anything = marks_on(hand.app.screen)
    await press(hand, command)
    assert isinstance(hand.app.screen, JumpScreen) is bool(anything)
    await (hand.press("escape") if anything else hand.sees("There is nothing to jump to here."))


async def finds_commands(hand, command):
    await press(hand, command)
    assert isinstance(hand.app.screen, Palette)
    await hand.sees("Search for commands" if command == "palette" else "Go to …")
    await hand.press("escape")


async def opens_and_goes_back(hand, command):
    await press(hand, command)
    assert hand.name == command
    await press(hand, "back")


async def tours(hand, command):
    here = hand.name
    await press(hand, command)
    assert hand.name == "tour"
    await press(hand, "end_tour")
    await press(hand, here)


async def changes_colours(hand, command):
    names = []
    for _ in range(3):
        await press(hand, command)
        names.append(hand.app.theme)
    assert names == ["planner-light", "planner-terminal", "planner-dark"]


async def changes_signs(hand, command):
    for signs in (ASCII, BLOCKS):
        await press(hand, command)
        assert hand.app.glyphs is signs


async def moves(hand, command):
    begin = where(hand)
    await hand.press("down")
    below = where(hand)
    assert below != begin
    if command == "down":
        await hand.press("up")
        await press(hand, "down")
        assert where(hand) == below
        await hand.press("up")
    else:
        await press(hand, "up")
    assert where(hand) == begin


async def copies(hand, command):
    hand.app.copy_to_clipboard("")
    await press(hand, command)
    nothing = hand.name == "progress"  # there is no cursor
    assert bool(hand.app.clipboard) is not nothing
    assert ("There is nothing to copy here" if nothing else "Copied: ") in hand.text()


async def takes_back(hand, command):
    before = len(kinds(hand))
    await press(hand, "undo")
    await press(hand, "redo")
    assert kinds(hand)[before:] == ["undo", "redo"]
    assert command in {"undo", "redo"}


async def keeps_a_copy(hand, command):
    with chdir(hand.app.context.home.parent):  # where the calendar goes
        await press(hand, command)
    await hand.sees(f"The {command} is in")


THERE_AND_BACK = {
    **dict.fromkeys((*PLACES, HISTORY), goes_there), "checkin": checks_in, "jump": shows_letters,
    "jump_in_form": shows_letters, "palette": finds_commands, "places": finds_commands, "tour": tours,
    "calendar": keeps_a_copy, "backup": keeps_a_copy,
    **dict.fromkeys(("help", "search", "why"), opens_and_goes_back), "theme": changes_colours, "copy": copies,
    "signs": changes_signs, "up": moves, "down": moves, "undo": takes_back, "redo": takes_back,
}  # fmt: skip


def opens(name):
    return lambda hand, was: was.name != name == hand.name


def records(*begins):
    """See that the journal goes on with events of these kinds."""
    return lambda hand, was: kinds(hand)[was.events :][: len(begins)] == list(begins)


def closes(*begins, onto):
    return lambda hand, was: hand.name == onto and records(*begins)(hand, was)


def leaves(hand, was):
    del was
    return hand.app.return_code == 0


def turns(least, most):
    """See that the first lever went down or up by so many of its values."""
    return lambda hand, was: least <= lever(hand) - was.lever <= most


def lever(hand):
    first = hand.app.screen.levers[0]
    return first.values.index(first.value)


def follows(**by):
    """See that the session under the cursor went on by so much, and the cursor with it."""
    return lambda hand, was: (
        hand.app.screen.session_at_cursor().session.id == was.session.session.id
        and hand.app.screen.session_at_cursor().start == was.session.start + timedelta(**by)
    )


def turns_weeks(count):
    return lambda hand, was: hand.app.screen.shown_week() == was.week + count * timedelta(days=7)


def goes(one, other):
    """See that the focus went from one part to another."""
    return lambda hand, was: (was.where[0], where(hand)[0]) == (one, other)


def shows(attribute, value):
    return lambda hand, was: getattr(hand.app.screen, attribute) == value != was.screen.get(attribute)


@dataclass(frozen=True)
class Deed:
    """What a command does: `seen` tells after the steps `first` and its key, in a form or the usual one."""

    seen: Callable
    first: tuple[str, ...] = ()
    form: str = ""


BELOW = {
    "timer": "today", "log": "today", "done": "today", "search": "today", "detail": "today", "help": "today",
    "why": "today", "evidence": "milestones", "amend": "history", "erase": "history", "entry": "history",
    "move": "week", "extra": "week", "module": "plan",
}  # fmt: skip
TIME_FROM_19 = ("extra", "'19:00-23:00", "enter")
REACHED = ("up",)

DEEDS = {
    **{(on, "timer"): Deed(records("started")) for on in ("today", "week", "detail")},
    **{(on, form): Deed(opens(form)) for on in ("today", "detail") for form in ("log", "done")},
    **{(on, form): Deed(opens(form)) for on in ("history", "entry") for form in ("amend", "erase")},
    **{(on, "undo_entry"): Deed(records("undo")) for on in ("history", "entry")},
    **{(on, "redo_entry"): Deed(records("redo"), ("undo_entry",)) for on in ("history", "entry")},
    ("today", "replan"): Deed(opens("change")),
    ("today", "detail"): Deed(opens("detail")),
    ("today", "across"): Deed(goes("now", "milestones")),
    ("plan", "detail"): Deed(opens("module")),
    ("plan", "move_next"): Deed(opens("move")),
    ("plan", "pin_next"): Deed(records("pin")),
    ("plan", "zoom_in"): Deed(shows("zoom", 1)),
    ("plan", "zoom_out"): Deed(shows("zoom", 0), ("zoom_in",)),
    ("plan", "order"): Deed(shows("by_track", True)),
    ("plan", "fold"): Deed(lambda hand, was: len(hand.app.screen.query_one(Rows).ids()) < was.rows),
    ("plan", "earlier"): Deed(lambda hand, was: hand.app.screen.around < was.screen["around"], ("zoom_in", "later")),
    ("plan", "later"): Deed(lambda hand, was: hand.app.screen.around > was.screen["around"], ("zoom_in",)),
    ("week", "detail"): Deed(opens("detail")),
    ("week", "move"): Deed(opens("move")),
    ("week", "pin"): Deed(records("pin")),
    ("week", "skip"): Deed(records("skip")),
    ("week", "off"): Deed(records("time-off")),
    ("week", "extra"): Deed(opens("extra")),
    ("week", "why_week"): Deed(lambda hand, _: hand.name == "why" and hand.app.screen.about == "week:2027-02-08"),
    ("week", "first"): Deed(records("first")),
    ("week", "week_before"): Deed(turns_weeks(-1)),
    ("week", "week_after"): Deed(turns_weeks(1)),
    ("week", "this_week"): Deed(turns_weeks(-2), ("week_after", "week_after")),
    ("week", "sooner"): Deed(follows(minutes=-15), TIME_FROM_19),
    ("week", "later_by"): Deed(follows(minutes=15), TIME_FROM_19),
    ("week", "day_before"): Deed(follows(days=-1), ("week_after", "day_after")),
    ("week", "day_after"): Deed(follows(days=1), ("week_after",)),
    ("week", "done_in_week"): Deed(opens("done")),
    ("week", "log_in_week"): Deed(opens("log")),
    ("milestones", "detail"): Deed(goes("all", "steps")),
    ("milestones", "enter_steps"): Deed(goes("all", "steps")),
    ("milestones", "leave"): Deed(goes("steps", "all"), ("enter_steps",)),
    ("milestones", "step"): Deed(records("step"), ("enter_steps",)),
    ("milestones", "try_it"): Deed(lambda hand, _: hand.name == "evidence" and not hand.app.screen.reached),
    ("milestones", "reach"): Deed(lambda hand, _: hand.name == "evidence" and hand.app.screen.reached),
    ("milestones", "reopen"): Deed(records("reopened"), REACHED),
    ("history", "detail"): Deed(opens("entry")),
    ("progress", "tracks"): Deed(shows("by_track", True)),
    ("progress", "earlier"): Deed(lambda hand, _: hand.app.screen.query_one(WeekBars).back > 0),
    ("progress", "later"): Deed(lambda hand, _: hand.app.screen.query_one(WeekBars).back == 0, ("earlier",)),
    ("whatif", "less"): Deed(turns(-1, -1)),
    ("whatif", "more"): Deed(turns(1, 1)),
    ("whatif", "much_less"): Deed(turns(-4, -4)),
    ("whatif", "much_more"): Deed(turns(4, 4)),
    ("whatif", "switch"): Deed(lambda hand, was: lever(hand) != was.lever),
    ("whatif", "reset"): Deed(lambda hand, _: not any(each.turned for each in hand.app.screen.levers)),
    ("whatif", "apply"): Deed(opens("change")),
    ("module", "detail"): Deed(opens("week")),
    ("search", "go_there"): Deed(lambda hand, _: hand.name == "plan" and hand.app.screen.cursor() == "sql-basics"),
    ("change", "way_before"): Deed(shows("chosen", 0), (), "change-missed"),
    ("change", "next_way"): Deed(shows("chosen", 1), ("catch_up",), "change-missed"),
    ("change", "catch_up"): Deed(shows("chosen", 0), (), "change-missed"),
    ("change", "rebalance"): Deed(shows("chosen", 1), ("catch_up",), "change-missed"),
    ("change", "extend"): Deed(shows("chosen", 2), ("catch_up",), "change-late"),
    ("change", "accept"): Deed(closes("plan", onto="today")),
    ("change", "back"): Deed(closes(onto="today")),
    ("checkin", "forward"): Deed(shows("step", "finished")),
    ("checkin", "mark"): Deed(lambda hand, _: hand.app.screen.answers.done != (), (), "checkin-finished"),
    ("checkin", "missed_before"): Deed(lambda hand, was: hand.app.screen.draft.week < was.screen["draft"].week),
    ("checkin", "missed_after"): Deed(
        lambda hand, was: hand.app.screen.draft.week > was.screen["draft"].week, ("missed_before",)
    ),
    ("checkin", "back"): Deed(closes(onto="today")),
    ("checkin", "leave_app"): Deed(leaves),
    ("setup", "forward"): Deed(shows("step", "curriculum")),
    ("setup", "mark"): Deed(lambda hand, _: hand.app.screen.answers.background != (), (), "setup-background"),
    ("setup", "back"): Deed(shows("step", "language"), (), "setup-plan"),
    ("setup", "leave_app"): Deed(leaves),
    ("tour", "forward"): Deed(lambda hand, _: hand.name == "tour" and hand.app.screen.number == 1),
    ("tour", "end_tour"): Deed(closes(onto="today")),
    ("timer", "discard"): Deed(closes("stopped", onto="today")),
    ("timer", "save"): Deed(closes("stopped", "log", onto="today")),
    ("log", "save"): Deed(closes("log", onto="today"), ("'45m",)),
    ("done", "save"): Deed(closes("done", onto="today")),
    ("evidence", "save"): Deed(closes("reached", onto="milestones"), ("'https://example.org",)),
    ("amend", "save"): Deed(closes("log-amended", onto="history"), ("'45m",)),
    ("erase", "save"): Deed(closes("log-deleted", onto="history")),
    ("move", "save"): Deed(closes("move", onto="week"), ("'Thu 10:00",)),
    ("extra", "save"): Deed(closes("extra", onto="week")),
    **{(sheet, "back"): Deed(closes(onto=below)) for sheet, below in BELOW.items()},
    **{(name, "quit"): Deed(leaves) for name in (*HOME, "change", "trouble")},
}  # fmt: skip
