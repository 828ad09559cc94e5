"""What was read counts as seen: events of another machine that vanish later are told, whoever recorded last."""

from dataclasses import replace

import pytest

from planner.journal.events import encode
from planner.workspace import folding
from planner.workspace.device import device_name, known_counts
from planner.workspace.folding import Journal
from planner.workspace.mending.checking import check_journal
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from tests.workspace.conftest import START

MODULE = "python-basics"


@pytest.fixture
def desk(learner):
    """Hand out the journal of another machine, with five entries that this one has read and recorded nothing since."""
    learner.begin()
    other = learner.on(START, 9, state=learner.folder / "desk", cache=learner.folder / "desk-cache")
    for minutes in (10, 20, 30, 40, 50):
        log_time(open_plan(other), MODULE, minutes)
    assert open_plan(learner.on(START, 10)).shown.logged(MODULE) == 150
    return learner.home / "journal" / f"{device_name(other)}.jsonl"


@pytest.mark.parametrize("gone", [1, 2, 4])
def test_events_that_were_synced_read_and_lost_are_told_by_every_command(learner, desk, gone):
    desk.write_bytes(b"".join(desk.read_bytes().splitlines(keepends=True)[:-gone]))
    [problem] = open_plan(learner.on(START, 11)).problems
    assert (problem.key, problem.message.count) == ("shorter", gone)
    assert check_journal(learner.on(START, 11)).rescue.lost == gone


def test_a_synced_file_that_was_cut_short_is_no_saving_that_was_stopped(learner, desk):
    desk.write_bytes(desk.read_bytes()[:-10])
    opened = open_plan(learner.on(START, 11))
    assert [problem.key for problem in opened.problems] == ["torn"]
    checked = check_journal(learner.on(START, 11))
    assert checked.rescue.lost == 1
    assert not any("nothing that was saved is missing" in each.text(opened.t) for each in checked.notices)


def test_what_was_read_is_noted_once_and_not_looked_at_again(learner, desk, monkeypatch):
    context = learner.on(START, 11)
    assert known_counts(context)[desk.stem] == 5
    monkeypatch.setattr(folding, "is_news", lambda *_: pytest.fail("the warm path looks at what was seen"))
    assert open_plan(context).shown.logged(MODULE) == 150


@pytest.mark.usefixtures("desk")
def test_a_preview_is_not_noted(learner):
    opened = open_plan(learner.on(START, 11))
    before = known_counts(opened.context)
    more = [*opened.events, *(replace(event, id=event.id[:-1] + "Z") for event in opened.events)]
    assert sum(Journal(opened.context, more).shown.counts.values()) > len(opened.events)
    assert known_counts(opened.context) == before


def test_what_is_taken_back_while_it_is_recorded_was_never_seen(learner, desk):
    context, content = learner.on(START, 11), desk.read_bytes()
    before, last = known_counts(context), open_plan(context).events[-1]
    another = replace(last, id=last.id[:-1] + ("1" if last.id[-1] == "0" else "0"))
    desk.write_bytes(content + encode(another))
    reader = Journal(context)
    assert sum(event.device == desk.stem for event in reader.events) == 6
    desk.write_bytes(content)
    assert reader.shown.counts[desk.stem] == 6
    assert known_counts(context) == before


@pytest.mark.usefixtures("desk")
def test_a_state_folder_that_cannot_be_written_is_no_error(learner):
    (learner.folder / "nowhere").write_bytes(b"")
    context = learner.on(START, 11, state=learner.folder / "nowhere", cache=learner.folder / "new")
    opened = open_plan(context)
    assert (opened.shown.logged(MODULE), opened.problems) == (150, ())
