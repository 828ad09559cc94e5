"""Modules and milestones are called by what the planner prints: id, title in either language, or how one begins."""

import pytest


@pytest.mark.parametrize(
    "given",
    ["git-github", "git", "GIT-", "Git and GitHub", "git  and github", "GitとGitHub", "ＧｉｔとＧｉｔＨｕｂ"],
)
def test_a_module_is_found_by_what_it_is_called(run, given):
    run.ok("log", given, "1h")
    assert run.json("journal", "show")["events"][0]["text"] == "Git and GitHub: 1 h studied"


def test_every_command_that_takes_a_module_takes_its_title(run):
    title = "GitとGitHub"
    for words in (
        ["estimate", title, "5"], ["first", title], ["done", title], ["drop", "python-fir", "--dry-run"],
        ["journal", "show", title], ["why", title], ["whatif", "--done", "SQLの基礎"],
        ["add", "Reading", "3", "--requires", title, "--dry-run"],
    ):  # fmt: skip
        run.ok(*words)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("python", "one of several: python-first-steps / python-control-flow / "),
        ("bayes", "“bayes”: did you mean probability-bayes?"),
        ("nope", "Unknown module: nope"),
        ("x", "Unknown module: x"),
        ("git-gitub", "Did you mean git-github?"),
    ],
)
def test_what_is_not_one_module_is_asked_back_and_nothing_is_recorded(run, given, said):
    before = run.journal()
    result = run("log", given, "1h")
    assert (result.exit_code, run.journal()) == (1, before)
    assert said in result.stderr


def test_a_milestone_is_found_by_its_title(run):
    run.ok("milestone", "reach", "First program online", "--url", "https://example.org/x")
    assert "first-program" in str(run.json("milestone", "list"))


def test_a_priority_is_no_module(run):
    assert run.json("whatif", "--drop", "stretch")


def test_the_list_of_modules_cuts_no_title(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    titles = [each["title"] for each in run.json("curriculum", "show")["modules"]]
    text = run.ok("curriculum", "show")
    assert "…" not in text
    assert {word for title in titles for word in title.split()} <= set(text.split())
    assert "…" not in run.ok("curriculum", "show", "--lang", "ja")


def test_the_journal_of_a_module_whose_adding_is_undone_is_its_own(run):
    run.ok("log", "git-github", "1h")
    run.ok("add", "git", "3")
    run.ok("log", "git", "30m")
    run.ok("undo")
    run.ok("undo")
    told = [event["text"] for event in run.json("journal", "show", "git")["events"]]
    assert told
    assert not any("GitHub" in text for text in told)


@pytest.mark.parametrize("given", ["git", "GitとGitHub", "git-github"])
def test_a_session_is_found_by_what_its_module_is_called(run, given):
    for words in (["skip"], ["pin"], ["unpin"]):
        assert "Git and GitHub" in run.ok(words[0], given, "--dry-run")
    moved = run("move", given, "2030-01-01", "--dry-run")
    assert "is not in your free time" in moved.stderr


def test_a_session_that_is_meant_by_nothing_or_by_several_is_refused(run):
    assert "Unknown session: nope" in run("pin", "nope").stderr
    assert "one of several" in run("pin", "python").stderr
