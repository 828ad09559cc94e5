"""A curriculum's file becomes records in minutes, with sources inherited and what is left out filled in."""

import subprocess
import sys
from datetime import date
from fractions import Fraction

import pytest

from planner.curriculum.bundled import bundled_ids, bundled_text
from planner.curriculum.model import OURS, Effort, Medal, Priority, Source
from planner.curriculum.reading import read_curriculum
from planner.curriculum.reference import reference_classes
from planner.problems import DataError
from planner.text import LocalText


def read(text):
    """Read the docstring of a test as a curriculum."""
    curriculum, problems = read_curriculum(text.encode(), "c.yaml")
    assert problems == ()
    return curriculum


@pytest.fixture
def curriculum(request):
    lines = request.function.__doc__.splitlines()
    return read("\n".join(line[4:] for line in lines))


EVERYTHING = """\
id: ml
title: {en: Learning, ja: 学習}
source: {article: "001", section: 4}
summary: A year.
months: 12
target_hours: 800
stated_hours_per_week: 20
stated_week: {weekday: 2, day_off: 4}
tracks: [{id: programming, title: Programming}]
skills: [{id: python, title: Python, note: "95 %", source: ours}]
backgrounds: [{id: web, title: Web, stated_months: [6, 9]}]
phases:
  - id: start
    title: Start
    months: [1, 3]
    source: ours
    modules:
      - id: python
        title: Python
        track: programming
        hours: {low: 30, likely: 40, high: 60.5}
        not_before: 2028-02-29
        priority: stretch
        skills: [python]
        topics: [variables, {en: classes, ja: クラス}, {title: {ja: 関数}, hours: 3}]
        resources: [book]
        credit: {web: 0.9}
        source: {article: "002"}
      - {id: sql, title: SQL, track: programming, hours: 3.3, requires: [python, python]}
      - {id: end, title: NO, track: programming, hours: 2, requires: [way]}
choices:
  - {id: way, options: {left: {title: L, modules: [sql]}, right: {title: R, modules: []}}}
milestones:
  - {id: m, title: M, kind: kaggle, target: bronze, requires: [end], by: {month: 12}, steps: [a], evidence: [url]}
  - {id: n, title: N, kind: offer, requires: [way], by: 2027-03-31, source: ours}
resources:
  - {id: book, title: Book, kind: book, cost: paid, url: "https://example.com/", note: {ja: 本}}
"""


def test_everything_that_can_be_written():
    curriculum = read(EVERYTHING)
    python, sql, end = curriculum.modules
    assert curriculum.target_minutes == 48_000
    assert (curriculum.stated_minutes_per_week, curriculum.stated_day_off_minutes) == (1200, 240)
    assert python.effort == Effort(1800, 2400, 3630)
    assert python.not_before == date(2028, 2, 29)
    assert python.priority is Priority.STRETCH
    assert python.credit == (("web", Fraction(9, 10)),)
    assert [topic.minutes for topic in python.topics] == [0, 0, 180]
    assert python.topics[1].title.in_language("ja") == "クラス"
    assert [module.source for module in curriculum.modules] == [Source("002"), OURS, OURS]
    assert sql.effort == Effort(198, 198, 198)
    assert sql.requires == ("python",)
    assert end.title == LocalText.of("NO")
    assert curriculum.phases[0].source == OURS
    first, second = curriculum.milestones
    assert (first.by_month, first.by_date, first.target, first.source) == (
        12,
        None,
        Medal.BRONZE,
        Source("001", "4"),
    )
    assert (second.by_month, second.by_date, second.source) == (None, date(2027, 3, 31), OURS)
    assert curriculum.backgrounds[0].stated_months == (6, 9)
    assert curriculum.resources[0].url == "https://example.com/"
    assert curriculum.choices[0].title == LocalText.of("way")


def test_what_is_left_out_is_derived(curriculum):
    """
    id: small
    title: Small
    months: 1
    phases:
      - id: p
        title: P
        months: [1, 1]
        modules:
          - {id: a, title: A, track: maths, skills: [algebra], credit: {science: 50%}}
          - {id: b, title: B, track: code, hours: 1}
          - {id: c, title: C, track: maths, hours: 2}
    choices: [{id: way, options: {one: {title: One, modules: [b]}, two: {title: Two, modules: [c]}}}]
    """
    assert curriculum.source == OURS
    assert [track.id for track in curriculum.tracks] == ["maths", "code"]
    assert [skill.title for skill in curriculum.skills] == [LocalText.of("algebra")]
    assert [background.id for background in curriculum.backgrounds] == ["science"]
    general = reference_classes()["module"]
    assert (curriculum.modules[0].effort, curriculum.modules[0].reference) == (general.effort, general)
    assert [module.estimated for module in curriculum.modules] == [True, False, False]
    assert curriculum.target_minutes == general.effort.likely + 60


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [("3.3", 198), ("0.1", 6), ("0.025", 2), ("1e1", 600), ("2000", 120_000), ("0x10", 960)],
)
def test_hours_are_exact_minutes(hours, minutes):
    text = f"""
id: x
title: X
months: 1
phases: [{{id: p, title: P, months: [1, 1], modules: [{{id: a, title: A, track: t, hours: {hours}}}]}}]
"""
    assert read(text).modules[0].effort.likely == minutes


def test_the_bundled_curricula_are_right():
    assert {"ml-engineer-6m", "ml-engineer-12m"} <= set(bundled_ids())
    for name in bundled_ids():
        curriculum, problems = read_curriculum(bundled_text(name), name)
        assert problems == ()
        assert curriculum.id == name


def test_an_unknown_bundled_curriculum_is_a_data_error():
    with pytest.raises(DataError, match="no bundled curriculum"):
        bundled_text("nothing")


def test_importing_the_rooms_loads_no_parser():
    program = (
        "import sys, planner.curriculum, planner.curriculum.selection, planner.learner, planner.learner.windows, "
        "planner.documents; print([m for m in ('pydantic', 'yaml', 'holidays') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_had_another_name_says_so_with_one_id_or_several():
    modules = (
        "{id: a, title: A, track: t, renamed_from: x}, {id: b, title: B, track: t, renamed_from: [y, x, y]}"
    )
    milestones = "[{id: m, title: M, kind: offer, requires: [a], by: {month: 1}, renamed_from: w}]"
    phases = f"[{{id: p, title: P, months: [1, 2], modules: [{modules}]}}]"
    curriculum = read(f"id: x\ntitle: X\nmonths: 2\nphases: {phases}\nmilestones: {milestones}")
    assert [module.renamed_from for module in curriculum.modules] == [("x",), ("y", "x")]
    assert curriculum.milestones[0].renamed_from == ("w",)
