"""An id that is empty is told in one line, and nothing is recorded."""

import pytest

EMPTY = [
    ["log", "--amend", "", "1h"],
    ["log", "--amend", "", "python-first-steps", "1h"],
    ["log", "--delete", ""],
    ["log", "", "1h"],
    ["undo", ""],
    ["redo", " "],
    ["start", ""],
    ["done", ""],
    ["estimate", "", "3h"],
    ["pin", ""],
    ["skip", ""],
    ["drop", ""],
    ["first", ""],
    ["milestone", "reach", ""],
    ["why", ""],
    ["journal", "show", ""],
    ["profile", "set", "", "1"],
]


@pytest.mark.parametrize("words", EMPTY, ids=" ".join)
def test_an_empty_id_is_told_in_one_line_and_nothing_is_recorded(run, words):
    before = run.journal()
    result = run(*words)
    said = str(result.exception) if result.exit_code not in {1, 2} else result.stderr
    assert result.exit_code in {1, 2}, said
    assert run.journal() == before


@pytest.mark.parametrize("words", [["log", "", "1h"], ["undo", ""], ["log", "--delete", ""]], ids=" ".join)
def test_what_is_missing_is_named(run, words):
    result = run.process(*words)
    assert result.returncode == 1
    assert b"is missing" in result.stderr
    assert result.stderr.count(b"\n") == 1
