"""The commands of the learner's hand act at once, show what changes, and say how to take it back."""

import pytest

MODULE = "python-first-steps"
HANDS = {
    "pin": ["pin", f"{MODULE}.2"],
    "unpin": ["unpin", f"{MODULE}.2"],
    "move": ["move", f"{MODULE}.3", "2026-12-05T11:00"],
    "skip": ["skip", f"{MODULE}.1"],
    "off": ["off", "2026-12-09", "2026-12-10"],
    "extra": ["extra", "2026-12-24", "20:00-23:00"],
    "estimate": ["estimate", MODULE, "8"],
    "add": ["add", "論文を読む", "12", "--requires", "git-github", "--track", "research"],
    "drop": ["drop", "git-github"],
    "restore-module": ["restore-module", "git-github"],
    "first": ["first", "numpy"],
}
BEFORE = {"unpin": HANDS["pin"], "restore-module": HANDS["drop"]}


def prepared(run, name):
    if name in BEFORE:
        run.ok(*BEFORE[name])
    return run


@pytest.mark.parametrize("name", HANDS)
def test_a_hand_acts_at_once_and_can_be_taken_back_and_brought_again(run, name):
    before = prepared(run, name).json("plan")
    text = run.ok(*HANDS[name])
    assert text.endswith("To take it back: planner undo\n")
    first = run.json("plan")
    assert first != before
    run.ok("undo")
    assert run.json("plan") == before
    run.ok("redo")
    assert run.json("plan") == first


@pytest.mark.parametrize("name", HANDS)
def test_a_dry_run_shows_and_records_nothing(run, name):
    before = prepared(run, name).journal()
    text = run.ok(*HANDS[name], "--dry-run")
    assert text.endswith("A dry run: nothing is recorded.\n")
    told = run.json(*HANDS[name], "--dry-run")
    assert told["accepted"] is False
    assert run.journal() == before


@pytest.mark.parametrize("name", HANDS)
def test_json_is_the_document_of_a_replan_and_the_plan_that_holds(run, name):
    told = prepared(run, name).json(*HANDS[name])
    assert set(run.json("replan", "--dry-run")) - {"offers"} <= set(told)
    assert told["accepted"] is True
    plan = run.json("plan")
    places = [(s["id"], s["start"], s["pinned"]) for s in plan["sessions"]]
    assert places == [(s["id"], s["start"], s["pinned"]) for s in told["plan"]["sessions"]]
    assert plan["stale"] == []


@pytest.mark.parametrize("name", HANDS)
def test_a_hand_speaks_japanese(run_ja, name):
    text = prepared(run_ja, name).ok(*HANDS[name])
    assert text.endswith("planner undo\n")
    said = text.replace("\n", " ")
    for english in (
        "Pinned",
        "Moved",
        "Skipped",
        "still to do",
        "Added",
        "Dropped",
        "comes first",
        "session",
    ):
        assert english not in said


USAGE = [
    ["pin"], ["move", f"{MODULE}.1"], ["move", f"{MODULE}.1", "soon"], ["move", f"{MODULE}.1", "25:00"],
    ["move", f"{MODULE}.1", "2026-13-01"], ["move", f"{MODULE}.1", "2026-12-05T"], ["off"], ["off", "soon"],
    ["off", "2026-12-09", "x"], ["extra", "2026-12-09"], ["extra", "2026-12-09", "20-22"],
    ["extra", "2026-12-09", "20:00-20:00"], ["estimate", MODULE], ["estimate", MODULE, "long"], ["add", "Papers"],
    ["add"], ["add", "Papers", "much"], ["drop"], ["restore-module"], ["first"], ["replan", "--how", "magic"],
]  # fmt: skip
DATA = [
    ["pin", "nope.1"], ["pin", "buffer.1"], ["unpin", "nope"], ["move", f"{MODULE}.1", "09:00"],
    ["move", f"{MODULE}.1", "20:07"], ["move", f"{MODULE}.1", "2026-11-01"], ["skip", "nope"],
    ["off", "2026-12-09", "2026-12-01"], ["off", "2026-11-01"], ["extra", "2026-11-01", "20:00-22:00"],
    ["extra", "2026-12-09", "20:00-22:00"], ["estimate", "nope", "3"], ["estimate", MODULE, "0"],
    ["add", " ", "3"], ["add", "Papers", "0"], ["add", "Papers", "3", "--requires", "nope"],
    ["add", "numpy", "3"], ["add", "Papers", "3", "--id", "N P"], ["drop", "nope"], ["restore-module", "numpy"],
    ["first", "nope"],
]  # fmt: skip


@pytest.mark.parametrize("words", USAGE, ids=" ".join)
def test_wrong_usage_exits_2_and_records_nothing(still, words):
    before = still.journal()
    result = still(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert still.journal() == before


@pytest.mark.parametrize("words", DATA, ids=" ".join)
def test_what_cannot_be_is_refused_in_one_line_and_records_nothing(still, words):
    before = still.journal()
    result = still(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert still.journal() == before


def test_scripts_need_no_terminal(run):
    done = run.process("off", "2027-03-01", "--json")
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_is_so_already_is_said_and_not_recorded(run):
    run.ok(*HANDS["pin"])
    before = run.journal()
    assert "pinned already" in run.ok(*HANDS["pin"])
    assert run.json(*HANDS["pin"])["accepted"] is False
    assert run.journal() == before


def test_a_module_names_its_next_session_and_a_day_or_a_clock_time_is_enough(run):
    assert "2 Dec" in run.ok("move", MODULE, "2026-12-02")
    assert "7 Dec 2026 21:00" in run.ok("extra", "2026-12-07", "18:00-23:00") + run.ok(
        "move", "python-control-flow.2", "21:00"
    )


def test_the_week_shows_what_commands_call_its_sessions(run):
    run.ok(*HANDS["pin"])
    text = run.ok("week", "--ids")
    [line] = [line for line in text.splitlines() if f"{MODULE}.2" in line]
    assert "pinned" in line
    assert f"{MODULE}.2" not in run.ok("week")


def test_an_added_module_has_its_name_in_the_change_and_everywhere_after(run):
    assert "論文を読む" in run.ok(*HANDS["add"]).split("To take it back")[0].split("\n\n", 1)[1]
    assert "added-1" in [module["id"] for module in run.json("plan")["modules"]]
    run.ok("log", "added-1", "1h")
    assert "論文を読む" in run.ok("curriculum", "show")
    assert "論文を読む" in run.ok("journal", "show")
    assert "no problem" in run.ok("journal", "check")


def test_a_drop_says_which_milestones_fall(run):
    text = " ".join(run.ok("drop", "python-first-steps").split())
    assert "planner restore-module python-first-steps" in text
    dropped = run.json("drop", "kaggle-bronze")
    assert "falls with it" in dropped["text"]


def test_the_next_seven_days_come_first_in_a_change(run):
    text = run.ok(*HANDS["skip"])
    assert text.index("in the next 7 days") < text.index("moves: ")
    assert "The next 7 days stay as they are." in run.ok("off", "2027-03-01", "2027-03-02")


def test_after_missed_time_replan_offers_three_ways(run):
    text = run.ok("replan", "--dry-run", today="2026-12-08")
    table = text[text.index("after missed time") :].splitlines()
    assert [line.split()[0] for line in table[1:4]] == ["catch", "rebalance", "extend:"]
    assert "planner replan --how rebalance" in table[4]
    ways = run.json("replan", "--dry-run", today="2026-12-08")["offers"]
    assert [way["how"] for way in ways] == ["catch-up", "rebalance", "extend"]
    assert run.json("replan", "--dry-run")["offers"] == []


def test_rebalance_is_recorded_and_undone_like_any_replan(run):
    before = run.json("plan", today="2026-12-08")
    told = run.json("replan", "--how", "rebalance", "--yes", today="2026-12-08")
    assert told["accepted"] is True
    assert run.json("plan", today="2026-12-08")["finish"] == told["plan"]["finish"]
    run.ok("undo", today="2026-12-08")
    assert run.json("plan", today="2026-12-08") == before


def test_extend_shows_the_command_that_sets_the_goal_and_records_nothing(run):
    before = run.journal()
    assert "without a later goal" in run.ok("replan", "--how", "extend", today="2026-12-08")
    text = run.ok("replan", "--how", "extend", "--yes", today="2026-12-28")
    _, _, command = text.partition("To make it so: planner ")
    assert "Nothing is recorded." in command
    assert run.journal() == before
    words = command.splitlines()[0].split()
    assert words[:3] == ["profile", "set", "goal"]
    assert words[3] > "2027-11-30"
    run.ok(*words, today="2026-12-28")
    assert run.json("plan", today="2026-12-28")["verdict"]["status"] == "on-time"
