"""Timers that run are what was started and not stopped, on any machine, in whatever order the events arrive."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.journal.events import new_id
from planner.journal.fold import fold
from planner.journal.model import Event
from planner.journal.words.history import describe, last_action
from planner.text.messages import translator
from tests.journal.journal_samples import MODULES, START, Pen

MINUTE = 29_934_000


@st.composite
def lives(draw, most=14):
    """Draw what three machines do with their timers; some events share a moment, some are parts of earlier ones."""
    events, at = [], START
    for number in range(draw(st.integers(0, most))):
        ids = [event.id for event in events] or ["nobody"]
        some = st.sampled_from(ids)
        contents = {
            "started": st.fixed_dictionaries(
                {"module": st.sampled_from(MODULES)}, optional={"start": st.integers(MINUTE, MINUTE + 99)}
            ),
            "stopped": st.fixed_dictionaries({"start": some}, optional={"end": st.just(MINUTE)}),
            "log": st.fixed_dictionaries(
                {"module": st.sampled_from(MODULES), "minutes": st.integers(0, 99)},
                optional={"part_of": some},
            ),
            "undo": st.fixed_dictionaries({"events": st.lists(some, min_size=1, max_size=2)}),
            "redo": st.fixed_dictionaries({"events": st.lists(some, min_size=1, max_size=2)}),
        }
        kind = draw(st.sampled_from(sorted(contents)))
        at += timedelta(minutes=draw(st.integers(0, 1)))
        device = draw(st.sampled_from(("laptop", "desk", "phone")))
        data = draw(contents[kind])
        events.append(Event(new_id(at, number), at, date(2026, 12, 1), device, kind, data))
    return events


@given(lives(), st.data())
def test_any_order_and_any_copies_give_the_same_timers(events, data):
    shuffled = data.draw(st.permutations(events))
    copies = data.draw(st.lists(st.sampled_from(events), max_size=3)) if events else []
    assert fold([*copies, *shuffled]) == fold(events)


@given(lives())
def test_a_timer_runs_if_and_only_if_it_was_started_and_not_stopped(events):
    """Said again without the fold's own ways, for journals in which nothing is undone."""
    events = [event for event in events if event.kind not in {"undo", "redo"}]
    ordered = sorted(events, key=lambda event: (event.at, event.id))
    stops = {event.data["start"] for event in ordered if event.kind == "stopped"}
    started = [event.id for event in ordered if event.kind == "started"]
    timers = fold(events).timers
    assert [timer.event for timer in timers] == [each for each in started if each not in stops]
    assert [timer.event for timer in timers if not timer.left] == [
        each for each in started[-1:] if each not in stops
    ]


@given(lives())
def test_undoing_and_redoing_the_last_action_is_where_one_was(events):
    action = last_action(events)
    if not action:
        return
    last = max(event.at for event in events)
    ids = {"events": [event.id for event in action]}
    undo = Event("~1", last, action[0].day, "laptop", "undo", ids)
    redo = Event("~2", last, action[0].day, "laptop", "redo", ids)
    before, undone = fold(events), fold([*events, undo])
    assert not {event.id for event in action} & {timer.event for timer in undone.timers}
    again = fold([*events, undo, redo])
    assert (again.timers, again.logs) == (before.timers, before.logs)


def test_undo_of_a_stop_makes_it_run_again_and_undo_of_a_start_ends_it():
    pen = Pen()
    started = pen("started", module="statistics")
    stopped = pen("stopped", start=started.id)
    log = pen("log", module="statistics", minutes=30, part_of=stopped.id)
    events = [started, stopped, log]
    assert fold(events).timers == ()
    taken_back = pen("undo", events=[stopped.id, log.id])
    [timer] = fold([*events, taken_back]).timers
    assert (timer.event, timer.module, timer.began) == (started.id, "statistics", int(started.at.timestamp()))
    assert fold([*events, taken_back]).logs == ()
    assert fold([*events, taken_back, pen("redo", events=[stopped.id, log.id])]).timers == ()
    assert fold([started, pen("undo", events=[started.id])]).timers == ()


def test_a_start_that_names_its_minute_began_then():
    assert [timer.began for timer in fold([Pen()("started", module="statistics", start=MINUTE)]).timers] == [
        MINUTE * 60
    ]


def test_of_two_stops_of_one_timer_the_later_counts_with_what_it_logged():
    laptop, desk = Pen("laptop"), Pen("desk", seed=2)
    desk.minute = 50
    started = laptop("started", module="statistics")
    events = [started]
    for pen, minutes in ((laptop, 40), (desk, 90)):
        stopped = pen("stopped", start=started.id)
        events += [stopped, pen("log", module="statistics", minutes=minutes, part_of=stopped.id)]
    assert [logged.minutes for logged in fold(events).logs] == [90]
    later = desk("undo", events=[events[3].id, events[4].id])
    assert [logged.minutes for logged in fold([*events, later]).logs] == [40]
    assert fold([*events, later]).timers == ()


def test_a_stop_that_counts_no_more_takes_only_its_time_with_it():
    """What was done besides, such as starting the next timer, happened all the same."""
    pen = Pen()
    first = pen("started", module="statistics")
    stopped = pen("stopped", start=first.id)
    parts = [
        pen("log", module="statistics", minutes=40, part_of=stopped.id),
        pen("done", module="statistics", part_of=stopped.id),
        pen("started", module="sql-basics", part_of=stopped.id),
    ]
    progress = fold([first, stopped, *parts, pen("stopped", start=first.id)])
    assert progress.logs == ()
    assert "statistics" in progress.done
    assert [timer.module for timer in progress.timers] == ["sql-basics"]


def test_what_makes_no_sense_is_skipped():
    pen = Pen()
    wrong = [
        pen("started"),
        pen("started", module=""),
        pen("started", module="statistics", start=-1),
        pen("stopped"),
        pen("stopped", start="x", module=3),
    ]
    assert fold(wrong).timers == ()


def test_events_are_said_with_the_modules_name():
    pen = Pen()
    said = [
        translator("en")(describe(event, {}))
        for event in (
            pen("started", module="statistics"),
            pen("stopped", start="x", module="statistics"),
            pen("stopped", start="x"),
        )
    ]
    assert said == ["statistics: timer started", "statistics: timer stopped", "timer stopped"]
