"""A file in which git left a conflict has one problem: the first mark, in plain words."""

import pytest

from planner.documents.reading import read_document

CONFLICT = """start: 2026-12-01
<<<<<<< HEAD
goal: 2027-11-30
||||||| base
goal: 2027-10-31
=======
goal: 2027-12-31
>>>>>>> desk
timezone: [
"""


def problems(text):
    document, found = read_document(text.encode(), "profile.yaml")
    assert document is None
    return [(problem.line, problem.column, problem.message.text[:24]) for problem in found]


def test_a_conflict_is_one_problem_at_its_first_mark():
    assert problems(CONFLICT) == [(2, 1, "git left a conflict here")]
    assert problems(CONFLICT.replace("\n", "\r\n")) == [(2, 1, "git left a conflict here")]


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> desk", "||||||| base", "<<<<<<<"])
def test_one_mark_that_was_forgotten_is_enough(mark):
    assert problems(f"start: 2026-12-01\n{mark}\n") == [(2, 1, "git left a conflict here")]


@pytest.mark.parametrize(
    "text", ["a: '======='\n", "# =======\na: 1\n", "a: |\n  <<<<<<< HEAD\n", "a: ========\n"]
)
def test_what_only_looks_alike_is_text(text):
    assert read_document(text.encode(), "profile.yaml")[1] == ()
