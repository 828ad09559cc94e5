"""`planner why` and what `planner whatif` can suppose besides settings."""

import pytest

from planner.text.width import width

ASKED = [
    "python-control-flow",
    "titanic-house-prices",
    "2026-W50",
    "2026-12-29",
    "python-first-steps.1",
    "buffer.1",
]


@pytest.mark.parametrize(("language", "columns"), [("en", 80), ("ja", 60)])
@pytest.mark.parametrize("name", ASKED)
def test_every_explanation_fits_the_terminal(still, monkeypatch, name, language, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = still.ok("--lang", language, "why", name).splitlines()
    assert [line for line in lines if width(line) > columns] == []
    assert lines[0].strip()
    assert lines[2] == {"en": "why", "ja": "理由"}[language]


def test_json_has_the_keys_that_scripts_rely_on(still):
    told = still.json("why", "titanic-house-prices")
    keys = {"id", "kind", "reasons", "slack_minutes", "waits_for", "waits_for_it", "ifs"}
    assert keys <= set(told)
    assert told["kind"] == "milestone"
    assert told["slack_minutes"] > 0
    for reason in told["reasons"]:
        assert {"code", "text"} <= set(reason) <= {"code", "text", "minutes", "date", "ids"}
    for statement in told["ifs"]:
        assert set(statement) == {"change", "result", "text"}
        assert len(statement["change"]) == 1


def test_an_unknown_id_is_one_line_with_the_nearest(still):
    result = still("why", "titanic-house-prizes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "titanic-house-prices" in result.stderr


def test_a_monday_is_the_week_and_says_how_to_ask_for_the_day(still):
    assert "planner why date:2026-12-07" in still.ok("why", "2026-12-07")
    assert "planner why" not in still.ok("why", "date:2026-12-07")


def test_what_if_can_suppose_what_happens(run):
    before = run.journal()
    words = ["--off", "2026-12-05", "--estimate", "docker=20", "--done", "python-first-steps"]
    text = " ".join(run.ok("whatif", *words).split())
    assert "planner off 2026-12-05" in text
    assert "planner estimate docker 20" in text
    assert "planner done python-first-steps" in text
    told = run.json("whatif", "--estimate", "docker=20", "--lost", "10h")
    [docker] = [module for module in told["plan"]["modules"] if module["id"] == "docker"]
    assert docker["remaining_minutes"] == 1200
    assert run.journal() == before


@pytest.mark.parametrize("words", [["--estimate", "nope=3"], ["--done", "nope"]])
def test_what_if_refuses_modules_that_are_not_there(still, words):
    result = still("whatif", *words)
    assert result.exit_code == 1
    assert "nope" in result.stderr


@pytest.mark.parametrize("words", [["--estimate", "docker"], ["--off", "soon"], ["--lost", "much"]])
def test_what_if_says_how_its_options_are_written(still, words):
    assert still("whatif", *words).exit_code == 2
