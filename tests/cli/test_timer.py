"""`planner start` and `stop`, and the running timer wherever the day is shown."""

import pytest

from tests.cli.test_questions import asked

MODULE, OTHER = "python-first-steps", "git-github"
DAY, NEXT, AFTER = "2026-12-01", "2026-12-02", "2026-12-03"


def test_what_ran_is_recorded_and_said(run):
    assert run.ok("start", "--at", "20:00") == "First steps in Python: timer started at 20:00.\n"
    assert run.ok("stop", "--at", "21:40", "--note", "loops") == (
        "First steps in Python: 1 h 40 m recorded, 1 h 40 m in all.\n"
    )
    assert run.json("plan")["done_minutes"] == 100
    assert "loops" in run.ok("journal", "show")
    run.ok("undo")
    assert run.json("today")["timer"]["module"] == MODULE
    assert run.json("plan")["done_minutes"] == 0


def test_it_speaks_japanese(run_ja):
    assert run_ja.ok("start", "--at", "20:00") == "Python最初の一歩：20:00にタイマーを開始しました。\n"
    assert "20:00" in run_ja.ok("today", today=NEXT)
    assert "計測中" in run_ja.ok("today", today=NEXT)
    assert "実際の学習時間" in run_ja("stop", today=AFTER).stderr
    assert "12月1日(火)に1時間30分を記録しました" in run_ja.ok("stop", "--took", "1h30m", today=AFTER)
    for words in (["start", "--help"], ["stop", "--help"]):
        text = run_ja.ok(*words, "--lang", "ja")
        assert "使い方: planner" in text
        assert "タイマー" in text


def test_the_next_timer_stops_the_one_that_runs(run):
    run.ok("start", "--at", "20:00")
    said = run.ok("start", OTHER, "--at", "20:50")
    assert "50 m recorded, 50 m in all. Git and GitHub: timer started at 20:50." in said
    assert run.json("today")["timer"]["module"] == OTHER


def test_starting_it_twice_records_nothing(run):
    run.ok("start", MODULE)
    before = run.journal()
    assert "runs already, since 00:00" in run.ok("start", MODULE)
    assert run.json("start", MODULE)["recorded"] is False
    assert run.journal() == before


def test_the_real_clock_measures(run):
    run.ok("start", MODULE, today=None)
    assert run.json("today", today=None)["timer"]["minutes"] == 0
    assert "under a minute" in run.ok("stop", today=None)


def test_what_is_recorded_is_one_json_document(run):
    assert [event["kind"] for event in run.json("start", "--at", "20:00")["events"]] == ["started"]
    told = run.json("stop", "--took", "1h", "--done")
    assert told["recorded"] is True
    assert [(event["kind"], event["day"]) for event in told["events"]] == [
        ("stopped", DAY), ("log", DAY), ("done", DAY),
    ]  # fmt: skip
    assert "Finished: planner replan" in told["text"]


def test_today_and_the_overview_show_it(run):
    assert run.json("today")["timer"] is None
    run.ok("start", MODULE, "--at", "22:20")
    assert run.json("today", today=NEXT)["timer"] == {
        "module": MODULE,
        "title": "First steps in Python",
        "started": "2026-12-01T22:20:00+09:00",
        "minutes": 100,
        "forgotten": False,
    }
    for words in (["today"], []):
        told = run.ok(*words, today=NEXT)
        assert "First steps in Python: running since Tue 1 Dec 22:20 · 1 h 40 m" in told
        assert "How long was it really?" not in told


def test_a_forgotten_one_is_said_wherever_it_is_shown_and_never_recorded_by_itself(run):
    run.ok("start", MODULE, "--at", "19:00")
    assert run.json("today", today=NEXT)["timer"]["forgotten"] is True
    for words in (["today"], []):
        assert "planner stop --took 1h30m, or planner stop --discard" in run.ok(*words, today=NEXT)
    before = run.journal()
    for words in (["stop"], ["stop", "--json"], ["start", OTHER]):
        result = run(*words, today=NEXT)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
        assert "planner stop --took 1h30m, or planner stop --discard" in result.stderr
    assert run.journal() == before
    assert "nothing recorded" in run.ok("stop", "--discard", today=NEXT)


@pytest.mark.parametrize(
    ("reply", "said"),
    [("", "2 h on Tue 1 Dec recorded"), ("45m", "45 m on Tue 1 Dec recorded"), ("0", "nothing recorded")],
)
def test_on_a_terminal_it_asks_how_long_it_was(run, reply, said):
    run.ok("start", MODULE, "--at", "19:00")
    code, output, questions = asked(run, "stop", replies={"really study": reply}, today=NEXT)
    assert code == 0, questions
    assert (
        "running since Tue 1 Dec 19:00 · 5 h. How long did you really study (0: not at all)? [2h]"
        in " ".join(questions.split())
    )
    assert said in output


def test_on_a_terminal_the_next_timer_asks_about_the_one_before(run):
    run.ok("start", MODULE, "--at", "19:00")
    code, output, _ = asked(run, "start", OTHER, replies={"really study": ["soon", "1h"]}, today=NEXT)
    assert code == 0
    assert "1 h on Tue 1 Dec recorded, 1 h in all. Git and GitHub: timer started at 00:00." in output


@pytest.mark.parametrize(
    "words",
    [
        ["start", "--at", "soon"], ["start", "--at", DAY], ["start", MODULE, OTHER], ["stop", "--at", "25:00"],
        ["stop", "--took", "long"], ["stop", "--took", "1h", "--at", "20:00"], ["stop", "--discard", "--done"],
        ["stop", "--discard", "--took", "1h"], ["stop", MODULE],
    ],
)  # fmt: skip
def test_wrong_usage_exits_2(run, words):
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["start", "nope"], "Unknown module: nope"),
        (["start", "python-frist-steps"], "Did you mean python-first-steps?"),
        (["start", "--at", "2026-12-02T20:00"], "20:00 has not come yet"),
        (["stop"], "No timer is running: planner start begins one."),
        (["stop", "--took", "1h"], "No timer is running"),
    ],
)
def test_what_cannot_be_exits_1_with_one_line(run, words, said):
    result = run(*words)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
    assert said in result.stderr


def test_a_time_to_come_is_refused_by_the_real_clock_too(run):
    result = run("start", MODULE, "--at", "2199-12-01T20:00", today=None)
    assert result.exit_code == 1
    assert "has not come yet" in result.stderr
