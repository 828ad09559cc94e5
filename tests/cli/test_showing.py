"""Every view has a plain-text command, and the same as JSON: one document and nothing else."""

import json

import pytest

SHOWING = [
    ["plan"], ["progress"], ["plan", "--history"],
    ["today"], ["week"], ["week", "--offset", "3"], ["milestone", "list"],
    ["journal", "show"], ["journal", "check"], ["curriculum", "list"], ["curriculum", "show"],
    ["curriculum", "show", "ml-engineer-6m"], ["profile", "check"], ["replan", "--dry-run"],
    ["whatif", "--hours-per-week", "12"], [],
]  # fmt: skip
PLAN_KEYS = {
    "curriculum", "start", "goal", "now", "timezone", "accepted_at", "stale", "effort_minutes", "done_minutes",
    "capacity_minutes_to_goal", "finish", "verdict", "weeks", "sessions", "modules", "milestones",
}  # fmt: skip


@pytest.mark.parametrize("words", SHOWING, ids=" ".join)
def test_what_shows_something_prints_text_or_one_json_document(still, words):
    text = still.ok(*words)
    assert text.strip()
    assert "\x1b" not in text
    assert isinstance(still.json(*words), dict)


@pytest.mark.parametrize(
    "words", [words for words in SHOWING if words != ["plan", "--history"]], ids=" ".join
)
def test_showing_writes_nothing_into_the_plan_folder(still, words):
    before = {file: file.read_bytes() for file in still.home.rglob("*") if file.is_file()}
    still.ok(*words)
    still.ok(*words, "--json")
    assert {file: file.read_bytes() for file in still.home.rglob("*") if file.is_file()} == before


def test_the_plan_as_json_has_the_keys_of_the_contract(run):
    plan = run.json("plan")
    assert set(plan) == PLAN_KEYS
    assert plan["verdict"]["status"] == "on-time"
    assert plan["effort_minutes"] == 48_000
    assert {"id", "uid", "module", "kind", "topic", "day", "start", "end", "pinned"} == set(
        plan["sessions"][0]
    )


def test_json_has_a_line_for_each_item_so_that_it_can_be_read_and_compared(run):
    text = run.ok("plan", "--json")
    assert len(text.splitlines()) > 400
    assert json.loads(text)["sessions"]


def test_the_verdict_comes_first_then_contradictions_weeks_milestones(run):
    text = run.ok("plan")
    places = [text.index(word) for word in ("On time.", "what does not agree", "weeks, 2026", "milestones ")]
    assert places == sorted(places)
    assert places[0] == 0
    assert "but 5 × 2 h + 2 × 4 h is 18 h" in text
    assert "✓ on track" in text


def test_the_weeks_of_the_plan_add_up_to_the_work(run):
    plan = run.json("plan")
    planned = sum(sum(week["minutes"].values()) for week in plan["weeks"])
    assert planned == plan["effort_minutes"]
    assert f"{len(plan['weeks'])} weeks, 2026" in run.ok("plan")


def test_today_answers_what_now(run):
    text = run.ok("today")
    assert text.startswith("Tue 1 Dec 2026")
    assert "20:00–22:00" in text
    assert "this week  0 m of" in text
    assert "milestones" in text


def test_a_week_has_seven_days_with_days_off_and_holidays(run):
    text = run.ok("week", "--offset", "6")
    assert [word for word in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun") if f"  {word} " in text] == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    ]  # fmt: skip
    assert "public holiday" in text  # 11 January 2027


def test_a_milestone_shows_its_steps_and_what_a_medal_takes(run):
    run.ok("milestone", "try", "kaggle-medal", "--rank", "300", "--teams", "2000")
    text = run.ok("milestone", "list")
    assert "[ ] 1  " in text
    assert "attempt on 1 Dec 2026 rank 300 of 2,000" in text
    assert "takes rank 200 of 2,000" in text


@pytest.mark.parametrize("words", [["week", "--offset", "-30"], ["week", "--offset", "500"]])
def test_an_empty_view_names_the_next_command(run, words):
    assert "planner plan" in run.ok(*words)


def test_no_session_left_names_the_next_command(run):
    assert "planner replan" in run.ok("today", today="2029-01-01")


def test_a_plan_that_is_late_is_an_answer(empty):
    made = empty.ok("init", "--start", "2026-12-01", "--goal", "2027-03-31", "--yes")
    assert made.startswith("Late")
    assert "what would make it fit" in made
    assert empty.json("plan")["verdict"]["status"] == "late"
    text = empty.ok("plan")
    assert "x late" in text
    assert "what would make it fit" in text


def test_without_command_and_terminal_the_plan_and_the_next_week_are_printed(run):
    text = run.ok()
    assert text.startswith("On time.")
    assert "Week of 30 Nov 2026" in text


def test_without_a_plan_the_default_one_is_shown_as_a_preview_and_nothing_is_written(empty):
    text = empty.ok()
    assert text.startswith("Preview:")
    assert "planner init" in text
    assert empty.json()["preview"] is True
    assert not empty.home.exists()


def test_a_demo_prints_a_plan_with_history_and_leaves_nothing(empty, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert "✓ reached" in empty.ok("demo")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_line_of_the_journal_is_said_on_standard_error_and_the_rest_is_shown(run):
    [file] = run.home.glob("journal/*.jsonl")
    file.write_bytes(b'{"damaged": true}\n' + file.read_bytes())
    result = run("plan", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["sessions"]
    assert "jsonl:1" in result.stderr
    assert run("journal", "check").exit_code == 1
