"""An accepted plan comes back as it was; sessions keep their UID for ever, and numbers are never used twice."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.journal.events import decode, encode, new_id
from planner.journal.fold import check_events, fold
from planner.journal.model import Event, Session
from planner.journal.plans import accepted_plan, next_numbers, plan_data, session_uid
from tests.journal.journal_samples import START, Pen, session

NOW = 29_930_000


def plan_event(sessions, *, number=1, previous="", inputs=None):
    at = START + timedelta(minutes=number)
    birth = new_id(at, number).lower()
    data = plan_data(sessions, now=NOW, previous=previous, ratio=(7, 5), inputs=inputs or {}, birth=birth)
    return Event(birth.upper(), at, at.date(), "laptop", "plan", data)


uids = st.sampled_from(
    ("", "{}.01abc@roadmap-planner", "{}.01xyz@roadmap-planner", "other@elsewhere", "a.b.c@")
)


@st.composite
def sessions(draw):
    module = draw(st.sampled_from((None, "sql-basics", "python.basics", "数学")))
    id_ = f"{module or 'buffer'}.{draw(st.integers(1, 99))}"
    start = draw(st.integers(0, 200_000_000))
    return Session(
        id_,
        module,
        "study" if module else "buffer",
        draw(st.dates()),
        start,
        start + draw(st.integers(1, 600)),
        tuple(draw(st.lists(st.integers(0, 9), max_size=3))),
        draw(st.booleans()),
        draw(uids).format(id_),
    )


@given(
    st.lists(sessions(), max_size=6), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2)
)
def test_a_plan_reads_back_as_it_was_accepted(placed, inputs):
    event = plan_event(placed, previous="before", inputs=inputs)
    plan = accepted_plan(decode(encode(event)))
    born = [replace(s, uid=s.uid or session_uid(s.id, event.id.lower())) for s in placed]
    assert list(plan.sessions) == born
    assert (plan.event, plan.at, plan.now, plan.previous) == (event.id, event.at, NOW, "before")
    assert (plan.ratio, plan.inputs) == ((7, 5), inputs)


def test_a_session_keeps_the_uid_of_its_birth_through_later_plans():
    first = accepted_plan(plan_event([session("sql.1", "sql", NOW)], number=1))
    moved = replace(first.sessions[0], start=NOW + 60, end=NOW + 120)
    second = accepted_plan(plan_event([moved, session("sql.2", "sql", NOW + 600)], number=2))
    assert first.sessions[0].uid == second.sessions[0].uid == f"sql.1.{first.event.lower()}@roadmap-planner"
    assert second.sessions[1].uid == f"sql.2.{second.event.lower()}@roadmap-planner"


@given(st.lists(st.lists(sessions(), max_size=5, unique_by=lambda s: s.id), max_size=5))
def test_folding_many_plans_gives_each_as_it_stands_alone(many):
    events = [plan_event(placed, number=number) for number, placed in enumerate(many)]
    progress = fold(events)
    assert progress.plans == tuple(accepted_plan(event) for event in events)
    assert check_events(events) == ()


def test_a_number_is_never_used_twice_even_by_a_plan_that_was_undone():
    pen = Pen()
    first = plan_event(
        [session("sql.1", "sql", NOW), session("buffer.3", None, NOW, kind="buffer")], number=1
    )
    second = plan_event([session("sql.7", "sql", NOW), session("sql.2", "sql", NOW)], number=2, previous="x")
    undo = replace(pen("undo", events=[second.id]), at=START + timedelta(minutes=9))
    progress = fold([first, second, undo])
    assert progress.accepted.event == first.id
    assert next_numbers(progress.plans) == {"sql": 8, "buffer": 4}
    assert next_numbers([]) == {}


def test_numbers_go_on_one_by_one():
    for count in range(1, 4):
        placed = [session(f"sql.{number}", "sql", NOW) for number in range(1, count + 1)]
        assert next_numbers([accepted_plan(plan_event(placed))]) == {"sql": count + 1}


def test_strange_session_ids_take_no_number():
    strange = [session(id_, "a", NOW) for id_ in ("a", "a.x", "a." + "9" * 5000, "a.²")]
    assert next_numbers([accepted_plan(plan_event(strange))]) == {}


def test_a_year_of_sessions_is_small():
    day = date(2026, 12, 1)
    year = [
        replace(
            session(f"machine-learning-basics.{n}", "machine-learning-basics", NOW + n * 900),
            day=day + timedelta(n // 2),
        )
        for n in range(500)
    ]
    assert len(encode(plan_event(year))) < 55_000
