"""A backup is one whole file outside the plan folder, made by itself once a day, and never in the way of a record."""

import os
import stat
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from json import loads
from pathlib import Path

import pytest

from planner import __version__
from planner.problems import DataError
from planner.workspace.backup.archive import DamagedBackupError, pack_backup, read_backup, unpack_backup
from planner.workspace.backup.making import keep_up, list_backups, make_backup
from planner.workspace.backup.picture import count_events, event_lines, take_picture
from planner.workspace.opening import open_plan
from tests.workspace.backup_samples import backed_up, backups_of, damage, later, logged
from tests.workspace.conftest import START

ROOT = Path(__file__).parents[2]


def test_a_backup_holds_the_folder_and_says_what_it_holds(learner):
    opened, backup = backed_up(learner)
    with zipfile.ZipFile(backup.path) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    manifest = loads(found.pop("manifest.json"))
    assert found == take_picture(learner.home)
    assert {"profile.yaml", "curriculum.yaml", ".gitattributes"} < set(found)
    assert manifest == {
        "version": __version__,
        "moment": "2026-11-30T00:00:00Z",
        "reason": "by-hand",
        "events": {opened.events[0].device: 4},
        "files": {
            name: {"size": len(data), "sha256": sha256(data).hexdigest()} for name, data in found.items()
        },
    }
    assert backup.name == "2026-11-30T000000Z-by-hand"
    assert backup.count == 4


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_only_the_owner_can_read_it(learner):
    _, backup = backed_up(learner)
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700


def test_it_lies_outside_the_plan_folder_and_writes_nothing_into_it(learner):
    logged(learner.begin(), 30)
    before = learner.tree()
    backup = make_backup(learner.on(START, 9), "by-hand")
    assert learner.tree() == before
    assert learner.home not in backup.path.parents


def test_the_same_content_and_moment_give_the_same_bytes(learner):
    _, backup = backed_up(learner)
    picture = take_picture(learner.home)
    turned = dict(reversed(picture.items()))
    assert pack_backup(turned, at=backup.at, reason="by-hand") == backup.path.read_bytes()
    again = make_backup(learner.on(START, 9), "by-hand")
    assert again == backup


def test_two_of_the_same_second_are_two_files(learner):
    opened, first = backed_up(learner)
    logged(opened, 15)
    second = make_backup(learner.on(START, 9), "by-hand")
    assert (second.name, second.count) == ("2026-11-30T000000Z-by-hand.2", 5)
    assert list_backups(learner.on(START, 9))[0][:2] == (second, first)


def test_recording_makes_one_a_day_and_reading_none(learner):
    opened = learner.begin()
    assert backups_of(opened.context) == []
    assert open_plan(learner.on(START)).plan
    assert backups_of(opened.context) == []
    logged(opened, 30)
    logged(opened.at(opened.context.now.replace(hour=23, minute=30)), 30)
    assert backups_of(opened.context) == ["2026-11-29T230000Z-daily.zip"]
    logged(open_plan(learner.on(START.replace(month=12, day=1), 8)), 45)
    assert len(backups_of(opened.context)) == 2


def test_a_clock_that_was_ahead_does_not_stop_the_daily_backup(learner):
    opened = learner.begin()
    keep_up(later(opened.context, days=900))
    keep_up(opened.context)
    assert len(backups_of(opened.context)) == 2


def test_a_failure_is_said_once_and_the_record_is_kept(learner):
    said = []
    opened = learner.begin()
    (learner.folder / "state" / "backups").write_text("in the way")
    opened = logged(replace(opened, context=replace(opened.context, warn=said.append)), 30, 45)
    assert [entry.minutes for entry in opened.progress.logs] == [30, 45]
    assert len(said) == 1
    assert "the backup could not be written" in said[0].message.text
    (learner.folder / "state" / "backups").unlink()
    logged(replace(opened, context=later(opened.context, hours=2)), 60)
    assert len(backups_of(opened.context)) == 1


def test_a_torn_last_line_and_a_conflict_copy_are_carried_and_counted_once(learner):
    backed_up(learner)
    (file,) = (learner.home / "journal").glob("*.jsonl")
    lines = file.read_bytes()
    file.with_name("laptop (conflicted copy: 衝突).jsonl").write_bytes(lines)
    file.write_bytes(lines + b'{"id":"torn')
    backup = make_backup(learner.on(START, 10), "by-hand")
    assert backup.count == 4
    assert set(read_backup(backup.path)[1].values()) >= {lines, lines + b'{"id":"torn'}


def test_the_quick_count_is_that_of_the_events(learner):
    backed_up(learner)
    picture = take_picture(learner.home)
    (name,) = (name for name in picture if name.startswith("journal/"))
    lines = picture[name].split(b"\n")
    lines[1] = lines[1][:-20] + lines[1][-19:]
    damaged = {**picture, name: b"\r\n".join(lines)}
    for files in (picture, damaged):
        events = [event for event, _ in event_lines(files).values()]
        assert sum(count_events(files).values()) == len(events) > 0


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from planner.journal.store import append
from tests.journal.journal_samples import Pen
pen = Pen(device="other", seed=5)
print("begun", flush=True)
for number in range(100_000):
    append(Path(sys.argv[1]), "other", [pen("log", module="python-basics", minutes=number)])
    print(number, flush=True)
"""


def test_a_backup_while_another_process_appends_has_every_line_acknowledged_before(learner):
    backed_up(learner)
    command = [sys.executable, "-c", WRITER, str(learner.home), str(ROOT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        try:
            for turn in range(5):
                acknowledged = [int(writer.stdout.readline().replace("begun", "-1")) for _ in range(20)][-1]
                backup = make_backup(later(learner.on(START, 10), hours=turn), "by-hand")
                found = event_lines(read_backup(backup.path)[1])
                minutes = {e.data["minutes"] for e, _ in found.values() if e.device == "other"}
                assert minutes >= set(range(acknowledged + 1))
                assert minutes == set(range(len(minutes)))
        finally:
            writer.kill()


def test_what_a_killed_planner_left_behind_is_swept_after_a_day(learner):
    _, backup = backed_up(learner)
    old, new = (backup.path.with_name(f".{name}.zip.1.tmp") for name in ("old", "new"))
    for path, hours in ((old, 30), (new, 1)):
        path.write_bytes(b"half")
        moment = later(learner.on(START, 10), hours=-hours).now.timestamp()
        os.utime(path, (moment, moment))
    make_backup(learner.on(START, 10), "by-hand")
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("share", [0, 0.3, 0.9, 0.999])
def test_a_cut_backup_is_damaged(learner, share):
    _, backup = backed_up(learner)
    data = backup.path.read_bytes()
    backup.path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DamagedBackupError):
        read_backup(backup.path)
    good, problems = list_backups(learner.on(START))
    assert [problem.file for problem in problems] == [str(backup.path)]
    assert backup.path not in {each.path for each in good}


def test_no_flipped_byte_goes_unnoticed_or_makes_a_traceback(learner):
    _, backup = backed_up(learner)
    data, files = backup.path.read_bytes(), take_picture(learner.home)
    noticed = 0
    for place in range(0, len(data), 7):
        flipped = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        try:
            assert unpack_backup(flipped)[1] == files
        except DamagedBackupError:
            noticed += 1
    assert noticed > len(data) // 14


def test_a_backup_of_a_broken_plan_holds_it_as_it_is(learner):
    backed_up(learner)
    damage(learner)
    (learner.home / "profile.yaml").unlink()
    _, files = read_backup(make_backup(learner.on(START, 10), "before-restore").path)
    assert files == take_picture(learner.home)
    assert "profile.yaml" not in files


def test_a_journal_that_cannot_be_read_is_no_backup(learner):
    backed_up(learner)
    (learner.home / "journal" / "folder.jsonl").mkdir()
    before = backups_of(learner.on(START))
    with pytest.raises(DataError, match="the backup could not be written"):
        make_backup(learner.on(START, 10), "by-hand")
    assert backups_of(learner.on(START)) == before
