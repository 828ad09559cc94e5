"""Damaged bytes cost the lines they hit, are always reported, and never make an error."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.journal.checks.check import check_journal
from planner.journal.checks.damage import WholeLines, is_conflict_mark, line_digest, whole_inside
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
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    assert bool(problems) == any(line not in {b"", b"\r"} and not is_conflict_mark(line) for line in lines)


def test_a_whole_last_line_without_a_checksum_is_damaged_not_unfinished(tmp_path):
    (tmp_path / "journal").mkdir()
    bare = encode(EVENTS[1]).rpartition(b',"crc"')[0] + b"}"
    for end in (b"", b"\n"):
        (tmp_path / "journal/laptop.jsonl").write_bytes(encode(EVENTS[0]) + bare + end)
        assert [problem.key for problem in read_journal(tmp_path)[1]] == [DAMAGED]


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
@pytest.mark.parametrize("begin", [b"\xef\xbb\xbf", b""])
def test_what_editors_do_to_the_ends_of_lines_and_the_beginning_costs_nothing(tmp_path, begin, end):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal/laptop.jsonl").write_bytes(begin + CONTENT.replace(b"\n", end))
    assert read_journal(tmp_path) == (EVENTS, ())


LINES = {event.id: encode(event) for event in EVENTS}
WHOLE = WholeLines(LINES)


@given(st.sampled_from(EVENTS), st.data())
def test_a_damaged_line_tells_its_event_by_its_id_or_its_checksum(event, data):
    line = LINES[event.id]
    place = data.draw(st.integers(0, len(line) - 2))
    length = data.draw(st.integers(1, 100))
    damaged = line[:place] + bytes(length) + line[place + length :]
    assert WHOLE.which(damaged) in {event.id, ""}
    if place + length < line.index(b',"crc"') or place > line.index(b'","at"'):
        assert WHOLE.which(damaged) == event.id


@given(st.sampled_from(EVENTS), st.integers(33, 300))
def test_a_line_that_was_cut_tells_its_event_by_its_beginning(event, length):
    assert WHOLE.which(LINES[event.id][:length]) == event.id


def test_nothing_is_made_up_of_garbage_and_an_id_that_is_nowhere_is_told():
    assert WHOLE.which(b"garbage") == ""
    assert WHOLE.which(b'{"id":"') == ""
    assert WholeLines({}).which(LINES[EVENTS[0].id]) == EVENTS[0].id


def test_whole_lines_are_found_amid_garbage_and_where_two_ran_together():
    one, two = (LINES[event.id].rstrip(b"\n") for event in EVENTS[:2])
    both = {event.id: LINES[event.id] for event in EVENTS[:2]}
    assert whole_inside(one + two) == both
    assert whole_inside(b"x" + one[:40] + one + b"y" + two + b"\0") == both
    assert len(whole_inside(CONTENT.replace(b"\n", b"\r"))) == len(EVENTS)
    assert whole_inside(one[:-1]) == whole_inside(b"garbage") == {}


def test_a_line_is_known_by_its_bytes_without_its_end():
    assert line_digest(b"abc\r\n") == line_digest(b"abc\n") == line_digest(b"abc") == "ba7816bf8f01cfea"
