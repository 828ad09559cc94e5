"""`planner profile set`, `unset`, `show` and `whatif --apply`: shown, written with its comments, and taken back."""

import pytest


def profile(run):
    return (run.home / "profile.yaml").read_bytes()


def test_a_setting_is_changed_shown_and_taken_back(run):
    before, plan = profile(run), run.json("plan")
    text = run.ok("profile", "set", "availability.hours_per_week", "16", "goal", "2027-12-31")
    assert text.startswith(
        "availability.hours_per_week: none → 16\ngoal: none → 2027-12-31\n\n  + goal: 2027-12-31\n"
    )
    assert "  +   hours_per_week: 16\n" in text
    assert "milestones, expected" in text
    assert text.endswith("To take it back: planner undo\n")
    assert set(profile(run).splitlines()) - set(before.splitlines()) == {
        b"goal: 2027-12-31",
        b"  hours_per_week: 16",
    }
    assert run.json("plan")["goal"] == "2027-12-31"
    assert run.json("plan")["stale"] == []
    assert run.ok("undo").startswith("Undone: setting availability.hours_per_week: – → 16")
    assert profile(run) == before
    assert run.json("plan") == plan


def test_a_dry_run_writes_nothing(run):
    before, journal = profile(run), run.journal()
    text = run.ok("profile", "set", "drop", "[stretch]", "--dry-run")
    assert "  + drop: [stretch]  # " in text
    assert text.endswith("A dry run: nothing is recorded.\n")
    assert (profile(run), run.journal()) == (before, journal)
    told = run.json("profile", "set", "drop", "[stretch]", "--dry-run")
    assert told["accepted"] is False
    assert told["settings"] == [{"path": "drop", "old": [], "new": ["stretch"]}]
    assert {"text", "before", "after", "diff", "plan"} <= set(told)


def test_a_setting_is_taken_out_and_its_comment_stays(run):
    text = run.ok("profile", "unset", "study.buffer", "availability.holidays")
    assert "  -   buffer: 10%  # kept free each week for catching up\n" in text
    assert "  +   # kept free each week for catching up\n" in text
    assert run.ok("profile", "show", "study.buffer") == "study.buffer is not in the file\n"
    assert run.ok("profile", "unset", "study.buffer") == "Nothing to change: it was so already.\n"


def test_settings_are_shown(still):
    text = still.ok("profile", "show")
    assert 'availability.weekday: ["20:00-22:00"]\n' in text
    assert "goal: –\n" in text
    assert still.ok("profile", "show", "study.session.max") == "2h\n"
    assert still.json("profile", "show", "study.session") == {
        "settings": {"study.session": {"min": "30m", "max": "2h"}}
    }
    assert still.json("profile", "show")["settings"]["curriculum"] == "ml-engineer-12m"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["set", "goal", "2020-01-01"], "goal: the goal is before the start; write 2026-12-01 or a later day"),
        (["set", "gaol", "2028-01-01"], "Unknown setting: gaol. Did you mean goal?"),
        (["set", "drop", "["], "drop: “[” is no value; write one such as 24, 2027-10-01, '[stretch]'"),
        (["set", "study.session.min", "3h"], "study.session.max: min (3 h) is longer than max (2 h); swap them"),
        (["unset", "curriculum"], "`curriculum` is missing; add `curriculum: ml-engineer-12m`"),
        (["show", "hours_per_week"], "Unknown setting: hours_per_week. Did you mean availability.hours_per_week?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_and_nothing_is_written(run, words, line):
    before, journal = profile(run), run.journal()
    result = run("profile", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert line in result.stderr
    assert result.stderr.count("\n") == 1
    assert (profile(run), run.journal()) == (before, journal)


def test_a_key_without_a_value_is_wrong_usage(still):
    result = still("profile", "set", "goal")
    assert result.exit_code == 2
    assert "goal has no value" in result.stderr


def test_what_if_can_be_made_so(run):
    before = profile(run)
    supposed = run.json(
        "whatif", "--hours-per-week", "22", "--drop", "stretch", "--background", "programming"
    )
    text = run.ok(
        "whatif", "--hours-per-week", "22", "--drop", "stretch", "--background", "programming", "--apply"
    )
    assert "  + drop: [stretch]  # " in text
    assert "  + background: [programming]  # " in text
    plan = run.json("plan")
    assert plan["finish"] == supposed["plan"]["finish"]
    assert plan["stale"] == []
    run.ok("undo")
    assert profile(run) == before


def test_what_if_says_how_to_make_it_so(still):
    assert still.ok("whatif", "--goal", "2028-01-31").endswith(
        "To make it so: the same command with --apply\n"
    )
    both = still.ok("whatif", "--goal", "2028-01-31", "--off", "2026-12-09")
    assert "the settings alone with --apply" in " ".join(both.split())


@pytest.mark.parametrize(
    "words", [["--lost", "3h"], ["--off", "2026-12-09"], ["--done", "numpy"], ["--estimate", "numpy=3"]]
)
def test_what_happens_is_no_setting(run, words):
    journal = run.journal()
    result = run("whatif", "--goal", "2028-01-31", *words, "--apply")
    assert result.exit_code == 2
    assert "--apply is for settings" in result.stderr
    assert run.journal() == journal


def test_a_repair_says_how_to_take_it_and_taking_it_helps(run):
    run.ok("profile", "set", "goal", "2027-06-30")
    text = run.ok("plan")
    assert "To take one: its command with --apply" in text
    repair = next(line.split()[1:] for line in text.splitlines() if line.startswith("    planner whatif"))
    run.ok(*repair, "--apply")
    assert run.json("plan")["verdict"]["status"] == "on-time"


def test_in_japanese(run_ja):
    text = run_ja.ok("profile", "set", "study.tracks", "3")
    assert "  + " in text
    assert "# " in text
    assert text.endswith("元に戻すには：planner undo\n")
    (run_ja.home / "profile.yaml").write_bytes(profile(run_ja).replace(b"tracks: 3", b"tracks: 4"))
    assert run_ja.ok("undo").endswith("profile.yaml: study.tracksは今は4で、そのままです\n")
    assert run_ja("profile", "set", "gaol", "1").stderr == "gaolという設定はありません。もしかして：goal\n"
