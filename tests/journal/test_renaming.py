"""What was studied under a name that the curriculum gave up is told in the names of now; no minute gets lost."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.curriculum.reading import read_curriculum
from planner.journal.fold import fold
from planner.journal.renames.renaming import renaming_of
from tests.journal.journal_samples import MILESTONES, MODULES, Pen, journals, plan_content

HEAD = "id: x\ntitle: X\nmonths: 12\nphases:\n  - id: p\n    title: P\n    months: [1, 3]\n    modules:\n"
DAY = date(2026, 12, 1)


def renaming(*modules, milestones=()):
    """Write modules as `new(hours) <- old, old` and milestones as `new <- old`."""
    lines = [_module(each) for each in modules] or ["      - {id: only, title: T, track: t}"]
    text = HEAD + "\n".join(lines) + "\nmilestones:\n" + "\n".join(map(_milestone, milestones))
    curriculum, problems = read_curriculum(text.removesuffix("milestones:\n"), "c.yaml")
    assert problems == ()
    return renaming_of(curriculum)


def _module(written):
    name, _, old = written.partition(" <- ")
    id_, _, hours = name.rstrip(")").partition("(")
    return f"      - {{id: {id_}, title: T, track: t, hours: {hours or 10}, renamed_from: [{old}]}}"


def _milestone(written):
    id_, _, old = written.partition(" <- ")
    return (
        f"  - {{id: {id_}, title: M, kind: offer, requires: [only], by: {{month: 1}}, renamed_from: {old}}}"
    )


def plan_of(*modules, previous=""):
    content = plan_content(previous=previous)
    rows = [
        [f"{m}.{n}", m, "study", "2026-12-02", 29_934_000 + 90 * n, 60, [0], 0, 0]
        for n, m in enumerate(modules, 1)
    ]
    return {**content, "sessions": rows}


def studied(progress):
    sums = Counter()
    for entry in progress.logs:
        sums[entry.module] += entry.minutes
    return dict(sums)


def test_where_nothing_was_renamed_there_is_nothing_to_do():
    assert renaming("a") is None


def test_all_that_a_renamed_module_had_moves_with_it():
    pen = Pen()
    events = [
        pen("plan", **plan_of("old", "other")),
        pen("log", module="old", minutes=60),
        pen("checkin", week="2026-11-30", hours={"old": 30}, remaining={"old": 90}, done=["old"]),
        pen("first", module="old"),
        pen("module-dropped", module="old"),
        pen("module-added", module="mine", title="Mine", minutes=60, requires=["old"]),
        pen("started", module="old"),
    ]
    now = fold(events, renaming("new <- old", "other"))
    assert studied(now) == {"new": 90}
    assert (now.done, now.efforts) == ({"new": DAY}, {"new": 180})
    assert (now.first, now.dropped, set(now.begun)) == (("new",), {"new"}, {"new"})
    assert now.added[0].requires == ("new",)
    assert now.timers[0].module == "new"
    assert [(s.id, s.module) for s in now.accepted.sessions] == [("old.1", "new"), ("other.2", "other")]
    assert now.accepted == now.plans[-1]


def test_an_estimate_of_today_counts_what_was_studied_under_the_old_name():
    pen = Pen()
    events = [pen("log", module="old", minutes=60), pen("estimate", module="new", remaining=30)]
    assert fold(events, renaming("new <- old")).efforts == {"new": 90}


def test_a_chain_of_renames_ends_at_the_last_name():
    pen = Pen()
    first = pen("plan", **plan_of("a"))
    events = [
        first,
        pen("log", module="a", minutes=20),
        pen("plan", **plan_of("b", previous=first.id)),
        pen("log", module="b", minutes=30),
        pen("done", module="b"),
        pen("log", module="c", minutes=10),
    ]
    now = fold(events, renaming("c <- b, a"))
    assert (studied(now), now.done) == ({"c": 60}, {"c": DAY})


def test_a_split_fills_the_parts_in_order_and_the_last_takes_the_rest():
    pen = Pen()
    events = [pen("log", module="old", minutes=90), pen("log", module="old", minutes=300)]
    names = renaming("one(1) <- old", "two(2) <- old", "three(1) <- old")
    now = fold(events, names)
    assert studied(now) == {"one": 60, "two": 120, "three": 210}
    assert [entry.event for entry in now.logs].count(events[0].id) == 2


def test_time_on_a_part_leaves_less_room_in_it():
    pen = Pen()
    events = [pen("log", module="one", minutes=45), pen("log", module="old", minutes=60)]
    assert studied(fold(events, renaming("one(1) <- old", "two(2) <- old"))) == {"one": 60, "two": 45}


def test_the_parts_of_a_finished_module_are_finished():
    pen = Pen()
    names = renaming("one(1) <- old", "two(2) <- old")
    assert set(fold([pen("done", module="old")], names).done) == {"one", "two"}
    assert set(fold([pen("checkin", week="2026-11-30", done=["old"])], names).done) == {"one", "two"}


def test_an_estimate_of_the_whole_is_shared_by_what_the_parts_lack():
    pen = Pen()
    names = renaming("one(1) <- old", "two(2) <- old", "three(1) <- old")
    events = [pen("log", module="old", minutes=60), pen("estimate", module="old", remaining=90)]
    assert fold(events, names).efforts == {"one": 60, "two": 60, "three": 30}


def test_sessions_of_a_split_module_go_to_the_part_that_is_not_full():
    pen = Pen()
    now = fold([pen("plan", **plan_of("old", "old", "old"))], renaming("one(1) <- old", "two(2) <- old"))
    assert [session.module for session in now.accepted.sessions] == ["one", "two", "two"]
    assert all(session.topics == () for session in now.accepted.sessions)


def test_a_split_puts_all_parts_first_in_their_order():
    pen = Pen()
    events = [pen("first", module="else"), pen("first", module="old")]
    assert fold(events, renaming("one <- old", "two <- old", "else")).first == ("one", "two", "else")


def test_a_merge_adds_up_and_is_finished_when_all_are():
    pen = Pen()
    events = [
        pen("plan", **plan_of("a", "b")),
        pen("log", module="a", minutes=60),
        pen("checkin", week="2026-11-30", hours={"a": 10, "b": 20}),
        pen("done", module="a"),
    ]
    names = renaming("whole <- a, b")
    now = fold(events, names)
    assert (studied(now), now.done) == ({"whole": 90}, {})
    assert fold([*events, pen("done", module="b")], names).done == {"whole": DAY}
    assert fold([*events, pen("done", module="whole")], names).done == {"whole": DAY}


def test_a_merge_into_a_module_that_stays_needs_what_came_to_it():
    pen = Pen()
    first = pen("plan", **plan_of("a", "b"))
    events = [first, pen("done", module="a")]
    names = renaming("a <- b")
    assert fold(events, names).done == {}
    later = [*events, pen("plan", **plan_of("a", previous=first.id)), pen("done", module="a")]
    assert fold(later, names).done == {"a": DAY}


def test_what_remained_of_merged_modules_counts_when_all_of_it_is_known():
    pen = Pen()
    events = [
        pen("plan", **plan_of("a", "b")),
        pen("log", module="a", minutes=60),
        pen("estimate", module="a", remaining=40),
        pen("log", module="a", minutes=10),
    ]
    names = renaming("whole <- a, b")
    assert fold(events, names).efforts == {}
    events.append(pen("estimate", module="b", remaining=50))
    assert fold(events, names).efforts == {"whole": 70 + 30 + 50}


def test_a_module_added_by_hand_becomes_the_files_own():
    pen = Pen()
    events = [
        pen("module-added", module="mine", title="Mine", minutes=60),
        pen("log", module="mine", minutes=30),
    ]
    now = fold(events, renaming("theirs <- mine"))
    assert (now.added, studied(now)) == ((), {"theirs": 30})


def test_milestones_move_with_all_they_had_and_a_split_one_is_reached_in_all_parts():
    pen = Pen()
    events = [
        pen("step", milestone="old", step=2, ticked=True),
        pen("attempt", milestone="old", metric="1"),
        pen("checkin", week="2026-11-30", milestones={"old": {"metric": "2"}}),
    ]
    now = fold(events, renaming(milestones=["new <- old"])).milestones
    assert set(now) == {"new"}
    assert (now["new"].steps, len(now["new"].attempts), now["new"].result.metric) == ({2}, 1, "2")
    both = fold(events, renaming(milestones=["one <- old", "two <- old"])).milestones
    assert both == {"one": now["new"], "two": now["new"]}


A, B, C = MODULES
NAMES = [
    renaming(f"new <- {A}", B, C),
    renaming(f"new <- {A}, {B}", C),
    renaming(f"one(1) <- {A}", f"two(3) <- {A}", B),
    renaming(f"one(1) <- {A}, {B}", f"two(3) <- {A}, {C}"),
    renaming(f"{A} <- {B}", milestones=[]),
    renaming("only", milestones=[f"m <- {MILESTONES[0]}"]),
]


@given(journals(most=25), st.sampled_from(NAMES))
def test_whatever_is_renamed_the_minutes_studied_stay_and_plans_keep_their_sessions(events, names):
    before, now = fold(events), fold(events, names)
    assert sum(studied(now).values()) == sum(studied(before).values())
    assert not studied(now).keys() & names.modules.keys()
    assert not now.done.keys() & names.modules.keys()
    assert not now.efforts.keys() & names.modules.keys()
    assert [_times(plan) for plan in now.plans] == [_times(plan) for plan in before.plans]
    assert (now.accepted and now.accepted.event) == (before.accepted and before.accepted.event)
    assert (now.checkins, now.time_off, now.latest) == (before.checkins, before.time_off, before.latest)
    other = {name for name in before.done if name not in names.modules and name not in names.efforts}
    assert {name: now.done[name] for name in other} == {name: before.done[name] for name in other}


def _times(plan):
    return plan.event, [(s.id, s.uid, s.start, s.end, s.pinned) for s in plan.sessions]
