"""Lines that another JSON tool wrote again count as they are while their checksum holds, and this is told quietly."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal.checks.check import check_journal
from planner.journal.checks.damage import given_up
from planner.journal.events import decode, encode
from planner.journal.reading import read_journal
from planner.journal.rewritten import as_written, decode_any
from planner.workspace.backup.picture import count_events, event_lines
from tests.journal.journal_samples import Pen
from tests.journal.test_event_lines import events

STYLES = {
    "spaces": {},
    "spaces and letters": {"ensure_ascii": False},
    "escapes": {"separators": (",", ":")},
    "wide": {"separators": (" , ", " : ")},
}


def again(line, style):
    return json.dumps(json.loads(line), **STYLES[style]).encode()


@pytest.fixture
def pen():
    return Pen()


@given(events, st.sampled_from(sorted(STYLES)))
def test_a_line_written_again_is_the_same_event_and_the_same_line(event, style):
    line = again(encode(event), style)
    assert decode_any(line) == event
    assert as_written(line) + b"\n" == encode(event)


@given(events, st.sampled_from(sorted(STYLES)), st.data())
def test_a_line_written_again_with_another_letter_is_none(event, style, data):
    line = again(encode(event), style)
    place = data.draw(st.integers(0, len(line) - 1))
    changed = line[:place] + bytes([data.draw(st.integers(33, 126))]) + line[place + 1 :]
    found = decode_any(changed)
    assert found == event or decode_any(changed) != event
    assert as_written(changed) in (b"", encode(event).rstrip(b"\n"))


@pytest.mark.parametrize("style", STYLES)
def test_a_journal_written_again_loses_nothing_and_says_it_once(pen, tmp_path, style):
    written = [pen("log", module="a", minutes=5 + number, note="読んだ") for number in range(3)]
    lines = [again(encode(each), style) for each in written]
    file = tmp_path / "journal" / "laptop.jsonl"
    file.parent.mkdir()
    file.write_bytes(b"".join(line + b"\n" for line in lines))
    assert read_journal(tmp_path) == (tuple(written), ())
    report = check_journal(tmp_path, {"a"}, set())
    assert report.problems == ()
    assert [(each.key, each.line, each.message.count) for each in report.notices] == [("rewritten", 1, 3)]
    assert given_up(report.events).lines == frozenset()


def test_a_backup_has_them_as_the_planner_writes_them(pen):
    event = pen("log", module="a", minutes=5, note="読んだ")
    files = {"journal/a.jsonl": again(encode(event), "spaces") + b"\n"}
    assert event_lines(files) == {event.id: (event, encode(event))}
    assert count_events(files) == {event.device: 1}


def test_the_order_of_keys_is_part_of_what_the_checksum_is_of(pen):
    record = json.loads(encode(pen("log", module="a", minutes=5)))
    line = json.dumps(dict(sorted(record.items()))).encode()
    assert decode_any(line) == decode(line)
    assert as_written(line) == b""
