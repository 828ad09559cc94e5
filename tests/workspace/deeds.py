"""What a learner may do on some machine, drawn by chance: records, corrections, timers, milestones, settings, undo."""

from planner.journal.model import Evidence
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.hand.changing import act
from planner.workspace.milestones import attempt, reach, reopen, tick_step
from planner.workspace.proposal import accept
from planner.workspace.settings.changing import act_settings, change_settings
from planner.workspace.tracking.importing import import_file
from planner.workspace.tracking.log import amend_log, delete_log, log_time, mark_done
from planner.workspace.tracking.span import Stop
from planner.workspace.tracking.timing import start_timer, stop_timer
from tests.workspace.test_hand_life import HANDS, OTHERS, some_module

TABLE = """\
day,module,minutes,done,note
2026-12-01,python-basics,40,,a
2026-12-02,sql-basics,30,yes,b
2026-12-03,python-basics,20,,
"""


def finish(opened, chance):
    return mark_done(opened, some_module(opened, chance))


def check_in(opened, chance):
    studied = {some_module(opened, chance): 30 * chance.randrange(8)}
    return accept(
        propose_checkin(opened, CheckInAnswers(day=opened.now.date(), hours=studied), repairs=False)
    )


def by_hand(opened, chance):
    return act(chance.choice(HANDS)(opened, chance))


def on_milestone(opened, chance):
    shown = Evidence(url=f"https://example.org/{chance.randrange(99)}")
    how = chance.choice((tick, tick, attempt, reach, reopen))
    if how is tick:
        return tick(opened, chance)
    return reopen(opened, "first-tool") if how is reopen else how(opened, "first-tool", shown)


def tick(opened, chance):
    return tick_step(opened, "first-tool", chance.randrange(1, 3))


def start(opened, chance):
    return start_timer(opened, some_module(opened, chance), before=some_stop(chance))[0]


def stop(opened, chance):
    return stop_timer(opened, some_stop(chance))[0]


def some_stop(chance):
    """Return an answer that always does, or none, which is refused for a timer that is in doubt."""
    return chance.choice(
        (Stop(), Stop(took=chance.randrange(1, 90)), Stop(discard=True), Stop(took=20, done=True))
    )


def correct(opened, chance):
    """Amend or delete a log; where there is none, make one."""
    logs = [entry.event for entry in opened.progress.logs if entry.day is not None]
    if not logs:
        return log_time(opened, some_module(opened, chance), 25)
    log = chance.choice(logs)
    if chance.random() < 0.4:
        return delete_log(opened, log)
    return amend_log(opened, log, chance.randrange(1, 90), module=some_module(opened, chance))


def settle(opened, chance):
    changes = (
        {"study.tracks": chance.randrange(1, 4)},
        {"availability.hours_per_week": chance.randrange(6, 20)},
    )
    return act_settings(change_settings(opened, chance.choice(changes)))


def bring_in(opened, chance):
    """Import some lines of a table that every machine has."""
    head, *rows = TABLE.splitlines(keepends=True)
    return import_file(opened, "".join([head, *chance.sample(rows, 2)]).encode(), "a.csv").opened


DEEDS = (
    *OTHERS, OTHERS[0], finish, check_in, by_hand, by_hand, by_hand, on_milestone, on_milestone, start, stop, stop,
    correct, correct, settle, bring_in,
)  # fmt: skip
