"""Thinning never removes the only backup that has an event, even one that has fewer events than a newer one."""

from datetime import timedelta

from planner.workspace.backup.archive import read_backup
from planner.workspace.backup.making import list_backups, make_backup
from planner.workspace.backup.picture import event_ids
from planner.workspace.opening import open_plan
from tests.workspace.backup_samples import logged, lose_lines
from tests.workspace.conftest import START


def backed_up_ids(context):
    found = list_backups(context)[0]
    return frozenset().union(*(event_ids(read_backup(each.path)[1]) for each in found)), len(found)


def test_what_was_lost_before_more_was_recorded_stays_in_a_backup(learner):
    learner.begin()
    first = START + timedelta(days=9)  # a day of which no week, month or year keeps the backup
    logged(open_plan(learner.on(first, 8)), 10, 20)
    make_backup(learner.on(first, 23), "daily")
    recorded = {event.id for event in open_plan(learner.on(first)).events}
    lose_lines(learner, 2)
    for number in range(10, 70):
        day = START + timedelta(days=number)
        logged(open_plan(learner.on(day, 8)), 30)
        make_backup(learner.on(day, 23), "daily")
        recorded |= {event.id for event in open_plan(learner.on(day)).events}
    ids, count = backed_up_ids(learner.on(START + timedelta(days=80)))
    assert recorded <= ids
    assert count < 25
