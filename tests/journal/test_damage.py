"""Damaged bytes cost the lines they hit, are always reported, and never make an error."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.journal.check import check_journal
from planner.journal.events import encode
from planner.journal.fold import fold
from planner.journal.reading import DAMAGED, TORN, read_journal
from tests.journal.journal_samples import Pen

PEN = Pen()
EVENTS = tuple(PEN("log", module="python-basics", minutes=minutes, note="読んだ") for minutes in range(1, 9))
CONTENT = b"".join(map(encode, EVENTS))


@settings(max_examples=150)
@given(st.integers(0, len(CONTENT) - 1), st.binary(min_size=1, max_size=64))
@example(len(CONTENT) - 1, b"\r")
@example(CONTENT.index(b"\n"), b" ")
@example(0, b"\n" * 64)
def test_random_damage_is_reported_and_costs_only_the_lines_it_hits(tmp_path_factory, place, garbage):
    home = tmp_path_factory.mktemp("home")
    (home / "journal").mkdir()
    damaged = CONTENT[:place] + garbage + CONTENT[place + len(garbage) :]
    (home / "journal/laptop.jsonl").write_bytes(damaged)
    events, problems = read_journal(home)
    missing = [event for event in EVENTS if event not in events]
    lines_hit = (
        damaged[place : place + len(garbage)].count(b"\n")
        + CONTENT[place : place + len(garbage)].count(b"\n")
        + 1
    )
    assert all(event in EVENTS for event in events)
    assert len(missing) <= lines_hit + 1
    assert bool(missing) <= bool(problems)
    assert {problem.key for problem in problems} <= {DAMAGED, TORN}
    assert all(problem.file == "journal/laptop.jsonl" and problem.line > 0 for problem in problems)
    assert fold(events).logged("python-basics") == sum(event.data["minutes"] for event in events)
    assert set(problems) <= set(check_journal(home, {"python-basics"}, ()).problems)


@given(st.integers(0, len(CONTENT)))
def test_a_file_cut_anywhere_keeps_every_whole_line(tmp_path_factory, length):
    home = tmp_path_factory.mktemp("home")
    (home / "journal").mkdir()
    (home / "journal/laptop.jsonl").write_bytes(CONTENT[:length])
    events, problems = read_journal(home)
    whole = CONTENT[:length].count(b"\n")
    assert list(events[:whole]) == list(EVENTS[:whole])
    assert {problem.key for problem in problems} <= {TORN}
    assert len(events) + len(problems) in {whole, whole + 1}


@given(st.binary(max_size=300))
def test_any_file_can_be_read(tmp_path_factory, content):
    home = tmp_path_factory.mktemp("home")
    (home / "journal").mkdir()
    (home / "journal/laptop.jsonl").write_bytes(content)
    events, problems = read_journal(home)
    assert events == ()
    assert bool(problems) == any(line not in {b"", b"\r"} for line in content.split(b"\n"))


def test_a_whole_last_line_without_a_checksum_is_damaged_not_unfinished(tmp_path):
    (tmp_path / "journal").mkdir()
    bare = encode(EVENTS[1]).rpartition(b',"crc"')[0] + b"}"
    for end in (b"", b"\n"):
        (tmp_path / "journal/laptop.jsonl").write_bytes(encode(EVENTS[0]) + bare + end)
        assert [problem.key for problem in read_journal(tmp_path)[1]] == [DAMAGED]
