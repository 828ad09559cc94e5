"""The made-up curricula of the benchmarks: always the same, of the sizes promised, and readable by both programs."""

import subprocess
from datetime import date
from pathlib import Path
from shutil import which

import pytest

from benchmarks import taskjuggler
from benchmarks.against_taskjuggler import write_files
from benchmarks.learners import inputs, learner
from benchmarks.synthetic import build, dense, growing
from benchmarks.texts import curriculum_text, profile_text
from planner.curriculum.reading import read_curriculum
from planner.learner.reading import read_profile
from planner.schedule import make_plan


def edges(curriculum):
    return sum(len(module.requires) for module in curriculum.modules)


def hours(curriculum):
    return sum(module.effort.likely for module in curriculum.modules) / 60


def test_the_same_call_gives_the_same_curriculum():
    assert build(3) == build(3)
    assert dense() == dense()
    assert build(1, seed=8) != build(1, seed=9)


def test_a_curriculum_is_the_same_on_every_machine():
    curriculum = build(1)
    assert [module.effort.likely for module in curriculum.modules[:6]] == [990, 870, 960, 570, 630, 630]
    assert [milestone.by_date for milestone in curriculum.milestones[:3]] == [
        date(2022, 2, 17),
        date(2022, 3, 26),
        date(2022, 5, 23),
    ]
    assert curriculum.milestones[0].requires == ("m00055",)


@pytest.mark.parametrize(("blocks", "each"), [(1, 800), (10, 800), (100, 80)])
def test_a_year_has_sixty_modules_ninety_prerequisites_and_eight_milestones(blocks, each):
    curriculum = build(blocks, hours=each)
    assert len(curriculum.modules) == 60 * blocks
    assert hours(curriculum) == each * blocks
    assert edges(curriculum) == 90 * blocks + 8 * (blocks - 1)
    assert len(curriculum.milestones) == 8 * blocks


def test_the_dense_one_has_149_modules_and_934_prerequisites():
    curriculum = dense()
    assert (len(curriculum.modules), edges(curriculum)) == (149, 934)


@pytest.mark.parametrize("size", [600, 6_000, 60_000])
def test_growing_curricula_take_the_same_hours_and_have_the_due_dates_asked_for(size):
    curriculum = growing(size)
    assert (len(curriculum.modules), hours(curriculum), len(curriculum.milestones)) == (size, 15_000, 80)
    assert min(module.effort.likely for module in curriculum.modules) >= 15
    if size == 600:
        assert len(growing(size, due_dates=size).milestones) == size


@pytest.mark.parametrize("curriculum", [build(2, seed=3), dense(seed=5)], ids=["years", "dense"])
def test_our_readers_take_the_files_and_give_back_the_same_records(curriculum):
    assert read_curriculum(curriculum_text(curriculum), "made-up.yaml") == (curriculum, ())
    profile = learner(curriculum)
    assert read_profile(profile_text(profile), "profile.yaml") == (profile, ())


@pytest.mark.parametrize("seed", range(1, 6))
def test_every_due_date_can_be_kept_even_without_room(seed):
    plan = make_plan(inputs(build(1, seed=seed, room=100)), repairs=False)
    assert plan.verdict.max_lateness_days == 0
    assert plan.verdict.status == "on-time"


def test_taskjuggler_gets_every_module_with_its_hours_and_every_due_date():
    curriculum = build(1)
    text = taskjuggler.project_text(curriculum, learner(curriculum))
    tasks = [line for line in text.splitlines() if line.startswith("task ")]
    efforts = [float(line.split("effort ")[1].split("h ")[0]) for line in tasks if "effort" in line]
    assert (len(efforts), sum(efforts)) == (60, 800)
    assert sum("maxend" in line for line in tasks) == 8
    assert (
        sum(line.split("depends ")[1].count("m0") for line in tasks if "effort" in line and "depends" in line)
        == 90
    )


@pytest.mark.skipif(which("tj3") is None, reason="TaskJuggler is not installed")
def test_taskjuggler_plans_the_project_and_its_report_can_be_read(tmp_path: Path):
    curriculum = build(1, per=16, hours=100)
    write_files(curriculum, tmp_path / "plan")
    subprocess.run(taskjuggler.command(tmp_path / "plan"), check=True, capture_output=True, timeout=60)
    assert len(taskjuggler.lateness(curriculum, tmp_path / "plan")) == 8
    assert (tmp_path / "plan" / "calendar.ics").stat().st_size > 1_000
