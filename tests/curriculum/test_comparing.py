"""Two versions of a curriculum are told apart in words: what is new, gone, renamed, split, merged, or another size."""

import pytest

from planner.curriculum.bundled import bundled_text
from planner.curriculum.comparing import compare_curricula
from planner.curriculum.reading import read_curriculum
from planner.text import translator

HEAD = "id: x\ntitle: X\nmonths: 12\nphases:\n  - id: p\n    title: P\n    months: [1, 3]\n    modules:\n"
OLD = ("id: a, hours: 10", "id: b, hours: 20, requires: [a]", "id: c, hours: 5")
EN = translator("en")


def curriculum(*modules, milestone="requires: [b], by: {month: 1}", choices="[]"):
    lines = [f"      - {{title: {each.split(',')[0][4:].upper()}, track: t, {each}}}\n" for each in modules]
    more = f"milestones:\n  - {{id: m, title: M, kind: offer, {milestone}}}\nchoices: {choices}\n"
    read, problems = read_curriculum(HEAD + "".join(lines) + more, "c.yaml")
    assert problems == ()
    return read


def differences(old, new):
    return [(each.kind, EN(each.said)) for each in compare_curricula(old, new)]


def test_a_version_is_like_itself():
    read, _ = read_curriculum(bundled_text("ml-engineer-12m"), "c.yaml")
    assert compare_curricula(read, read) == ()


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        (
            (*OLD[:2], "id: d, hours: 3"),
            [("module-gone", "goes: C"), ("module-new", "new: D (3 h)")],
        ),
        (
            (*OLD[:2], "id: c, hours: 6, priority: stretch"),
            [("module-hours", "C: 5 h → 6 h"), ("module-priority", "C: core → stretch")],
        ),
        (
            (*OLD[:2], "id: see, hours: 5, renamed_from: c, topics: [new]"),
            [
                ("module-renamed", "renamed: C → SEE"),
                ("module-details", "other details (topics, books, dates …) of 1 module: SEE"),
            ],
        ),
        (
            ("id: a1, hours: 4, renamed_from: a", "id: a2, hours: 6, renamed_from: a",
             "id: b, hours: 20, requires: [a1, a2]", OLD[2]),
            [("module-split", "split: A → A1 (4 h), A2 (6 h)")],
        ),
        (
            ("id: ac, hours: 15, renamed_from: [a, c]", "id: b, hours: 20, requires: [ac]"),
            [("module-merged", "merged: A, C → AC (15 h)")],
        ),
        (
            ("id: a, hours: 10, renamed_from: c", OLD[1]),
            [("module-merged", "merged: A, C → A (10 h)")],
        ),
        (
            (OLD[0], "id: b, hours: 20, requires: [c]", OLD[2]),
            [("module-requires", "B: builds on C from now on"), ("module-requires", "B: no longer builds on A")],
        ),
        (("id: b, hours: 20", OLD[2]), [("module-gone", "goes: A")]),
    ],
)  # fmt: skip
def test_modules_are_compared(modules, said):
    assert differences(curriculum(*OLD), curriculum(*modules)) == said


@pytest.mark.parametrize(
    ("milestone", "said"),
    [
        ("requires: [b], by: {month: 2}", ["M: due month 1 → month 2"]),
        ("requires: [b], by: 2027-03-31", ["M: due month 1 → 31 Mar 2027"]),
        ("requires: [b], by: {month: 1}, steps: [one]", ["M: steps 0 → 1"]),
        ("requires: [c], by: {month: 1}", ["M: builds on C from now on", "M: no longer builds on B"]),
    ],
)
def test_milestones_are_compared(milestone, said):
    found = differences(curriculum(*OLD), curriculum(*OLD, milestone=milestone))
    assert [text for _, text in found] == said


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ("[]", ["goes: the choice “s”"]),
        ("[{id: s, options: {n: {title: N, modules: [c]}, v: {title: V, modules: [b]}}}]",
         ["the choice “s” holds other modules, or takes another number of options"]),
        ("[{id: s, options: {n: {title: N, modules: [c]}}}]", ["the choice “s” is now of N"]),
    ],
)  # fmt: skip
def test_choices_are_compared(choices, said):
    old = curriculum(
        *OLD, choices="[{id: s, options: {n: {title: N, modules: [c]}, v: {title: V, modules: []}}}]"
    )
    assert [text for _, text in differences(old, curriculum(*OLD, choices=choices))] == said


def test_what_was_renamed_alone_is_no_change_of_what_builds_on_it():
    new = curriculum("id: z, hours: 10, renamed_from: a", "id: b, hours: 20, requires: [z]", OLD[2])
    kinds = [kind for kind, _ in differences(curriculum(*OLD), new)]
    assert kinds == ["module-renamed"]
