"""`planner progress`: hours by week and track, the pace, what modules took; as text in both languages, and as JSON."""

import pytest

WEEKS_LATER = "2026-12-16"


@pytest.fixture
def lived(run):
    run.ok("log", "python-first-steps", "5h", today="2026-12-02")
    run.ok("log", "sql-basics", "90m", today="2026-12-09")
    run.ok("done", "python-first-steps", today="2026-12-09")
    return run


def test_the_sums_of_the_json_agree(lived):
    found = lived.json("progress", today=WEEKS_LATER)
    assert found["done_minutes"] == 390
    assert [week["start"] for week in found["weeks"]] == ["2026-11-30", "2026-12-07", "2026-12-14"]
    assert [week["studied_minutes"] for week in found["weeks"]] == [300, 90, 0]
    for week in found["weeks"]:
        whole = sum(week["studied_by_day"]) + week["studied_on_no_day"]
        assert week["studied_minutes"] == whole == sum(week["by_track"].values())
    assert sum(track["studied_minutes"] for track in found["tracks"]) == 390
    assert found["pace"]["studied_minutes"] == 390
    assert [took["id"] for took in found["finished_modules"]] == ["python-first-steps"]
    assert found["effort_ratio"]["actual_minutes"] == 300


def test_the_text_says_the_pace_first_then_weeks_tracks_and_what_modules_took(lived):
    text = lived.ok("progress", today=WEEKS_LATER)
    parts = (
        "In the last 2 weeks you studied",
        "hours by week",
        "tracks",
        "studied against estimated",
        "all together",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "1 of " in text.splitlines()[1]
    assert "this week" in text
    assert "no check-in" in text


def test_it_speaks_japanese(lived):
    text = lived.ok("--lang", "ja", "progress", today=WEEKS_LATER)
    assert "直近2週の学習は" in text
    assert "週ごとの時間" in text
    assert "チェックインなし" in text
    assert not [line for line in text.splitlines() if line.isascii() and any(map(str.isalpha, line))]


def test_the_first_day_says_when_there_will_be_something(run):
    text = run.ok("progress")
    assert "The first week is under way" in text
    assert "planner done MODULE" in text
    found = run.json("progress")
    assert (found["effort_ratio"], found["pace"]) == (None, {"studied_minutes": 0, "planned_minutes": 0})


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_no_line_is_wider_than_the_terminal(lived, columns, monkeypatch):
    from planner.text.width import width

    monkeypatch.setenv("COLUMNS", columns)
    text = lived.ok("progress", today=WEEKS_LATER)
    assert max(map(width, text.splitlines())) <= int(columns)
