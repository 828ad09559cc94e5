"""What happened is recorded, said in a line, and can be taken back."""

import json

MODULE = "python-first-steps"


def done_minutes(run):
    return run.json("plan")["done_minutes"]


def test_time_is_logged_and_said(run):
    assert "1 h 30 m recorded, 1 h 30 m in all" in run.ok("log", MODULE, "1h30m", "--note", "went well")
    assert "2 h 15 m in all" in run.ok("log", MODULE, "45m", "--on", "2026-12-01")
    assert done_minutes(run) == 135


def test_a_log_can_be_corrected_and_deleted(run):
    [event] = run.json("log", MODULE, "1h")["events"]
    run.ok("log", "--amend", event["id"], "2h")
    assert done_minutes(run) == 120
    run.ok("log", "--amend", event["id"][-8:], "--note", "more")
    assert done_minutes(run) == 120
    run.ok("log", "--delete", event["id"])
    assert done_minutes(run) == 0


def test_what_is_recorded_is_one_json_document(run):
    told = run.json("log", MODULE, "1h")
    assert told["recorded"] is True
    assert [event["kind"] for event in told["events"]] == ["log"]
    assert json.loads(json.dumps(told)) == told


def test_a_module_is_done_once(run):
    assert "planner replan" in run.ok("done", MODULE)
    assert run.json("done", MODULE)["recorded"] is False
    [module] = [each for each in run.json("plan")["modules"] if each["id"] == MODULE]
    assert module["remaining_minutes"] == 0


def test_undo_takes_the_last_thing_back_and_redo_brings_it_again(run):
    run.ok("log", MODULE, "1h")
    assert "Undone" in run.ok("undo")
    assert done_minutes(run) == 0
    assert "Redone" in run.ok("redo")
    assert done_minutes(run) == 60


def test_steps_tries_and_results_of_milestones(run):
    run.ok("milestone", "step", "first-program", "1")
    run.ok("milestone", "step", "first-program", "2", "--on")
    run.ok("milestone", "step", "first-program", "2", "--on")
    run.ok("milestone", "try", "first-program", "--metric", "0.5")
    run.ok("milestone", "reach", "first-program", "--url", "https://example.org/x")
    first = run.json("milestone", "list")["milestones"][0]
    assert [step["ticked"] for step in first["steps"][:3]] == [True, True, False]
    assert first["status"] == "reached"
    assert first["attempts"][0]["metric"] == "0.5"
    assert "reached on 1 Dec 2026 https://example.org/x" in run.ok("milestone", "list")
    run.ok("milestone", "step", "first-program", "1", "--off")
    run.ok("milestone", "reopen", "first-program")
    assert run.json("milestone", "list")["milestones"][0]["status"] == "planned"


def test_the_journal_shows_the_last_first_and_says_what_was_undone(run):
    run.ok("log", MODULE, "1h")
    run.ok("undo")
    lines = run.ok("journal", "show").splitlines()
    assert "undone" in lines[0]
    assert "undone: " in lines[1]
    assert [event["kind"] for event in run.json("journal", "show")["events"]] == ["undo", "log", "plan"]


def test_the_journal_says_how_much_more_there_is(run):
    for _ in range(21):
        run.ok("log", MODULE, "1m")
    assert "… and 2 more: planner journal show --all" in run.ok("journal", "show")
    assert len(run.ok("journal", "show", "--all").splitlines()) == 22


def test_importing_a_table_twice_adds_nothing_the_second_time(run, tmp_path):
    table = tmp_path / "log.csv"
    table.write_text(f"day,module,minutes,done,note\n2026-12-01,{MODULE},90,,\n2026-12-01,git-github,,yes,\n")
    assert run.json("journal", "import", table) == {"logs": 1, "done": 1, "known": 0}
    assert run.json("journal", "import", table) == {"logs": 0, "done": 0, "known": 2}
    assert "0 entries" in run.ok("journal", "import", table)
    assert done_minutes(run) >= 90
