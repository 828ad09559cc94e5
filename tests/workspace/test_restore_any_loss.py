"""Whatever of a journal is lost or damaged, a restore gives every event again, and its undo takes just those back."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.journal.events import encode
from planner.journal.restored import brought_back, ids_to_void
from planner.journal.store import read_journal
from planner.workspace.backup.making import make_backup
from planner.workspace.backup.restoring import propose_restore, restore
from planner.workspace.context import Context
from tests.journal.journal_samples import journals

NOW = datetime(2026, 12, 24, 12, tzinfo=UTC)


def write(home, events):
    """Write each machine's events into its own file, as they would be."""
    files = {}
    for event in events:
        files.setdefault(event.device, []).append(encode(event))
    for device, lines in files.items():
        (home / "journal" / f"{device}.jsonl").write_bytes(b"".join(lines))


def lose(home, chance):
    """Cut lines out, garble bytes, tear ends off, take a whole file away, and leave conflict copies."""
    for path in sorted((home / "journal").glob("*.jsonl")):
        lines = path.read_bytes().splitlines(keepends=True)
        if chance.random() < 0.3:
            path.with_name(f"{path.stem} (conflict).jsonl").write_bytes(b"".join(lines[::2]))
        left = []
        for line in lines:
            place, luck = chance.randrange(len(line) - 1), chance.random()
            if luck < 0.2:
                left.append(line[:place] + b"\x00" + line[place + 1 :])
            elif luck > 0.4:
                left.append(line)
        path.write_bytes(b"".join(left)[: -5 if chance.random() < 0.3 else None])
        if chance.random() < 0.15:
            path.unlink()


@settings(max_examples=60)
@given(journals(), st.integers(0, 10**6))
def test_a_restore_gives_every_event_again_and_keeps_every_byte(events, seed):
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as name, patch.object(os, "fsync", lambda _: None):
        folder = Path(name)
        home = folder / "plan"
        (home / "journal").mkdir(parents=True)
        (home / "curriculum.yaml").write_text("id: any\n")
        context = Context(
            home, NOW, cache=folder / "cache", state=folder / "state", random_bits=chance.getrandbits
        )
        write(home, events)
        whole = {event.id: event for event in read_journal(home)[0]}
        make_backup(context, "by-hand")
        lose(home, chance)
        left = {path: path.read_bytes() for path in (home / "journal").iterdir()}
        known = {event.id for event in read_journal(home)[0]}
        found = propose_restore(context, "latest")
        restore(found)
        after = {event.id: event for event in read_journal(home)[0]}
        assert {id_: after[id_] for id_ in whole} == whole
        assert all(path.read_bytes().startswith(content) for path, content in left.items())
        new = [event for id_, event in after.items() if id_ not in whole]
        assert [event.kind for event in new] == (["restored"] if known != set(whole) else [])
        assert brought_back(new) == set(whole) - known
        assert set(ids_to_void(new)) == {*(event.id for event in new), *(set(whole) - known)}
        assert propose_restore(context, "latest").is_empty
