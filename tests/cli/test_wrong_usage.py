"""Wrong usage exits 2, wrong data or folder exits 1 with a line a problem; both leave standard output empty."""

import pytest

USAGE = [
    ["plna"], ["plan", "--nope"], ["plan", "extra"], ["--today", "2026-13-01", "plan"], ["--today", "x", "plan"],
    ["--today", "0001-01-01", "today"],
    ["--today", "9999-12-31", "plan"], ["whatif", "--goal", "9999-12-31"],
    ["export", "ics", "--alarm", "-5"],
    ["--today", "20261201", "plan"], ["plan", "--today", "2026-02-30"], ["--lang", "fr", "plan"],
    ["week", "--offset", "x"], ["log"], ["log", "python-first-steps"], ["log", "python-first-steps", "90"],
    ["log", "python-first-steps", "soon"], ["log", "python-first-steps", "1h", "--on", "someday"],
    ["log", "--amend", "X", "--delete", "Y"], ["log", "--amend", "X"], ["log", "a", "--delete", "Y"], ["done"],
    ["milestone"], ["milestone", "nope"], ["milestone", "step", "first-program"],
    ["milestone", "step", "first-program", "0"], ["milestone", "try", "first-program", "--rank", "-1"],
    ["checkin"], ["checkin", "--dry-run"], ["replan"], ["replan", "--dry-run", "--yes"], ["whatif"],
    ["whatif", "--goal", "soon"], ["whatif", "--choice", "vision"], ["whatif", "--hours-per-week", "many"],
    ["export"], ["export", "pdf"], ["curriculum", "check"], ["journal", "import"], ["init"],
    ["init", "--start", "soon", "--yes"], ["init", "--weekday", "2", "--yes"],
]  # fmt: skip
DATA = [
    ["log", "nope", "1h"], ["log", "python-first-stepz", "1h"], ["log", "python-first-steps", "10000h"],
    ["log", "python-first-steps", "1h", "--on", "2027-12-01"], ["log", "--amend", "NOTHERE0", "2h"],
    ["log", "--delete", "NOTHERE0"], ["done", "nope"], ["milestone", "step", "nope", "1"],
    ["milestone", "step", "first-program", "99"], ["milestone", "reach", "nope"],
    ["milestone", "reopen", "first-program"], ["milestone", "try", "kaggle-medal", "--rank", "5"],
    ["milestone", "reach", "kaggle-medal", "--rank", "1999", "--teams", "2000"],
    ["checkin", "--answers", "/no/such/file.yaml", "--yes"], ["whatif", "--hours-per-week", "0"],
    ["whatif", "--hours-per-week", "10000"], ["whatif", "--goal", "2026-01-01"], ["whatif", "--drop", "nope"],
    ["whatif", "--choice", "speciality=nope"], ["curriculum", "check", "/no/such.yaml"],
    ["curriculum", "show", "nope"], ["journal", "import", "/no/such.csv"], ["undo"], ["redo"], ["init", "--yes"],
    ["export", "ics", "-o", "/no/such/folder/plan.ics"], ["export", "ics", "-o", "/"],
    ["week", "--offset", "5000"],
]  # fmt: skip
NEW = [
    ["--goal", "2026-11-30"], ["--weekday", "0h", "--day-off", "0h"], ["--hours-per-week", "0"],
    ["--hours-per-week", "10000"], ["--weekday", "10000h"], ["--timezone", "Mars/Base"], ["--background", "nope"],
    ["--choice", "nope=vision"], ["--drop", "nope"], ["--curriculum", "nope"], ["--holidays", "XX"],
]  # fmt: skip


@pytest.mark.parametrize("words", USAGE, ids=" ".join)
def test_wrong_usage_exits_2_and_says_how_to_get_help(still, words):
    before = still.journal()
    result = still(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert still.journal() == before


@pytest.mark.parametrize("words", DATA, ids=" ".join)
def test_wrong_data_exits_1_with_a_line_for_each_problem(still, words):
    before = still.journal()
    result = still(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert still.journal() == before


@pytest.mark.parametrize(
    "words", [["undo"], ["whatif", "--drop", "nope"], ["log", "nope", "1h"]], ids=" ".join
)
def test_wrong_data_leaves_no_half_json(still, words):
    result = still(*words, "--json")
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize("words", NEW, ids=" ".join)
def test_a_plan_that_cannot_be_is_refused_and_nothing_is_made(empty, words):
    result = empty("init", "--start", "2026-12-01", "--yes", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert not empty.home.exists()


@pytest.mark.parametrize(
    "words", [["plan"], ["today"], ["log", "a", "1h"], ["replan", "--dry-run"], ["undo"]]
)
def test_without_a_plan_the_next_command_is_named(empty, words):
    result = empty(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "planner init" in result.stderr


def test_the_words_near_a_wrong_one_are_named(still):
    assert "did you mean “plan”?" in still("plna").stderr
    assert "Did you mean python-first-steps?" in still("log", "python-first-stepz", "1h").stderr
