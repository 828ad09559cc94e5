"""Every mistake in a curriculum is told at its place, in plain words, all at once."""

import pytest

from planner.curriculum.reading import read_curriculum
from planner.text import translator
from tests.marked import marked

TOP = "id: x\ntitle: X\nmonths: 12\n"
PHASES = TOP + "phases:\n  - id: p\n    title: P\n    months: [1, 3]\n    modules:\n"


def modules(*lines):
    return PHASES + "".join(f"      - {{title: T, track: t, {line}}}\n" for line in lines)


def milestone(rest):
    return modules("id: a") + f"milestones:\n  - {{id: m, title: M, {rest}}}\n"


def choice(rest):
    return modules("id: a", "id: b") + f"choices:\n  - {{id: c, {rest}}}\n"


CASES = [
    (
        "nothing that is needed",
        "¦¦¦title: X",
        "`id` is missing",
        "`months` is missing",
        "`phases` is missing",
    ),
    (
        "unknown key",
        "¦" + TOP.replace("months", "¦mnths") + "phases: [{id: p, title: P, months: [1, 2], modules: []}]",
        "`months` is missing",
        "did you mean `months`?",
    ),
    ("no value", modules("id: a, ¦hours: "), "`hours` has no value"),
    ("empty item", modules("id: a, skills: [¦~]"), "this item is empty"),
    ("a number as a title", PHASES.replace("X", "¦2027") + "      []\n", "put it in quotes: '2027'"),
    ("an empty title", PHASES.replace(" X", ' ¦""') + "      []\n", "empty"),
    ("a title in no language", PHASES.replace(" X", " {¦english: X}") + "      []\n", "codes of two letters"),
    ("an id with capitals", modules("id: ¦Python Basics"), "such as python-basics"),
    ("a number as an id", modules("id: ¦123"), "put it in quotes: '123'"),
    ("a number that no quotes make an id", modules("id: ¦1.2"), "such as 1-2"),
    (
        "nothing to study",
        TOP + "¦phases: [{id: p, title: P, months: [1, 2], modules: []}]",
        "at least one module",
    ),
    ("a long id", modules("id: ¦" + "a" * 65), "up to 64"),
    ("an id twice", modules("id: a", "id: ¦a"), "taken"),
    (
        "a milestone's id taken",
        milestone("kind: offer, requires: [a], by: {month: 1}").replace("id: m", "id: ¦a"),
        "taken",
    ),
    ("a priority as an id", modules("id: ¦stretch"), "name of a priority"),
    ("a module that is text", PHASES + "      - ¦a\n", "write a mapping"),
    ("modules that are a mapping", PHASES.replace("modules:\n", "modules: ¦{}\n"), "write a list"),
    ("0 hours", modules("id: a, hours: ¦0"), "write a number above 0"),
    ("negative hours", modules("id: a, hours: ¦-5"), "write a number above 0"),
    ("10,000 hours", modules("id: a, hours: ¦10000"), "at most 2000"),
    ("1e400 hours", modules("id: a, hours: ¦1e400"), "not a number of hours"),
    (
        "topics longer than their module",
        modules("id: a, hours: 3, topics: ¦[A, {title: B, hours: 2}, {title: C, hours: 1.1}]"),
        "the topics take 3 h 6 m and their module 3 h at most",
    ),
    ("a class that is none", modules("id: a, like: ¦bok"), "did you mean book?"),
    ("infinite hours", modules("id: a, hours: ¦.inf"), "not a number of hours; write 12, or {low: 8"),
    ("hours that are no number", modules("id: a, hours: ¦.nan"), "not a number of hours"),
    ("true hours", modules("id: a, hours: ¦true"), "true is not a number of hours"),
    ("hours in words", modules("id: a, hours: ¦ten"), "“ten” is not a number of hours; write 12, or {low: 8"),
    ("hours with a unit", modules("id: a, hours: ¦1h30m"), "write 1.5"),
    ("hours that fall", modules("id: a, hours: ¦{low: 3, likely: 2, high: 4}"), "must grow"),
    ("hours without a middle", modules("id: a, hours: ¦{low: 3, high: 4}"), "`likely` is missing"),
    (
        "hours with a slip",
        modules("id: a, hours: {low: 3, likely: ¦x, high: 4, ¦hihg: 3}"),
        "`likely`",
        "did you mean `high`?",
    ),
    ("requires a text", modules("id: a, requires: ¦b"), "write a list"),
    (
        "requires nobody",
        modules("id: python-basics", "id: b, requires: [¦python-basic]"),
        "did you mean `python-basics`?",
    ),
    ("requires a milestone", milestone("kind: offer, requires: [¦m], by: {month: 1}"), "is a milestone"),
    ("requires itself", modules("id: a, requires: [¦a]"), "a -> a"),
    ("a cycle", modules("id: a, requires: [¦b]", "id: b, requires: [a]"), "a -> b -> a"),
    (
        "a cycle by a choice",
        modules("id: a, requires: [¦c]", "id: b")
        + "choices: [{id: c, options: {o: {title: O, modules: [a]}}}]",
        "a -> c -> a",
    ),
    ("renamed from itself", modules("id: a, renamed_from: ¦a"), "`a` cannot be renamed from itself"),
    (
        "renamed from what is there",
        modules("id: a, renamed_from: [x, ¦b]", "id: b"),
        "`b` is in this file still",
    ),
    (
        "a milestone renamed from a module",
        milestone("kind: offer, requires: [a], by: {month: 1}, renamed_from: ¦a"),
        "`a` is in this file still",
    ),
    ("renamed from no id", modules("id: a, renamed_from: [¦Old Name]"), "such as old-name"),
    ("29 February", modules("id: a, not_before: ¦2027-02-29"), "2027-02 has 28 days"),
    ("a date in another order", modules("id: a, not_before: ¦01/02/2027"), "write YYYY-MM-DD"),
    ("a year as a date", modules("id: a, not_before: ¦2027"), "write YYYY-MM-DD"),
    ("a date far away", modules("id: a, not_before: ¦9999-01-01"), "1970 to 2200"),
    ("an unknown priority", modules("id: a, priority: ¦cor"), "did you mean core?"),
    ("a credit of 150 %", modules("id: a, credit: {programming: ¦1.5}"), "from 0% to 100%"),
    ("an unknown resource", modules("id: a, resources: [¦book]"), "not in `resources`"),
    (
        "an unknown track",
        modules("id: a").replace("track: t", "track: ¦machine-learnin")
        + "tracks: [{id: machine-learning, title: P}]",
        "did you mean `machine-learning`?",
    ),
    ("an unknown skill", modules("id: a, skills: [¦sql]") + "skills: []", "not in `skills`"),
    (
        "an unknown background",
        modules("id: a, credit: {x: ¦0.1}") + "backgrounds: []",
        "not in `backgrounds`",
    ),
    ("a source without quotes", modules("id: a, source: {article: ¦001, section: 4}"), "put it in quotes"),
    ("a source in words", modules("id: a, source: ¦mine"), "write ours, or {article:"),
    ("a topic without a title", modules("id: a, topics: [¦{hours: 3}]"), "`title` is missing"),
    (
        "a phase that ends before it begins",
        PHASES.replace("[1, 3]", "¦[3, 1]") + "      []\n",
        "write [1, 3]",
    ),
    ("a phase after the end", PHASES.replace("[1, 3]", "[1, ¦13]") + "      []\n", "up to 12"),
    ("a phase of one month", PHASES.replace("[1, 3]", "¦3") + "      []\n", "[1, 3]"),
    ("121 months", PHASES.replace("12", "¦121") + "      []\n", "from 1 to 120"),
    ("half a month", PHASES.replace("12", "¦1.5") + "      []\n", "whole number"),
    ("no phases", TOP + "phases: ¦[]", "at least 1"),
    ("a milestone after the end", milestone("kind: offer, requires: [a], by: {month: ¦13}"), "up to 12"),
    (
        "a milestone at no time",
        milestone("kind: offer, requires: [a], by: ¦soon"),
        "write {month: 4} or 2027-03-31",
    ),
    (
        "a milestone that requires nothing",
        milestone("kind: offer, requires: ¦[], by: {month: 3}"),
        "at least one module",
    ),
    (
        "a medal for an offer",
        milestone("kind: offer, target: ¦gold, requires: [a], by: {month: 3}"),
        "only a milestone of the kind kaggle",
    ),
    (
        "an unknown medal",
        milestone("kind: kaggle, target: ¦platinum, requires: [a], by: {month: 3}"),
        "none, bronze, silver, gold",
    ),
    (
        "an unknown evidence",
        milestone("kind: offer, requires: [a], by: {month: 3}, evidence: [¦urls]"),
        "did you mean url?",
    ),
    ("too many picks", choice("pick: ¦2, options: {o: {title: O, modules: [a]}}"), "at most 1"),
    ("no picks", choice("pick: ¦0, options: {o: {title: O, modules: [a]}}"), "from 1 to 100"),
    ("no options", choice("options: ¦{}"), "at least 1"),
    (
        "a module in two options",
        choice("options: {o: {title: O, modules: [a]}, p: {title: P, modules: [¦a]}}"),
        "in one option only",
    ),
    (
        "an unknown module in an option",
        choice("options: {o: {title: O, modules: [¦z]}}"),
        "there is no module `z`",
    ),
    ("an option's bad name", choice("options: {¦A B: {title: O, modules: []}}"), "not an id"),
    (
        "no web address",
        modules("id: a") + "resources: [{id: r, title: R, kind: book, cost: free, url: ¦example.com}]",
        "https://",
    ),
    ("a key twice and a bad value", modules("id: a, hours: ¦0, ¦id: b"), "above 0", "twice"),
    (
        "many at once",
        modules("id: ¦A", "id: b, hours: ¦0, requires: [¦zz], ¦titel: x") + "¦mile: []\n",
        "not an id",
        "above 0",
        "there is no module `zz`",
        "`titel`",
        "`mile`",
    ),
]


@pytest.mark.parametrize(
    ("text", "essences"), [(t, e) for _, t, *e in CASES], ids=[case[0] for case in CASES]
)
def test_each_problem_is_told_at_its_place(text, essences):
    text, places = marked(text)
    curriculum, problems = read_curriculum(text.encode(), "c.yaml")
    said = [problem.text(translator("en")) for problem in problems]
    assert curriculum is None
    assert [(problem.line, problem.column) for problem in problems] == places, said
    for line, essence in zip(said, essences, strict=True):
        assert essence in line


def test_a_good_file_has_no_problems():
    curriculum, problems = read_curriculum(modules("id: a", "id: b, requires: [a]").encode(), "c.yaml")
    assert problems == ()
    assert [module.id for module in curriculum.modules] == ["a", "b"]


def test_after_a_thousand_problems_the_rest_waits():
    curriculum, problems = read_curriculum(modules(*[f"id: m{n}, titel: A" for n in range(3000)]), "c.yaml")
    said = [problem.text(translator("en")) for problem in problems]
    assert curriculum is None
    assert len(said) == 1001
    assert "more problems than can be shown" in said[-1]
    assert "did you mean `title`?" in said[0]
