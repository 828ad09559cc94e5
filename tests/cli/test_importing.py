"""`planner journal import`: a file or standard input, what was taken on one stream and what was not on the other."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SAMPLES = Path(__file__).parents[1] / "data" / "imports"
MODULE = "python-first-steps"
LATER = "2026-12-20"
MAPS = ("--map", f"Python基礎={MODULE}", "--map", f"study={MODULE}")


def imports(run, file, *more, **kinds):
    return run("journal", "import", file, *more, today=LATER, **kinds)


def test_standard_input_is_read_and_a_second_import_adds_nothing(run):
    text = (SAMPLES / "timewarrior.json").read_text("utf-8")
    first = imports(run, "-", *MAPS, stdin=text)
    assert first.exit_code == 0
    assert first.stdout == "Imported: 4 entries of study, 0 corrected; 0 entries were known already.\n"
    assert first.stderr.splitlines() == [
        "“Deep Learning” is no module: 1 entry, 1 h, left out; to import them, add --map 'Deep Learning=MODULE'",
        "1 entry is still running and was left out",
        "1 entry of less than half a minute was left out",
    ]
    before = run.journal()
    assert "0 entries of study, 0 corrected; 3 entries were known" in imports(run, "-", stdin=text).stdout
    assert run.journal() == before
    assert "stdin:1:1: this is not what Timewarrior exports" in imports(run, "-", stdin="{").stderr


def test_a_hint_for_what_was_left_out_works_as_it_stands(run):
    file = SAMPLES / "timewarrior.json"
    left = run.json("journal", "import", file, *MAPS, today=LATER)["unmatched"]
    assert left == [{"name": "Deep Learning", "entries": 1, "minutes": 60, "map": "Deep Learning=MODULE"}]
    hint = left[0]["map"].replace("MODULE", "sql-basics")
    done = run.json("journal", "import", file, *MAPS, "--map", hint, today=LATER)
    assert (done["logs"], done["known"], done["unmatched"]) == (1, 3, [])


def test_a_dry_run_shows_what_would_be_and_records_nothing(run):
    before = run.journal()
    shown = imports(run, SAMPLES / "toggl.csv", *MAPS, "--dry-run").stdout.splitlines()
    assert shown[0] == "Would import: 3 entries of study, 0 corrected; 0 entries were known already."
    assert [line.split("  ")[1] for line in shown[1:]] == ["2026-12-02", "2026-12-03", "2026-12-03"]
    listed = run.json("journal", "import", SAMPLES / "toggl.csv", *MAPS, "--dry-run", today=LATER)
    assert [event["data"]["minutes"] for event in listed["events"]] == [30, 60, 45]
    assert run.journal() == before


def test_a_file_of_which_nothing_is_known_is_an_error_that_helps(run):
    text = "Project,Start date,Start time,End date,End time\n" + "".join(
        f"name {n},2026-12-01,{n % 24:02}:00,2026-12-01,{n % 24:02}:30\n" for n in range(23)
    )
    refused = imports(run, "-", stdin=text)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 21
    assert "… and 3 more names without a module" in refused.stderr
    nameless = imports(run, "-", stdin=text.replace("name ", "").replace("\n0,", "\n,", 1))
    assert "without a name: 1 entry, 30 m, left out; to import them, add --map =MODULE" in nameless.stderr
    assert imports(run, "-", "--dry-run", stdin=text).exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--map", "x"), "“x” maps nothing"),
        (("--map", f"X={MODULE}", "--map", "x=sql-basics"), f"gives “x” to {MODULE} and to sql-basics"),
        (("--from", "excel"), "'excel'"),
        (("--dates", "ymd"), "'ymd'"),
    ],
)
def test_wrong_usage_is_one_clear_line(run, words, said):
    refused = imports(run, SAMPLES / "toggl.csv", *words)
    assert refused.exit_code == 2
    assert said in refused.stderr


def test_the_order_of_day_and_month_is_asked_for_and_taken(run):
    file = SAMPLES / "clockify_ambiguous.csv"
    refused = imports(run, file)
    assert refused.exit_code == 1
    assert refused.stderr.count("\n") == 1
    assert "say which with --dates dmy or --dates mdy" in refused.stderr
    assert imports(run, file, "--dates", "dmy").stdout.startswith("Imported: 2 entries")


def test_a_format_that_is_named_is_taken_for_it(run):
    wrong = imports(run, SAMPLES / "toggl.csv", "--from", "csv")
    assert "the first line must be “day,module,minutes,done,note”" in wrong.stderr
    assert imports(run, SAMPLES / "toggl.csv", "--from", "clockify", *MAPS).exit_code == 0
    assert "no column “Start date”" in imports(run, "-", "--from", "toggl", stdin="day,module\n").stderr


def test_an_import_speaks_japanese(run):
    told = run("--lang", "ja", "journal", "import", SAMPLES / "timewarrior.json", *MAPS, today=LATER)
    assert told.stdout.startswith("取り込みました")
    assert "「Deep Learning」" in told.stderr
    assert "entr" not in told.stdout + told.stderr


def files():
    """Draw samples with a part replaced by other bytes, and what breaks readers of JSON and of tables."""
    samples = [path.read_bytes() for path in sorted(SAMPLES.iterdir())]
    cut = st.tuples(st.sampled_from(samples), st.integers(0, 900), st.integers(0, 30), st.binary(max_size=12))
    lone = rb'[{"start":"20261201T110000Z","end":"20261201T120000Z","tags":["\ud800 {x}","\u0000"]}]'
    table = b"Project,Start date,Start time,End date,End time\n"
    row = st.lists(
        st.sampled_from([b"a", b"2026-12-01", b"01/02/2026", b"9:00 PM", b'"', b"-", b"{y}"]), max_size=6
    )
    return st.one_of(
        cut.map(lambda p: p[0][: p[1]] + p[3] + p[0][p[1] + p[2] :]),
        st.just(lone),
        st.lists(row.map(b",".join), max_size=4).map(lambda rows: table + b"\n".join(rows)),
        st.binary(max_size=40),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files())
def test_any_bytes_are_imported_or_refused_in_words(still, content):
    result = imports(still, "-", "--dry-run", stdin=content)
    assert result.exit_code in {0, 1}
    assert (result.exit_code == 0) is bool(result.stdout)
    assert all(line.strip() for line in result.stderr.splitlines())
