"""One table of commands: it feeds key bindings, the footer, the command palette, the help and `planner keys`.

Invariant: a command's `name` is its action on the screen (`action_<name>`), its `id` the name by which it is rebound.
"""

from planner.keymap.names import shown_key
from planner.records import dataclass
from planner.text.messages import Message, msg

TODAY, PLAN, WEEK, MILESTONES, WHATIF, PROGRESS = "today", "plan", "week", "milestones", "whatif", "progress"
CHECKIN, SETUP, TOUR = "checkin", "setup", "tour"
HISTORY, ENTRY, AMEND, ERASE = "history", "entry", "amend", "erase"
MOVE, EXTRA, WHY, MODULE = "move", "extra", "why", "module"
SEARCH = "search"
CHANGE, LOG, TIMER, EVIDENCE, DETAIL, DONE, HELP, TROUBLE = (
    "change", "log", "timer", "evidence", "detail", "done", "help", "trouble",
)  # fmt: skip
PLACES = (TODAY, PLAN, WEEK, MILESTONES, WHATIF, PROGRESS)
HOME = (*PLACES, HISTORY)
SHEETS = (LOG, TIMER, EVIDENCE, DONE, AMEND, ERASE, MOVE, EXTRA)
BOOKS = (*HOME, CHECKIN, SETUP, CHANGE, MODULE)
WRITING = (CHECKIN, SETUP, SEARCH, *SHEETS)  # screens with fields that take every character for themselves

SCREENS = {
    TODAY: msg("today"), PLAN: msg("plan"), WEEK: msg("week"), MILESTONES: msg("milestones"), WHATIF: msg("what if"),
    PROGRESS: msg("progress"), HISTORY: msg("history"), AMEND: msg("correction"), ERASE: msg("deletion"),
    CHECKIN: msg("check-in"), SETUP: msg("first steps"), MOVE: msg("move"), EXTRA: msg("extra time"), WHY: msg("why"),
    TOUR: msg("tour"), CHANGE: msg("what changes"), LOG: msg("log"), TIMER: msg("timer"), EVIDENCE: msg("evidence"),
    SEARCH: msg("search"), DETAIL: msg("session"), ENTRY: msg("entry"), MODULE: msg("module"),
    DONE: msg("finished?"), HELP: msg("keys"), TROUBLE: msg("a problem"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `keys` are Textual's names, with commas between; the footer shows the first.

    `footer` 0 keeps it out of the footer; where there is no room, higher numbers go first. `group` is its place there.
    """

    name: str
    keys: str
    label: Message
    help: Message
    screens: tuple[str, ...]
    footer: int = 1
    group: str = "left"
    palette: bool = True
    priority: bool = False
    named: str = ""

    @property
    def id(self) -> str:
        """The name by which the key is rebound; another one than `name` where an action has different keys."""
        return self.named or self.name

    @property
    def shown(self) -> str:
        """The first key, as keyboards have it."""
        return shown_key(self.keys.partition(",")[0])


COMMANDS: tuple[Command, ...] = (
    Command("timer", "s", msg("start"), msg("Start the timer on the session under the cursor, or stop it"),
            (TODAY, WEEK, DETAIL)),
    Command("log", "l,L", msg("log"), msg("Log time studied"), (TODAY, DETAIL)),
    Command("done", "d", msg("done"), msg("Mark the session's module as finished"), (TODAY, DETAIL)),
    Command("replan", "r", msg("replan"), msg("Make a new plan and see what it changes"), (TODAY,), 2),
    Command("detail", "enter", msg("open"), msg("Open what the cursor is on"),
            (TODAY, PLAN, WEEK, MILESTONES, HISTORY, MODULE), 3),
    Command("move", "m", msg("move"), msg("Move the session under the cursor to another time, and pin it"), (WEEK,)),
    Command("pin", "p", msg("pin"), msg("Pin the session under the cursor, or let it move again"), (WEEK,)),
    Command("skip", "x", msg("skip"), msg("Skip the session under the cursor: its work finds another place"), (WEEK,)),
    Command("off", "o", msg("day off"), msg("Take the day under the cursor off, or give it back"), (WEEK,)),
    Command("extra", "a", msg("add time"), msg("Add time to study to the day under the cursor"), (WEEK,)),
    Command("why", "w", msg("why"), msg("Why it is so, and what would change it"),
            (TODAY, PLAN, WEEK, MILESTONES, MODULE, DETAIL), 2),
    Command("why_week", "W", msg("why week"), msg("Why the week is as it is, and what would change it"), (WEEK,), 0),
    Command("first", "f", msg("first"), msg("Study the module under the cursor before others"), (WEEK,), 3),
    Command("week_before", "left,h", msg("week before"), msg("Show the week before"), (WEEK,), 0),
    Command("week_after", "right,l", msg("week after"), msg("Show the week after"), (WEEK,), 0),
    Command("this_week", "full_stop", msg("this week"), msg("Show this week again"), (WEEK,), 0),
    Command("sooner", "shift+left,alt+left", msg("sooner"), msg("Move the session 15 minutes back"), (WEEK,), 0),
    Command("later_by", "shift+right,alt+right", msg("later"), msg("Move the session 15 minutes on"), (WEEK,), 0),
    Command("day_before", "shift+up,alt+up", msg("day before"), msg("Move the session to the day before"), (WEEK,), 0),
    Command("day_after", "shift+down,alt+down", msg("day after"), msg("Move the session to the day after"), (WEEK,), 0),
    Command("done", "d", msg("done"), msg("Mark the session's module as finished"), (WEEK,), named="done_in_week"),
    Command("log", "L", msg("log"), msg("Log time studied"), (WEEK,), 3, named="log_in_week"),
    Command("step", "space", msg("tick"), msg("Tick or untick the step under the cursor"), (MILESTONES,)),
    Command("try_it", "a", msg("attempt"), msg("Note an attempt at the milestone"), (MILESTONES,)),
    Command("reach", "d", msg("reached"), msg("Mark the milestone as reached, with evidence"), (MILESTONES,)),
    Command("reopen", "D", msg("reopen"), msg("Open a reached milestone again"), (MILESTONES,), 2),
    Command("undo_entry", "b", msg("undo this"), msg("Take back the entry under the cursor"), (HISTORY, ENTRY)),
    Command("redo_entry", "B", msg("redo this"), msg("Bring back the undone entry under the cursor"),
            (HISTORY, ENTRY), 3),
    Command("amend", "e", msg("edit"), msg("Correct the time studied under the cursor"), (HISTORY, ENTRY), 2),
    Command("erase", "delete,backspace", msg("delete"), msg("Delete the time studied under the cursor"),
            (HISTORY, ENTRY), 3),
    Command("move", "m", msg("move"), msg("Move the module's next session to another time, and pin it"), (PLAN,), 3,
            named="move_next"),
    Command("pin", "p", msg("pin"), msg("Pin the module's next session, or let it move again"), (PLAN,), 3,
            named="pin_next"),
    Command("zoom_in", "plus,equals_sign", msg("closer"), msg("Show fewer days, larger: a month, then a week"),
            (PLAN,)),
    Command("zoom_out", "minus", msg("farther"), msg("Show more days, at last the whole plan"), (PLAN,), 2),
    Command("order", "t", msg("tracks"), msg("Order by track, or by phase again"), (PLAN,), 2),
    Command("fold", "space", msg("fold"), msg("Fold the phase or track under the cursor, or open it again"),
            (PLAN,), 2),
    Command("earlier", "left,h", msg("earlier"), msg("Scroll to earlier weeks"), (PLAN, PROGRESS), 0),
    Command("later", "right,l", msg("later"), msg("Scroll to later weeks"), (PLAN, PROGRESS), 0),
    Command("tracks", "t", msg("tracks"), msg("Show the weeks by track, or as studied and planned again"), (PROGRESS,)),
    Command("less", "left,h,minus", msg("less"), msg("Decrease the selected setting"), (WHATIF,), 1),
    Command("more", "right,l,plus,equals_sign", msg("more"), msg("Increase the selected setting"), (WHATIF,), 1),
    Command("much_less", "shift+left,H", msg("much less"), msg("Turn it down by four steps"), (WHATIF,), 0),
    Command("much_more", "shift+right,L", msg("much more"), msg("Turn it up by four steps"), (WHATIF,), 0),
    Command("switch", "space", msg("switch"), msg("Switch what the cursor is on, or take its next value"),
            (WHATIF,), 0),
    Command("reset", "0", msg("reset"), msg("Put everything back where it was"), (WHATIF,), 2),
    Command("apply", "enter", msg("apply"), msg("See the change, and write it into profile.yaml"), (WHATIF,), 1),
    Command("go_there", "enter", msg("go there"), msg("Go to what was found"), (SEARCH,), palette=False),
    Command("undo", "u", msg("undo"), msg("Take back the last action"), HOME, 2),
    Command("redo", "U", msg("redo"), msg("Bring back what was undone last"), HOME, 0),
    Command("today", "1", msg("today"), msg("Go to Today"), HOME, 1, "middle"),
    Command("plan", "2", msg("plan"), msg("Go to the plan over time"), HOME, 1, "middle"),
    Command("week", "3", msg("week"), msg("Go to the week"), HOME, 1, "middle"),
    Command("milestones", "4", msg("milestones"), msg("Go to Milestones"), HOME, 1, "middle"),
    Command("whatif", "5", msg("what if"), msg("Go to What if"), HOME, 2, "middle"),
    Command("progress", "6", msg("progress"), msg("Go to Progress"), HOME, 2, "middle"),
    Command("history", "y", msg("history"), msg("Go to History"), HOME, 5, "middle"),
    Command("checkin", "c", msg("check-in"), msg("The weekly check-in"), HOME, 1, "middle"),
    Command("way_before", "left,h", msg("other way"), msg("Look at the way to the left"), (CHANGE,), 0),
    Command("next_way", "right,l", msg("other way"), msg("Look at the way to the right"), (CHANGE,)),
    Command("catch_up", "1", msg("catch up"), msg("Catch up: move as little as possible"), (CHANGE,), 0),
    Command("rebalance", "2", msg("rebalance"), msg("Place everything anew but what is pinned"), (CHANGE,), 0),
    Command("extend", "3", msg("extend"), msg("Set the earliest goal that makes all on time"), (CHANGE,), 0),
    Command("accept", "enter", msg("accept"), msg("Accept this plan"), (CHANGE,), palette=False),
    Command("forward", "enter", msg("next"), msg("Go on to the next step"), (CHECKIN, SETUP, TOUR)),
    Command("mark", "space", msg("mark"), msg("Mark or unmark what the cursor is on"), (CHECKIN, SETUP), 2),
    Command("save", "enter", msg("save"), msg("Save and close"), SHEETS, palette=False),
    Command("missed_before", "pageup", msg("missed week"), msg("Check in for the missed week before"), (CHECKIN,), 3,
            priority=True),
    Command("missed_after", "pagedown", msg("later week"), msg("Back to the later week that waits"), (CHECKIN,), 3,
            priority=True),
    Command("discard", "ctrl+d", msg("discard"), msg("Stop the timer without recording its time"), (TIMER,),
            palette=False, priority=True),
    Command("back", "escape", msg("back"), msg("Go back without a change"),
            (*SHEETS, CHECKIN, SETUP, SEARCH, CHANGE, DETAIL, ENTRY, HELP, WHY, MODULE)),
    Command("end_tour", "escape", msg("skip the tour"), msg("Leave the tour"), (TOUR,), palette=False),
    Command("leave", "escape,left,h", msg("back"), msg("From the steps back to the list"), (MILESTONES,), 2,
            palette=False),
    Command("enter_steps", "right,l", msg("steps"), msg("From the list to the steps"), (MILESTONES,), 0,
            palette=False),
    Command("up", "k", msg("up"), msg("Move up (also the arrow keys)"),
            (*HOME, CHANGE, DETAIL, ENTRY, HELP, WHY, MODULE), 0, palette=False),
    Command("down", "j", msg("down"), msg("Move down (also the arrow keys)"),
            (*HOME, CHANGE, DETAIL, ENTRY, HELP, WHY, MODULE), 0, palette=False),
    Command("across", "tab,left,right,h", msg("across"), msg("Between sessions and milestones"), (TODAY,), 0,
            palette=False),
    Command("copy", "Y", msg("copy"), msg("Copy what the cursor is on as text"), (*HOME, DETAIL), 0),
    Command("jump", "semicolon,ctrl+o", msg("jump"), msg("Jump by a letter: each row and field gets one"), HOME, 0,
            palette=False),
    Command("jump", "ctrl+o", msg("jump"), msg("Jump by a letter: each row and field gets one"),
            (CHECKIN, SETUP, *SHEETS), 0, palette=False, priority=True, named="jump_in_form"),
    Command("calendar", "ctrl+e", msg("calendar"), msg("Write the plan as a calendar file: study.ics"), HOME, 0),
    Command("backup", "ctrl+s", msg("backup"), msg("Make a backup of the plan"), HOME, 0),
    Command("theme", "ctrl+t", msg("colours"), msg("Change the colours: dark, light, the terminal's own"),
            BOOKS, 0),
    Command("signs", "ctrl+g", msg("plain signs"), msg("Draw with plain ASCII signs, or with blocks again"),
            BOOKS, 0),
    Command("places", "g", msg("screens"), msg("Go to another screen"), HOME, 1, "middle", palette=False),
    Command("search", "slash", msg("search"), msg("Search modules, sessions, milestones and phases"), HOME, 2, "right"),
    Command("palette", "ctrl+p", msg("commands"), msg("Search all commands"), BOOKS, 4, "right",
            palette=False, priority=True),
    Command("help", "question_mark,f1", msg("help"), msg("All keys of this screen"), BOOKS, 1, "right"),
    Command("tour", "f2", msg("tour"), msg("A short tour of the screens"), HOME, 0),
    Command("quit", "q", msg("quit"), msg("Quit"), (*HOME, CHANGE, TROUBLE), 2, "right"),
    Command("quit", "ctrl+q", msg("quit"), msg("Quit"), (CHECKIN, SETUP), 2, "right",
            named="leave_app"),
)  # fmt: skip
