"""An event of a moment at the very end of time is set aside and told; everything else goes on as without it."""

import json
import zlib

import pytest
from click.testing import CliRunner

from planner.cli.root import root
from planner.journal.events import decode
from planner.workspace.mending.checking import check_journal
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from planner.workspace.undoing.undo import undo
from tests.workspace.backup_samples import logged, logs
from tests.workspace.conftest import START

MOMENTS = ("9999-12-31T23:59:59.999999Z", "9999-01-01T00:00:00.000000Z", "0001-01-01T00:00:00.000000Z")
COMMANDS = (["today"], ["week"], ["plan"], ["journal", "show"], ["progress"], ["export", "ics"])


def put_in(learner, **changes):
    """Append a log with a right checksum that another program might have written."""
    [file] = (learner.home / "journal").iterdir()
    record = json.loads(file.read_bytes().splitlines()[-1])
    record |= {"id": "01ZZZZZZZZ" + record["id"][10:], **changes}
    del record["crc"]
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
    with file.open("ab") as opened:
        opened.write(body + b',"crc":"%08x"}\n' % zlib.crc32(body))


@pytest.mark.parametrize("changes", [*({"at": at} for at in MOMENTS), {"day": "9999-12-31"}])
def test_it_is_set_aside_and_every_command_works(learner, monkeypatch, changes):
    logged(learner.begin(), 30, 60)
    put_in(learner, **changes)
    opened = open_plan(learner.on(START))
    assert [problem.key for problem in opened.problems] == ["damaged"]
    assert len(check_journal(learner.on(START)).problems) == 1
    for kind in ("cache", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(learner.folder / kind))
    for words in COMMANDS:
        result = CliRunner().invoke(root, ["--home", str(learner.home), *words], catch_exceptions=False)
        assert result.exit_code == 0, (words, result.stderr)


def test_undo_takes_what_was_really_last_and_new_entries_read_back(learner):
    logged(learner.begin(), 30, 60)
    put_in(learner, at=MOMENTS[0])
    undo(open_plan(learner.on(START)))
    assert logs(learner) == [30]
    log_time(open_plan(learner.on(START)), "python-basics", 90)
    assert logs(learner) == [30, 90]


def test_a_clock_that_was_at_the_last_possible_moment_still_lets_entries_be_made(learner):
    logged(learner.begin(), 30)
    put_in(learner, at="9998-12-31T23:59:59.999999Z")
    log_time(open_plan(learner.on(START)), "python-basics", 90)
    assert logs(learner) == [30, 30, 90]
    [file] = (learner.home / "journal").iterdir()
    assert all(decode(line).at.year <= 9998 for line in file.read_bytes().splitlines())


@pytest.mark.parametrize("data", [{"days": ["9999-12-31"]}, {"days": ["0001-01-01"]}])
def test_days_off_at_the_end_of_time_count_for_nothing(learner, data):
    logged(learner.begin(), 30)
    put_in(learner, kind="time-off", data=data)
    assert [problem.key for problem in check_journal(learner.on(START)).problems] == ["malformed"]
    assert open_plan(learner.on(START)).plan.sessions
