"""Tracked time is found again by when it began: taken once, corrected when it changed, left as the learner left it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal.events import new_action
from planner.journal.fold import fold
from planner.journal.imports.entry import Entry
from planner.journal.imports.keys import stored_logs, stretch_key
from planner.journal.imports.matching import Matcher
from planner.journal.imports.numbering import with_keys
from planner.journal.imports.taking import Stretch, take
from planner.text.languages import LocalText
from tests.journal.journal_samples import START, Pen

D1, D2 = date(2026, 12, 1), date(2026, 12, 2)
KEY = stretch_key("toggl", "20261201T110000Z", 1)
TITLES = {
    "python-basics": LocalText.of({"en": "Python basics", "ja": "Python基礎"}),
    "sql-basics": LocalText.of("SQL"),
    "sql-more": LocalText.of("sql"),
    "deep-learning-basics": LocalText.of("Foundations"),
}


def saved(drafts, number=0, device="laptop"):
    return list(new_action(drafts, at=START, day=date(2026, 12, 6), device=device, bits=number))


def stretch(*days, module="python-basics", key=KEY):
    return Stretch(key, module, tuple(days), "note")


def taken(events, now, **more):
    return take(now, stored_logs(events).get(now.key, {}), **more)


def logs(events):
    return [(log.module, log.day, log.minutes) for log in fold(events).logs if log.minutes]


def test_what_is_known_is_not_taken_again_and_what_is_longer_is_corrected():
    events = saved(take(stretch((D1, 90))).drafts)
    assert taken(events, stretch((D1, 90))).drafts == ()
    longer = taken(events, stretch((D1, 120), (D2, 30))).drafts
    assert [draft.kind for draft in longer] == ["log-amended", "log"]
    events += saved(longer, 1000)
    assert logs(events) == [("python-basics", D1, 120), ("python-basics", D2, 30)]
    shorter = taken(events, stretch((D1, 60))).drafts
    events += saved(shorter, 2000)
    assert logs(events) == [("python-basics", D1, 60)]
    assert taken(events, stretch((D1, 60))).drafts == ()


def test_an_entry_that_is_for_another_module_now_moves_there():
    events = saved(take(stretch((D1, 90))).drafts)
    events += saved(taken(events, stretch((D1, 90), module="sql-basics")).drafts, 1000)
    assert logs(events) == [("sql-basics", D1, 90)]


def test_what_the_learner_deleted_undid_or_corrected_stays_so():
    pen, events = Pen(), saved(take(stretch((D1, 90))).drafts)
    log = events[0].id
    for gone in (pen("log-deleted", event=log), pen("undo", events=[log])):
        result = taken([*events, gone], stretch((D1, 120)))
        assert (result.drafts, result.away) == ((), True)
    by_hand = [*events, pen("log-amended", event=log, minutes=45)]
    assert taken(by_hand, stretch((D1, 120))).drafts == ()
    undo = pen("undo", events=[log])
    assert logs([*events, undo, pen("redo", events=[log])]) == [("python-basics", D1, 90)]
    assert len(taken([*events, undo], stretch((D1, 90)), again=True).drafts) == 1
    assert taken([*events, pen("log-deleted", event=log)], stretch((D1, 90)), again=True).away


def test_a_correction_that_was_undone_comes_back_only_when_the_source_changes_again():
    pen, events = Pen(), saved(take(stretch((D1, 90))).drafts)
    change = saved(taken(events, stretch((D1, 120))).drafts, 1000)
    events += [*change, pen("undo", events=[change[0].id])]
    assert taken(events, stretch((D1, 120))).away
    assert taken(events, stretch((D1, 90))).drafts == ()
    assert len(taken(events, stretch((D1, 130))).drafts) == 1
    assert len(taken(events, stretch((D1, 120)), again=True).drafts) == 1


def test_one_entry_imported_on_two_machines_counts_once_and_is_corrected_and_deleted_as_one():
    pen, drafts = Pen(), take(stretch((D1, 90))).drafts
    both = saved(drafts, 5, "laptop") + saved(drafts, 9, "desk")
    assert logs(both) == [("python-basics", D1, 90)]
    for copy in both:
        assert logs([*both, pen("log-amended", event=copy.id, minutes=60)]) == [("python-basics", D1, 60)]
        assert logs([*both, pen("log-deleted", event=copy.id)]) == []
        assert logs([*both, pen("undo", events=[copy.id])]) == [("python-basics", D1, 90)]
    assert taken(both, stretch((D1, 90))).drafts == ()


def entry(start, minutes, name="x", line=1):
    return Entry(line, 1, start, start + 60 * minutes, (name,))


def test_entries_that_began_together_are_told_apart_by_their_lengths():
    both = [entry(0, 30, "a", 1), entry(0, 60, "b", 2)]
    keyed = {e.names[0]: key for e, key in with_keys(both, "toggl", {})}
    assert len(set(keyed.values())) == 2
    events = [
        event
        for number, (each, minutes) in enumerate((("a", 30), ("b", 60)))
        for event in saved(take(stretch((D1, minutes), key=keyed[each])).drafts, 1000 * number)
    ]
    stored = stored_logs(events)
    assert [key for _, key in with_keys(both[1:], "toggl", stored)] == [keyed["b"]]
    assert [key for _, key in with_keys(both[::-1], "toggl", stored)] == [keyed["a"], keyed["b"]]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from("ab")), max_size=8))
def test_entries_of_one_file_get_keys_of_their_own_but_the_same_row_twice_is_one(rows):
    entries = [entry(60 * start, minutes, name, line) for line, (start, minutes, name) in enumerate(rows, 1)]
    keys = [key for _, key in with_keys(entries, "toggl", {})]
    assert len(keys) == len(set(keys)) == len(set(rows))


@pytest.mark.parametrize(
    ("names", "modules"),
    [
        (["PYTHON　Basics"], ("python-basics",)),
        (["python基礎", "evening"], ("python-basics",)),
        (["sql"], ("sql-basics", "sql-more")),
        (["sql-basics", "python-basics"], ("python-basics", "sql-basics")),
        (["python"], ()),
        ([""], ()),
    ],
)
def test_a_name_stands_for_a_module_by_id_or_title_in_any_language(names, modules):
    assert Matcher(TITLES, {}).modules(names) == modules


def test_the_learners_own_mapping_counts_before_titles_and_the_first_of_it_first():
    own = Matcher(TITLES, {"SQL": "sql-more", "evening": "python-basics", "": "sql-basics"})
    assert own.modules(["sql-basics", "Evening", "sql"]) == ("sql-more",)
    assert own.modules(["evening", "sql-basics"]) == ("python-basics",)
    assert own.modules([""]) == ("sql-basics",)


@pytest.mark.parametrize(
    ("name", "near"),
    [("Deep Learning", "deep-learning-basics"), ("pyton basics", "python-basics"), ("Cooking", ""), ("", "")],
)
def test_a_name_that_is_nearly_a_module_says_which(name, near):
    assert Matcher(TITLES, {}).near(name) == near
