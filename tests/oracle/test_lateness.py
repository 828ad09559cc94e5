"""The three oracles agree with each other, so that one of them can be trusted on what the others cannot do."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle.lateness import Instance, Job, by_flow, by_force, by_prefixes


@st.composite
def instances(draw, jobs: int, most: int, released: bool):
    count = draw(st.integers(1, jobs))
    made = []
    for n in range(count):
        requires = draw(st.sets(st.integers(0, n - 1), max_size=2)) if n else set()
        release = draw(st.integers(0, 5)) if released else 0
        made.append(
            Job(draw(st.integers(1, most)), draw(st.integers(-2, 12)), release, tuple(sorted(requires)))
        )
    days = draw(st.lists(st.integers(0, most), min_size=4, max_size=14 if most > 3 else 7))
    weeks = tuple(n // 3 for n in range(len(days)))
    caps = draw(
        st.lists(st.none() | st.integers(0, 2 * most), min_size=weeks[-1] + 1, max_size=weeks[-1] + 1)
    )
    return Instance(tuple(days), weeks, tuple(caps), tuple(made))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(instances(jobs=3, most=3, released=True))
def test_the_flow_is_as_good_as_trying_everything(instance):
    assert by_flow(instance) == by_force(instance)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(instances(jobs=8, most=9, released=False))
def test_without_release_dates_the_flow_is_the_formula(instance):
    assert by_flow(instance) == by_prefixes(instance)


def test_a_release_date_under_a_cap():
    # ten a week, two a day: six of the second job from Friday on need Monday to Thursday to stop at four
    jobs = (Job(20, 99), Job(6, 6, release=4))
    assert by_flow(Instance((2,) * 14, (0,) * 7 + (1,) * 7, (10, 10), jobs), least=0) is None
    assert by_flow(Instance((2,) * 28, tuple(n // 7 for n in range(28)), (10,) * 4, jobs), least=0) == 0
