"""`journal check` looks at every line and names what is damaged, impossible, unknown, or refers to nothing."""

from dataclasses import replace
from datetime import timedelta

from planner.journal.checks.check import check_journal
from planner.journal.checks.clashes import accepted_apart, dated_ahead
from planner.journal.checks.counts import count_by_device, say_gone, shortage
from planner.journal.checks.damage import given_up, line_digest
from planner.journal.checks.references import GONE, MALFORMED, REFERENCE, UNKNOWN
from planner.journal.events import encode
from planner.journal.fold import fold
from planner.journal.reading import CONFLICT, DAMAGED, TORN, TWICE, read_journal
from planner.journal.store import append, journal_file
from tests.journal.journal_samples import Pen, plan_content

NAME = "journal/laptop.jsonl"


def keys(problems):
    return sorted((problem.file, problem.line, problem.key) for problem in problems)


def test_a_sound_journal_has_no_problems(tmp_path):
    pen, desk = Pen(), Pen("desk", seed=2)
    log = pen("log", module="sql", minutes=5)
    first = pen("plan", **plan_content("sql.1"))
    checkin = desk("checkin", week="2026-11-30", hours={"sql": 5}, milestones={"titanic": {}})
    plan = desk("plan", part_of=checkin.id, **plan_content("sql.2", previous=first.id))
    append(tmp_path, "laptop", [log, first, pen("log-amended", event=log.id, minutes=6)])
    append(tmp_path, "desk", [checkin, plan, log, desk("undo", events=[log.id]), desk("done", module="sql")])
    report = check_journal(tmp_path, {"sql"}, {"titanic"})
    assert (report.problems, report.notices, report.given_up) == ((), (), ())
    assert report.lines == {"journal/laptop.jsonl": 3, "journal/desk.jsonl": 5}
    assert len(report.events) == 7


def test_every_line_is_counted_and_every_problem_has_its_place(tmp_path):
    pen = Pen()
    append(
        tmp_path,
        "laptop",
        [
            pen("log", module="sql", minutes=5),
            pen("log", module="gone", minutes=5),
            pen("log", module="sql", minutes="5"),
            pen("mood"),
            replace(pen("log", module="sql", minutes=5), v=9),
            pen("log-amended", event="nobody"),
            pen("undo", events=["nobody", "no one"]),
            pen("plan", part_of="nobody", **plan_content("sql.1", previous="nothing")),
            pen("checkin", week="2026-11-30", done=["gone", "sql"], milestones={"gone": {}}),
            pen("reached", milestone="gone"),
            pen("plan", **plan_content("sql.1") | {"uids": []}),
            pen("stopped", start="nobody"),
            pen("restored", backup="of May", events=["nobody"]),
        ],
    )
    file = journal_file(tmp_path, "laptop")
    file.write_bytes(b"garbage}\n" + file.read_bytes() + b'{"id":"0')
    report = check_journal(tmp_path, {"sql"}, {"titanic"})
    assert keys(report.problems) == [
        (NAME, 1, DAMAGED),
        (NAME, 4, MALFORMED),
        (NAME, 7, REFERENCE),
        (NAME, 8, REFERENCE),
        (NAME, 8, REFERENCE),
        (NAME, 9, REFERENCE),
        (NAME, 9, REFERENCE),
        (NAME, 12, MALFORMED),
        (NAME, 13, REFERENCE),
        (NAME, 14, REFERENCE),
        (NAME, 15, TORN),
    ]
    assert keys(report.notices) == [(NAME, 3, GONE), (NAME, 5, UNKNOWN), (NAME, 10, GONE)]
    assert (report.lines, report.set_aside, len(report.events)) == ({NAME: 13}, {NAME: 2}, 13)


def test_events_of_a_newer_version_are_told_once_and_cost_nothing(tmp_path):
    pen = Pen()
    append(tmp_path, "laptop", [pen("mood"), pen("mood"), replace(pen("log"), v=2)])
    report = check_journal(tmp_path, (), ())
    assert (report.problems, read_journal(tmp_path)[1]) == ((), ())
    [notice] = report.notices
    assert (notice.key, notice.line, notice.message.count) == (UNKNOWN, 1, 3)


def test_what_left_the_curriculum_is_told_once_for_each_and_not_when_the_curriculum_is_not_known(tmp_path):
    pen = Pen()
    append(
        tmp_path, "laptop", [pen("log", module=name, minutes=5) for name in ("gone", "sql", "gone", "off")]
    )
    assert keys(check_journal(tmp_path, {"sql"}, ()).notices) == [(NAME, 1, GONE), (NAME, 4, GONE)]
    assert check_journal(tmp_path, None, None).notices == ()


def test_an_event_in_two_versions_is_a_problem_of_the_check_too(tmp_path):
    event = Pen()("log", module="sql", minutes=5)
    append(tmp_path, "laptop", [event, event, replace(event, data={"module": "sql", "minutes": 6})])
    assert keys(check_journal(tmp_path, {"sql"}, ()).problems) == [(NAME, 3, TWICE)]


def test_marks_of_a_git_conflict_cost_nothing_and_are_told(tmp_path):
    pen = Pen()
    ours, theirs = pen("log", module="sql", minutes=5), pen("log", module="sql", minutes=6)
    append(tmp_path, "laptop", [ours])
    file = journal_file(tmp_path, "laptop")
    marked = [
        b"<<<<<<< HEAD\n",
        encode(ours),
        b"||||||| base\n",
        b"=======\r\n",
        encode(theirs),
        b">>>>>>> a b\n",
    ]
    file.write_bytes(b"".join(marked))
    events, problems = read_journal(tmp_path)
    assert (list(events), problems) == ([ours, theirs], ())
    report = check_journal(tmp_path, {"sql"}, ())
    assert report.problems == ()
    assert keys(report.notices) == [(NAME, 1, CONFLICT)]
    assert report.notices[0].message.count == 4


def test_damage_that_was_given_up_is_told_no_more_until_that_is_undone(tmp_path):
    pen = Pen()
    lost = pen("log", module="sql", minutes=7)
    gone = pen("log-deleted", event=lost.id)
    append(tmp_path, "laptop", [pen("log", module="sql", minutes=5), gone])
    file = journal_file(tmp_path, "laptop")
    file.write_bytes(b"garbage}\n" + file.read_bytes())
    accepted = pen(
        "damage-accepted", lines=[line_digest(b"garbage}")], events=[lost.id], counts={"laptop": 3}
    )
    append(tmp_path, "laptop", [accepted])
    report = check_journal(tmp_path, {"sql"}, ())
    assert (report.problems, read_journal(tmp_path)[1]) == ((), ())
    assert keys(report.given_up) == [(NAME, 1, DAMAGED), (NAME, 3, REFERENCE)]
    assert given_up(report.events).owed == {}
    file.write_bytes(b"other garbage}\n" + file.read_bytes())
    assert keys(check_journal(tmp_path, {"sql"}, ()).problems) == [(NAME, 1, DAMAGED)]
    append(tmp_path, "laptop", [pen("undo", events=[accepted.id])])
    report = check_journal(tmp_path, {"sql"}, ())
    assert keys(report.problems) == [(NAME, 1, DAMAGED), (NAME, 2, DAMAGED), (NAME, 4, REFERENCE)]
    assert given_up(report.events).owed == {"laptop": 1}


def test_events_dated_far_ahead_are_told_once():
    pen = Pen()
    events = [pen("log", module="sql", minutes=5) for _ in range(3)]
    places = {event.id: (NAME, line) for line, event in enumerate(events, 1)}
    assert dated_ahead(events, places, events[0].at - timedelta(hours=23)) == ()
    [notice] = dated_ahead(events, places, events[1].at - timedelta(days=1))
    assert (notice.file, notice.line, notice.message.count) == (NAME, 3, 1)
    [notice] = dated_ahead(events, places, events[0].at - timedelta(days=9))
    assert (notice.line, notice.message.count) == (1, 3)


def test_plans_accepted_apart_are_told_until_a_later_one_is_accepted():
    pen = Pen()
    first = pen("plan", **plan_content("sql.1"))
    ours, theirs = (pen("plan", **plan_content("sql.2", previous=first.id)) for _ in range(2))
    after = pen("plan", **plan_content("sql.3", previous=ours.id))
    places = {event.id: (NAME, line) for line, event in enumerate((first, ours, theirs, after), 1)}

    def told(*events):
        return [problem.line for problem in accepted_apart(fold(events), places)]

    assert told(first, ours) == []
    assert told(first, ours, theirs) == [2]
    assert told(first, ours, theirs, pen("undo", events=[theirs.id])) == []
    assert told(first, ours, theirs, after) == [3]
    assert told(first, ours, theirs, replace(after, data=plan_content("sql.3", previous=theirs.id))) == []


def test_a_journal_shorter_than_remembered_is_reported():
    pen, desk = Pen(), Pen("desk", seed=2)
    events = [pen("log"), pen("log"), desk("log")]
    remembered = count_by_device([*events, events[0]])
    assert remembered == {"laptop": 2, "desk": 1}
    assert say_gone(shortage(remembered, count_by_device([*events, pen("log")]))) == ()
    lost = say_gone(shortage(remembered, count_by_device(events[1:2])))
    assert [(problem.file, problem.message.count) for problem in lost] == [
        ("journal/desk.jsonl", 1),
        ("journal/laptop.jsonl", 1),
    ]
