"""A session is moved exactly to the place asked for and pinned there, or the reason why not is said in one line."""

from datetime import date, timedelta

import pytest

from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import add_time, pin, skip, take_off
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.setup.init import init
from planner.workspace.views.sessions import local
from tests.workspace.conftest import START
from tests.workspace.test_hand_time import FRIDAY, SATURDAY, named, refused

DAY = timedelta(days=1)


@pytest.fixture
def opened(learner):
    return learner.begin()


def place(opened, name):
    session = named(opened, name)
    begins = local(opened, session.start)
    return begins.date(), begins.hour * 60 + begins.minute, session.minutes


@pytest.mark.parametrize(
    ("when", "day", "minute"),
    [
        (When(SATURDAY, 12 * 60), SATURDAY, 12 * 60),
        (When(SATURDAY + DAY, 10 * 60 + 45), SATURDAY + DAY, 645),
        (When(FRIDAY), FRIDAY, 20 * 60),
    ],
)
def test_a_session_goes_where_it_is_sent_with_its_length_and_name(opened, when, day, minute):
    before = named(opened, "python-basics.1")
    done = move(opened, before.id, when)
    assert {new.id for _, new in done.proposal.diff.moved} >= {before.id}
    after = act(done)
    assert place(after, before.id) == (day, minute, before.minutes)
    assert named(after, before.id).pinned
    assert named(after, before.id).uid == before.uid
    work = {m.id: m.remaining for m in after.plan.modules}
    for module, minutes in work.items():
        assert sum(s.minutes for s in after.plan.sessions if s.module == module) == minutes


def test_a_clock_time_alone_means_the_same_day(opened):
    saturday = next(s for s in opened.plan.sessions if s.day == SATURDAY and s.module)
    minutes = 14 * 60 - saturday.minutes
    if local(opened, saturday.start).hour * 60 == minutes:
        minutes = 10 * 60
    after = act(move(opened, saturday.id, When(None, minutes)))
    assert place(after, saturday.id)[:2] == (SATURDAY, minutes)


def test_after_midnight_a_session_belongs_to_the_evening_before(opened):
    opened = act(add_time(opened, FRIDAY, 22 * 60, 26 * 60))
    opened = act(move(opened, "python-basics.1", When(SATURDAY, 0)))
    assert (place(opened, "python-basics.1")[0], named(opened, "python-basics.1").day) == (SATURDAY, FRIDAY)
    opened = act(move(opened, "python-basics.1", When(None, 23 * 60)))
    assert place(opened, "python-basics.1")[0] == FRIDAY
    opened = act(move(opened, "python-basics.1", When(None, 0)))
    assert (place(opened, "python-basics.1")[0], named(opened, "python-basics.1").day) == (SATURDAY, FRIDAY)


def test_on_the_day_that_the_clock_changes_a_clock_time_is_the_local_one(learner):
    monday = date(2027, 3, 22)
    opened = init(learner.on(monday, 12), learner.answers(start=monday, timezone="Europe/Berlin"))
    opened = act(move(opened, "python-basics.1", When(date(2027, 3, 28), 12 * 60)))
    assert place(opened, "python-basics.1")[:2] == (date(2027, 3, 28), 12 * 60)
    assert named(opened, "python-basics.1").start % 1440 == 10 * 60


def test_places_that_are_not_free_are_refused_with_what_would_help(opened):
    def to(*when):
        return lambda: move(opened, "python-basics.1", When(*when))

    refused(to(FRIDAY, 9 * 60), "not in your free time", "planner extra 2026-12-04 09:00-11:00")
    refused(to(FRIDAY, 21 * 60), "There is only 1 h of free time", "planner extra 2026-12-04 21:00-23:00")
    refused(to(FRIDAY, 20 * 60 + 10), "quarter")
    refused(to(START - DAY, 20 * 60), "has passed")
    refused(to(date(2099, 1, 1), 20 * 60), "not in your free time")
    off = act(take_off(opened, FRIDAY, FRIDAY))
    refused(lambda: move(off, "python-basics.1", When(FRIDAY, 20 * 60)), "not in your free time")
    skipped = act(skip(opened, "python-basics.1"))
    refused(lambda: move(skipped, "python-basics.1", When(START, 20 * 60)), "not in your free time")


def test_a_session_that_has_begun_is_not_moved(learner):
    learner.begin()
    running = open_plan(learner.on(START, 21))
    refused(lambda: move(running, "python-basics.1", When(FRIDAY)), "has begun", "planner skip")


def test_a_session_cannot_come_before_what_its_module_requires(opened):
    said = refused(lambda: move(opened, "project.1", When(START + DAY)), "too early", "planned until")
    assert "“Python basics”" in said or "“SQL basics”" in said


def test_a_pinned_session_is_not_pushed_away(opened):
    opened = act(move(opened, "python-basics.1", When(SATURDAY, 12 * 60)))
    refused(
        lambda: move(opened, "sql-basics.1", When(SATURDAY, 11 * 60)),
        "is pinned there",
        "planner unpin python-basics.1",
    )


def test_a_module_with_a_first_day_does_not_begin_before_it(learner):
    file = learner.folder / "small.yaml"
    file.write_text(
        file.read_text().replace("title: SQL basics,", "title: SQL basics, not_before: 2026-12-07,")
    )
    opened = learner.begin()
    refused(lambda: move(opened, "sql-basics.1", When(FRIDAY)), "cannot begin before 7 Dec 2026")


def test_moving_to_the_same_place_pins_it_and_twice_changes_nothing(opened):
    here = named(opened, "sql-basics.1")
    opened = act(move(opened, here.id, When(here.day)))
    assert named(opened, here.id).pinned
    assert move(opened, here.id, When(here.day)).proposal.drafts == ()
    assert move(opened, here.id, When()).proposal.drafts == ()


def test_what_was_moved_stays_there_in_the_next_replan(opened, learner):
    act(move(opened, "python-basics.2", When(SATURDAY, 12 * 60)))
    later = open_plan(learner.on(START + 2 * DAY))
    before = place(later, "python-basics.2")
    assert place(accept(propose_replan(later)), "python-basics.2") == before


def test_a_pinned_session_can_be_moved_on(opened):
    opened = act(pin(opened, "python-basics.1"))
    opened = act(move(opened, "python-basics.1", When(FRIDAY)))
    opened = act(move(opened, "python-basics.1", When(START + 2 * DAY)))
    assert place(opened, "python-basics.1")[:2] == (START + 2 * DAY, 20 * 60)


def test_a_session_sees_its_own_place_as_free(opened):
    session = named(opened, "python-basics.1")
    day, minute, _ = place(opened, session.id)
    done = move(opened, session.id, When(day, minute))
    assert "there already" in done.said.text
    after = act(done)
    assert place(after, session.id)[:2] == (day, minute)
    assert named(after, session.id).pinned
    again = move(after, session.id, When(day, minute))
    assert not again.proposal.drafts
