"""The table of commands: where each one is, and what it does in one line; help, lists and tests read it.

Invariant: every command is here, and nothing is here that is no command.
"""

from planner.cli.click_words import N_

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", N_("Try the planner on a throw-away plan with months of history.")),
    "init": ("init", N_("Make a plan: write profile.yaml and curriculum.yaml, and accept the first plan.")),
    "today": ("today", N_("Show what now, what then, and how the week is going.")),
    "week": ("week", N_("Show one week, day by day.")),
    "plan": ("plan", N_("Show the whole plan: verdict, weeks and milestones.")),
    "progress": ("progress", N_("Show hours by week and track, the pace, and what modules took.")),
    "log": ("log", N_("Record time studied, or correct what was recorded.")),
    "start": ("start", N_("Start the timer.")),
    "stop": ("stop", N_("Stop the timer and record its time.")),
    "done": ("done", N_("Record that a module is finished.")),
    "milestone": ("milestone", N_("Show milestones; record steps, attempts and results.")),
    "checkin": ("checkin", N_("Report the week, see what changes, and accept it.")),
    "replan": ("replan", N_("Make a new plan, see what changes, and accept it.")),
    "pin": ("pin", N_("Keep a session where it is, whatever changes.")),
    "unpin": ("unpin", N_("Let a pinned session move again.")),
    "move": ("move", N_("Move a session to another time, and pin it there.")),
    "skip": ("skip", N_("Leave a session out; its work finds another place.")),
    "off": ("off", N_("Take days off.")),
    "extra": ("extra", N_("Open more time to study on a day.")),
    "estimate": ("estimate", N_("Say how many hours of a module remain, as you see it.")),
    "add": ("add", N_("Add a module of your own.")),
    "drop": ("drop", N_("Leave a module out of the plan.")),
    "restore-module": ("restore_module", N_("Bring a dropped module back.")),
    "first": ("first", N_("Study a module before others.")),
    "whatif": ("whatif", N_("Ask what another week, goal or choice would change, and make it so.")),
    "why": ("why", N_("Say why something in the plan is as it is, and what would change it.")),
    "export": ("export", N_("Write the plan as a calendar or as JSON.")),
    "curriculum": ("curriculum", N_("List, show and check curricula.")),
    "profile": ("profile", N_("Show, change and check profile.yaml.")),
    "undo": ("undo", N_("Take back the last action, or any one.")),
    "redo": ("undo:redo", N_("Bring back what was undone last, or any undone action.")),
    "keys": ("keys", N_("Show the keys of the app, and the names by which they are rebound.")),
    "journal": ("journal", N_("Show, check and import what happened.")),
    "backup": ("backup", N_("Back up the plan, outside its folder; list the backups.")),
    "restore": ("restore", N_("Bring back from a backup what is missing or changed.")),
}
PARTS: dict[str, dict[str, tuple[str, str]]] = {
    "milestone": {
        "list": ("milestone:list_all", N_("Show every milestone: due, expected, slack, steps, attempts.")),
        "step": ("milestone:step", N_("Tick a step off, or open it again.")),
        "try": ("milestone:attempt_it", N_("Record an attempt.")),
        "reach": ("milestone:reach_it", N_("Record that a milestone is reached, with its evidence.")),
        "reopen": ("milestone:reopen_it", N_("Open a reached milestone again.")),
    },
    "export": {
        "ics": ("export:ics", N_("Write the accepted plan as iCalendar.")),
        "json": ("export:as_json", N_("Write the plan as JSON, as `planner plan --json` does.")),
    },
    "curriculum": {
        "list": ("curriculum:list_all", N_("List the bundled curricula, and the plan's own.")),
        "show": ("curriculum:show", N_("Show a curriculum: phases, modules, milestones.")),
        "check": ("curriculum:check", N_("Check curriculum files, and say everything that is wrong.")),
        "update": (
            "curriculum_update:update",
            N_("Show what a newer version of the plan's curriculum changes, and take it."),
        ),
        "schema": ("curriculum:schema", N_("Print the JSON Schema that editors use.")),
    },
    "profile": {
        "set": ("profile_set:set_values", N_("Change settings; see what changes in the plan.")),
        "unset": ("profile_set:unset", N_("Take settings out of the profile.")),
        "show": ("profile_set:show", N_("Show the settings.")),
        "check": ("profile:check", N_("Check the plan's profile.yaml, or other files.")),
    },
    "journal": {
        "show": ("journal:show", N_("Show what happened, last first.")),
        "check": ("journal_check:check", N_("Check every line of the journal, and mend what can be.")),
        "import": ("journal_import", N_("Bring in tracked time: CSV, Timewarrior, Toggl Track, Clockify.")),
    },
}
