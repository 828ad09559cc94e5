"""A module without hours gets a wide range from a reference class, and says from which."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.curriculum.bundled import bundled_ids, bundled_text
from planner.curriculum.model import OURS, Effort
from planner.curriculum.reading import read_curriculum
from planner.curriculum.reference import reference_classes

HEAD = "id: x\ntitle: X\nmonths: 3\n"


def read(*modules, resources=()):
    """A curriculum of modules m0, m1 … with the rest of each as given."""
    lines = [f"      - {{id: m{n}, title: M, track: t, {rest}}}" for n, rest in enumerate(modules)]
    items = [f"  - {{id: {name}, title: R, kind: {kind}, cost: free}}" for name, kind in resources]
    text = HEAD + "phases:\n  - id: p\n    title: P\n    months: [1, 3]\n    modules:\n" + "\n".join(lines)
    text += "\nresources:\n" + "\n".join(items) if items else ""
    curriculum, problems = read_curriculum(text + "\n", "x.yaml")
    assert problems == ()
    return curriculum.modules


def hours(*figures):
    return Effort(*(int(figure * 60) for figure in figures))


def percentile(values, percent):
    """The nearest rank, by counting."""
    return min(v for v in values if sum(w <= v for w in values) * 100 >= percent * len(values))


def test_the_general_class_is_what_our_own_plans_come_to():
    efforts = {}
    for name in bundled_ids():
        for module in read_curriculum(bundled_text(name), name)[0].modules:
            assert not module.estimated
            efforts[module.id, module.effort] = module.effort
    found, sizes = reference_classes()["module"], efforts.values()
    likely = percentile([effort.likely for effort in sizes], 50)
    low = min(percentile([effort.low for effort in sizes], 10), likely / 2)
    assert (found.base, found.effort.likely, found.effort.low) == (len(sizes), likely, low)
    assert found.effort.high == percentile([effort.high for effort in sizes], 90)


@pytest.mark.parametrize("name", bundled_ids())
def test_what_a_guess_from_the_siblings_would_be_holds_nine_of_ten_of_our_modules(name):
    modules = read_curriculum(bundled_text(name), name)[0].modules
    held = 0
    for module in modules:
        others = [
            f"hours: {other.effort.likely / 60}, topics: {topics(other)}"
            for other in modules
            if other != module
        ]
        guess = read(*others, f"topics: {topics(module)}")[-1]
        held += guess.effort.low <= module.effort.likely <= guess.effort.high
    assert held >= 0.9 * len(modules)


def topics(module):
    return "[" + ", ".join(["T"] * len(module.topics)) + "]"


def test_every_class_is_wide_and_only_one_of_ours_or_a_named_source_has_a_base():
    classes = reference_classes()
    assert {"module", "siblings", "book", "course", "project", "competition", "certificate", "paper"} <= set(
        classes
    )
    for each in classes.values():
        assert each.effort.low * 2 <= each.effort.likely
        assert each.effort.high >= each.effort.likely * 2
        assert not each.base or (each.source == OURS and each.note)


def test_the_first_resource_of_a_known_kind_decides():
    resources = [("a", "book"), ("b", "course"), ("c", "text")]
    book, course, paper, neither = read(
        "resources: [a, b]", "resources: [b, a]", "resources: [c]", "topics: [T]", resources=resources
    )
    assert [m.reference.id for m in (book, course, paper, neither)] == ["book", "course", "paper", "module"]
    assert book.effort == reference_classes()["book"].effort


def test_a_module_may_name_its_class_and_written_hours_win():
    named, written = read("like: university-course", "like: project, hours: 5")
    assert (named.reference.id, named.effort) == ("university-course", hours(45, 90, 180))
    assert (written.reference, written.effort, written.estimated) == (None, hours(5, 5, 5), False)


@pytest.mark.parametrize(("count", "reference"), [(4, "module"), (5, "siblings")])
def test_five_siblings_with_hours_are_a_class_of_their_own(count, reference):
    *_, guessed = read(*["hours: {low: 2, likely: 4, high: 12}"] * count, "topics: []")
    assert guessed.reference.id == reference
    assert (guessed.reference.base, guessed.effort) == (5, hours(2, 4, 12)) or count == 4


def test_siblings_are_a_tenth_a_half_and_nine_tenths_in_quarters_of_an_hour():
    stated = [f"hours: {{low: {n}, likely: {n + 0.4}, high: {n + 30}}}" for n in range(1, 11)]
    *_, guessed = read(*stated, "topics: []")
    assert guessed.effort == hours(1, 5.25, 39)


@pytest.mark.parametrize(("count", "factor"), [(1, "1/2"), (4, "1"), (6, "3/2"), (40, "2"), (0, "1")])
def test_more_topics_than_usual_are_more_work_up_to_double(count, factor):
    stated = ["hours: {low: 2, likely: 4, high: 12}, topics: [A, B, C, D]"] * 5
    *_, guessed = read(*stated, f"topics: [{', '.join(['T'] * count)}]")
    assert guessed.effort == hours(*(Fraction(factor) * figure for figure in (2, 4, 12)))


def test_topics_that_all_have_hours_are_hours():
    whole, part = read(
        "topics: [{title: A, hours: 3}, {title: B, hours: 1.1}]", "topics: [{title: A, hours: 50.1}, B]"
    )
    assert (whole.effort, whole.estimated) == (Effort(246, 246, 246), False)
    assert (part.effort, part.reference.id) == (hours(7, 50.25, 100.5), "module")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([None, 0.1, 0.5, 1, 7.3, 40, 2000]), min_size=1, max_size=12), st.integers(0, 9)
)
def test_a_guess_is_always_wide_in_quarters_and_the_same(written, count):
    rest = [f"topics: [{', '.join(['T'] * count)}]" if h is None else f"hours: {h}" for h in written]
    modules = read(*rest)
    assert modules == read(*rest)
    for module, figure in zip(modules, written, strict=True):
        assert module.estimated is (figure is None)
        if module.reference:
            low, likely, high = module.effort.low, module.effort.likely, module.effort.high
            assert 15 <= low <= max(15, likely / 2)
            assert high >= 2 * likely
            assert [low % 15, likely % 15, high % 15] == [0, 0, 0]
