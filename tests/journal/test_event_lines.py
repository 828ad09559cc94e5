"""An event is one line of JSON that `jq` reads, and no changed line passes for a sound one."""

import json
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.journal.events import (
    Draft,
    decode,
    encode,
    in_order,
    new_action,
    new_event,
    new_id,
    next_moment,
)
from planner.journal.model import Event
from tests.journal.journal_samples import Pen

AT = datetime(2026, 12, 6, 20, 15, 30, 123456, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
events = st.builds(
    Event,
    st.integers(0, 2**80 - 1).map(lambda bits: new_id(AT, bits)),
    st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001  # hypothesis's way
    st.dates(date(2, 1, 1), date(9998, 12, 31)),
    texts,
    texts,
    st.dictionaries(texts, values, max_size=4),
    st.integers(1, 9),
)


@given(events)
@example(replace(Pen()("log"), data={"note": 'a "quoted" ,"crc":"00000000"}\n\u2028\r', "crc": {"crc": "x"}}))
def test_a_line_reads_back_as_the_same_event(event):
    line = encode(event)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert decode(line) == event
    assert decode(line.rstrip(b"\n") + b"\r\n") == event


@given(events)
def test_the_line_is_json_with_the_checksum_as_its_last_key(event):
    line = encode(event).rstrip(b"\n")
    record = json.loads(line)
    assert list(record) == ["id", "at", "day", "device", "kind", "v", "data", "crc"]
    assert record["at"].endswith("Z")
    body = line[: line.rindex(b',"crc"')]
    assert record["crc"] == f"{zlib.crc32(body):08x}"


@given(events, st.data())
def test_no_changed_byte_goes_unnoticed(event, data):
    line = bytearray(encode(event).rstrip(b"\n"))
    place = data.draw(st.integers(0, len(line) - 1))
    line[place] ^= data.draw(st.integers(1, 255))
    found = decode(bytes(line))
    assert (
        not isinstance(found, Event) or found == event
    )  # only line ends after the last brace are the same event


@given(st.binary(max_size=200))
def test_any_bytes_give_a_reason(line):
    assert not isinstance(decode(line), Event)


@pytest.mark.parametrize(
    "body",
    [
        b'{"id":"1"',
        b"{" + b'"a":{' * 50_000,
        b"[1",
        b"{",
        b"",
        b'{"id":"1","at":"2026-12-01T00:00:00","day":"2026-12-01","device":"d","kind":"k","v":1,"data":{}',
        b'{"id":"1","at":"0001-01-01T00:00:00+05:00","day":"2026-12-01","device":"d","kind":"k","v":1,"data":{}',
        b'{"id":"1","at":"9999-12-31T23:59:59.999999Z","day":"2026-12-01","device":"d","kind":"k","v":1,"data":{}',
        b'{"id":"1","at":"0001-01-01T00:00:00Z","day":"2026-12-01","device":"d","kind":"k","v":1,"data":{}',
        b'{"id":"1","at":"2026-12-01T00:00:00Z","day":"9999-12-31","device":"d","kind":"k","v":1,"data":{}',
        b'{"id":1,"at":"2026-12-01T00:00:00Z","day":"2026-12-01","device":"d","kind":"k","v":1,"data":{}',
        b'{"id":"1","at":"2026-12-01T00:00:00Z","day":"2026-13-01","device":"d","kind":"k","v":1,"data":{}',
        b'{"id":"1","at":"2026-12-01T00:00:00Z","day":"2026-12-01","device":"d","kind":"k","v":1,"data":[]',
        b'{"id":"1","at":7,"day":"2026-12-01","device":"d","kind":"k","v":1,"data":{"n":'
        + b"9" * 9000
        + b"}",
    ],
)
def test_a_sound_checksum_over_nonsense_is_still_nonsense(body):
    assert not isinstance(decode(body + b',"crc":"%08x"}' % zlib.crc32(body)), Event)


def test_keys_that_a_newer_version_adds_are_tolerated():
    event = Pen()("log", module="a", minutes=5)
    body = encode(event).split(b',"crc"')[0].replace(b'"v":1', b'"v":1,"mood":{"crc":"good"}')
    assert decode(body + b',"crc":"%08x"}' % zlib.crc32(body)) == event


def test_text_that_is_no_unicode_is_saved_readably():
    event = decode(encode(Pen()("log", module="a", note="caf\udce9 ノート")))
    assert event.data["note"] == "caf? ノート"


def test_an_id_is_a_ulid():
    moment = datetime(2016, 7, 30, 22, 36, 16, 385000, tzinfo=UTC)
    assert new_id(moment, 0) == "01ARYZ6S410000000000000000"  # the time part of the specification's example
    assert len(new_id(datetime.max.replace(tzinfo=UTC), 2**80 - 1)) == 26


@given(st.integers(0, 2**90), st.integers(0, 500))
def test_ids_of_one_action_increase(bits, number):
    assert new_id(AT, bits, number) < new_id(AT, bits, number + 1)


def test_an_action_has_a_leader_and_parts():
    drafts = [Draft("checkin", {"week": "2026-11-30"}), Draft("plan", {}, date(2026, 12, 7))]
    leader, part = new_action(drafts, at=AT, day=date(2026, 12, 6), device="d", bits=7)
    assert leader == new_event("checkin", drafts[0].data, at=AT, day=date(2026, 12, 6), device="d", bits=7)
    assert part.data == {"part_of": leader.id}
    assert (part.id, part.day) == (new_id(AT, 7, 1), date(2026, 12, 7))
    assert leader.id < part.id


def test_time_never_runs_backwards_against_what_was_seen():
    tokyo = AT.astimezone(timezone(timedelta(hours=9)))
    assert next_moment(tokyo, None) == AT
    assert next_moment(AT, AT - timedelta(seconds=1)) == AT
    assert AT < next_moment(AT, AT) <= AT + timedelta(milliseconds=1)
    later = AT + timedelta(days=400)
    assert later < next_moment(AT, later) <= later + timedelta(milliseconds=1)
    last = datetime(9998, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)  # the last one that reads back
    assert next_moment(AT, last) == last


@given(st.permutations(range(6)))
def test_two_versions_of_one_event_give_the_same_one_in_any_order(order):
    pen = Pen()
    first, second, third = pen("log", module="a"), pen("log", module="b"), pen("log", module="c")
    other = replace(first, data={"module": "z"})
    many = [first, other, second, third, first, other]
    kept = in_order([many[place] for place in order])
    assert kept == [first, second, third]
