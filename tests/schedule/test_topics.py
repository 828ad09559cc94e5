"""Each session names the topics it covers, in order, over the whole effort."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.curriculum.model import Effort, Module, Topic
from planner.schedule.topics import topic_ends
from planner.text import LocalText


def module(likely, *minutes):
    topics = tuple(Topic(LocalText.of(f"t{i}"), m) for i, m in enumerate(minutes))
    return Module("m", LocalText.of("M"), "t", "p", Effort(likely, likely, likely), topics=topics)


def test_topics_share_the_effort_equally():
    ends = topic_ends(module(240, 0, 0), 240)
    assert ends.between(0, 120) == (0,)
    assert ends.between(120, 240) == (1,)
    assert ends.between(90, 150) == (0, 1)


def test_a_topic_with_hours_of_its_own_keeps_its_share_when_credit_shortens_the_module():
    ends = topic_ends(module(240, 180, 0), 120)
    assert ends.between(0, 90) == (0,)
    assert ends.between(90, 120) == (1,)


def test_time_beyond_the_estimate_stays_with_the_last_topic():
    assert topic_ends(module(60, 0, 0), 60).between(60, 120) == (1,)
    assert topic_ends(module(60), 60).between(0, 30) == ()


@given(st.lists(st.sampled_from([0, 30, 90]), min_size=1, max_size=8), st.integers(1, 40), st.integers(1, 8))
def test_sessions_one_after_the_other_cover_every_topic_in_order(minutes, quarters, pieces):
    effort = quarters * 15
    ends = topic_ends(module(600, *minutes), effort)
    cuts = sorted({0, effort, *(effort * i // pieces for i in range(pieces))})
    seen = [t for a, b in pairwise(cuts) for t in ends.between(a, b)]
    assert seen == sorted(seen)
    assert set(seen) == set(range(len(minutes)))
