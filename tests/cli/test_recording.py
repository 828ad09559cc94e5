"""What happened is recorded, said in a line, and can be taken back."""

import json
import shutil

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
    assert "took back: " in lines[1]
    assert "undone: " in lines[2]
    assert [event["kind"] for event in run.json("journal", "show")["events"]] == ["undo", "log", "plan"]


def test_the_journal_says_how_much_more_there_is(run):
    for _ in range(21):
        run.ok("log", MODULE, "1m")
    assert "… and 2 more: planner journal show --all" in run.ok("journal", "show")
    assert sum(" studied" in line for line in run.ok("journal", "show").splitlines()) == 20
    day, *lines = run.ok("journal", "show", "--all").splitlines()
    assert len(lines) == 22
    assert not day.startswith(" ")


def test_importing_a_table_twice_adds_nothing_the_second_time(run, tmp_path):
    table = tmp_path / "log.csv"
    table.write_text(f"day,module,minutes,done,note\n2026-12-01,{MODULE},90,,\n2026-12-01,git-github,,yes,\n")
    first, again = (run.json("journal", "import", table) for _ in range(2))
    assert (first["logs"], first["done"], first["known"]) == (1, 1, 0)
    assert (again["logs"], again["done"], again["known"]) == (0, 0, 2)
    assert "0 entries" in run.ok("journal", "import", table)
    assert done_minutes(run) >= 90


def imported(run, tmp_path, *rows, **more):
    table = tmp_path / "log.csv"
    table.write_text("day,module,minutes,done,note\n" + "".join(f"{row}\n" for row in rows))
    return run("journal", "import", table, **more)


def test_a_table_with_more_than_a_day_holds_is_refused_with_its_place(run, tmp_path):
    run.ok("log", MODULE, "20h")
    before = run.journal()
    refused = imported(run, tmp_path, f"2026-12-01,{MODULE},200,,", f"2026-12-01,{MODULE},100,,")
    assert refused.exit_code == 1
    assert f"log.csv:3:{len('2026-12-01,' + MODULE) + 2}: 1 h 40 m on 2026-12-01 is more" in refused.stderr
    assert run.journal() == before


def test_an_import_counts_rows_and_modules_once(run, tmp_path):
    rows = [f"2026-12-01,{MODULE},30,yes,", f"2026-12-01,{MODULE},,yes,"]
    assert "1 entry of study, 1 module finished; 0 rows" in imported(run, tmp_path, *rows).stdout
    assert "2 rows were known already" in imported(run, tmp_path, *rows).stdout


def test_a_folder_given_as_a_table_is_named_as_one(run, tmp_path):
    assert "this is a folder; name a file" in run("journal", "import", tmp_path).stderr


def test_the_journal_shows_the_day_studied_and_the_evidence(run):
    run.ok("log", MODULE, "1h", "--on", "2026-11-20")
    run.ok("milestone", "reach", "first-program", "--url", "https://e.org/x", "--metric", "0.5")
    shown = run.ok("journal", "show")
    assert "for 20 Nov 2026: " in shown
    assert "reached (0.5 · https://e.org/x)" in shown


def test_reaching_again_says_when_it_was_reached(run):
    assert "Well done" in run.ok("milestone", "reach", "first-program", "--on", "2026-11-30")
    again = run.ok("milestone", "reach", "first-program", "--metric", "1", today="2026-12-02")
    assert "was reached already on 30 Nov 2026" in again


def test_a_plan_without_its_journal_says_so_and_replan_accepts_one(run):
    shutil.rmtree(run.home / "journal")
    for view in ("plan", "today"):
        assert "No plan has been accepted yet." in run.ok(view)
    assert "planner replan" in run("export", "ics").stderr
    run.ok("replan", "--dry-run")
    assert run.journal() == b""
    assert "Accepted: this is the plan now." in run.ok("replan", "--yes")
    assert run.journal()
    assert run.json("plan")["stale"] == []
    assert "BEGIN:VEVENT" in run.ok("export", "ics")
