"""Recording what happened: time, finished modules, milestones; and what is refused, in words."""

from datetime import date

import pytest

from planner.curriculum.model import Medal
from planner.journal.model import Evidence
from planner.problems import DataError
from planner.workspace.mending.checking import check_journal
from planner.workspace.milestones import attempt, milestone_rows, reach, reopen, tick_step
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import amend_log, delete_log, log_time, mark_done
from planner.workspace.undoing.undo import undo
from planner.workspace.views.journal import journal_lines

START = date(2026, 11, 30)


@pytest.fixture
def opened(learner):
    learner.begin()
    return open_plan(learner.on(START))


def refusal(opened, act, *arguments):
    before = len(opened.reread().events)
    with pytest.raises(DataError) as error:
        act(opened, *arguments)
    assert len(opened.reread().events) == before
    return " / ".join(opened.t(problem.message) for problem in error.value.problems)


def row(opened, milestone):
    return next(each for each in milestone_rows(opened) if each.plan.id == milestone)


def test_time_is_logged_for_today_or_the_day_said_even_before_the_start(opened):
    opened = log_time(opened, "python-basics", 90, note=" first   hour ")
    opened = log_time(opened, "python-basics", 30, date(2026, 11, 20))
    assert [(e.day, e.minutes, e.note) for e in opened.progress.logs] == [
        (START, 90, "first hour"),
        (date(2026, 11, 20), 30, ""),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pythn-basics", 60), "Unknown module: pythn-basics. Did you mean python-basics?"),
        (("zzz", 60), "Unknown module: zzz. `planner curriculum show` lists the modules."),
        (("python-basics", 0), "Nothing to log: give a length such as 45m or 1h30m"),
        (("python-basics", -5), "Nothing to log: give a length such as 45m or 1h30m"),
        (
            ("python-basics", 60, date(2026, 12, 1)),
            "2026-12-01 has not come yet: give today or an earlier day",
        ),
        (
            ("python-basics", 1441),
            "24 h 1 m on 2026-11-30 is more than a day holds; 0 m are logged there already",
        ),
    ],
)
def test_impossible_time_is_refused(opened, arguments, said):
    assert refusal(opened, log_time, *arguments) == said


def test_a_day_never_holds_more_than_24_hours_in_all(opened):
    opened = log_time(opened, "python-basics", 1400)
    assert "more than a day holds" in refusal(opened, log_time, "sql-basics", 60)


def test_logged_time_is_corrected_and_taken_back_by_its_id_or_the_end_of_it(opened):
    opened = log_time(opened, "python-basics", 90)
    [entry] = opened.progress.logs
    opened = amend_log(opened, entry.event[-6:].lower(), 60, date(2026, 11, 29), "sql-basics", "note")
    [after] = opened.progress.logs
    assert (after.module, after.minutes, after.day, after.note) == (
        "sql-basics",
        60,
        date(2026, 11, 29),
        "note",
    )
    assert delete_log(opened, entry.event).progress.logs == ()


def test_an_amendment_of_nothing_records_nothing(opened):
    opened = log_time(opened, "python-basics", 90)
    assert amend_log(opened, opened.progress.logs[0].event) is opened


def test_an_unknown_entry_is_refused(opened):
    assert "There is no logged time ABCDEF" in refusal(opened, delete_log, "ABCDEF")


def test_a_module_done_twice_is_recorded_once(opened):
    opened = mark_done(opened, "python-basics")
    assert mark_done(opened, "python-basics") is opened
    assert opened.progress.done == {"python-basics": START}


def test_steps_are_ticked_and_taken_back(opened):
    opened = tick_step(opened, "first-tool", 2)
    assert row(opened, "first-tool").progress.steps == {2}
    assert tick_step(opened, "first-tool", 2, ticked=True) is opened
    assert row(tick_step(opened, "first-tool", 2), "first-tool").progress.steps == frozenset()
    assert refusal(opened, tick_step, "first-tool", 3) == "There is no step 3: First tool has 2"
    assert (
        refusal(opened, tick_step, "first-tol", 1) == "Unknown milestone: first-tol. Did you mean first-tool?"
    )


def test_a_milestone_is_reached_and_reopened(opened):
    opened = reach(opened, "first-tool", Evidence(url="https://example.org"), date(2026, 11, 29))
    assert (row(opened, "first-tool").plan.reached, row(opened, "first-tool").plan.expected) == (
        True,
        date(2026, 11, 29),
    )
    opened = reopen(opened, "first-tool")
    assert not row(opened, "first-tool").plan.reached
    assert "is not reached yet" in refusal(opened, reopen, "first-tool")


def test_the_best_attempt_says_how_far_the_medal_is(opened):
    assert row(opened, "medal").medal.rank is None
    opened = attempt(opened, "medal", Evidence(rank=900, teams=1500))
    opened = attempt(opened, "medal", Evidence(rank=300, teams=2000))
    standing = row(opened, "medal").medal
    assert (standing.rank, standing.teams, standing.medal, standing.needed) == (300, 2000, Medal.NONE, 200)
    assert row(opened, "first-tool").medal is None


def test_a_rank_without_the_medal_does_not_reach_it(opened):
    said = refusal(opened, reach, "medal", Evidence(rank=300, teams=2000))
    assert said.startswith("Rank 300 of 2,000 does not win the bronze medal, which takes rank 200 or better")
    assert row(reach(opened, "medal", Evidence(rank=200, teams=2000)), "medal").medal.medal is Medal.BRONZE


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (Evidence(rank=3), "A rank and the number of teams go together: give both"),
        (Evidence(rank=30, teams=20), "Rank 30 of 20 teams cannot be: check both"),
    ],
)
def test_impossible_ranks_are_refused(opened, evidence, said):
    assert refusal(opened, attempt, "medal", evidence) == said


def test_the_journal_reads_as_sentences_and_marks_what_was_undone(opened):
    opened, _ = undo(log_time(opened, "python-basics", 90))
    lines = journal_lines(opened)
    assert [(line.kind, line.void, opened.t(line.text)) for line in lines[1:]] == [
        ("log", True, "Python basics: 1 h 30 m studied"),
        ("undo", False, "1 event undone"),
    ]


def test_a_check_counts_every_line_and_tells_what_is_gone(learner, opened):
    log_time(opened, "python-basics", 90)
    checked = check_journal(learner.on(START))
    assert (sum(checked.report.lines.values()), len(checked.report.events), checked.problems) == (2, 2, ())
    [path] = (learner.home / "journal").iterdir()
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    assert [problem.key for problem in check_journal(learner.on(START)).problems] == ["shorter"]
