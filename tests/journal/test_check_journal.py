"""`journal check` looks at every line and names what is damaged, impossible, unknown, or refers to nothing."""

from dataclasses import replace

from planner.journal import check
from planner.journal.check import check_counts, check_journal, count_by_device
from planner.journal.reading import DAMAGED, TORN
from planner.journal.store import append, journal_file
from tests.journal.journal_samples import Pen, plan_content


def keys(report):
    return [(problem.file, problem.line, problem.key) for problem in report.problems]


def test_a_sound_journal_has_no_problems(tmp_path):
    pen, desk = Pen(), Pen("desk", seed=2)
    log = pen("log", module="sql", minutes=5)
    first = pen("plan", **plan_content("sql.1"))
    checkin = desk("checkin", week="2026-11-30", hours={"sql": 5}, milestones={"titanic": {}})
    plan = desk("plan", part_of=checkin.id, **plan_content("sql.2", previous=first.id))
    append(tmp_path, "laptop", [log, first, pen("log-amended", event=log.id, minutes=6)])
    append(tmp_path, "desk", [checkin, plan, log, desk("undo", events=[log.id]), desk("done", module="sql")])
    report = check_journal(tmp_path, {"sql"}, {"titanic"})
    assert report.problems == ()
    assert report.lines == {"journal/laptop.jsonl": 3, "journal/desk.jsonl": 5}
    assert report.events == 7


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
        ],
    )
    file = journal_file(tmp_path, "laptop")
    file.write_bytes(b"garbage}\n" + file.read_bytes() + b'{"id":"0')
    report = check_journal(tmp_path, {"sql"}, {"titanic"})
    name = "journal/laptop.jsonl"
    assert sorted(keys(report)) == sorted(
        [
            (name, 1, DAMAGED),
            (name, 3, check.REFERENCE),
            (name, 4, check.MALFORMED),
            (name, 5, check.UNKNOWN),
            (name, 6, check.UNKNOWN),
            (name, 7, check.REFERENCE),
            (name, 8, check.REFERENCE),
            (name, 8, check.REFERENCE),
            (name, 9, check.REFERENCE),
            (name, 9, check.REFERENCE),
            (name, 10, check.REFERENCE),
            (name, 10, check.REFERENCE),
            (name, 11, check.REFERENCE),
            (name, 12, check.MALFORMED),
            (name, 13, TORN),
        ]
    )
    assert (report.lines, report.set_aside, report.events) == ({name: 11}, {name: 2}, 11)


def test_a_journal_shorter_than_remembered_is_reported():
    pen, desk = Pen(), Pen("desk", seed=2)
    events = [pen("log"), pen("log"), desk("log")]
    remembered = count_by_device([*events, events[0]])
    assert remembered == {"laptop": 2, "desk": 1}
    assert check_counts(remembered, [*events, pen("log")]) == ()
    lost = check_counts(remembered, events[1:2])
    assert [(problem.file, problem.message.count) for problem in lost] == [
        ("journal/desk.jsonl", 1),
        ("journal/laptop.jsonl", 1),
    ]
