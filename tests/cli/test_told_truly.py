"""Answers that a newcomer needs: a timer that runs on, a result that nothing shows, a plan that has not begun."""

MODULE = "python-first-steps"


def test_logging_beside_a_timer_of_the_same_module_says_that_both_count(run):
    assert "timer" not in run.ok("log", MODULE, "15m")
    run.ok("start", MODULE)
    assert "what it measures counts besides" in run.ok("log", MODULE, "1h")
    assert "timer" not in run.ok("log", "git-github", "1h")


def test_an_attempt_says_what_its_rank_is_worth_and_a_result_what_speaks_against_it(run):
    tried = run.ok("milestone", "try", "kaggle-medal", "--rank", "500", "--teams", "1000")
    assert "Rank 500 of 1,000 is no medal" in tried
    reached = run.ok("milestone", "reach", "kaggle-medal")
    assert "Rank 500 of 1,000 is no medal. Bronze needs rank 100 of 1,000 or better." in reached
    assert "Nothing shows it yet." in reached
    assert "--url" in reached
    assert "Nothing shows" not in run.ok(
        "milestone", "reach", "kaggle-medal", "--url", "https://kaggle.com/x"
    )


def test_evidence_given_later_stands_beside_the_first(run):
    run.ok("milestone", "reach", "first-program", "--url", "https://example.org/a")
    run.ok("milestone", "reach", "first-program", "--url", "https://example.org/b")
    listed = run.ok("milestone", "list")
    assert "https://example.org/a" in listed
    assert "https://example.org/b" in listed


def test_what_is_no_address_is_refused(run):
    result = run("milestone", "try", "first-program", "--url", "銅 0.78")
    assert result.exit_code == 1
    assert "is no address" in result.stderr


def test_a_plan_that_begins_later_has_nothing_to_check_in(run, tmp_path):
    day = "2026-11-10"
    answers = tmp_path / "answers.yaml"
    answers.write_text("hours: {python-first-steps: 1h}\n", encoding="utf-8")
    result = run("checkin", "--answers", answers, "--yes", today=day)
    assert result.exit_code == 1
    assert result.stderr.strip().endswith(
        "The plan has not begun: it begins on 1 Dec 2026, and there is nothing to check in yet"
    )
    assert "The plan begins on 1 Dec 2026" in run.ok("progress", today=day)
    assert "The plan begins on 1 Dec 2026" in run.ok("week", today=day)


def test_the_day_shows_what_was_studied_without_a_session(run):
    run.ok("log", "sql-basics", "4h", "--on", "2026-12-02", today="2026-12-02")
    [line] = [line for line in run.ok("week", today="2026-12-02").splitlines() if "SQL" in line]
    assert "4 h" in line
    assert line.endswith("✓ studied")


def test_today_says_what_was_studied_when_nothing_more_is_planned(run):
    run.ok("log", MODULE, "2h")
    said = run.ok("today").split("then")[0]
    assert "Nothing more today." in said
    assert "✓  First steps in Python  2 h" in said
