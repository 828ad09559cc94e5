"""A check-in, a replan and a what-if show the change; only acceptance records it."""

import pytest

ANSWERS = """
day: 2026-12-06
hours: {python-first-steps: 5h, git-github: 1h30m}
remaining: {git-github: 12h}
done: [python-first-steps]
milestones: {first-program: {url: "https://example.org"}}
time_off: [2026-12-09]
note: a good week
"""
SUNDAY = "2026-12-06"


@pytest.fixture
def answers(tmp_path):
    file = tmp_path / "answers.yaml"
    file.write_text(ANSWERS)
    return file


def test_a_checkin_shows_what_moves_what_stays_and_the_verdict(run, answers):
    text = run.ok("checkin", "--answers", answers, "--yes", today=SUNDAY)
    for word in ("stay as they are.", "→", "On time."):
        assert word in text
    assert "Accepted. To take it back: planner undo" in text
    assert run.json("plan", today=SUNDAY)["done_minutes"] == 390


def test_a_checkin_by_standard_input_replaces_that_of_the_same_week(run, answers):
    run.ok("checkin", "--answers", answers, "--yes", today=SUNDAY)
    run.ok("checkin", "--answers", "-", "--yes", today=SUNDAY, stdin="hours: {git-github: 2h}\n")
    assert run.json("plan", today=SUNDAY)["done_minutes"] == 120


@pytest.mark.parametrize("words", [["--dry-run"], ["--json"]])
def test_a_checkin_that_is_not_accepted_records_nothing(run, answers, words):
    before = run.journal()
    run.ok("checkin", "--answers", answers, *words, today=SUNDAY)
    assert run.journal() == before


def test_a_checkin_is_undone_as_a_whole(run, answers):
    before = run.json("plan", today=SUNDAY)
    run.ok("checkin", "--answers", answers, "--yes", today=SUNDAY)
    run.ok("undo", today=SUNDAY)
    after = run.json("plan", today=SUNDAY)
    assert after["sessions"] == before["sessions"]
    assert after["done_minutes"] == 0


def test_every_problem_of_the_answers_is_said_with_its_line(run, tmp_path):
    file = tmp_path / "wrong.yaml"
    file.write_text("hours: {nope: 1h, git-github: 90}\ndone: [neither]\nextra: 1\n")
    result = run("checkin", "--answers", file, "--yes", today=SUNDAY)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) >= 2
    assert all(line.startswith(f"{file}:") for line in result.stderr.splitlines())


def test_a_replan_without_change_says_so_and_records_nothing(run):
    before = run.journal()
    assert "Nothing changes" in run.ok("replan", "--yes")
    assert run.json("replan", "--yes")["accepted"] is False
    assert run.journal() == before


def test_a_replan_after_a_module_is_done_frees_its_time(run):
    run.ok("done", "git-github")
    assert "planner replan" in run.ok("plan")
    text = run.ok("replan", "--dry-run")
    assert "goes: " in text
    assert "A dry run" in text
    assert run.json("replan", "--yes")["accepted"] is True
    assert run.json("plan")["stale"] == []


def test_at_most_ten_sessions_of_a_kind_are_listed(run):
    text = run.ok("replan", "--dry-run", today="2026-12-28")
    parts = [part for part in text.split("\n\n") if part.startswith(("moves: ", "new: ", "goes: "))]
    assert any(int(part.split()[1]) > 10 for part in parts)
    for part in parts:
        count = int(part.split()[1])
        assert len(part.splitlines()) == 1 + min(count, 10) + (count > 10)
        assert count <= 10 or f"… and {count - 10} more" in part


def test_what_if_shows_before_and_after_and_records_nothing(run):
    before = run.journal()
    text = run.ok("whatif", "--hours-per-week", "8")
    assert "before: On time." in text
    assert "after: Late" in text
    assert "what would make it fit" in text
    told = run.json("whatif", "--drop", "stretch", "--choice", "speciality=vision", "--goal", "2027-10-31")
    assert told["after"]["status"] == "on-time"
    assert run.journal() == before
