"""The journal as text: day by day, an action a line, as much of it as is asked for."""

import re

import pytest

from planner.text.width import width

MODULE = "python-first-steps"
ID = re.compile(r"^  \d\d:\d\d  [0-9A-Z]{8}  ")


def entries(run, *words):
    """Return the lines of actions, without when and which."""
    return [line for line in run.ok("journal", "show", *words).splitlines() if ID.match(line)]


@pytest.fixture
def lived(run):
    run.ok("log", MODULE, "1h")
    run.ok("off", "2026-12-05")
    run.ok("log", "git-github", "20m", "--note", "a long note " * 20)
    return run


def test_a_day_stands_once_above_its_actions(lived):
    lines = lived.ok("journal", "show").splitlines()
    assert re.match(r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d", lines[0])
    assert all(ID.match(line) for line in lines[1:5])
    assert len(lines) == 5


def test_parts_have_lines_of_their_own_when_they_are_asked_for(lived):
    assert "5 Dec 2026 off, and the plan accepted with it" in lived.ok("journal", "show")
    parts = lived.ok("journal", "show", "--parts").splitlines()
    assert len(parts) == len(lived.ok("journal", "show").splitlines()) + 2
    assert sum("  plan accepted, with" in line for line in parts) == 1


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("columns", [60, 80])
def test_long_notes_are_cut_to_the_page(lived, monkeypatch, columns, language):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = lived.ok("--lang", language, "journal", "show").splitlines()
    assert max(map(width, lines)) <= columns
    assert any(line.endswith("…") for line in lines)


def test_filters_leave_what_was_asked_for(lived):
    assert len(entries(lived)) == 4
    assert len(entries(lived, MODULE)) == 1
    assert len(entries(lived, "--kind", "log", "--kind", "time-off")) == 3
    assert len(entries(lived, "-n", "2")) == 2
    assert "… and 2 more: planner journal show --all" in lived.ok("journal", "show", "-n", "2")
    assert entries(lived, "--until", "2020-01-01") == []
    assert len(entries(lived, "--since", "2020-01-01")) == 4
    assert "Nothing of that kind was recorded" in lived.ok("journal", "show", "--kind", "done")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-n", "0"], "“0” does not fit; write a whole number from 1 to 1000000"),
        (["-n", "3", "--all"], "exclude each other"),
        (["--kind", "nope"], "nope"),
        (["--since", "someday"], "someday"),
    ],
)
def test_wrong_filters_are_wrong_usage(still, words, said):
    result = still("journal", "show", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_module_that_nothing_is_about_is_named_with_the_nearest(still):
    result = still("journal", "show", "python-first-stpes")
    assert result.exit_code == 1
    assert f"Did you mean {MODULE}?" in result.stderr


def test_json_has_every_event_with_its_action_and_who_undid_it(lived):
    lived.ok("undo", lived.json("journal", "show", "--kind", "time-off")["events"][1]["id"])
    events = lived.json("journal", "show")["events"]
    undo, _, plan, off = events[:4]
    assert [each["kind"] for each in events] == ["undo", "log", "plan", "time-off", "log", "plan"]
    assert (plan["part_of"], plan["part"], off["part_of"], off["part"]) == (off["id"], True, None, False)
    assert plan["undone_by"] == off["undone_by"] == undo["id"]
    assert (undo["undone_by"], undo["undone"], off["undone"]) == (None, False, True)
    assert [each["kind"] for each in lived.json("journal", "show", "-n", "3")["events"]] == [
        "undo", "log", "plan", "time-off",
    ]  # fmt: skip


def test_an_undone_action_says_so_and_the_undo_says_what_it_took(lived):
    lived.ok("undo", lived.json("journal", "show", MODULE)["events"][0]["id"])
    took, *_, undone = entries(lived, MODULE)
    assert "took back: First steps in Python: 1 h studied" in took
    assert "undone: " in undone
    assert "Redone" in lived.ok("redo", undone.split()[1])


def test_the_machine_is_told_once_there_are_several(run, monkeypatch, tmp_path):
    one = run.ok("journal", "show")
    assert ID.match(one.splitlines()[1])
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    run.ok("log", MODULE, "1h")
    shown = run.ok("journal", "show").splitlines()[1:]
    assert len({line.split()[2] for line in shown}) == 2
    assert all(re.match(r"^  \d\d:\d\d  [0-9A-Z]{8}  [0-9a-z]{6}  ", line) for line in shown)
