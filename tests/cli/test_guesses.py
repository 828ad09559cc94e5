"""Whoever looks at a plan sees which efforts are guesses, how wide they are, and what they rest on."""

import pytest

from tests.cli.conftest import MADE

SPANISH = """
id: spanish
title: Spanish
months: 6
phases:
  - id: a
    title: A
    months: [1, 6]
    modules:
      - {id: grammar, title: Grammar, track: t, resources: [textbook]}
      - {id: novel, title: A novel, track: t, resources: [textbook]}
      - {id: exam, title: Examination, track: t, like: certificate}
      - {id: talk, title: Talk, track: t, hours: 10}
resources: [{id: textbook, title: Textbook, kind: book, cost: paid}]
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "spanish.yaml"
    path.write_text(SPANISH, "utf-8")
    return path


SAID = [
    "3 of 4 modules have no hours; their effort is a guess:",
    "  2 like a book: 8 h to 72 h, likely 24 h (base unknown)",
    "  1 like preparing for a certificate: 20 h to 180 h, likely 60 h (base unknown)",
]


def test_check_and_show_say_which_efforts_are_guesses(empty, file):
    assert empty.ok("curriculum", "check", file).splitlines() == [f"{file}: no problems", *SAID]
    checked = empty.json("curriculum", "check", file)["guessed"]
    assert checked == {str(file): {"grammar": "book", "novel": "book", "exam": "certificate"}}
    shown = empty.ok("curriculum", "show", file).splitlines()
    assert set(SAID) <= set(shown)
    assert [line.split()[0] for line in shown if "~" in line] == ["grammar", "novel", "exam"]
    grammar, *_, talk = empty.json("curriculum", "show", file)["modules"]
    assert (grammar["effort_guessed_from"]["id"], talk["effort_guessed_from"]) == ("book", None)


def test_the_plan_says_it_of_what_is_in_the_plan(empty, file):
    empty.ok("init", "--curriculum", file, "--drop", "exam", *MADE)
    said = empty.ok("plan")
    assert "2 of 3 modules have no hours; their effort is a guess:\n" + SAID[1] in said
    assert SAID[2] not in said
    empty.ok("done", "grammar")
    assert "1 of 3 modules has no hours" in empty.ok("plan")
    assert "1 of 3 modules has no hours" in empty.ok()


def test_a_plan_of_written_hours_says_nothing_of_guesses(still):
    assert "guess" not in still.ok("plan")
