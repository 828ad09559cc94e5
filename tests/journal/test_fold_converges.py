"""The same events give the same progress, whatever order, files, copies and conflict copies they arrive in."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.journal.checks.check import check_journal
from planner.journal.events import encode
from planner.journal.fold import check_events, fold
from planner.journal.model import Event
from planner.journal.reading import read_journal
from planner.journal.undo import void_events
from planner.journal.words.history import describe, last_action, last_undone
from planner.text.messages import translator
from tests.journal.journal_samples import START, journals

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.just("2026-11-30"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@given(journals(), st.data())
def test_any_order_and_any_copies_give_the_same_progress(events, data):
    shuffled = data.draw(st.permutations(events))
    copies = data.draw(st.lists(st.sampled_from(events), max_size=3)) if events else []
    assert fold([*copies, *shuffled]) == fold(events)


@settings(max_examples=40)
@given(journals(), st.data())
def test_any_spread_over_files_gives_the_same_progress(tmp_path_factory, events, data):
    home = tmp_path_factory.mktemp("home")
    (home / "journal").mkdir()
    names = ("laptop.jsonl", "desk.jsonl", "desk.sync-conflict-1.jsonl")
    for event in data.draw(st.permutations(events)):
        for name in data.draw(st.sets(st.sampled_from(names), min_size=1)):
            with (home / "journal" / name).open("ab") as file:
                file.write(encode(event))
    found, problems = read_journal(home)
    assert list(found) == sorted(events, key=lambda event: (event.at, event.id))
    assert problems == ()
    assert fold(found) == fold(events)
    assert len(check_journal(home, (), ()).events) == len(events)


@given(journals(most=20))
def test_of_undo_and_redo_the_latest_that_is_not_void_decides(events):
    ordered = sorted(events, key=lambda event: (event.at, event.id))
    reversals = [event for event in ordered if event.kind in {"undo", "redo"}]

    def named_last(target):
        naming = [event for event in reversals if target in event.data["events"] and not is_void(event)]
        return naming[-1].kind if naming else None

    def is_void(event):
        leader = None if event in reversals else event.data.get("part_of")
        return (named_last(event.id) or named_last(leader)) == "undo"

    assert void_events(ordered) == {event.id for event in ordered if is_void(event)}


@given(journals())
def test_what_undo_takes_back_redo_restores(events):
    action = last_action(events)
    if not action:
        return
    before, last = fold(events), max(event.at for event in events)
    ids = {"events": [event.id for event in action]}
    undo = Event("~1", last, action[0].day, "laptop", "undo", ids)
    redo = Event("~2", last, action[0].day, "laptop", "redo", ids)
    undone = [*events, undo]
    assert {event.id for event in action} <= void_events(undone)
    assert last_undone(undone) == action
    assert fold([*undone, redo]) == before


KINDS = ("log", "log-amended", "log-deleted", "done", "estimate", "step", "attempt", "reached", "reopened")
KEYS = (
    "module",
    "minutes",
    "event",
    "events",
    "milestone",
    "step",
    "week",
    "hours",
    "remaining",
    "done",
    "note",
)
MORE = (
    "time_off",
    "milestones",
    "sessions",
    "now",
    "uids",
    "ratio",
    "inputs",
    "part_of",
    "day",
    "rank",
    "url",
)
HAND = (
    "pin",
    "unpin",
    "move",
    "skip",
    "time-off",
    "extra",
    "module-added",
    "module-dropped",
    "module-restored",
)
OF_HAND = ("session", "start", "end", "days", "title", "requires", "track", "pins")
any_kind = st.sampled_from((*KINDS, *HAND, "first", "checkin", "plan", "undo", "redo"))
any_content = st.dictionaries(st.sampled_from(KEYS + MORE + OF_HAND), anything, max_size=5)


@given(journals(most=6), any_kind, any_content)
def test_no_data_makes_an_error_and_what_is_skipped_is_named(events, kind, content):
    """Any value may be anything; an event counts or is named, never both."""
    last = max((event.at for event in events), default=START)
    event = Event("~", last, date(2026, 12, 1), "laptop", kind, content)
    progress = fold([*events, event])
    if "~" in {problem.key for problem in check_events([*events, event])}:
        assert replace(progress, latest=None) == replace(fold(events), latest=None)
    last_action([*events, event])
    last_undone([*events, event])
    assert translator("en")(describe(event, {}))
