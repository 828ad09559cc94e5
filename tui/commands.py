"""One table of commands: it feeds key bindings, the footer, the command palette and the help, so they cannot drift.

Invariant: a command's `name` is its action on the screen (`action_<name>`) and the id by which its key can be rebound.
"""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from planner.text.messages import Message, msg

TODAY, MILESTONES, CHECKIN, SETUP = "today", "milestones", "checkin", "setup"
CHANGE, LOG, EVIDENCE, DETAIL, DONE, HELP, TROUBLE = (
    "change", "log", "evidence", "detail", "done", "help", "trouble",
)  # fmt: skip
HOME = (TODAY, MILESTONES)
SHEETS = (LOG, EVIDENCE, DONE)
BOOKS = (*HOME, CHECKIN, SETUP, CHANGE)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `keys` are Textual's names; the footer shows them as `shown`.

    `footer` 0 keeps it out of the footer; where there is no room, higher numbers go first. `group` is its place there.
    """

    name: str
    keys: str
    label: Message
    help: Message
    screens: tuple[str, ...]
    shown: str
    footer: int = 1
    group: str = "left"
    palette: bool = True
    priority: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("log", "l", msg("log"), msg("Log time studied"), (TODAY,), "l"),
    Command("done", "d", msg("done"), msg("Mark the session's module as finished"), (TODAY,), "d"),
    Command("replan", "r", msg("replan"), msg("Make a new plan and see what it changes"), (TODAY,), "r", 2),
    Command("detail", "enter", msg("open"), msg("Open what the cursor is on"), HOME, "enter", 3),
    Command("step", "space", msg("tick"), msg("Tick or untick the step under the cursor"), (MILESTONES,), "space"),
    Command("try_it", "t", msg("attempt"), msg("Note an attempt at the milestone"), (MILESTONES,), "t"),
    Command("reach", "r", msg("reached"), msg("Mark the milestone as reached, with evidence"), (MILESTONES,), "r"),
    Command("reopen", "o", msg("reopen"), msg("Open a reached milestone again"), (MILESTONES,), "o", 2),
    Command("undo", "u", msg("undo"), msg("Take back the last action"), HOME, "u", 2),
    Command("redo", "U", msg("redo"), msg("Bring back what was undone last"), HOME, "U", 0),
    Command("today", "1", msg("today"), msg("Go to Today"), HOME, "1", 1, "middle"),
    Command("milestones", "2", msg("milestones"), msg("Go to Milestones"), HOME, "2", 1, "middle"),
    Command("checkin", "c", msg("check-in"), msg("The weekly check-in"), HOME, "c", 1, "middle"),
    Command("accept", "enter", msg("accept"), msg("Accept this plan"), (CHANGE,), "enter", palette=False),
    Command("forward", "enter", msg("next"), msg("Go on to the next step"), (CHECKIN, SETUP), "enter"),
    Command("mark", "space", msg("mark"), msg("Mark or unmark what the cursor is on"), (CHECKIN, SETUP), "space", 2),
    Command("save", "enter", msg("save"), msg("Save and close"), SHEETS, "enter", palette=False),
    Command("back", "escape", msg("back"), msg("Go back without a change"),
            (*SHEETS, CHECKIN, SETUP, CHANGE, DETAIL, HELP), "esc"),
    Command("leave", "escape,left,h", msg("back"), msg("From the steps back to the list"), (MILESTONES,), "esc", 0,
            palette=False),
    Command("enter_steps", "right,l", msg("steps"), msg("From the list to the steps"), (MILESTONES,), "→", 0,
            palette=False),
    Command("up", "k", msg("up"), msg("Move up (also the arrow keys)"), (*HOME, CHANGE, DETAIL, HELP), "k", 0,
            palette=False),
    Command("down", "j", msg("down"), msg("Move down (also the arrow keys)"), (*HOME, CHANGE, DETAIL, HELP), "j", 0,
            palette=False),
    Command("across", "left,right,h,tab", msg("across"), msg("Between sessions and milestones"), (TODAY,), "tab", 0,
            palette=False),
    Command("light", "ctrl+t", msg("light or dark"), msg("Change between the light and the dark theme"),
            BOOKS, "^t", 0),
    Command("plain", "ctrl+g", msg("plain signs"), msg("Draw with plain ASCII signs, or with blocks again"),
            BOOKS, "^g", 0),
    Command("palette", "ctrl+p", msg("commands"), msg("Search all commands"), BOOKS, "^p", 4, "right",
            palette=False, priority=True),
    Command("help", "question_mark,f1", msg("help"), msg("All keys of this screen"), BOOKS, "?", 1, "right"),
    Command("quit", "q", msg("quit"), msg("Quit"), (*HOME, CHANGE, TROUBLE), "q", 2, "right"),
    Command("quit", "ctrl+q", msg("quit"), msg("Quit"), (CHECKIN, SETUP), "^q", 2, "right"),
)  # fmt: skip


def commands_of(screen: str) -> tuple[Command, ...]:
    """Return the commands of a screen, in the table's order."""
    return tuple(command for command in COMMANDS if screen in command.screens)


def bindings_of(screen: str) -> list[BindingType]:
    """Return a screen's key bindings; each has the command's name as its id, by which a keymap rebinds it."""
    return [
        Binding(
            command.keys,
            command.name,
            command.help.text,
            show=False,
            id=command.name,
            priority=command.priority,
        )
        for command in commands_of(screen)
    ]
