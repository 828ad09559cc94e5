"""Several processes append to one machine's file at once: lines never interleave, actions stay whole, all are there."""

import multiprocessing
import os
import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.journal.events import Draft, decode, new_action
from planner.journal.model import Event
from planner.journal.store import append, journal_file, read_journal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")
AT, DAY = datetime(2026, 12, 1, tzinfo=UTC), date(2026, 12, 1)


def write(home, seed, sizes, start):
    """Append one action for each size: the lengths of the notes of its events."""
    chance = random.Random(seed)
    start.wait()
    for notes in sizes:
        drafts = [Draft("log", {"module": f"writer-{seed}", "minutes": 1, "note": "学" * n}) for n in notes]
        append(
            home, "laptop", new_action(drafts, at=AT, day=DAY, device="laptop", bits=chance.getrandbits(80))
        )


def write_at_once(home, scripts):
    """Let one process for each script write, all at the same time."""
    fork = multiprocessing.get_context("fork")
    start = fork.Barrier(len(scripts))
    writers = [
        fork.Process(target=write, args=(home, seed, sizes, start)) for seed, sizes in enumerate(scripts)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * len(writers)


actions = st.lists(
    st.lists(st.integers(0, 40) | st.sampled_from([2_000, 30_000]), min_size=1, max_size=4), max_size=8
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(actions, min_size=2, max_size=3), st.booleans())
def test_lines_never_interleave_and_every_event_is_there(tmp_path_factory, scripts, torn):
    home = tmp_path_factory.mktemp("plan")
    file = journal_file(home, "laptop")
    if torn:
        file.parent.mkdir()
        file.write_bytes(b'{"id":"01TORN')
    write_at_once(home, scripts)
    lines = file.read_bytes().splitlines() if file.exists() else []
    events = [decode(line) for line in (lines[1:] if torn else lines)]
    assert all(isinstance(event, Event) for event in events)
    notes = [(event.data["module"], len(event.data["note"])) for event in events]
    for seed, sizes in enumerate(scripts):
        mine = [length for writer, length in notes if writer == f"writer-{seed}"]
        assert mine == [length for action in sizes for length in action]
    assert_actions_are_whole(events)
    assert len(read_journal(home)[0]) == len(notes)


def assert_actions_are_whole(events):
    """An action is one write: its leader comes first, and its parts right after it."""
    leader = ""
    for event in events:
        assert event.data.get("part_of", event.id) in {leader, event.id}
        leader = event.data.get("part_of", event.id)
